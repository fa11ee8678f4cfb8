import { isId } from './values.ts'

/** The tiny checkers that the codec's table is made of. A checker never throws. */
export type Check = (value: unknown) => boolean
export type Fields = Readonly<Record<string, Check>>

export const text: Check = (value) => typeof value === 'string'
export const flag: Check = (value) => typeof value === 'boolean'
/** Times, sequence numbers, counts. */
export const int: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0
export const number: Check = Number.isFinite
export const id: Check = isId
export const anything: Check = () => true
/** `me`, `desk` or a conversation. */
export const topic: Check = (value) => typeof value === 'string' && /^(me|desk|conversation:[\w-]{8,64})$/.test(value)

export const oneOf = (...words: readonly unknown[]): Check => (value) => words.includes(value)
export const optional = (check: Check): Check => (value) => value === undefined || check(value)
export const nullable = (check: Check): Check => (value) => value === null || check(value)
export const list = (check: Check): Check => (value) => Array.isArray(value) && value.every(check)
export const record = (check: Check): Check => (value) => isObject(value) && Object.entries(value).every(([key, item]) => isId(key) && check(item))

/** Every named field passes; fields that are not named may be anything. */
export const shape = (fields: Fields): Check => {
  const checks = Object.entries(fields)
  return (value) => isObject(value) && checks.every(([key, check]) => check(own(value, key)))
}

/** The shape that `table` keeps for the word in a value's field `tag`; for another word what `otherwise` says, else no. */
export const tagged = (tag: string, table: Readonly<Record<string, Fields>>, otherwise?: Check): Check => {
  const shapes = new Map(Object.entries(table).map(([word, fields]) => [word, shape(fields)]))
  return (value) => {
    const word = isObject(value) && own(value, tag)
    return typeof word === 'string' && ((shapes.get(word) ?? otherwise)?.(value) ?? false)
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const own = (value: Record<string, unknown>, key: string): unknown => (Object.hasOwn(value, key) ? value[key] : undefined)
