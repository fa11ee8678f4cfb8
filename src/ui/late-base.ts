import { buttons } from './styles/late/buttons.ts'

/**
 * What every late part stands on beside the first look: all words, and the styles of buttons. Named here so that no bundler drops what it
 * does when it is loaded, which is to complete the words of the first look.
 *
 * @public
 */
export { english } from './english.ts'

export const css = buttons
