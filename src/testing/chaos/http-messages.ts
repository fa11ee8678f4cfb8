import { type ChunkedBody, chunkedBody } from './chunked-body.ts'

/** Start line and header fields, names in lower case. */
export interface Head {
  readonly start: string
  field(name: string): string
}

/** How long the body of a message is. `raw`: from here on this is no HTTP any more. */
export type BodyLength = number | 'chunked' | 'until-close' | 'raw'

/** Pieces of what was read, in order and without a gap: all their bytes together are the input. */
export type MessagePart =
  | { readonly type: 'head'; readonly head: Head; readonly bytes: Buffer }
  | { readonly type: 'body'; readonly bytes: Buffer }
  | { readonly type: 'end'; readonly bytes: Buffer }
  | { readonly type: 'raw'; readonly bytes: Buffer }

/** A head above this is none. */
const HEAD_BYTES = 65_536
const EMPTY = Buffer.alloc(0)

/**
 * Finds the messages in one direction of an HTTP/1.1 connection, however its bytes are cut. What is no HTTP comes as `raw` for ever.
 *
 * @param lengthOf tells the body's length from a head.
 */
export function httpMessages(lengthOf: (head: Head) => BodyLength): { read(bytes: Buffer): MessagePart[] } {
  let unread: Buffer = EMPTY
  let left: number | ChunkedBody | 'raw' | undefined

  /** The next part, or nothing while more bytes are needed. */
  function next(): MessagePart | undefined {
    if (left === 0 || (typeof left === 'object' && left.done)) {
      left = undefined
      return { type: 'end', bytes: EMPTY }
    }
    if (unread.length === 0) return undefined
    if (left === undefined) return head()
    if (left === 'raw') return { type: 'raw', bytes: take(unread.length) }
    const bytes = take(typeof left === 'number' ? left : left.measure(unread))
    if (typeof left === 'number') left -= bytes.length
    else if (left.broken) left = 'raw'
    return { type: 'body', bytes }
  }
  function take(size: number): Buffer {
    const bytes = unread.subarray(0, size)
    unread = unread.subarray(bytes.length)
    return bytes
  }
  function head(): MessagePart | undefined {
    const end = unread.indexOf('\r\n\r\n')
    const text = unread.toString('latin1', 0, end < 0 ? 16 : end)
    if (!looksLikeHttp(text) || (end < 0 && unread.length > HEAD_BYTES)) {
      left = 'raw'
      return next()
    }
    if (end < 0) return undefined
    const found = headOf(text)
    const length = lengthOf(found)
    left = length === 'chunked' ? chunkedBody() : length === 'until-close' ? Infinity : length
    return { type: 'head', head: found, bytes: take(end + 4) }
  }

  return {
    read(bytes) {
      unread = unread.length === 0 ? bytes : Buffer.concat([unread, bytes])
      const parts: MessagePart[] = []
      for (let part = next(); part; part = next()) parts.push(part)
      return parts
    },
  }
}

/** The first bytes of a request (a method) or of an answer. */
const looksLikeHttp = (text: string): boolean => /^[A-Z]+(?: |$|\/)/.test(text)

function headOf(text: string): Head {
  const [start = '', ...lines] = text.split('\r\n')
  const fields = new Map<string, string>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    if (colon > 0) fields.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim().toLowerCase())
  }
  return { start, field: (name) => fields.get(name) ?? '' }
}

/** What the header fields themselves say; a message without them ends where `otherwise` says. */
export function declaredLength(head: Head, otherwise: BodyLength): BodyLength {
  if (head.field('transfer-encoding').endsWith('chunked')) return 'chunked'
  const length = head.field('content-length')
  return /^\d{1,15}$/.test(length) ? Number(length) : otherwise
}
