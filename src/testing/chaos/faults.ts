/** What a chaos proxy does; absent fields are off. */
export interface ChaosFaults {
  /** New connections are reset. */
  readonly refuse?: boolean
  /**
   * Bytes vanish both ways, ends too, while connections stay open: a half-open link. A connection that lost a byte delivers nothing
   * ever again, because TCP never hands over what comes after a hole; one that lost none goes on when the fault is over.
   */
  readonly blackHole?: boolean
  /** Milliseconds that each chunk takes, both ways. */
  readonly delay?: number
  /** Up to so many milliseconds more, seeded; the order is kept. */
  readonly jitter?: number
  /** Bytes per second down, per connection. */
  readonly rate?: number
  /** Everything travels in pieces of so many bytes, both ways; 1 splits every UTF-8 sequence. */
  readonly chunk?: number
  /** Resets a connection after about so many bytes down (half to one and a half, seeded), also in the middle of an event. */
  readonly cutAfter?: number
  /** The same with a FIN. */
  readonly endAfter?: number
  /** A buffering proxy: nothing of an HTTP answer goes down before its end. An answer above 1 MiB never comes. */
  readonly hold?: boolean
  /** Probability that an HTTP request reaches the target and its connection is reset instead of the answer. */
  readonly dropResponses?: number
  /**
   * Probability that an HTTP request of at most 1 MiB reaches the target twice, over a connection of its own, beside the first or after its
   * answer; the second answer is thrown away. Never one whose answer is an event stream, nor one that upgrades.
   */
  readonly duplicateRequests?: number
  /** Probability per chunk down that one byte becomes one that no JSON text holds: 0xFF or a control character. */
  readonly corrupt?: number
}

const probability = (value: number): boolean => value >= 0 && value <= 1
const time = (value: number): boolean => value >= 0 && value < Infinity
const count = (value: number): boolean => value >= 1 && value < Infinity

const ranges: Readonly<Record<string, (value: number) => boolean>> = {
  delay: time,
  jitter: time,
  rate: (value) => value > 0 && value < Infinity,
  chunk: count,
  cutAfter: count,
  endAfter: count,
  dropResponses: probability,
  duplicateRequests: probability,
  corrupt: probability,
}

/** Throws a `TypeError` for a number that means nothing, rather than a test that tests nothing. */
export function checkFaults(faults: ChaosFaults): void {
  for (const [name, value] of Object.entries(faults)) {
    if (typeof value === 'number' && !ranges[name]?.(value)) throw new TypeError(`${name} cannot be ${value}.`)
  }
}
