import type { ReplyToolCall } from '../../contracts/index.ts'
import { failure } from '../service/failure.ts'
import type { Reader } from '../service/service.ts'
import { inputObject, toolInput } from '../service/tool-input.ts'
import { usageOf } from '../service/usage.ts'
import { fields, string, type Fields } from '../service/values.ts'
import { modelError } from './model-error.ts'

/** The bare count of v2, or the total of later ones. */
const total = (count: unknown): unknown => fields(count)['total'] ?? count

/** Reads the stream of a model of the specification v2, v3 or v4. Parts that it does not know are ignored. */
export function modelReader(): Reader {
  const content: Record<string, unknown>[] = []
  const open = new Map<unknown, Record<string, unknown>>()
  const calls = new Map<unknown, ReplyToolCall>()
  let begun = false
  let finish: Fields | undefined

  return {
    get begun() {
      return begun
    },

    /** Throws at the first error part: the stream may go on, but what is missing does not come back, and nobody should read on. */
    *take(part) {
      const { id, delta, toolCallId, toolName, providerExecuted, providerMetadata: providerOptions, title, url } = part
      const type = string(part['type'])
      const [kind = '', stage] = type.split('-')
      const name = string(toolName)
      const call = toolCallId ?? id
      begun ||= /^(text|reasoning|tool)$/.test(kind)
      if (name && !open.has(call)) {
        open.set(call, {})
        yield { type: 'tool-start', name }
      }
      if (kind === 'text' || kind === 'reasoning') {
        const key = kind + string(id)
        let block = open.get(key)
        if (!block || stage === 'start') {
          block = { type: kind, text: '' }
          open.set(key, block)
          content.push(block)
        }
        block['text'] += string(delta)
        block['providerOptions'] = providerOptions ?? block['providerOptions']
        if (kind === 'text' && delta) yield { type: 'text-delta', text: string(delta) }
      }
      if (type === 'tool-call') {
        const input = toolInput(string(part['input']))
        content.push({ type, toolCallId, toolName, input: inputObject(input), providerExecuted, providerOptions })
        // what the service runs itself is none of ours
        if (!providerExecuted) calls.set(call, { id: string(call), name, input })
      }
      if (type === 'tool-result' && !part['preliminary']) {
        const output = { type: part['isError'] ? 'error-json' : 'json', value: part['result'] }
        content.push({ type, toolCallId, toolName, output, providerOptions })
      }
      if (type === 'source') yield { type: 'citation', id: string(id), title: string(title ?? url), ...(url ? { url: string(url) } : {}) }
      if (type === 'error') throw modelError(part['error'], 'provider/failed')
      if (type === 'finish') finish = part
    },

    *end() {
      const { finishReason, usage } = finish ?? {}
      const reason = fields(finishReason)['unified'] ?? finishReason
      if (reason === 'error') throw failure('provider/failed', finish)
      if (!finish || reason === 'interrupted') throw failure('provider/truncated', finish)
      const broken = reason === 'length' ? reason : reason === 'content-filter' ? 'filtered' : undefined
      if (broken === 'filtered') yield { type: 'refusal' }
      const asked = !broken && calls.size > 0
      if (asked) {
        for (const call of calls.values()) yield { type: 'tool-call', ...call }
        yield { type: 'state', data: content.filter((part) => part['type'] !== 'text' || part['text']) }
      }
      const { inputTokens, outputTokens } = fields(usage)
      const spent = usageOf(total(inputTokens), total(outputTokens))
      yield { type: 'finish', reason: broken ?? (asked ? 'tool-call' : 'stop'), ...(spent ? { usage: spent } : {}) }
    },
  }
}
