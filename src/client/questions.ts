/** What a chat asks its hub beside the conversation, as a file of its own. */
export { createAgain } from './again.ts'
export { createAsking } from './asking.ts'
