export type { CommandSchemas } from './commands.ts'
export { commandSchemas, parseCommand, TEXT_LIMIT } from './commands.ts'
