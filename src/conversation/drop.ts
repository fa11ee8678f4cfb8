import type { Header } from '../protocol/index.ts'

/** Without these fields; the same object when it has none of them. */
export const drop = (header: Header, ...keys: (keyof Header)[]): Header => {
  if (!keys.some((key) => key in header)) return header
  const copy: { -readonly [P in keyof Header]: Header[P] } = { ...header }
  for (const key of keys) delete copy[key]
  return copy
}
