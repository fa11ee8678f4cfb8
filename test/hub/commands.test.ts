import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EventStore, Identity } from '../../src/contracts/index.ts'
import type { Cursor } from '../../src/protocol/index.ts'
import { gates, scripted } from '../../src/providers/scripted.ts'
import { TEXT_LIMIT } from '../../src/schema/index.ts'
import { memoryStore } from '../../src/stores/memory.ts'
import { sqliteStore } from '../../src/stores/sqlite.ts'
import { parts } from './recorded-link.ts'
import { tempFile } from './temp-file.ts'
import { until } from './until.ts'
import { boris, createWorld, maria, readAll, sarah, tom, vera } from './world.ts'

const c = 'conversation-1'
/** A bot that never gets to a word, so that a log holds only what people did. */
const mute = () => scripted(() => [gates().gate('never')])
const onlyPeople = (types: readonly string[]): string[] => types.filter((type) => !type.startsWith('turn-'))

describe.each<[string, () => EventStore]>([
  ['memory', () => memoryStore()],
  ['sqlite', () => sqliteStore({ path: tempFile() })],
])('a command on %s', (_name, makeStore) => {
  test('has one effect and one answer, however often it is sent after the other', async () => {
    const world = createWorld({ store: makeStore(), provider: mute() })
    const link = world.link(maria)
    const first = await link.say(c, 'Hello', { id: 'command-hello' })
    await link.say(c, 'And another thing')
    const again = await link.say(c, 'Hello', { id: 'command-hello' })
    const seen = await link.say(c, 'Hello', { id: 'command-hello', seen: { log: 1, seq: 0 } })
    expect(first).toEqual({ ok: true, at: { log: 1, seq: 3 } })
    expect([again, seen]).toEqual([first, first])
    expect(await world.said(c)).toEqual(['visitor: Hello', 'visitor: And another thing'])
  })

  test.each<[string, Cursor | null]>([
    ['without a cursor', null],
    ['with the cursor of its making', { log: 1, seq: 2 }],
    ['with a cursor beyond the log', { log: 1, seq: 4_000 }],
    ['with the cursor of another log', { log: 9, seq: 1 }],
  ])('has one effect and one answer when twenty links send it at once, %s', async (_how, seen) => {
    const world = createWorld({ store: makeStore(), provider: mute() })
    const links = Array.from({ length: 20 }, () => world.link(maria))
    await links[0]?.command(c, 'ticket-create', { text: 'Call me back' })
    const answers = await Promise.all(links.map((link) => link.say(c, 'Hello', { id: 'command-hello', seen })))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]?.ok).toBe(true)
    expect(await world.said(c)).toEqual(['visitor: Hello'])
  })

  test('begins a conversation once when its first message is sent twenty times at once', async () => {
    const world = createWorld({ store: makeStore(), provider: mute() })
    const answers = await Promise.all(Array.from({ length: 20 }, () => world.link(maria).say(c, 'Hello', { id: 'command-hello' })))
    expect(answers).toEqual(Array.from({ length: 20 }, () => ({ ok: true, at: { log: 1, seq: 3 } })))
    expect(onlyPeople(await world.types(c))).toEqual(['conversation-started', 'notice', 'message-sent'])
  })

  test('is refused when its id was used for another body, by another sender too, and writes nothing', async () => {
    const world = createWorld({ store: makeStore(), provider: mute() })
    const visitor = world.link(maria)
    const agent = world.link(sarah)
    await visitor.say(c, 'Hello', { id: 'command-hello' })
    await until(async () => (await world.types(c)).includes('turn-started'))
    const before = await world.types(c)
    const mismatch = { ok: false, refusal: { code: 'command/mismatch', message: expect.any(String) } }
    expect(await visitor.say(c, 'Hello!', { id: 'command-hello' })).toEqual(mismatch)
    expect(await visitor.command(c, 'conversation-end', {}, { id: 'command-hello' })).toEqual(mismatch)
    expect(await agent.say(c, 'Hello', { id: 'command-hello' })).toEqual(mismatch)
    expect(await world.types(c)).toEqual(before)
  })

  test('of a claim is acknowledged to one of twenty agents, and the others are told who won', async () => {
    const world = createWorld({ store: makeStore(), provider: mute() })
    const visitor = world.link(maria)
    await visitor.follow(c)
    await visitor.command(c, 'handoff-request')
    const agents = Array.from({ length: 20 }, (_, index): Identity => ({ sub: `agent-number-${index}`, role: 'agent', name: `Agent ${index}` }))
    const links = agents.map((agent) => world.link(agent))
    const answers = await Promise.all(links.map((link) => link.command(c, 'floor-claim')))
    const winners = agents.filter((_, index) => answers[index]?.ok)
    expect(winners).toHaveLength(1)
    const winner = winners[0]?.name ?? ''
    const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal]))
    expect(refusals).toEqual(
      Array.from({ length: 19 }, () => ({ code: 'floor/claimed', phase: 'human', holder: winner, message: `${winner} has already claimed this conversation.` })),
    )
    const claims = (await world.events(c)).filter(({ type }) => type === 'floor-claimed')
    expect(claims.map(({ by }) => by.id)).toEqual([winners[0]?.sub])
    expect((await world.store.load(c))?.floor).toEqual({ number: 3, holder: { kind: 'agent', id: winners[0]?.sub } })
    for (const link of [visitor, ...links]) expect(link.bytes).not.toContain('conflict')
  })

  test('of many senders at once gives every one its place and no one a conflict', async () => {
    const world = createWorld({ store: makeStore(), provider: mute() })
    const visitor = world.link(maria)
    await visitor.command(c, 'handoff-request')
    await world.link(sarah).command(c, 'floor-claim')
    const sends = Array.from({ length: 30 }, (_, index) =>
      index % 3 === 0
        ? world.link(sarah).say(c, `agent ${index}`)
        : index % 3 === 1
          ? world.link(maria).say(c, `visitor ${index}`)
          : world.link(vera).say(c, `lead ${index}`),
    )
    const answers = await Promise.all(sends)
    expect(answers.filter(({ ok }) => !ok)).toEqual([])
    const events = await world.events(c)
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
    expect(events.filter(({ type }) => type === 'message-sent')).toHaveLength(30)
    expect(events.filter(({ type }) => type === 'participant-joined')).toHaveLength(1)
  })
})

