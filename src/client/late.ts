/** What a chat needs from its first use on: one file of a page, loaded by `late-part`. */
export { browserEnvironment } from './connection-environment.ts'
export { createLife } from './connection-life.ts'
export { createAgain, createAsking } from './questions.ts'
