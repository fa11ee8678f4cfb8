import type { Cursor } from './values.ts'

/**
 * The wire form of a cursor, `"<log>.<seq>"`.
 *
 * @example formatCursor({ log: 1, seq: 42 }) // "1.42"
 */
export const formatCursor = (cursor: Cursor): string => `${cursor.log}.${cursor.seq}`

/**
 * The cursor that a string stands for, or `undefined` when it is not one. Never throws.
 *
 * @example parseCursor('1.42') // { log: 1, seq: 42 }
 */
export function parseCursor(text: string): Cursor | undefined {
  const match = /^(\d{1,15})\.(\d{1,15})$/.exec(text)
  return match ? { log: Number(match[1]), seq: Number(match[2]) } : undefined
}
