/** All that a way by HTTP needs to talk: one file of a page, loaded when it first does. */
export { askHub } from './ask.ts'
export { open } from './open.ts'
export { reads } from './reads.ts'
