import type { Deadline, DeadlineKey, Header } from '../protocol/index.ts'

/** Without the deadlines of these keys. */
export const clear = (header: Header, ...keys: DeadlineKey[]): Header =>
  header.deadlines.some(({ key }) => keys.includes(key)) ? { ...header, deadlines: header.deadlines.filter(({ key }) => !keys.includes(key)) } : header

/** With one deadline, instead of any of its key; earliest first. */
export const set = (header: Header, key: DeadlineKey, at: number): Header => {
  const deadlines: Deadline[] = [...header.deadlines.filter((deadline) => deadline.key !== key), { key, at }]
  return { ...header, deadlines: deadlines.toSorted((a, b) => a.at - b.at) }
}
