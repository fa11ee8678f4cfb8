import { describe, expect, it, vi } from 'vitest'
import type { ReplyRequest } from '../../src/contracts/index.ts'
import { aiSdk, type AiSdkOptions } from '../../src/providers/ai-sdk.ts'
import { bodyOf, bytes, collect, cutAt, question, server, single, sse, whole, type Outcome, type Sent } from './streams.ts'

const live = (): { signal: AbortSignal } => ({ signal: new AbortController().signal })
const read = (answer: string | Response | readonly Uint8Array[], request: Partial<ReplyRequest> = {}): Promise<Outcome> =>
  collect(aiSdk({ api: '/api/chat', fetch: server(answer).fetch }).reply(question('Hi', request), live()))
const asked = async (options: Partial<AiSdkOptions>, request: Partial<ReplyRequest> = {}): Promise<Sent> => {
  const { fetch, sent } = server(sse({ type: 'finish' }))
  await collect(aiSdk({ api: 'https://shop.example/api/chat', fetch, ...options }).reply(question('Hi', request), live()))
  return sent[0] as Sent
}
const text = (delta: string, id = '0'): object => ({ type: 'text-delta', id, delta })
const call = (toolCallId: string, toolName: string, more: object = {}): object =>
  ({ type: 'tool-input-available', toolCallId, toolName, input: { a: 1 }, ...more })
const ended = (finishReason?: string): object => ({ type: 'finish', finishReason })
const kinds = ({ parts }: Outcome): string[] => parts.map(({ type }) => type)
const plain = (pieces: readonly Uint8Array[], headers: Record<string, string> = {}): Response =>
  new Response(bodyOf(pieces), { headers: { 'content-type': 'text/plain; charset=utf-8', ...headers } })

const rich = sse(
  { type: 'start', messageId: 'm' },
  { type: 'start-step' },
  { type: 'reasoning-start', id: '0' },
  { type: 'reasoning-delta', id: '0', delta: 'Hm…' },
  { type: 'reasoning-end', id: '0', providerMetadata: { anthropic: { signature: 's' } } },
  { type: 'text-start', id: '0' },
  text('Grüße '),
  text('😀'),
  { type: 'text-end', id: '0' },
  { type: 'source-url', sourceId: 'a', url: 'https://a.example/', title: 'A' },
  { type: 'tool-input-start', toolCallId: 'k', toolName: 'look_up' },
  { type: 'tool-input-delta', toolCallId: 'k', inputTextDelta: '{"a":1}' },
  call('k', 'look_up'),
  { type: 'finish-step' },
  ended('tool-calls'),
  '[DONE]',
)

