/** What somebody has asked the kit's hub beside the frames. */
interface KitQuestion {
  readonly method: string
  /** Below the hub, with its query. */
  readonly path: string
  readonly token: string | null
  readonly bytes: readonly number[]
}

/** The kit's hub as it answers what is no frame, at any address whose path has `/kit/` in it. */
export interface KitQuestions {
  readonly asked: readonly KitQuestion[]
  /** What `/kit/bytes` answers. */
  readonly given: Uint8Array<ArrayBuffer>
  fetch(request: Request): Promise<Response>
}

const bytes = Uint8Array.from({ length: 512 }, (_, index) => index % 256)
const failures: Readonly<Record<string, readonly [status: number, retryAfter?: number]>> = {
  'request/not-found': [404],
  'request/too-large': [413],
  'request/invalid': [400],
  'request/rate-limited': [429, 2_000],
  'store/full': [507],
}

/** `/kit/bytes`: 512 of them. `/kit/take`: how many came. `/kit/fail?code=…`: that error. `/kit/hold`: no answer. All need a valid token. */
export function kitQuestions(valid: (token: string) => boolean): KitQuestions {
  const asked: KitQuestion[] = []
  const refusal = (code: string, status: number, retryAfter?: number): Response =>
    Response.json(
      { error: { code, retryable: retryAfter !== undefined, ...(retryAfter !== undefined && { retryAfter }), message: 'No.' } },
      { status, headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter / 1_000) } },
    )
  return {
    asked,
    given: bytes,
    async fetch(request) {
      const { pathname, search, searchParams } = new URL(request.url)
      const path = pathname.slice(pathname.indexOf('/kit/'))
      const token = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? null
      const body = [...new Uint8Array(await request.arrayBuffer())]
      asked.push({ method: request.method, path: path + search, token, bytes: body })
      if (token === null || !valid(token)) return refusal('transport/unauthorized', 401)
      if (path === '/kit/hold') return new Promise(() => {})
      if (path === '/kit/bytes') return new Response(bytes, { headers: { 'content-type': 'application/octet-stream' } })
      if (path === '/kit/take') return Response.json({ took: body.length }, { status: 201 })
      const code = searchParams.get('code') ?? 'request/not-found'
      return refusal(code, ...(failures[code] ?? [404]))
    },
  }
}
