/**
 * The rows of a conversation, to be read as an array is; each change makes another one, and an old one stays as it was.
 *
 * @example
 * chat.$messages.subscribe((rows) => render(rows.slice(-50)))
 */
export interface Transcript<T> extends Iterable<T> {
  readonly length: number
  /** Negative counts from the end. `undefined` outside. */
  at(index: number): T | undefined
  /** An array of the rows from `start` (default the first) up to and without `end` (default all); negative counts from the end. Costs what it returns. */
  slice(start?: number, end?: number): T[]
  map<U>(change: (value: T, index: number) => U): U[]
  flatMap<U>(change: (value: T) => U | readonly U[]): U[]
  filter<S extends T>(keep: (value: T) => value is S): S[]
  filter(keep: (value: T) => unknown): T[]
  some(matches: (value: T) => unknown): boolean
  /** Looks from the end on. */
  findLast(matches: (value: T) => unknown): T | undefined
}

/** A transcript that goes on at both ends. */
export interface Rows<T> extends Transcript<T> {
  push(value: T): Rows<T>
  /** With older rows in front, themselves oldest first. */
  prepend(values: readonly T[]): Rows<T>
  /** With a few more rows behind, to be shown: what they are behind of is not copied, however often they change. */
  and(values: readonly T[]): Transcript<T>
}

/**
 * All versions share two arrays that only ever grow, and each version knows how much of them is its own: so a row more costs
 * the same behind 10 rows and behind 100,000. Only who continues an old version a second time copies it. Nothing is shared
 * with the empty one, which is kept for good.
 */
const grown = <T>(values: T[], length: number, added: readonly T[]): T[] => {
  const own = length > 0 && values.length === length ? values : values.slice(0, length)
  for (const value of added) own.push(value)
  return own
}

/** `front` has its newest first. */
function make<T>(front: T[], before: number, back: T[], after: number, behind: readonly T[] = []): Rows<T> {
  const kept = before + after
  const length = kept + behind.length
  /** Of an index that is inside. */
  const get = (index: number): T => (index < before ? front[before - 1 - index] : index < kept ? back[index - before] : behind[index - kept]) as T
  const from = (index: number): number => (index < 0 ? Math.max(index + length, 0) : Math.min(index, length))
  const slice = (start = 0, end = length): T[] => {
    const values: T[] = []
    for (let index = from(start); index < from(end); index += 1) values.push(get(index))
    return values
  }
  return {
    length,
    at(index) {
      const place = index < 0 ? index + length : index
      return place >= 0 && place < length ? get(place) : undefined
    },
    slice,
    map: (change) => slice().map((value, index) => change(value, index)),
    flatMap: (change) => slice().flatMap((value) => change(value)),
    filter: (keep: (value: T) => unknown) => slice().filter((value) => keep(value)),
    some: (matches) => slice().some((value) => matches(value)),
    findLast(matches) {
      for (let index = length; index > 0; ) {
        const value = get((index -= 1))
        if (matches(value)) return value
      }
      return undefined
    },
    *[Symbol.iterator]() {
      for (let index = 0; index < length; index += 1) yield get(index)
    },
    push: (value) => make(front, before, grown(back, after, [value]), after + 1),
    prepend: (values) => make(grown(front, before, values.toReversed()), before + values.length, back, after),
    and: (values) => make(front, before, back, after, values),
  }
}

/** @example transcript(['b']).push('c').prepend(['a']).at(-1) // 'c' */
export function transcript<T>(values: Iterable<T> = []): Rows<T> {
  const back = [...values]
  return make([], 0, back, back.length)
}
