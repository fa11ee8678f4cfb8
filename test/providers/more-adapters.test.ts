import { describe, expect, it } from 'vitest'
import { aiSdkModel } from '../../src/providers/ai-sdk-model.ts'
import { aiSdk } from '../../src/providers/ai-sdk.ts'
import { openai } from '../../src/providers/openai.ts'
import { deltas } from '../../src/providers/prompt-api/deltas.ts'
import type { ModelMessage, ModelSession } from '../../src/providers/prompt-api/language-model.ts'
import { newest } from '../../src/providers/prompt-api/newest.ts'
import { turnsOf } from '../../src/providers/service/turns.ts'
import { bodyOf, bytes, collect, question, server } from './streams.ts'

const signal = new AbortController().signal

describe('pictures in messages that follow each other', () => {
  it('are all those of the one turn that comes of them', () => {
    const sent = ['a', 'b', 'c'].map((data) => ({ role: 'visitor' as const, text: data, images: [{ media: 'image/png', data }] }))
    expect(turnsOf(sent)).toEqual([{ role: 'user', text: 'a\n\nb\n\nc', images: sent.flatMap(({ images }) => images) }])
  })
})

describe('what a refused request is remembered by', () => {
  it('is the beginning of a page, however long it is', async () => {
    const { fetch } = server(new Response('x'.repeat(50_000), { status: 500 }))
    const { error } = await collect(openai({ model: 'm', fetch }).reply(question('Hi'), { signal }))
    expect(error).toMatchObject({ code: 'provider/unavailable', cause: { message: 'x'.repeat(1000) } })
  })
})

describe('what a model of the AI SDK signed', () => {
  const stateOf = async (...parts: readonly object[]): Promise<unknown> => {
    const asked = { type: 'tool-call', toolCallId: '1', toolName: 'look', input: '{}' }
    const all = [...parts, asked, { type: 'finish', finishReason: 'tool-calls' }]
    const stream = new ReadableStream<object>({
      start(controller) {
        for (const part of all) controller.enqueue(part)
        controller.close()
      },
    })
    const provider = aiSdkModel({ model: { specificationVersion: 'v3', doStream: () => Promise.resolve({ stream }) } })
    const { parts: told } = await collect(provider.reply(question('Hi'), { signal }))
    return told.find((part) => part.type === 'state')?.data
  }
  const signed = { anthropic: { signature: 's' } }

  it('goes back with its thought, though the end of that says nothing of it', async () => {
    expect(
      await stateOf(
        { type: 'reasoning-start', id: '0' },
        { type: 'reasoning-delta', id: '0', delta: 'Hm', providerMetadata: signed },
        { type: 'reasoning-end', id: '0' },
      ),
    ).toMatchObject([{ type: 'reasoning', text: 'Hm', providerOptions: signed }, { type: 'tool-call' }])
  })

  it('stays with its own thought where a second one has the same name', async () => {
    const thought = (delta: string): object[] => [
      { type: 'reasoning-start', id: '0' },
      { type: 'reasoning-delta', id: '0', delta },
      { type: 'reasoning-end', id: '0', providerMetadata: { anthropic: { signature: delta } } },
    ]
    expect(await stateOf(...thought('a'), ...thought('b'))).toMatchObject([
      { text: 'a', providerOptions: { anthropic: { signature: 'a' } } },
      { text: 'b', providerOptions: { anthropic: { signature: 'b' } } },
      { type: 'tool-call' },
    ])
  })
})

describe('plain text from a chat route', () => {
  it('that ends within a character was broken off', async () => {
    const body = [bytes('That is 5 '), bytes('€').subarray(0, 2)]
    const fetch = () => Promise.resolve(new Response(bodyOf(body), { headers: { 'content-type': 'text/plain' } }))
    expect(await collect(aiSdk({ api: '/chat', fetch }).reply(question('Hi'), { signal }))).toMatchObject({
      text: 'That is 5 ',
      error: { code: 'provider/truncated' },
    })
  })
})

describe('the built-in model of a browser', () => {
  it('that repeats what it said, and then does not, loses no word', () => {
    const added = deltas()
    const said = ['I', 'I am', 'I am here', ' for you'].map((chunk) => added(chunk))
    expect([...said, added()].join('')).toBe('I am here for you')
  })

  it.each([
    [{ contextWindow: 400, contextUsage: 100 }, 2],
    [{ contextWindow: 400, contextUsage: 0 }, 3],
    [{ inputQuota: 400, inputUsage: 100 }, 2],
    [{ inputQuota: 400, inputUsage: 200 }, 1],
  ])('with %o has room for %i messages of a hundred', async (room, count) => {
    const messages = ['1', '2', '3', '4'].map((content): ModelMessage => ({ role: 'user', content }))
    const measure = (input: readonly ModelMessage[]): Promise<number> => Promise.resolve(input.length * 100)
    const measured = 'inputQuota' in room ? { measureInputUsage: measure } : { measureContextUsage: measure }
    const session = { ...room, ...measured } as unknown as ModelSession
    expect(await newest(session, messages, signal)).toEqual(messages.slice(-count))
  })
})
