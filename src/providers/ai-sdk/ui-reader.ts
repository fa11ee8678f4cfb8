import type { ReplyPart } from '../../contracts/index.ts'
import { failure } from '../service/failure.ts'
import { isHandoff } from '../service/handoff.ts'
import type { Reader } from '../service/service.ts'
import { fields, string, type Fields } from '../service/values.ts'

/** A part of the assistant's message while it grows. */
export type UiPart = Record<string, unknown>

/** Reads a UI message stream of ai 5, 6 or 7. Parts that it does not know are ignored. */
export function uiReader(): Reader {
  const parts: UiPart[] = []
  const open = new Map<unknown, UiPart>()
  let begun = false
  /** Text of any step, and of this one. */
  let shown = false
  let said = false
  /** A person was asked for. */
  let asked = false
  let finish = ''

  function* ask({ escalate, reason, summary }: Fields): Iterable<ReplyPart> {
    if (escalate !== true || asked) return
    asked = true
    yield { type: 'handoff-request', reason: string(reason), summary: string(summary) }
  }

  return {
    get begun() {
      return begun
    },

    *take(chunk) {
      const { id, data, toolCallId, toolName, delta, messageMetadata, providerMetadata, sourceId, title, url, finishReason } = chunk
      const type = string(chunk['type'])
      const [kind = '', stage] = type.split(/-(.*)/)
      yield* ask(fields(type === 'data-handback' ? data : fields(messageMetadata)['handback']))

      if (toolCallId || /^(text|reasoning)$/.test(kind)) {
        begun = true
        const key = toolCallId ?? kind + string(id)
        let part = open.get(key)
        // ids of text begin again in the next step
        if (!part || stage === 'start') {
          part = { type: toolCallId ? `tool-${string(toolName)}` : kind }
          open.set(key, part)
          parts.push(part)
          if (toolName) yield { type: 'tool-start', name: string(toolName) }
        }
        Object.assign(
          part,
          toolCallId
            ? { ...chunk, type: part['type'], state: stage, callProviderMetadata: 'input' in chunk ? providerMetadata : part['callProviderMetadata'] }
            : { text: string(part['text']) + string(delta), providerMetadata: providerMetadata ?? part['providerMetadata'] },
        )
        if (kind === 'text' && delta) {
          // steps are answers of their own: their texts do not run on
          yield { type: 'text-delta', text: (shown && !said ? '\n\n' : '') + string(delta) }
          shown = said = true
        }
      }
      if (sourceId) yield { type: 'citation', id: string(sourceId), title: string(title ?? url), ...(url ? { url: string(url) } : {}) }
      if (type === 'start-step') {
        said = false
        parts.push({ type: 'step-start' })
      }
      if (type === 'finish') finish = string(finishReason) || 'stop'
      if (finishReason === 'error') throw failure('provider/failed', chunk)
      // a step that begins anew cannot take back what was shown; its calls come only once it went well
      if (type === 'abort' || finishReason === 'interrupted' || (type === 'reset-step' && said)) throw failure('provider/truncated', chunk)
    },

    *end(marked) {
      if (!finish && !marked) throw failure('provider/truncated')
      const broken = finish === 'length' ? finish : finish === 'content-filter' ? 'filtered' : undefined
      const calls = parts.filter(
        ({ toolName, state, providerExecuted }) => !broken && ((state === 'input-available' && !providerExecuted) || isHandoff(string(toolName))),
      )
      if (broken === 'filtered') yield { type: 'refusal' }
      // nobody else can give an approval that the route waits for
      yield* ask({ escalate: parts.some(({ state }) => state === 'approval-request'), reason: 'approval' })
      for (const { toolCallId, toolName, input } of calls) yield { type: 'tool-call', id: string(toolCallId), name: string(toolName), input }
      if (calls[0]) yield { type: 'state', data: parts }
      yield { type: 'finish', reason: broken ?? (calls[0] ? 'tool-call' : 'stop') }
    },
  }
}
