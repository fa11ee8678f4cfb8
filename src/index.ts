/**
 * The framework-agnostic core: a visitor's chat, and the conversation machine behind it.
 *
 * Nothing but `export *`: for one name of a list, a bundler that splits code (esbuild) loads at once whatever else the list names, as far as the page
 * loads it later.
 *
 * @module handback
 */
export * from './light/chat.ts'
export * from './light/errors.ts'
export * from './light/machine.ts'
export * from './light/phases.ts'
export * from './light/receipts.ts'
export * from './light/title-badge.ts'
export type * from './protocol/index.ts'
