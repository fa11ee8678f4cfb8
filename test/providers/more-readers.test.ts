import { describe, expect, it } from 'vitest'
import { openaiResponses } from '../../src/providers/openai-responses.ts'
import { openai } from '../../src/providers/openai.ts'
import { bytes, chunk, collect, question, server, sse, type Outcome } from './streams.ts'

const signal = new AbortController().signal
const piece = (index: number, more: object): object => ({ index, id: `call-${index}`, function: { name: 'look', arguments: '' }, ...more })

async function chat(...events: readonly (object | string)[]): Promise<Outcome & { readonly state: readonly unknown[] }> {
  const outcome = await collect(openai({ model: 'm', fetch: server(sse(...events)).fetch }).reply(question('Hi'), { signal }))
  return { ...outcome, state: outcome.parts.flatMap((part) => (part.type === 'state' ? [part.data] : [])) }
}

describe('a model that thinks before it speaks', () => {
  it.each(['reasoning', 'reasoning_content'])('shows that it writes by %s alone', async (field) => {
    const alive: boolean[] = []
    const pieces = [chunk({ [field]: 'Hm' }), chunk({ [field]: ' …' }), chunk({ content: 'Yes' }, 'stop')].map((event) => bytes(sse(event)))
    await collect(openai({ model: 'm', fetch: server(pieces).fetch }).reply(question('Hi'), { signal, onActivity: (writes) => alive.push(writes) }))
    expect(alive).toEqual([false, true, true, true])
  })

  it('gets thoughts of different places back apart, and the pieces of one as one', async () => {
    const thought = (index: number, text: string, more: object = {}): object =>
      chunk({ reasoning_details: [{ type: 'reasoning.text', index, text, ...more }] })
    const { state } = await chat(
      thought(0, 'a'),
      thought(0, 'b', { signature: 's' }),
      thought(1, 'c'),
      chunk({ tool_calls: [piece(0, {})] }, 'tool_calls'),
    )
    expect(state).toMatchObject([
      [
        {
          reasoning_details: [
            { type: 'reasoning.text', index: 0, text: 'ab', signature: 's' },
            { type: 'reasoning.text', index: 1, text: 'c' },
          ],
        },
        {},
      ],
    ])
  })

  it('gets the seal of a call back, though the pieces that follow bring none', async () => {
    const extra = { google: { thought_signature: 's' } }
    const { state } = await chat(
      chunk({ tool_calls: [piece(0, { extra_content: extra })] }),
      chunk({ tool_calls: [{ index: 0, function: { arguments: '{}' } }] }, 'tool_calls'),
    )
    expect(state).toEqual([[{}, { 'call-0': extra }]])
  })

  it('gets the phase of what it said beside a call back, also where it sealed no thought', async () => {
    const event = (type: string, more: object): object => ({ type: `response.${type}`, ...more })
    const call = { type: 'function_call', call_id: 'a', name: 'look', arguments: '{}' }
    const body = sse(
      event('output_item.added', { output_index: 0, item: { type: 'message', role: 'assistant', content: [], phase: 'commentary' } }),
      event('output_text.delta', { output_index: 0, content_index: 0, delta: 'I look.' }),
      event('output_item.done', { output_index: 1, item: call }),
      event('completed', { response: { status: 'completed' } }),
    )
    const { parts } = await collect(openaiResponses({ model: 'm', fetch: server(body).fetch }).reply(question('Hi'), { signal }))
    expect(parts.find(({ type }) => type === 'state')).toEqual({
      type: 'state',
      data: [{ role: 'assistant', content: 'I look.', phase: 'commentary' }, 'a'],
    })
  })
})
