/** Follows a body in chunked coding, only to know where it ends. */
export interface ChunkedBody {
  /** How many of these bytes, from their beginning, belong to the body. */
  measure(bytes: Buffer): number
  readonly done: boolean
  /** The coding is wrong: nobody knows where this ends. */
  readonly broken: boolean
}

/** A line with the size of a chunk, or a trailer, above this is nonsense. */
const LINE_BYTES = 8_192

export function chunkedBody(): ChunkedBody {
  /** Bytes left of a chunk and its line break. */
  let left = 0
  let line = ''
  let last = false
  let done = false
  let broken = false

  /** A whole line outside of chunks. */
  function ended(text: string): void {
    // trailers, and the empty line after them
    if (last) {
      done = text === ''
      return
    }
    const size = /^[0-9a-f]{1,8}(?=[ \t;]|$)/i.exec(text)?.[0]
    if (size === undefined) broken = true
    else if (Number.parseInt(size, 16) === 0) last = true
    else left = Number.parseInt(size, 16) + 2
  }

  return {
    measure(bytes) {
      let at = 0
      while (at < bytes.length && !done && !broken) {
        if (left > 0) {
          const size = Math.min(left, bytes.length - at)
          left -= size
          at += size
          continue
        }
        const end = bytes.indexOf(10, at)
        line += bytes.toString('latin1', at, end < 0 ? bytes.length : end)
        at = end < 0 ? bytes.length : end + 1
        if (line.length > LINE_BYTES) broken = true
        if (end < 0) continue
        const text = line.replace(/\r$/, '')
        line = ''
        ended(text)
      }
      return at
    },
    get done() {
      return done
    },
    get broken() {
      return broken
    },
  }
}
