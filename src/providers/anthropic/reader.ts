import type { ReplyPart } from '../../contracts/index.ts'
import { failure } from '../service/failure.ts'
import type { Reader } from '../service/service.ts'
import { inputObject, toolInput } from '../service/tool-input.ts'
import { fields, list, string } from '../service/values.ts'

type Block = Record<string, unknown>

/** Longest state that anybody keeps, in UTF-16 units of its JSON. */
const STATE = 65_536

/** Puts the blocks of one message together. Blocks of other types than ours are kept, to be given back, and not looked into. */
export function anthropicReader(): Reader {
  const blocks: Block[] = []
  const byIndex = new Map<unknown, Block>()
  let started = false
  let stop = ''
  let why = ''
  let input: unknown
  let output: unknown

  const reader: Reader = {
    get begun() {
      return !!blocks[0]
    },

    *take(chunk) {
      const { type, index, content_block: start } = chunk
      // a whole answer is what a stream begins with, only filled
      const message = type === 'message' ? chunk : fields(chunk['message'])
      const delta = fields(chunk['delta'] ?? message)
      const used = fields(chunk['usage'] ?? message['usage'])
      // two answers in one stream, as a proxy makes them that tries again, must never become one
      if (message['role'] && started) throw failure('provider/bad-response', { type })
      started ||= !!message['role']
      stop = string(delta['stop_reason']) || stop || (type === 'message_stop' ? type : '')
      why = string(fields(delta['stop_details'])['explanation']) || why
      // each count is the whole so far; one that is missing or 0 tells nothing new
      input = used['input_tokens'] || input
      output = used['output_tokens'] || output
      for (const block of list(message['content'])) yield* reader.take({ content_block: block, index: blocks.length })
      let block = byIndex.get(index)
      const piece = fields(start ?? delta)
      if (start) {
        blocks.push((block = { ...piece }))
        byIndex.set(index, block)
        if (block['type'] === 'tool_use') yield { type: 'tool-start', name: string(block['name']) }
      } else if (block) {
        const { type: _, partial_json: json, citation, ...more } = piece
        if (citation) block['citations'] = [...list(block['citations']), citation]
        for (const [key, text] of Object.entries(json === undefined ? more : { input: json })) block[key] = string(block[key]) + string(text)
      }
      if (block?.['type'] === 'text' && piece['text']) yield { type: 'text-delta', text: string(piece['text']) }
    },

    *end() {
      if (!stop) throw failure('provider/truncated')
      const calls: ReplyPart[] = []
      for (const block of blocks) {
        const { type, id, name } = block
        if (!string(type).endsWith('tool_use')) continue
        const input = toolInput(block['input'])
        block['input'] = inputObject(input)
        if (type === 'tool_use') calls.push({ type: 'tool-call', id: string(id), name: string(name), input })
      }
      const reason = stop === 'refusal' ? 'filtered' : /max|window/.test(stop) ? 'length' : calls[0] || stop === 'pause_turn' ? 'tool-call' : 'stop'
      if (reason === 'filtered') yield { type: 'refusal', text: why }
      if (reason === 'tool-call') {
        // a text without a letter in it is refused
        yield { type: 'state', data: fitting(blocks.filter(({ type, text }) => type !== 'text' || string(text).trim())) }
        yield* calls
      }
      yield { type: 'finish', reason, ...(input ?? output ? { usage: { inputTokens: Number(input ?? 0), outputTokens: Number(output ?? 0) } } : {}) }
    },
  }
  return reader
}

/** What the service's own tools found is long: where it is too long, the oldest goes first, with its question. */
function fitting(blocks: readonly Block[]): readonly Block[] {
  const found = JSON.stringify(blocks).length > STATE && blocks.find((block) => block['tool_use_id'])?.['tool_use_id']
  return found ? fitting(blocks.filter(({ id, tool_use_id: of }) => id !== found && of !== found)) : blocks
}