describe('the request to a route', () => {
  it('is what useChat sends, with ids that no other turn has', async () => {
    const { url, headers, body } = await asked({ headers: { authorization: 'Bearer s' }, body: { tenant: 7 } })
    expect(url).toBe('https://shop.example/api/chat')
    expect(headers).toMatchObject({ authorization: 'Bearer s', 'content-type': 'application/json' })
    expect(body).toEqual({
      id: 'conversation-1',
      messages: [{ id: 'turn-0001-0', role: 'user', parts: [{ type: 'text', text: 'Hi' }] }],
      trigger: 'submit-message',
      system: 'Be brief.',
      tenant: 7,
    })
  })

  it('tells the system text in a message where the team wants it', async () => {
    const { body } = await asked({ system: 'message' })
    expect(body['messages']).toMatchObject([{ role: 'system', parts: [{ type: 'text', text: 'Be brief.' }] }, { role: 'user' }])
    expect(body).not.toHaveProperty('system')
  })

  it('carries pictures as data URLs and tools as they are offered', async () => {
    const tools = [{ name: 'look_up', description: 'Looks.', parameters: { type: 'object' } }]
    const { body } = await asked({}, { tools, messages: [{ role: 'visitor', text: 'See', images: [{ media: 'image/png', data: 'AAAA' }] }] })
    expect(body['tools']).toEqual(tools)
    const picture = { type: 'file', mediaType: 'image/png', url: 'data:image/png;base64,AAAA' }
    expect(body['messages']).toMatchObject([{ parts: [{ type: 'text' }, picture] }])
  })

  it('gives back the outcome of calls as tool parts', async () => {
    const step = {
      text: 'Let me see.',
      calls: ['k', 'l', 'm'].map((id) => ({ id, name: 'look_up', input: { a: 1 } })),
      results: [
        { id: 'k', name: 'look_up', output: '7' },
        { id: 'l', name: 'look_up', output: 'No.', failed: true as const },
      ],
    }
    const { body } = await asked({}, { steps: [step] })
    expect((body['messages'] as object[])[1]).toEqual({
      id: 'turn-0001-1',
      role: 'assistant',
      parts: [
        { type: 'step-start' },
        { type: 'text', text: 'Let me see.' },
        { type: 'tool-look_up', toolCallId: 'k', input: { a: 1 }, state: 'output-available', output: '7' },
        { type: 'tool-look_up', toolCallId: 'l', input: { a: 1 }, state: 'output-error', errorText: 'No.' },
      ],
    })
  })

  it('gives back all that the route said in the step: thoughts, signatures, tools of its own', async () => {
    const { parts } = await read(
      sse(
        { type: 'start-step' },
        call('own', 'search', { providerMetadata: { google: { thoughtSignature: 'first' } } }),
        { type: 'tool-output-available', toolCallId: 'own', output: [1], providerMetadata: { google: { other: 1 } } },
        { type: 'reasoning-delta', id: '0', delta: 'Hm' },
        { type: 'reasoning-end', id: '0', providerMetadata: { anthropic: { signature: 's' } } },
        call('k', 'look_up', { providerMetadata: { google: { thoughtSignature: 't' } } }),
        ended('tool-calls'),
      ),
    )
    const state = parts.find(({ type }) => type === 'state') as { readonly data: unknown }
    const { body } = await asked({}, { steps: [{ text: '', calls: [], results: [{ id: 'k', name: 'look_up', output: '7' }], state: state.data }] })
    expect((body['messages'] as { parts: object[] }[])[1]?.parts).toMatchObject([
      { type: 'step-start' },
      { type: 'tool-search', state: 'output-available', output: [1], callProviderMetadata: { google: { thoughtSignature: 'first' } } },
      { type: 'reasoning', text: 'Hm', providerMetadata: { anthropic: { signature: 's' } } },
      { type: 'tool-look_up', state: 'output-available', output: '7', callProviderMetadata: { google: { thoughtSignature: 't' } } },
    ])
  })

  it('is not keyed, for the route asks its own service', () => {
    expect(aiSdk({ api: '/api/chat' })).toMatchObject({ name: 'ai-sdk', supports: { tools: false, images: false } })
    expect(aiSdk({ api: '/api/chat' }).keyed).toBeFalsy()
  })
})

