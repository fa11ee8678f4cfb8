export { mountConsole } from './mount.tsx'
export type { ConsoleOptions } from './mount.tsx'
export type { ConsoleStrings } from './strings.ts'
