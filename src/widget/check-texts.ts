import { noSuch } from './nearest.ts'
import type { WidgetOptions } from './options.ts'
import { wrongAt } from './tell-wrong.ts'

/**
 * Words and languages as they can be used. What looks at them is fetched with the dictionary by which it does; where either cannot be, they are
 * taken as they are.
 */
export const checkTexts = <O extends Pick<WidgetOptions, 'strings' | 'languages'>>(host: HTMLElement, options: O): Promise<O> =>
  Promise.all([import('./sift-texts.ts'), import('../ui/english.ts')]).then(
    ([{ siftTexts }, { english }]) => siftTexts(options, english, { wrong: wrongAt(host), noSuch }),
    () => options,
  )