describe('a UI message stream', () => {
  it('gives text, citations, calls and state, and says first that a tool is begun', async () => {
    const outcome = await read(rich)
    expect(kinds(outcome)).toEqual(['text-delta', 'text-delta', 'citation', 'tool-start', 'tool-call', 'state', 'finish'])
    expect(outcome.parts).toContainEqual({ type: 'citation', id: 'a', title: 'A', url: 'https://a.example/' })
    expect(outcome.parts).toContainEqual({ type: 'tool-call', id: 'k', name: 'look_up', input: { a: 1 } })
    expect(outcome.parts.at(-1)).toEqual({ type: 'finish', reason: 'tool-call' })
  })

  it('reads the same however it is cut, with LF, CRLF and a byte order mark', async () => {
    const expected = await read(rich)
    for (const data of [bytes(rich), bytes(`\uFEFF${rich.replaceAll('\n', '\r\n')}`)]) {
      for (const pieces of [whole(data), single(data)]) expect(await read(pieces)).toEqual(expected)
      for (let at = 1; at < data.length; at++) expect(await read(cutAt(data, [at]))).toEqual(expected)
    }
  })

  it('is never taken for whole when it is cut before its finish', async () => {
    const data = bytes(rich)
    const finish = rich.indexOf('"type":"finish"')
    const last = bytes(rich.slice(0, rich.indexOf('}', finish))).length
    for (let end = 0; end < data.length; end++) {
      const { parts, error } = await read([data.subarray(0, end)])
      if (end > last) expect(error, `cut at ${end}`).toBeUndefined()
      else {
        expect(error, `cut at ${end}`).toMatchObject({ code: 'provider/truncated', retryable: true })
        expect(parts.some(({ type }) => type === 'finish' || type === 'tool-call')).toBe(false)
      }
    }
  })

  it('may end with a mark alone, and ignores what it does not know', async () => {
    const { parts } = await read(sse({ type: 'custom', kind: 'x' }, { type: 'file', url: 'data:,' }, { type: 'data-x' }, 7, text('Hi'), '[DONE]'))
    expect(parts).toEqual([{ type: 'text-delta', text: 'Hi' }, { type: 'finish', reason: 'stop' }])
  })

  it('has documents as citations without address', async () => {
    const { parts } = await read(sse({ type: 'source-document', sourceId: 'd', mediaType: 'application/pdf', title: 'Terms' }, ended()))
    expect(parts[0]).toEqual({ type: 'citation', id: 'd', title: 'Terms' })
  })

  it('does not let the texts of two steps run on', async () => {
    const { text: shown } = await read(sse({ type: 'start-step' }, text('One.'), { type: 'start-step' }, text('Two'), text('.'), ended('stop')))
    expect(shown).toBe('One.\n\nTwo.')
  })

  it.each([
    ['stop', 'stop'],
    ['length', 'length'],
    ['content-filter', 'filtered'],
    ['tool-calls', 'stop'],
    ['other', 'stop'],
    [undefined, 'stop'],
  ])('that finishes %s is %s', async (said, reason) => {
    const outcome = await read(sse(text('Hi'), ended(said)))
    expect(outcome.parts.at(-1)).toEqual({ type: 'finish', reason })
    expect(kinds(outcome).includes('refusal')).toBe(reason === 'filtered')
  })

  it.each(['length', 'content-filter'])('gives no calls when it finishes %s', async (said) => {
    expect(kinds(await read(sse(call('k', 'transfer_to_human'), ended(said))))).not.toContain('tool-call')
  })

  it('leaves tools alone that the route has run, failed or denied', async () => {
    const outcome = await read(
      sse(
        call('1', 'a'),
        { type: 'tool-output-available', toolCallId: '1', output: 1 },
        call('2', 'b'),
        { type: 'tool-output-error', toolCallId: '2', errorText: 'x' },
        call('3', 'c'),
        { type: 'tool-output-denied', toolCallId: '3' },
        { type: 'tool-input-error', toolCallId: '4', toolName: 'd', input: '{', errorText: 'x' },
        call('5', 'web_search', { providerExecuted: true }),
        { type: 'tool-input-start', toolCallId: '6', toolName: 'never_called' },
        ended('stop'),
      ),
    )
    expect(kinds(outcome).filter((type) => type !== 'tool-start')).toEqual(['finish'])
    expect(outcome.parts.at(-1)).toEqual({ type: 'finish', reason: 'stop' })
  })

  it('counts a call of transfer_to_human, run or not, with arguments or without', async () => {
    const ran = await read(sse(call('1', 'transfer_to_human'), { type: 'tool-output-available', toolCallId: '1', output: 'ok' }, ended('stop')))
    expect(ran.parts).toContainEqual({ type: 'tool-call', id: '1', name: 'transfer_to_human', input: { a: 1 } })
    const torn = { type: 'tool-input-error', toolCallId: '1', toolName: 'transferToHuman', input: '{', errorText: 'x' }
    const broken = await read(sse(torn, ended('stop')))
    expect(broken.parts).toContainEqual({ type: 'tool-call', id: '1', name: 'transferToHuman', input: '{' })
  })

  it('asks for a person by a data part, at once and only when it says so', async () => {
    const hand = { type: 'data-handback', data: { escalate: true, reason: 'refund', summary: 'Order 7.' } }
    const { parts } = await read(sse({ type: 'data-handback', data: { escalate: false } }, hand, text('Bye'), hand, ended('stop')))
    expect(parts.map(({ type }) => type)).toEqual(['handoff-request', 'text-delta', 'finish'])
    expect(parts[0]).toEqual({ type: 'handoff-request', reason: 'refund', summary: 'Order 7.' })
  })

  it.each(['start', 'message-metadata', 'finish'])('asks for a person by the metadata of %s', async (type) => {
    const { parts } = await read(sse({ type, messageMetadata: { handback: { escalate: true } } }, '[DONE]'))
    expect(parts[0]).toMatchObject({ type: 'handoff-request' })
  })

  it('takes an approval that nobody can give to a person, but not one that was given', async () => {
    const wait = { type: 'tool-approval-request', approvalId: 'a', toolCallId: '1' }
    expect(kinds(await read(sse(call('1', 'refund'), wait, ended('tool-calls'))))).toEqual(['tool-start', 'handoff-request', 'finish'])
    const given = sse(call('1', 'refund'), wait, { type: 'tool-output-available', toolCallId: '1', output: 1 }, ended('stop'))
    expect(kinds(await read(given))).toEqual(['tool-start', 'finish'])
  })
})

