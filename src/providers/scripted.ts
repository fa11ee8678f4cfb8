import type { AIProvider, ReplyPart, ReplyRequest } from '../contracts/index.ts'
import { HandbackError, isHandbackError } from '../protocol/index.ts'
import type { Gate } from './scripted/gates.ts'

export { gates, type Gate, type Gates } from './scripted/gates.ts'

/**
 * One step of a reply: words, any part, a place to wait, an error to throw, or `{ type: 'cut' }`, which ends the stream
 * without `finish` as a lost connection would.
 */
export type ScriptedStep = string | ReplyPart | Gate | HandbackError | { readonly type: 'cut' }
export type ScriptedReply = readonly ScriptedStep[]

/** One call of `reply`, for a test to look at. */
export interface ScriptedCall {
  readonly request: ReplyRequest
  /** Whether it was aborted before its end. */
  readonly aborted: boolean
  /** Whether nothing more comes of it: it ended, was aborted, or was left by its consumer. */
  readonly ended: boolean
}

export interface ScriptedProvider extends AIProvider {
  /** Every call that began to work, oldest first. */
  readonly calls: readonly ScriptedCall[]
}

export interface ScriptedOptions {
  /** Default `scripted`. */
  readonly name?: string
  /** Default neither. */
  readonly supports?: Partial<AIProvider['supports']>
}

/**
 * A bot that says what it is told to, for tests and demonstrations. `finish` (`stop`) is added where a reply has none.
 *
 * @param script one reply per call, in order, or a function that makes the reply to a request
 * @throws HandbackError `provider/misuse` when it is called more often than there are replies
 * @example scripted([['Hello ', 'there'], [new HandbackError('provider/unavailable', 'Down.', { retryable: true })]])
 */
export function scripted(
  script: readonly ScriptedReply[] | ((request: ReplyRequest) => ScriptedReply),
  options: ScriptedOptions = {},
): ScriptedProvider {
  const calls: { request: ReplyRequest; aborted: boolean; ended: boolean }[] = []

  function replyTo(request: ReplyRequest): ScriptedReply {
    if (typeof script === 'function') return script(request)
    const reply = script[calls.length - 1]
    if (!reply) throw new HandbackError('provider/misuse', `The script has ${script.length} replies, and this is call ${calls.length}.`)
    return reply
  }

  return {
    specVersion: 1,
    name: options.name ?? 'scripted',
    supports: { tools: false, images: false, ...options.supports },
    calls,
    async *reply(request, { signal }): AsyncGenerator<ReplyPart, void, undefined> {
      if (signal.aborted) return
      const call = { request, aborted: false, ended: false }
      calls.push(call)
      try {
        for (const step of [...replyTo(request), { type: 'finish', reason: 'stop' } as const]) {
          if (signal.aborted) return
          if (isHandbackError(step)) throw step
          if (typeof step === 'string') yield { type: 'text-delta', text: step }
          else if (step.type === 'gate') await step.pass(signal)
          else if (step.type === 'cut') return
          else yield step
          if (typeof step !== 'string' && step.type === 'finish') return
        }
      } finally {
        call.ended = true
        call.aborted = signal.aborted
      }
    },
  }
}
