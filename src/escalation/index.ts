export { courtesy, needsNothing } from './courtesy.ts'
export { asksForHuman } from './human-request.ts'
export { asksQuestion } from './question.ts'
