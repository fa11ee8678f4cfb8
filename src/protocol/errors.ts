import type { Phase } from './values.ts'

/** The one error class and the one error channel. */

export type ErrorCode =
  | 'transport/unauthorized'
  | 'transport/unreachable'
  | 'transport/silent'
  | 'transport/lost'
  | 'transport/closed'
  | 'transport/protocol'
  | 'provider/unauthorized'
  | 'provider/rate-limited'
  | 'provider/unavailable'
  | 'provider/bad-request'
  | 'provider/bad-response'
  | 'provider/truncated'
  | 'provider/time-out'
  | 'provider/failed'
  | 'provider/filtered'
  | 'tool/unclear'
  | 'provider/misuse'
  | 'store/conflict'
  | 'store/closed'
  | 'store/unavailable'
  | 'store/locked'
  | 'store/newer'
  | 'store/full'
  | 'hub/busy'
  | 'hub/closed'
  | 'hub/restarted'
  | 'client/closed'
  | 'client/credentials'
  | 'client/refused'
  | 'client/session-over'
  | 'client/storage'
  | 'client/unavailable'
  | 'desk/no-agent'
  | 'desk/other-agent'
  | 'request/invalid'
  | 'request/too-large'
  | 'request/not-found'
  | 'request/rate-limited'
  | 'record/invalid'
  | 'record/taken'
  | 'record/read-only'
  | RefusalCode

/** Why the machine says no. Names the state where that helps. */
export type RefusalCode =
  | 'command/unknown'
  | 'command/invalid'
  | 'command/mismatch'
  | 'command/forbidden'
  | 'conversation/not-found'
  | 'conversation/closed'
  | 'conversation/erased'
  | 'conversation/wrong-phase'
  | 'floor/claimed'
  | 'floor/not-holder'
  | 'floor/not-human'
  | 'participant/not-invited'
  | 'participant/not-joined'
  | 'handoff/not-open'
  | 'handoff/too-soon'
  | 'survey/not-open'
  | 'follow-up/not-open'
  | 'permission/not-open'
  | 'form/not-open'
  | 'draft/not-open'
  | 'turn/superseded'
  | 'turn/not-owed'
  | 'turn/running'
  | 'deadline/not-due'
  | 'limit/reached'

/** A refused command: nothing was written, and the same command may be sent again later. */
export interface Refusal {
  readonly code: RefusalCode | (string & {})
  /** Safe to show to whoever sent the command. */
  readonly message: string
  /** Where the conversation stood, when that is why. */
  readonly phase?: Phase
  /** For `floor/claimed`: the display name of who holds the floor. */
  readonly holder?: string
}

const brand = Symbol.for('handback.error')

export interface HandbackErrorOptions {
  /** Whether trying the same again later can work. Default false. */
  readonly retryable?: boolean
  /** Milliseconds to wait before trying again, when the other side said so. */
  readonly retryAfter?: number
  readonly cause?: unknown
}

/**
 * Every error that handback throws. Tell it apart with {@link isHandbackError}, which also works across copies of the package.
 *
 * @example
 * try { await connection.send(frame) } catch (error) {
 *   if (isHandbackError(error) && error.code === 'transport/unauthorized') signIn()
 * }
 */
export class HandbackError extends Error {
  override readonly name = 'HandbackError'
  readonly code: ErrorCode
  readonly retryable: boolean
  readonly retryAfter?: number
  constructor(code: ErrorCode, message: string, options: HandbackErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.retryable = options.retryable ?? false
    if (options.retryAfter !== undefined) this.retryAfter = options.retryAfter
    Object.defineProperty(this, brand, { value: true })
  }
}

/** Whether a value is a {@link HandbackError}, from this copy of the package or another. */
export const isHandbackError = (value: unknown): value is HandbackError =>
  typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[brand] === true

/** All of an error that may cross the wire. */
export interface WireError {
  readonly code: string
  readonly retryable: boolean
  readonly retryAfter?: number
  readonly message: string
}

export function toWire(error: unknown): WireError {
  if (!isHandbackError(error)) return { code: 'hub/failed', retryable: true, message: 'Something went wrong.' }
  const { code, retryable, retryAfter, message } = error
  return retryAfter === undefined ? { code, retryable, message } : { code, retryable, retryAfter, message }
}
