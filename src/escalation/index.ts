export { asksForHuman } from './human-request.ts'
export { courtesy } from './courtesy.ts'
