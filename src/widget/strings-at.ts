import { HandbackError } from '../protocol/errors.ts'
import type { Strings } from '../ui/strings.ts'

/**
 * The dictionary in a module of the page's own, by its address, such as `/handback/locales/de.js`. No bundler follows it.
 *
 * @throws HandbackError `client/unavailable` when there is none
 */
export async function stringsAt(address: string, base: string): Promise<Strings> {
  try {
    const module = (await import(/* webpackIgnore: true */ /* @vite-ignore */ new URL(address, base).href)) as Readonly<Record<string, Strings>>
    const found = Object.values(module).find((value) => value?.language)
    if (found) return found
    throw new TypeError('It exports no dictionary')
  } catch (cause) {
    throw new HandbackError('client/unavailable', `There is no dictionary at ${address}.`, { retryable: true, cause })
  }
}
