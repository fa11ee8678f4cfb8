import { HandbackError } from '../protocol/errors.ts'

/** What a hub would refuse, in the same words. `at`: the path of what is wrong. */
export const invalid = (at: string): HandbackError =>
  new HandbackError('client/refused', at, { cause: { code: 'command/invalid', message: at } })

/** Looks at what may be kept for long before anybody reads it: whoever says something else hears it at once. */
export const checkFact = {
  identify(who: unknown): void {
    const { id, credentials } = (who ?? {}) as { readonly id?: unknown; readonly credentials?: unknown }
    if (who !== null && !(typeof id === 'string' && typeof credentials === 'function')) {
      throw new TypeError('handback: identify takes { id, credentials } or null')
    }
  },
  setAttributes(values: unknown): void {
    if (Object(values) !== values || Array.isArray(values)) throw invalid('values')
    for (const [name, value] of Object.entries(values as object)) {
      if (value !== null && !/^(string|number|boolean)$/.test(typeof value)) throw invalid(`values.${name}`)
    }
  },
  setLocale(language: unknown): void {
    try {
      if (typeof language === 'string' && Intl.getCanonicalLocales(language)) return
    } catch {
      // That is how it says no.
    }
    throw invalid('language')
  },
}
