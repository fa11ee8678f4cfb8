/** What the first opening needs beside its look, in a piece of its own: what was said about it is looked at, and it follows the keyboard. */
export { checkCall, checkStrings, sift, tellNoHub, wrongAt } from './check-options-inside.ts'
export { siftTheme } from './sift-theme.ts'
export { followViewport } from './viewport.ts'
