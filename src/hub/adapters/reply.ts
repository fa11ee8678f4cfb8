import type { Identity } from '../../contracts/index.ts'
import type { Follow, WireError } from '../../protocol/index.ts'
import { HandbackError, isHandbackError, toWire } from '../../protocol/index.ts'
import type { HubPorts } from '../ports.ts'

/** The part of a request that the routes use, whatever brought it. */
export interface Ask {
  readonly method: string
  /** Below the hub's own path, such as `/stream`. */
  readonly path: string
  readonly query: URLSearchParams
  /** Aborts when whoever asked does not wait for the answer any more. */
  readonly gone: AbortSignal
  header(name: string): string | undefined
  /**
   * All bytes of the body. Rejects `request/too-large` beyond so many, and with `signal.reason`; what comes after that is dropped.
   * `onBytes` is told of each piece before it is kept, and may throw.
   */
  body(limit: number, options?: BodyOptions): Promise<Uint8Array>
}

export interface BodyOptions {
  readonly signal?: AbortSignal
  readonly onBytes?: (count: number) => void
}

/** What an adapter says of a body that is too long. */
export const tooLarge = (limit: number): HandbackError => new HandbackError('request/too-large', `At most ${limit} bytes.`)

export type Reply =
  | { readonly type: 'json'; readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string }
  /** A file as it was brought. It counts as held until `sent` is called, and is cut when `late` aborts. */
  | {
      readonly type: 'bytes'
      readonly headers: Readonly<Record<string, string>>
      readonly body: Uint8Array
      readonly late: AbortSignal
      readonly sent: () => void
    }
  /** Text that is too long to be held at once. */
  | { readonly type: 'file'; readonly headers: Readonly<Record<string, string>>; readonly body: AsyncIterable<string> }
  /** Begins with `preface`; then the frames of a link. */
  | {
      readonly type: 'stream'
      readonly headers: Readonly<Record<string, string>>
      readonly preface: Uint8Array<ArrayBuffer>
      readonly identity: Identity
      readonly follow: readonly Follow[]
    }

export const json = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply => ({
  type: 'json',
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...headers },
  body: typeof value === 'string' ? value : JSON.stringify(value),
})

const statusOf: Readonly<Record<string, number>> = {
  'transport/unauthorized': 401,
  'request/not-found': 404,
  'conversation/not-found': 404,
  'conversation/erased': 404,
  'request/too-large': 413,
  'request/invalid': 400,
  'limit/reached': 409,
  'request/rate-limited': 429,
  'hub/busy': 503,
  'store/full': 507,
  'store/unavailable': 503,
  'store/closed': 503,
}

export const failure = (error: unknown): Reply => {
  const wire: WireError = toWire(error)
  const after = wire.retryAfter === undefined ? {} : { 'retry-after': String(Math.ceil(wire.retryAfter / 1000)) }
  return json(statusOf[wire.code] ?? (isHandbackError(error) && !error.retryable ? 400 : 503), { error: wire }, after)
}

export const notFound = (): HandbackError => new HandbackError('request/not-found', 'There is nothing here.')

/** Who asks; rejects `transport/unauthorized`. */
export async function identify(ports: HubPorts, ask: Ask): Promise<Identity> {
  const token = /^Bearer ([\w.-]+)$/i.exec(ask.header('authorization') ?? '')?.[1]
  const identity = token === undefined ? undefined : await ports.tokens.verify(token)
  if (!identity) throw new HandbackError('transport/unauthorized', 'This needs a valid token.')
  return identity
}

/** Lets a link open, for who still waits for it; throws `hub/busy`. */
export function admit(ports: HubPorts, ask: Ask, identity: Identity): void {
  // given up while its token was checked: it would be a link of nobody
  if (ask.gone.aborted) throw new HandbackError('transport/closed', 'Nobody waits for this.')
  ports.admit(identity)
}

/** A form on another site can post text, but not JSON: only scripts that we allow get this far. */
export function requireJson(ask: Ask): void {
  if (!/^application\/json\b/i.test(ask.header('content-type') ?? '')) throw new HandbackError('request/invalid', 'Send application/json.')
}

const decoder = new TextDecoder()

/** The body as text; rejects `request/too-large`. */
export const readText = async (ask: Ask, limit: number): Promise<string> => decoder.decode(await ask.body(limit))

/** The value that a body holds, `{}` for an empty one; rejects `request/invalid`, `request/too-large`. */
export async function readJson(ask: Ask, limit: number): Promise<unknown> {
  const text = await readText(ask, limit)
  try {
    return JSON.parse(text || '{}')
  } catch (error) {
    throw new HandbackError('request/invalid', 'The body is not JSON.', { cause: error })
  }
}