describe('a route that fails', () => {
  it('throws for an error part, also without a finish, and never reads its text', async () => {
    for (const more of [[], [ended('error')]]) {
      const { error, text: shown } = await read(sse(text('maybe'), { type: 'error', errorText: 'rate limit: unauthorized' }, ...more, '[DONE]'))
      expect([error, shown]).toMatchObject([{ code: 'provider/failed', retryable: true }, 'maybe'])
      expect(String(error)).not.toContain('rate limit')
    }
  })

  it.each([
    ['a finish of error', [ended('error')], 'provider/failed'],
    ['a finish of interrupted', [text('Hi'), ended('interrupted')], 'provider/truncated'],
    ['an abort', [{ type: 'abort' }, '[DONE]'], 'provider/truncated'],
    ['a step that begins anew after text', [{ type: 'start-step' }, text('Dra'), { type: 'reset-step' }, text('New'), ended()], 'provider/truncated'],
    ['what is no JSON', ['{"type":', text('Hi'), ended()], 'provider/bad-response'],
  ])('throws for %s', async (_, events, code) => {
    expect((await read(sse(...events))).error).toMatchObject({ code })
  })

  it('throws for an event without end', async () => {
    const piece = bytes('x'.repeat(100_000))
    const { error } = await read([bytes('data: "'), ...Array.from({ length: 12 }, () => piece)])
    expect(error).toMatchObject({ code: 'provider/bad-response' })
  })

  it('goes on when a step begins anew before any text', async () => {
    const { text: shown, error } = await read(sse({ type: 'start-step' }, { type: 'reset-step' }, text('New'), ended()))
    expect([shown, error]).toEqual(['New', undefined])
  })

  it.each([
    [401, 'provider/unauthorized', false],
    [403, 'provider/unauthorized', false],
    [404, 'provider/bad-request', false],
    [429, 'provider/rate-limited', true],
    [500, 'provider/unavailable', true],
    [503, 'provider/unavailable', true],
  ])('throws for status %i', async (status, code, retryable) => {
    const { error } = await read(new Response('Oh no', { status, headers: { 'retry-after': '3' } }))
    expect(error).toMatchObject({ code, retryable, retryAfter: 3000, cause: { status, message: 'Oh no' } })
    expect(String(error)).not.toContain('Oh no')
  })

  it.each([
    ['a page in place of a stream', new Response('<html>Log in</html>', { headers: { 'content-type': 'text/html' } })],
    ['a JSON answer', new Response('{}', { headers: { 'content-type': 'application/json' } })],
    ['no body', new Response(null, { status: 204 })],
  ])('throws for %s', async (_, response) => {
    expect((await read(response)).error).toMatchObject({ code: 'provider/bad-response' })
  })

  it('throws when it cannot be reached, and when its body breaks', async () => {
    const unreachable = aiSdk({ api: '/x', fetch: () => Promise.reject(new TypeError('fetch failed')) })
    expect((await collect(unreachable.reply(question('Hi'), live()))).error).toMatchObject({ code: 'provider/unavailable' })
    let first = true
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (first) controller.enqueue(bytes(sse(text('Hi'))))
        else controller.error(new TypeError('terminated'))
        first = false
      },
    })
    expect(await read(new Response(broken))).toMatchObject({ text: 'Hi', error: { code: 'provider/truncated' } })
  })
})

