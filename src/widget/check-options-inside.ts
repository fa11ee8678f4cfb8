import { checkOptions, optionNames } from './check-options.ts'
import type { MountOptions } from './options.ts'

const fieldKinds = ['text', 'email', 'phone', 'number', 'long-text', 'choice', 'date']

type Shape = Readonly<Record<string, unknown>>
const isShape = (value: unknown): value is Shape => typeof value === 'object' && value !== null && !Array.isArray(value)
const hasTexts = (value: unknown, ...names: string[]): value is Shape =>
  isShape(value) && names.every((name) => typeof value[name] === 'string' && value[name] !== '')
const isOrigin = (value: unknown): boolean => typeof value === 'string' && URL.canParse(value) && new URL(value).origin === value
// `CSS` is not everywhere
const isColour = (value: unknown): boolean =>
  typeof value === 'string' && (value === '' || typeof CSS === 'undefined' || !CSS.supports || CSS.supports('color', value))

/** How many letters have to be put in, taken out or exchanged. */
function distance(a: string, b: string): number {
  let row = [...b, ''].map((_, index) => index)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries()) {
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + Number(letter !== other)))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

/**
 * Looks at what is inside of options, where a slip would show as an empty place much later. Loaded with the panel.
 *
 * @throws TypeError that names the first option that is not what it must be, or that there is not
 */
export function checkInside(options: MountOptions, others: readonly string[] = []): void {
  const must = (name: string, value: unknown, good: (value: unknown) => boolean, what: string) => {
    if (value !== undefined && !good(value)) throw new TypeError(`handback: ${name} must be ${what}`)
  }
  const list = (name: string, value: unknown, good: (value: unknown) => boolean, what: string) =>
    must(name, value, (all) => Array.isArray(all) && all.every(good), `an array of ${what}`)
  const { strings, languages, preChat, surveyFactors, images, theme } = options
  for (const [name, value] of Object.entries(options)) {
    // a framework's callbacks come along
    if (value === undefined || /^on[A-Z]/.test(name) || [...optionNames, ...others].includes(name)) continue
    const far = (other: string) => distance(name.toLowerCase(), other.toLowerCase())
    const nearest = optionNames.reduce((best, other) => (far(other) < far(best) ? other : best))
    throw new TypeError(`handback: there is no option ${name}; ${nearest} is the nearest`)
  }
  must('strings', strings, isShape, 'an object of texts')
  list('languages', languages, (each) =>
    hasTexts(each, 'language', 'label') && (isShape(each.strings) || typeof each.strings === 'function'), '{ language, label, strings }')
  must('preChat', preChat, isShape, 'an object with fields')
  if (preChat) {
    list('preChat.fields', preChat.fields ?? null, (each) => hasTexts(each, 'name', 'label', 'kind') && fieldKinds.includes(`${each.kind}`),
      `{ name, label, kind }, kind one of ${fieldKinds.join(' ')}`)
  }
  list('surveyFactors', surveyFactors, (each) => hasTexts(each, 'name', 'label'), '{ name, label }')
  list('images', images, isOrigin, 'origins, such as https://cdn.example')
  must('theme', theme, isShape, 'an object')
  const { colorScheme, density, radius, accent } = theme ?? {}
  must('theme.colorScheme', colorScheme, (value) => ['light', 'dark', 'auto'].includes(`${value}`), 'light or dark or auto')
  must('theme.density', density, (value) => ['comfortable', 'compact'].includes(`${value}`), 'comfortable or compact')
  must('theme.radius', radius, Number.isFinite, 'a number of pixels')
  must('theme.accent', accent, (value) => (Array.isArray(value) ? value.length === 2 && value.every(isColour) : isColour(value)), 'a colour of CSS')
}

/** The same, and first what `mount` looks at: an element has been looked at from outside only. */
export function checkAll(options: MountOptions, others: readonly string[]): void {
  checkOptions(options)
  checkInside(options, others)
}
