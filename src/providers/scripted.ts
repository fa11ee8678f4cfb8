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

/**
 * A call of a tool, as a step of a reply.
 *
 * @param id default `call-` and the name; say it when a turn calls the same tool twice
 * @example scripted([[tool('order_status', { order: 7 })], ['It is on its way.']], { supports: { tools: true } })
 */
export const tool = (name: string, input: unknown = {}, id = `call-${name}`): ReplyPart => ({ type: 'tool-call', id, name, input })

export interface ScriptedOptions {
  /** Default `scripted`. */
  readonly name?: string
  /** Default neither. */
  readonly supports?: Partial<AIProvider['supports']>
}

/**
 * A bot that says what it is told to, for tests and demonstrations. `finish` is added where a reply has none: `tool-call` when it
 * calls tools, else `stop`.
 *
 * @param script one reply per call of `reply`, so one per round of a turn that uses tools, in order; or a function that makes the reply
 *   to a request, with the rounds before it in `steps`
 * @throws HandbackError `provider/misuse` when it is called more often than there are replies
 * @example scripted([['Hello ', 'there'], [new HandbackError('provider/unavailable', 'Down.', { retryable: true })]])
 * @example
 * const look = [tool('order_status', { order: 7 })]
 * scripted(({ steps = [] }) => (steps[0] ? [`It says: ${steps[0].results[0]?.output}`] : look), { supports: { tools: true } })
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
        const steps = replyTo(request)
        const calling = steps.some((step) => typeof step === 'object' && 'type' in step && step.type === 'tool-call')
        for (const step of [...steps, { type: 'finish', reason: calling ? 'tool-call' : 'stop' } as const]) {
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
