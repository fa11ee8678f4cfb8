import { HandbackError } from '../protocol/index.ts'

/** Makes an iterable of an iterator: the first consumer gets it, a second one a clear error instead of half the values. */
export function oneConsumer<T>(iterator: AsyncIterator<T, undefined, undefined>): AsyncIterable<T> {
  let taken = false
  return {
    [Symbol.asyncIterator]() {
      if (taken) throw new HandbackError('request/invalid', 'A stream has one consumer.')
      taken = true
      return iterator
    },
  }
}
