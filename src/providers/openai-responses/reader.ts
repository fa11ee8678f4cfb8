import type { ReplyPart, Usage } from '../../contracts/index.ts'
import { argumentsLimit, textOf } from '../openai/tool-calls.ts'
import { failure, serviceError } from '../service/failure.ts'
import type { Reader } from '../service/service.ts'
import { toolInput } from '../service/tool-input.ts'
import { usageOf } from '../service/usage.ts'
import { fields, list, string, type Fields } from '../service/values.ts'

/** One item of an answer: a message, a thought, a call. */
interface Item {
  /** Its place in the answer. */
  readonly at: number
  /** As the server last told it. */
  is: Fields
  /** The words of a message as they were shown, or the JSON text of a call's arguments. */
  text: string
}

/**
 * Folds the events of one response, or a whole one. Items are told apart by their place and kind: ids may be new in each event.
 * The last event's own list of items may be empty, so it counts only where nothing came before.
 */
export function responsesReader(round: number): Reader {
  const items = new Map<string, Item>()
  const count = argumentsLimit()
  let refusal = ''
  let usage: Usage | undefined
  let begun = false
  /** How it ended; empty while it runs. */
  let outcome = ''
  let why = ''

  function itemOf(place: unknown, kind: unknown, fresh?: boolean): Item {
    const key = `${string(kind)} ${String(place)}`
    let item = fresh ? undefined : items.get(key)
    if (!item) {
      count(1000)
      items.set(key, (item = { at: Number(place) || 0, is: {}, text: '' }))
    }
    return item
  }

  function* say(item: Item, text: string): Generator<ReplyPart> {
    item.text += text
    begun ||= !!text
    if (text) yield { type: 'text-delta', text }
  }

  function* hold(item: Item, is: Fields): Generator<ReplyPart> {
    const { type, name, content } = is
    const news = string(name) && !item.is['name']
    item.is = { ...item.is, ...is }
    if (type === 'message') {
      const pieces = list(content).map(fields)
      // who sends no pieces sends it whole
      if (!item.text) yield* say(item, pieces.map((piece) => (piece['type'] === 'output_text' ? string(piece['text']) : '')).join(''))
      refusal ||= pieces.map((piece) => string(piece['refusal'])).join('')
    } else begun = true
    if (type === 'function_call') {
      if (news) yield { type: 'tool-start', name: string(name) }
      write(item, '', is['arguments'])
    }
  }

  function write(item: Item, more: string, whole: unknown): void {
    const text = textOf(whole)
    count(more.length + text.length)
    item.text = text || item.text + more
  }

  function* told(status: string, response: Fields): Generator<ReplyPart> {
    const { input_tokens: input, output_tokens: output } = fields(response['usage'])
    usage = usageOf(input, output) ?? usage
    if (/^(failed|cancelled)$/.test(status)) throw serviceError(fields(response['error']))
    outcome = /complete/.test(status) ? status : ''
    why = string(fields(response['incomplete_details'])['reason'])
    if (!items.size) for (const [place, is] of list(response['output']).map(fields).entries()) yield* hold(itemOf(place, is['type']), is)
  }

  return {
    get begun() {
      return begun
    },
    *take(chunk) {
      const { type, delta, item_id: id, output_index: index, response } = chunk
      const is = fields(chunk['item'])
      const place = index ?? id ?? is['id']
      const [, kind = '', step] = string(type).split('.')
      if (!type) yield* told(string(chunk['status']), chunk)
      else if (response) yield* told(kind, fields(response))
      else if (kind === 'output_item') yield* hold(itemOf(place, is['type'], step === 'added'), is)
      else if (kind === 'output_text') yield* say(itemOf(place, 'message'), string(delta))
      else if (kind === 'refusal') refusal += string(delta)
      else if (kind === 'function_call_arguments') write(itemOf(place, 'function_call'), string(delta), chunk['arguments'])
    },
    *end(marked, torn) {
      if (!outcome || (torn && !marked)) throw failure('provider/truncated')
      const stop = outcome === 'completed' ? undefined : why.includes('filter') ? 'filtered' : 'length'
      if (refusal) yield { type: 'refusal', text: refusal }
      const order: unknown[] = []
      let keep = false
      let calls = 0
      for (const { is, text } of [...items.values()].toSorted((a, b) => a.at - b.at)) {
        const { type, name, phase, encrypted_content: sealed, content } = is
        // a bare thought is only the name of something that the service does not keep
        const open = list(content)[0] && { content }
        if (type === 'reasoning' && (sealed || open)) {
          keep = true
          order.push({ type, id: is['id'], summary: list(is['summary']), encrypted_content: sealed, ...fields(open) })
        } else if (type === 'message' && text) {
          keep ||= !!phase
          order.push({ role: 'assistant', content: text, phase })
        } else if (type === 'function_call' && name && !stop) {
          const id = string(is['call_id']) || `call_${round}_${calls}`
          calls += 1
          order.push(id)
          yield { type: 'tool-call', id, name: string(name), input: toolInput(text) }
        }
      }
      if (calls && keep) yield { type: 'state', data: order }
      yield { type: 'finish', reason: stop ?? (calls ? 'tool-call' : 'stop'), ...(usage ? { usage } : {}) }
    },
  }
}
