export type { Courtesy } from './courtesy.ts'
export { courtesy, needsNothing } from './courtesy.ts'
export { asksForHuman } from './human-request.ts'
