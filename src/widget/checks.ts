import type { WidgetOptions } from './options.ts'
import { sift } from './check-options-inside.ts'
import { checkTexts } from './check-texts.ts'
import { siftTheme } from './sift-theme.ts'
import { wrongAt } from './tell-wrong.ts'
import type { Theme } from '../ui/theme.ts'

/** What looks at options and calls, in a piece of its own: it is fetched where there is something to look at. */
export { checkCall, checkEvents } from './check-call.ts'
export { tellError } from './tell-wrong.ts'
export { tellNoHub } from './check-options-inside.ts'

/**
 * What of the options of a host is as it must be; the rest is told there, and left out.
 *
 * @throws TypeError as `mount` does, for an element that knows no hub
 */
export async function checkHost<O extends WidgetOptions & { readonly onError: (error: unknown) => void }>(host: HTMLElement, options: O): Promise<O> {
  if (host.dataset['layout'] === 'inline') import('./in-place.ts').then(({ heightInPlace }) => heightInPlace(host), () => {})
  const good = sift(options, ['root'], wrongAt(host))
  return good.strings || good.languages ? checkTexts(host, good) : good
}

/** Tells what is wrong with the theme of a host. The rest of it, if anything was and there is a rest. */
export function checkTheme(host: HTMLElement, theme: unknown): Theme | undefined {
  const wrong = wrongAt(host)
  let slip = false
  const good = siftTheme(theme, (message) => {
    slip = true
    wrong(message)
  })
  return slip ? good : undefined
}
