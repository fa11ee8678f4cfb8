import type { Sink } from '../../contracts/index.ts'
import { HandbackError } from '../../protocol/index.ts'
import type { Hub } from '../hub.ts'
import type { Ask } from './routes.ts'
import { route } from './routes.ts'

export interface FetchHandlerOptions {
  /** Where the hub lives on the server. Default `/handback`. */
  readonly path?: string
}

/** Bytes that may wait for a slow receiver before it is cut. */
const BUFFER = 1_048_576

async function collect(request: Request, limit: number): Promise<string> {
  if (!request.body) return ''
  const decoder = new TextDecoder()
  const reader = request.body.getReader()
  let text = ''
  let size = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return text + decoder.decode()
      size += value.byteLength
      if (size > limit) throw new HandbackError('request/too-large', `At most ${limit} bytes.`)
      text += decoder.decode(value, { stream: true })
    }
  } finally {
    reader.releaseLock()
  }
}

/**
 * A hub behind anything that speaks `Request` and `Response`: Bun, Deno, workers, most frameworks.
 *
 * @returns a function that answers what lies below `path` and resolves `undefined` for everything else.
 * @example export default { fetch: async (request) => (await handle(request)) ?? new Response('Not found', { status: 404 }) }
 */
export function fetchHandler(hub: Hub, options: FetchHandlerOptions = {}): (request: Request) => Promise<Response | undefined> {
  const base = (options.path ?? '/handback').replace(/\/+$/, '')
  return async (request) => {
    const url = new URL(request.url)
    if (url.pathname !== base && !url.pathname.startsWith(`${base}/`)) return undefined
    const ask: Ask = {
      method: request.method,
      path: url.pathname.slice(base.length) || '/',
      query: url.searchParams,
      header: (name) => request.headers.get(name) ?? undefined,
      body: (limit) => collect(request, limit),
    }
    const reply = await route(hub.ports, ask)
    if (reply.type === 'json') return new Response(reply.status === 204 ? null : reply.body, { status: reply.status, headers: reply.headers })
    let close = (): void => {}
    let open = true
    const body = new ReadableStream<Uint8Array>(
      {
        start(controller) {
          const sink: Sink = {
            write(bytes) {
              if (!open) return 'full'
              controller.enqueue(bytes)
              return (controller.desiredSize ?? 0) < 0 ? 'full' : 'ok'
            },
            close() {
              // a stream that its reader has cancelled is closed already
              if (open) controller.close()
              open = false
            },
          }
          const link = hub.link(reply.identity, sink)
          close = link.close
          request.signal.addEventListener('abort', close, { once: true })
          for (const follow of reply.follow) void link.receive({ t: 'follow', follow })
        },
        cancel() {
          open = false
          close()
        },
      },
      new ByteLengthQueuingStrategy({ highWaterMark: BUFFER }),
    )
    return new Response(body, { headers: reply.headers })
  }
}