test('a command that was acknowledged before a restart has the same answer after it, with and without a cursor', async () => {
  const path = tempFile()
  const store = sqliteStore({ path })
  const world = createWorld({ store, provider: mute() })
  const visitor = world.link(maria)
  const hello = await visitor.say(c, 'Hello', { id: 'command-hello' })
  const person = await visitor.command(c, 'handoff-request', {}, { id: 'command-person', seen: { log: 1, seq: 3 } })
  await world.link(sarah).command(c, 'floor-claim', {}, { id: 'command-claims' })
  await world.close()
  await store.close()

  const reopened = sqliteStore({ path })
  const next = createWorld({ store: reopened, provider: mute() })
  const before = await next.types(c)
  expect(await next.link(maria).say(c, 'Hello', { id: 'command-hello' })).toEqual(hello)
  expect(await next.link(maria).say(c, 'Hello', { id: 'command-hello', seen: { log: 1, seq: 1 } })).toEqual(hello)
  expect(await next.link(maria).command(c, 'handoff-request', {}, { id: 'command-person', seen: { log: 1, seq: 3 } })).toEqual(person)
  expect(await next.link(tom).command(c, 'floor-claim', {}, { id: 'command-claims' })).toMatchObject({ refusal: { code: 'command/mismatch' } })
  expect(await next.link(maria).say(c, 'Other words', { id: 'command-hello' })).toMatchObject({ refusal: { code: 'command/mismatch' } })
  expect(await next.types(c)).toEqual(before)
  await next.close()
  await reopened.close()
})

test('a store that goes away does not acknowledge, and ends the link so that its client comes back', async () => {
  const store = memoryStore()
  const world = createWorld({ store, log: { info: () => undefined, warn: () => undefined, error: () => undefined } })
  const link = world.link(maria)
  await link.say(c, 'Hello')
  await store.close()
  await expect(link.say(c, 'Will it come?')).rejects.toThrow('No answer')
  expect(link.ended).toBe(true)
})

