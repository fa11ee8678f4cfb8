export { mountConsole } from './mount.tsx'
export type { ConsoleOptions } from './mount.tsx'
export type { RecordSource } from './export.ts'
export type { ConsoleStrings } from './strings.ts'
