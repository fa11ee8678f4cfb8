import type { FormField } from '../../protocol/index.ts'
import type { Strings } from '../strings.ts'

/** What somebody writes, by the name of the question. */
export type Values = Readonly<Record<string, string>>

type Check = readonly [fits: (value: string) => boolean, words: 'fieldEmail' | 'fieldPhone' | 'fieldNumber' | 'fieldDate']

const digits = (value: string): number => value.match(/\p{Nd}/gu)?.length ?? 0

/** Only what cannot be meant is wrong: people know their own address better than a pattern does. Digits may be of any script. */
const checks: Readonly<Partial<Record<FormField['kind'], Check>>> = {
  email: [(value) => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value), 'fieldEmail'],
  phone: [(value) => digits(value) >= 4 && /^[\p{Nd}\s()+./#*x-]+$/iu.test(value), 'fieldPhone'],
  number: [(value) => /^[+\-−]?\p{Nd}[\p{Nd}\s.,'’٫٬]*$/u.test(value), 'fieldNumber'],
  date: [(value) => /^\d{4,6}-\d\d-\d\d$/.test(value), 'fieldDate'],
}

/**
 * What is wrong with an answer, in words; `undefined` when nothing is.
 *
 * @example fieldProblem({ name: 'mail', label: 'E-mail', kind: 'email' }, 'maria', english) // "Please write an e-mail address…"
 */
export function fieldProblem({ kind, required }: FormField, value: string, strings: Strings): string | undefined {
  const written = value.trim()
  if (!written) return required ? strings.fieldMissing : undefined
  const check = Object.hasOwn(checks, kind) ? checks[kind] : undefined
  return check && !check[0](written) ? strings[check[1]] : undefined
}
