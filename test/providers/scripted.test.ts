import { describe, expect, it } from 'vitest'
import { HandbackError } from '../../src/protocol/index.ts'
import { gates, scripted, tool } from '../../src/providers/scripted.ts'
import { collect, question } from './streams.ts'

const open = (): AbortSignal => new AbortController().signal

describe('scripted()', () => {
  it('says its replies in turn and finishes each exactly once', async () => {
    const provider = scripted([
      ['Hel', 'lo'],
      [{ type: 'signals', confidence: 0.2 }, 'Bye', { type: 'finish', reason: 'length' }, 'never said'],
    ])
    expect((await collect(provider.reply(question('1'), { signal: open() }))).parts).toEqual([
      { type: 'text-delta', text: 'Hel' },
      { type: 'text-delta', text: 'lo' },
      { type: 'finish', reason: 'stop' },
    ])
    expect((await collect(provider.reply(question('2'), { signal: open() }))).parts).toEqual([
      { type: 'signals', confidence: 0.2 },
      { type: 'text-delta', text: 'Bye' },
      { type: 'finish', reason: 'length' },
    ])
    expect((await collect(provider.reply(question('3'), { signal: open() }))).error).toMatchObject({
      code: 'provider/misuse',
      message: 'The script has 2 replies, and this is call 3.',
    })
    expect(provider.calls.map(({ request }) => request.messages[0]?.text)).toEqual(['1', '2', '3'])
  })

  it('makes replies from requests', async () => {
    const provider = scripted((request) => [`You said: ${request.messages.at(-1)?.text ?? ''}`])
    expect((await collect(provider.reply(question('Hi'), { signal: open() }))).text).toBe('You said: Hi')
  })

  it('calls tools, one reply a round, and finishes such a reply as a call', async () => {
    const provider = scripted([[tool('order_status', { order: 7 }), 'One moment.'], ['It is on its way.']], { supports: { tools: true } })
    expect(provider.supports).toEqual({ tools: true, images: false })
    expect((await collect(provider.reply(question('1'), { signal: open() }))).parts).toEqual([
      { type: 'tool-call', id: 'call-order_status', name: 'order_status', input: { order: 7 } },
      { type: 'text-delta', text: 'One moment.' },
      { type: 'finish', reason: 'tool-call' },
    ])
    expect((await collect(provider.reply(question('1'), { signal: open() }))).parts.at(-1)).toEqual({ type: 'finish', reason: 'stop' })
  })

  it('leaves a finish that is written after a call as it is', async () => {
    const provider = scripted([[tool('a', {}, 'id-a'), { type: 'finish', reason: 'length' }]])
    expect((await collect(provider.reply(question('1'), { signal: open() }))).parts).toEqual([
      { type: 'tool-call', id: 'id-a', name: 'a', input: {} },
      { type: 'finish', reason: 'length' },
    ])
  })

  it('makes replies from the rounds before and from the tools on offer', async () => {
    const tools = [{ name: 'order_status', description: 'Where an order is.', parameters: { type: 'object' } }]
    const provider = scripted(({ steps: [step] = [], tools: [first] = [] }) =>
      step ? [`It says: ${step.results[0]?.output}`] : [tool(first?.name ?? '')],
    )
    const call = { id: 'call-order_status', name: 'order_status', input: {} }
    expect((await collect(provider.reply(question('1', { tools }), { signal: open() }))).parts[0]).toEqual({ type: 'tool-call', ...call })
    const steps = [{ text: '', calls: [call], results: [{ id: call.id, name: call.name, output: 'sent' }] }]
    expect((await collect(provider.reply(question('1', { tools, steps }), { signal: open() }))).text).toBe('It says: sent')
  })

  it('throws and breaks off where it is told to', async () => {
    const down = new HandbackError('provider/unavailable', 'Down.', { retryable: true })
    const provider = scripted([
      ['Hel', down],
      ['Hel', { type: 'cut' }, 'lo'],
    ])
    expect(await collect(provider.reply(question('1'), { signal: open() }))).toMatchObject({ text: 'Hel', error: down })
    expect((await collect(provider.reply(question('2'), { signal: open() }))).parts).toEqual([{ type: 'text-delta', text: 'Hel' }])
    expect(provider.calls.map(({ ended }) => ended)).toEqual([true, true])
  })

  it('waits at gates, for each run, until they are open', async () => {
    const at = gates()
    const provider = scripted(() => [at.gate('start'), 'Hel', at.gate('middle'), 'lo', at.gate('end')])
    const seen: string[] = []
    const run = (async () => {
      for await (const part of provider.reply(question('Hi'), { signal: open() })) seen.push(part.type)
    })()
    await at.reached('start')
    expect(seen).toEqual([])
    at.open('start')
    await at.reached('middle')
    expect(seen).toEqual(['text-delta'])
    at.open('middle')
    await at.reached('end')
    expect(seen).toEqual(['text-delta', 'text-delta'])
    expect(provider.calls[0]).toMatchObject({ ended: false })
    at.open('end')
    await run
    expect(seen).toEqual(['text-delta', 'text-delta', 'finish'])
    expect((await collect(provider.reply(question('again'), { signal: open() }))).text).toBe('Hello')
  })

  it('ends quietly when it is aborted at a gate, and remembers it', async () => {
    const at = gates()
    const provider = scripted([['Hel', at.gate('middle'), 'lo'], ['Hi']])
    const stop = new AbortController()
    const run = collect(provider.reply(question('Hi'), { signal: stop.signal }))
    await at.reached('middle')
    stop.abort()
    expect(await run).toEqual({ parts: [{ type: 'text-delta', text: 'Hel' }], text: 'Hel' })
    await collect(provider.reply(question('Hi'), { signal: open() }))
    expect(provider.calls.map(({ aborted, ended }) => ({ aborted, ended }))).toEqual([
      { aborted: true, ended: true },
      { aborted: false, ended: true },
    ])
  })

  it('does not begin when it is aborted already', async () => {
    const provider = scripted([['Hi']])
    expect((await collect(provider.reply(question('Hi'), { signal: AbortSignal.abort() }))).parts).toEqual([])
    expect(provider.calls).toEqual([])
  })
})
