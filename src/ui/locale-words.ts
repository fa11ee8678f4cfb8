import type { Params } from './dictionary.ts'

/** Texts for a count, by the plural categories of a language; `#` stands for the number. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string }

const digits = (language: string, number: number, options?: Intl.NumberFormatOptions): string =>
  new Intl.NumberFormat(language, options).format(number)

/** @example plural('de', 2, { one: '# Datei', other: '# Dateien' }) // "2 Dateien" */
export const plural = (language: string, count: number, forms: PluralForms): string =>
  (forms[new Intl.PluralRules(language).select(count)] ?? forms.other).replace('#', digits(language, count))

/** `part` of 100, as the language writes it: "40 %", "40%". */
export const percentage = (language: string, part: number): string => digits(language, part / 100, { style: 'percent' })

/** Hours and minutes of a wait, with `joint` between them. No line ends between a number and its unit. */
export const duration = (language: string, minutes: number, unitDisplay: 'short' | 'long', joint = ' '): string => {
  const say = (number: number, unit: 'hour' | 'minute'): string => digits(language, number, { style: 'unit', unit, unitDisplay }).replaceAll(' ', '\u00a0')
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours > 0 && say(hours, 'hour'), (rest > 0 || hours === 0) && say(rest, 'minute')].filter(Boolean).join(joint)
}

/** Who did what a notice tells; `otherwise` for somebody without a name. */
export const agentOf = ({ agent }: Params, otherwise: string): string => String(agent || otherwise)

/**
 * A name with a direction of its own, so that a Latin one leaves the words around it in their order. For languages that run from
 * right to left: the mark before it lets a text that begins with the name run so too where `dir="auto"` asks its first letter.
 */
export const isolate = (name: string): string => `\u200f\u2068${name}\u2069`