describe('raw text', () => {
  it('is an answer, however it is cut', async () => {
    const data = bytes('Grüße 😀 – data: 1')
    for (const pieces of [whole(data), single(data), cutAt(data, [3])]) {
      const { text: shown, parts } = await read(plain(pieces))
      expect([shown, parts.at(-1)]).toEqual(['Grüße 😀 – data: 1', { type: 'finish', reason: 'stop' }])
    }
    expect((await read(plain([bytes('5')]))).text).toBe('5')
  })

  it('is truncated when there is none, for routes leave errors out of it', async () => {
    expect((await read(plain([bytes(' \n')]))).error).toMatchObject({ code: 'provider/truncated' })
  })

  it('is told from a UI stream of the wrong content type by its header', async () => {
    const answer = plain([bytes(sse(text('Hi'), ended()))], { 'x-vercel-ai-ui-message-stream': 'v1' })
    expect(await read(answer)).toMatchObject({ text: 'Hi' })
  })

  it('is refused by name when it is the data stream of ai 4, by its header or its lines', async () => {
    const old = 'f:{"messageId":"m"}\n0:"Hello"\nd:{"finishReason":"stop"}\n'
    for (const answer of [plain([bytes(old)]), plain(single(bytes('0:"Hello"\n'))), plain([bytes('x')], { 'x-vercel-ai-data-stream': 'v1' })]) {
      const { error, parts } = await read(answer)
      expect([error, parts]).toMatchObject([{ code: 'provider/bad-response' }, []])
      expect(String(error)).toContain('ai 4')
    }
  })
})

describe('a reader that stops', () => {
  const endless = (cancel: () => void): Response =>
    new Response(new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(bytes(sse(text('Hi')))), cancel }))

  it('cancels the body', async () => {
    const cancel = vi.fn()
    for await (const part of aiSdk({ api: '/x', fetch: server(endless(cancel)).fetch }).reply(question('Hi'), live())) {
      expect(part).toEqual({ type: 'text-delta', text: 'Hi' })
      break
    }
    expect(cancel).toHaveBeenCalledOnce()
  })

  it('is quiet on abort, and asks nothing when it is aborted already', async () => {
    const cancel = vi.fn()
    const { fetch, sent } = server(endless(cancel))
    const abort = new AbortController()
    for await (const part of aiSdk({ api: '/x', fetch }).reply(question('Hi'), abort)) {
      expect(part.type).toBe('text-delta')
      abort.abort()
    }
    expect(cancel).toHaveBeenCalledOnce()
    expect(await collect(aiSdk({ api: '/x', fetch }).reply(question('Hi'), abort))).toEqual({ parts: [], text: '' })
    expect(sent).toHaveLength(1)
  })

  it('tells of each chunk, and whether the model has begun', async () => {
    const seen: boolean[] = []
    const { fetch } = server([': wait\n\n', sse({ type: 'start' }), sse({ type: 'reasoning-delta', id: '0', delta: 'Hm' }), sse(ended())].map(bytes))
    await collect(aiSdk({ api: '/x', fetch }).reply(question('Hi'), { ...live(), onActivity: (begun) => seen.push(begun) }))
    expect(seen.slice(0, 4)).toEqual([false, false, false, true])
  })
})
