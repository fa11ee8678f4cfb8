import { HandbackError } from '../../protocol/errors.ts'

/** Throws `provider/misuse` in a page, for a provider that holds a key. */
export function notInPage(name: string): void {
  if (typeof document === 'undefined') return
  throw new HandbackError('provider/misuse', `In a page every visitor can read the key of the provider ${name}. Run it in your hub.`)
}
