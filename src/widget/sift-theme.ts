import type { Theme, Token } from '../ui/theme.ts'
import { noSuch } from './nearest.ts'

/** What is told of a slip. */
export type Wrong = (message: string) => void
export type Shape = Readonly<Record<string, unknown>>
export const isShape = (value: unknown): value is Shape => typeof value === 'object' && value !== null && !Array.isArray(value)

/** In one text, which is the shortest. */
const names = 'bg sunken text muted line edge accent on-accent focus soft on-soft own on-own bubble bubble-shadow human on-human header on-header header-muted header-line dot live wait danger note card unread on-unread shadow radius bubble-radius tail control-radius field-radius composer-radius launcher-radius stroke space size bubble-padding font title-font inset layer'
type Names<S extends string> = S extends `${infer First} ${infer Rest}` ? First | Names<Rest> : S
/** Every one of them, and nothing else. */
const tokens: [Token, Names<typeof names>] extends [Names<typeof names>, Token] ? readonly string[] : never = names.split(' ')

// `CSS` is not everywhere
const isColour = (value: unknown): boolean =>
  typeof value === 'string' && (value === '' || (globalThis.CSS?.supports?.('color', value) ?? true))
const isText = (value: unknown): boolean => typeof value === 'string'
const oneOrTwo = (good: (value: unknown) => boolean) => (value: unknown): boolean =>
  Array.isArray(value) ? value.length === 2 && value.every(good) : good(value)
const oneOf = (...words: string[]) => [(value: unknown) => words.includes(value as string), words.join(' or ')] as const
const pixels = [Number.isFinite, 'a number of pixels'] as const

type Rules = Readonly<Record<string, readonly [good: (value: unknown) => boolean, what: string]>>
const rules: Readonly<Record<keyof Theme, Rules[string]>> = {
  colorScheme: oneOf('light', 'dark', 'auto'),
  accent: [oneOrTwo(isColour), 'a colour of CSS'],
  radius: pixels,
  density: oneOf('comfortable', 'compact'),
  typography: [isShape, 'an object'],
  motion: oneOf('auto', 'none'),
  tokens: [isShape, 'an object'],
}
const typography: Rules = { family: [isText, 'a list of fonts'], size: pixels }
const values: Rules = Object.fromEntries(tokens.map((name) => [name, [oneOrTwo(isText), 'a text, or one for light and one for dark']]))

/** Where what somebody calls by its last name is found. */
export const themePaths = [...Object.keys(rules).map((name) => `theme.${name}`), 'theme.typography.family']

function siftBy(rules: Rules, given: Shape, path: string, wrong: Wrong): Shape {
  return Object.fromEntries(Object.entries(given).filter(([name, value]) => {
    const rule = Object.hasOwn(rules, name) && rules[name]
    if (!rule) wrong(noSuch('', name, Object.keys(rules), `${path}.`))
    else if (value !== undefined && !rule[0](value)) wrong(`${path}.${name} must be ${rule[1]}`)
    else return true
    return false
  }))
}

/** What of a theme is as it must be; `wrong` hears of the rest. Undefined: it is no theme. */
export function siftTheme(given: unknown, wrong: Wrong): Theme | undefined {
  if (!isShape(given)) return void wrong('theme must be an object')
  const theme: Theme = siftBy(rules, given, 'theme', wrong)
  return {
    ...theme,
    ...(theme.typography && { typography: siftBy(typography, theme.typography, 'theme.typography', wrong) }),
    ...(theme.tokens && { tokens: siftBy(values, theme.tokens, 'theme.tokens', wrong) }),
  } as Theme
}
