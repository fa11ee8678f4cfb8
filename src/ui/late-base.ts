import { buttons } from './styles/late/buttons.ts'

/**
 * What every late part stands on beside the first look: the words of a thread, and the styles of buttons. Named here so that no bundler drops what it
 * does when it is loaded, which is to complete the words of the first look.
 *
 * @public
 */
export { threadEnglish } from './thread-english.ts'
/** @public What a thread and most parts share: with it in one piece. */
export { Icon } from './late-icons.tsx'
/** @public */
export { fileSize } from './file-size.ts'
/** @public */
export { formatMoment } from './time.ts'

export const css = buttons
