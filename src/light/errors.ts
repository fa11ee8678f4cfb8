export { HandbackError, isHandbackError } from '../protocol/errors.ts'
