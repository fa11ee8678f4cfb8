import { nearestName } from './nearest-name.ts'

/** Throws a TypeError that names an option and says what it must be, unless it is. */
export type Must = (good: boolean, name: string, what: string) => void

export const mustOf =
  (maker: string): Must =>
  (good, name, what) => {
    if (!good) throw new TypeError(`${maker}: ${name} must be ${what}`)
  }

/** That there is no name but these: whoever mistypes one must not believe that it is on. */
export function known(must: Must, of: string, given: object, names: readonly string[]): void {
  for (const name of Object.keys(given)) {
    if (names.includes(name)) continue
    const meant = nearestName(name, names)
    must(false, `${of === '' ? '' : `${of}.`}${name}`, meant === undefined ? `left out: there is no such option (there are ${names.join(', ')})` : `spelled "${meant}"`)
  }
}

/** Whether a value has all of these functions. */
export const can = (value: unknown, ...names: readonly string[]): boolean =>
  ((typeof value === 'object' && value !== null) || typeof value === 'function') &&
  names.every((name) => typeof (value as Readonly<Record<string, unknown>>)[name] === 'function')
