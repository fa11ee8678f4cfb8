import type { ReplyPart, ReplyRequest } from '../../contracts/index.ts'
import { failure } from '../service/failure.ts'
import type { Reader } from '../service/service.ts'
import { fields, list, string, type Fields } from '../service/values.ts'
import { putArgument } from './arguments.ts'

const count = (value: unknown): number => Number(value ?? 0)

/** Puts the parts of the first candidate together. Others, and parts of other kinds, are not looked into. */
export function geminiReader({ steps = [] }: ReplyRequest): Reader {
  const parts: Fields[] = []
  const calls: ReplyPart[] = []
  let call: { thoughtSignature?: unknown; functionCall: Record<string, unknown> } | undefined
  let open: unknown
  let reason = ''
  let why = ''
  let usage: Fields = {}

  return {
    get begun() {
      return !!parts[0]
    },

    *take({ candidates, promptFeedback, usageMetadata }) {
      const { blockReason, blockReasonMessage } = fields(promptFeedback)
      const { content, finishReason, finishMessage } = list(candidates).map(fields).find(({ index }) => !index) ?? {}
      usage = { ...usage, ...fields(usageMetadata) }
      // it may stand on every chunk; only the last one tells
      reason = (blockReason ? 'BLOCK' : string(finishReason).replace(/.*UNSPEC.*/, '')) || reason
      why = string(blockReasonMessage ?? finishMessage) || why
      for (const part of list(fields(content)['parts']).map(fields)) {
        const { text, thought, thoughtSignature, functionCall } = part
        if (functionCall) {
          const { name, args, id, partialArgs, willContinue } = fields(functionCall)
          if (name) {
            const input = { ...fields(args) }
            parts.push((call = { ...part, functionCall: { name, args: input, id } }))
            calls.push({ type: 'tool-call', id: string(id) || `call_${steps.length}_${calls.length}`, name: string(name), input })
            yield { type: 'tool-start', name: string(name) }
          }
          open = willContinue
          if (call) {
            call.thoughtSignature ??= thoughtSignature
            for (const piece of list(partialArgs)) putArgument(call.functionCall, fields(piece))
          }
        } else if (text !== '' || thoughtSignature) parts.push(part)
        if (string(text) && !thought) yield { type: 'text-delta', text: string(text) }
      }
    },

    *end(_, torn) {
      const kind = reason === 'MAX_TOKENS' ? 'length' : /SAFE|RECIT|LANG|BLOCK|PROHIB|SPII/.test(reason) ? 'filtered' : call ? 'tool-call' : 'stop'
      const called = kind === 'tool-call'
      // what broke off after the reason may have been an error, and what is still open is no call
      if (!reason || torn || (called && open)) throw failure('provider/truncated')
      // an answer of nothing is one only where the service says that it is
      if (/^MAL|^UNEX|^TOO|^MISS/.test(reason) || (kind === 'stop' && reason !== 'STOP' && !parts[0])) {
        throw failure('provider/bad-response', { reason, message: why })
      }
      if (kind === 'filtered') yield { type: 'refusal', text: why }
      if (called) {
        yield { type: 'state', data: parts }
        yield* calls
      }
      const { promptTokenCount: input, candidatesTokenCount: output, thoughtsTokenCount: thoughts } = usage
      yield {
        type: 'finish',
        reason: kind,
        ...(input ?? output ? { usage: { inputTokens: count(input), outputTokens: count(output) + count(thoughts) } } : {}),
      }
    },
  }
}
