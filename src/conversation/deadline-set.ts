import type { DeadlineKey, Header } from '../protocol/index.ts'
import type { Fresh } from './fresh.ts'

/** Without the deadlines of these keys. */
export function clear(header: Fresh<Header>, ...keys: DeadlineKey[]): Fresh<Header> {
  header.deadlines = header.deadlines.filter(({ key }) => !keys.includes(key))
  return header
}

/** With one deadline, instead of any of its key; earliest first. */
export function set(header: Fresh<Header>, key: DeadlineKey, at: number): Fresh<Header> {
  header.deadlines = [...clear(header, key).deadlines, { key, at }].toSorted((a, b) => a.at - b.at)
  return header
}