describe('what cannot be read', () => {
  const citation = { type: 'citation', id: 'a', title: 'Looks official', url: 'https://evil.example' }
  const replies = { type: 'quick-replies', options: [{ action: 'handoff-request' }] }
  const text = { type: 'text', text: 'Hello' }
  test.each<[string, string, unknown, string]>([
    ['an unknown type', 'floor-steal', {}, 'command/unknown'],
    ['a type that every object has', 'constructor', {}, 'command/unknown'],
    ['a type that reaches a prototype', '__proto__', {}, 'command/unknown'],
    ['no data', 'message-send', undefined, 'command/invalid'],
    ['data that is a text', 'message-send', 'Hello', 'command/invalid'],
    ['no parts', 'message-send', { parts: [] }, 'command/invalid'],
    ['an empty text', 'message-send', { parts: parts('') }, 'command/invalid'],
    ['a text that is a number', 'message-send', { parts: [{ type: 'text', text: 3 }] }, 'command/invalid'],
    ['a part of an unknown type', 'message-send', { parts: [{ type: 'html', html: '<b>' }] }, 'command/invalid'],
    ['a text that is too long by one', 'message-send', { parts: parts('x'.repeat(TEXT_LIMIT + 1)) }, 'command/invalid'],
    ['too many parts', 'message-send', { parts: Array.from({ length: 21 }, () => text) }, 'command/invalid'],
    ['a citation of a visitor', 'message-send', { parts: [text, citation] }, 'command/invalid'],
    ['quick replies of a visitor', 'message-send', { parts: [text, replies] }, 'command/invalid'],
    ['a score above the scale', 'survey-answer', { episode: 1, score: 8 }, 'command/invalid'],
    ['a score between two', 'survey-answer', { episode: 1, score: 4.5 }, 'command/invalid'],
    ['a negative mark', 'read-mark', { seq: -1 }, 'command/invalid'],
    ['a mark that is not a number', 'read-mark', { seq: null }, 'command/invalid'],
    ['a ticket without words', 'ticket-create', { text: '' }, 'command/invalid'],
  ])('is refused with a code: %s', async (_what, type, data, code) => {
    const world = createWorld({ provider: mute() })
    const link = world.link(maria)
    expect(await link.command(c, type, data)).toEqual({ ok: false, refusal: { code, message: expect.any(String) } })
    expect(await world.events(c)).toEqual([])
  })

  test('is refused for what only the hub itself may order', async () => {
    const world = createWorld({ provider: mute() })
    const turn = { turn: 'turn-0001', attempt: 1 }
    const orders: readonly [string, unknown][] = [
      ['turn-start', { ...turn, message: 'answer-01' }],
      ['turn-commit', { ...turn, floor: 1, parts: parts('I am the bot') }],
      ['turn-keep', { ...turn, parts: parts('I was the bot') }],
      ['summary-write', { episode: 3, text: 'Nothing happened' }],
      ['turn-abort', turn],
      ['turn-skip', { upTo: 3 }],
      ['turn-fail', { ...turn, code: 'x', retryable: false }],
      ['deadline-pass', { key: 'queue', at: 1 }],
      ['agent-drop', { agent: sarah.sub }],
      ['agent-return', { agent: sarah.sub }],
      ['conversation-finish', {}],
    ]
    await world.link(maria).say(c, 'Hello')
    await until(async () => (await world.types(c)).includes('turn-started'))
    const before = await world.types(c)
    for (const [type, data] of orders) {
      for (const who of [maria, sarah, vera]) {
        expect([type, await world.link(who).command(c, type, data)]).toMatchObject([type, { refusal: { code: 'command/forbidden' } }])
      }
    }
    expect(await world.types(c)).toEqual(before)
  })

  test('is only a message of visitors with other parts than text: an agent may cite', async () => {
    const world = createWorld({ provider: mute() })
    await world.link(maria).say(c, 'Hello')
    expect(await world.link(sarah).command(c, 'message-send', { parts: [text, { ...citation, url: '/help' }] })).toMatchObject({ ok: true })
  })

  test('carries keys of prototypes nowhere', async () => {
    const world = createWorld({ provider: mute() })
    const link = world.link(maria)
    const poison =
      '{"parts":[{"type":"text","text":"Hi","__proto__":{"polluted":1}}],"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'
    expect(await link.command(c, 'message-send', JSON.parse(poison))).toMatchObject({ ok: true })
    expect(await link.command(c, 'handoff-request', JSON.parse('{"fields":{"__proto__":"x"},"__proto__":{"reason":"rule"}}'))).toMatchObject({
      ok: true,
    })
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
    expect(JSON.stringify(await readAll(world.store, c))).not.toContain('polluted')
    expect(await world.said(c)).toEqual(['visitor: Hi'])
  })

  test('never breaks a link, whatever data a known or unknown command carries', async () => {
    const world = createWorld({ provider: mute() })
    const link = world.link(boris)
    const types = ['message-send', 'handoff-request', 'survey-answer', 'ticket-create', 'read-mark', 'toString', 'valueOf', 'x']
    let number = 0
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...types), fc.jsonValue({ maxDepth: 4 }), async (type, data) => {
        const answer = await link.command(`conversation-${(number += 1)}`, type, data)
        expect(answer.ok || /^(command|conversation|survey|handoff)\//.test(answer.refusal.code)).toBe(true)
        expect(link.ended).toBe(false)
      }),
      { seed: 20_261_121, numRuns: 300 },
    )
  })
})
