import type { Theme, Token } from '../ui/theme.ts'
import { nearest } from './nearest.ts'

/** What is told of a slip. */
export type Wrong = (message: string) => void
export type Shape = Readonly<Record<string, unknown>>
export const isShape = (value: unknown): value is Shape => typeof value === 'object' && value !== null && !Array.isArray(value)

const tokens: Readonly<Record<Token, true>> = {
  bg: true, sunken: true, text: true, muted: true, line: true, edge: true, accent: true, 'on-accent': true, focus: true, soft: true, 'on-soft': true,
  own: true, 'on-own': true, bubble: true, 'bubble-shadow': true, human: true, 'on-human': true, header: true, 'on-header': true, 'header-muted': true,
  'header-line': true, dot: true, live: true, wait: true, danger: true, note: true, card: true, unread: true, 'on-unread': true, shadow: true,
  radius: true, 'bubble-radius': true, tail: true, 'control-radius': true, 'field-radius': true, 'composer-radius': true, 'launcher-radius': true,
  stroke: true, space: true, size: true, 'bubble-padding': true, font: true, 'title-font': true, inset: true, layer: true,
}

// `CSS` is not everywhere
const isColour = (value: unknown): boolean =>
  typeof value === 'string' && (value === '' || typeof CSS === 'undefined' || !CSS.supports || CSS.supports('color', value))
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
const values: Rules = Object.fromEntries(Object.keys(tokens).map((name) => [name, [oneOrTwo(isText), 'a text, or one for light and one for dark']]))

/** Where what somebody calls by its last name is found. */
export const themePaths = [...Object.keys(rules).map((name) => `theme.${name}`), 'theme.typography.family']

function siftBy(rules: Rules, given: Shape, path: string, wrong: Wrong): Shape {
  return Object.fromEntries(Object.entries(given).filter(([name, value]) => {
    const rule = Object.hasOwn(rules, name) && rules[name]
    if (!rule) {
      const meant = nearest(name, Object.keys(rules))
      wrong(`there is no ${path}.${name}${meant ? `; ${path}.${meant} is the nearest` : ''}`)
    } else if (value !== undefined && !rule[0](value)) wrong(`${path}.${name} must be ${rule[1]}`)
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
