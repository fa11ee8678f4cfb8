import { failure } from '../service/failure.ts'
import { string, type Fields } from '../service/values.ts'

type Place = Record<string | number, unknown>

/**
 * Puts one piece of arguments that are streamed where its JSON path (`$.items[0]['a b']`) says. Text is added to text.
 * Only goes where it has been itself, so that no path reaches a prototype, and fills lists in order, so that none grows by a word.
 */
export function putArgument(call: Place, piece: Fields): void {
  const { stringValue, numberValue, boolValue } = piece
  let place = call
  let key: string | number = 'args'
  for (const [, index, quoted, plain] of string(piece['jsonPath']).matchAll(/\[(\d+)\]|\[['"](.*?)['"]\]|\.([^.[]+)/g)) {
    const next = index ? Number(index) : (quoted ?? plain ?? '')
    if (!Object.hasOwn(place, key)) place[key] = index ? [] : {}
    place = place[key] as Place
    if (Array.isArray(place) && Number(next) > place.length) throw failure('provider/bad-response', piece)
    key = next
  }
  if (place === call) return
  const value = stringValue ?? numberValue ?? boolValue ?? ('nullValue' in piece ? null : '')
  const before = Object.hasOwn(place, key) ? place[key] : ''
  place[key] = typeof value === 'string' ? string(before) + value : value
}
