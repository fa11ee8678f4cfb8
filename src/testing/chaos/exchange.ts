import { type BodyLength, type Head, declaredLength, httpMessages } from './http-messages.ts'
import type { ChaosFaults } from './faults.ts'

/** A larger request is not repeated. */
const REPEAT_BYTES = 1_048_576

/** What is to happen with one request. */
interface Request {
  readonly method: string
  readonly drop: boolean
  /** Its bytes, while it may be sent again. */
  copy: Buffer[] | undefined
  size: number
  /** Again only after its answer. */
  readonly late: boolean
}

export interface ExchangeOptions {
  faults(): ChaosFaults
  /** A row of its own for each request, so that what happens to the n-th never depends on when bytes came. */
  roll(request: number): () => number
  /** Sends a whole request again; what is answered is thrown away. */
  repeat(request: Buffer): void
}

/** The requests and answers of one connection: who is held, dropped or repeated. */
export interface Exchange {
  /** Sees what goes up; it goes there unchanged. */
  up(bytes: Buffer): void
  /** What may go down now, or `drop`: the connection dies instead. */
  down(bytes: Buffer): Buffer | 'drop'
  /** Bytes of answers that wait for their end. */
  readonly held: number
  /** Gives out what is held. */
  release(): Buffer
}

export function createExchange({ faults, roll, repeat }: ExchangeOptions): Exchange {
  let number = 0
  const asked: Request[] = []
  let incoming: Request | undefined
  let held: Buffer[] = []
  let size = 0

  const requests = httpMessages((head) => declaredLength(head, 0))
  const answers = httpMessages(answerLength)

  function answerLength(head: Head): BodyLength {
    const status = statusOf(head)
    if (status === 101) return 'raw'
    const bodiless = status < 200 || status === 204 || status === 304 || asked[0]?.method === 'HEAD'
    return bodiless ? 0 : declaredLength(head, 'until-close')
  }

  function begin(head: Head): void {
    const { dropResponses = 0, duplicateRequests = 0 } = faults()
    const chance = roll(number++)
    const [drop, twice, late] = [chance() < dropResponses, chance() < duplicateRequests, chance() < 0.5]
    const repeatable = !head.field('accept').includes('text/event-stream') && head.field('upgrade') === ''
    incoming = { method: head.start.split(' ', 1)[0] ?? '', drop, copy: twice && repeatable ? [] : undefined, size: 0, late }
    asked.push(incoming)
  }
  function keep(request: Request, bytes: Buffer): void {
    request.size += bytes.length
    if (request.size > REPEAT_BYTES) request.copy = undefined
    request.copy?.push(bytes)
  }
  function again(request: Request | undefined): void {
    // an answer may come before its request is whole
    if (request?.copy && request !== incoming) repeat(Buffer.concat(request.copy))
  }
  function release(): Buffer {
    const bytes = Buffer.concat(held)
    held = []
    size = 0
    return bytes
  }

  return {
    up(bytes) {
      for (const part of requests.read(bytes)) {
        if (part.type === 'head') begin(part.head)
        if (incoming) keep(incoming, part.bytes)
        if (part.type !== 'end') continue
        const whole = incoming
        incoming = undefined
        if (!whole || whole.late) continue
        again(whole)
        whole.copy = undefined
      }
    },
    down(bytes) {
      const free: Buffer[] = []
      let interim = false
      for (const part of answers.read(bytes)) {
        if (part.type === 'head') {
          interim = statusOf(part.head) < 200
          if (!interim && asked[0]?.drop) return 'drop'
        }
        held.push(part.bytes)
        size += part.bytes.length
        if (part.type === 'end' && !interim) again(asked.shift())
        // a line that is no HTTP from here on has no end to wait for, and both sides may wait for the other's first word
        const upgraded = part.type === 'raw' || (part.type === 'head' && statusOf(part.head) === 101)
        if (part.type === 'end' || upgraded || !faults().hold) free.push(release())
      }
      return Buffer.concat(free)
    },
    get held() {
      return size
    },
    release,
  }
}

const statusOf = (head: Head): number => Number(/^HTTP\/1\.\d (\d{3})/.exec(head.start)?.[1] ?? 500)
