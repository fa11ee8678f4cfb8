/** English, the default: here so that every language has its own place. */
export { english } from '../english.ts'
