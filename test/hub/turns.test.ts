import { describe, expect, test } from 'vitest'
import type { AIProvider, EventStore, ReplyPart, ReplyRequest } from '../../src/contracts/index.ts'
import type { StoredEvent } from '../../src/protocol/index.ts'
import { ASSISTANT, HandbackError } from '../../src/protocol/index.ts'
import { gates, scripted } from '../../src/providers/scripted.ts'
import { memoryStore } from '../../src/stores/memory.ts'
import type { RecordedLink } from './recorded-link.ts'
import { settled, until } from './until.ts'
import type { World } from './world.ts'
import { createWorld, maria, sarah, spoken, stopClock } from './world.ts'

const c = 'conversation-1'
const down = () => new HandbackError('provider/unavailable', 'Down.', { retryable: true })
const broken = () => new HandbackError('provider/bad-request', 'Broken.')

const visitorTexts = ({ messages }: ReplyRequest): string[] => messages.filter(({ role }) => role === 'visitor').map(({ text }) => text)

/** Position of the first frame that tells of an event of one of these types. */
const frameOf = (link: RecordedLink, ...types: string[]): number =>
  link.frames.findIndex((frame) =>
    (frame.t === 'events' ? frame.events : frame.t === 'snapshot' ? frame.tail : []).some(({ type }) => types.includes(type)),
  )

const deltasOf = (link: RecordedLink) =>
  link.frames.flatMap((frame, at) => (frame.t === 'signal' && frame.signal.data.type === 'text-delta' ? [{ at, ...frame.signal.data }] : []))

async function asked(world: World, text = 'Where is my card?'): Promise<RecordedLink> {
  const link = world.link(maria)
  await link.say(c, text)
  await link.follow(c)
  return link
}

/** Assistant messages that stand behind an event of one of these types. */
const spokenAfter = (events: readonly StoredEvent[], type: string): StoredEvent[] => {
  const at = events.findIndex((event) => event.type === type)
  return events.slice(at + 1).filter((event) => event.type === 'message-sent' && event.by.kind === 'assistant')
}

const interruptions: Readonly<Record<string, { readonly ends: string; run(world: World, link: RecordedLink): Promise<unknown> }>> = {
  'a claim': { ends: 'floor-claimed', run: (world) => world.link(sarah).command(c, 'floor-claim') },
  'a message of an agent': { ends: 'floor-claimed', run: (world) => world.link(sarah).say(c, 'Sarah here') },
  "the visitor's wish for a person": { ends: 'handoff-requested', run: (_, link) => link.command(c, 'handoff-request') },
  'the end of the conversation': { ends: 'conversation-closed', run: (_, link) => link.command(c, 'conversation-end') },
}
const moments = ['before the first word', 'between two words', 'after the last word'] as const
const cases = moments.flatMap((moment) => Object.keys(interruptions).map((what) => [what, moment] as const))

describe('the silence law', () => {
  test.each(cases)('%s %s stops the bot at once, and nothing of it follows', async (what, moment) => {
    const at = gates()
    const provider = scripted([[at.gate(moments[0]), 'Your ', at.gate(moments[1]), 'card', at.gate(moments[2])]])
    const world = createWorld({ provider })
    const link = await asked(world)
    for (const passed of moments.slice(0, moments.indexOf(moment))) at.open(passed)
    await at.reached(moment)
    const shown = moments.indexOf(moment)
    if (shown > 0) await until(() => deltasOf(link).length >= shown)

    const { ends, run } = interruptions[what] as (typeof interruptions)[string]
    const began = performance.now()
    expect(await run(world, link)).toMatchObject({ ok: true })
    await until(() => provider.calls[0]?.ended)
    expect(provider.calls[0]?.aborted).toBe(true)
    expect(performance.now() - began).toBeLessThan(1_000)
    for (const gate of moments) at.open(gate)
    await until(() => frameOf(link, ends) >= 0)
    await settled()

    const events = await world.events(c)
    expect(spokenAfter(events, ends)).toEqual([])
    expect(spoken(events).filter((said) => said.startsWith('assistant'))).toEqual([])
    const types = events.map(({ type }) => type)
    expect(types.indexOf('turn-aborted')).toBeGreaterThan(0)
    expect(types.indexOf('turn-aborted')).toBeLessThan(types.indexOf(ends))
    expect(deltasOf(link).filter((delta) => delta.at > frameOf(link, ends))).toEqual([])
    expect(provider.calls).toHaveLength(1)
  })

  /** Holds back the append of an answer until a test lets it through. */
  function held(store: EventStore) {
    let release = (): void => undefined
    const released = new Promise<void>((resolve) => (release = resolve))
    let waiting = false
    const slow: EventStore = {
      ...store,
      async append(id, batch) {
        if (batch.events.some(({ type, by }) => type === 'message-sent' && by.kind === 'assistant')) {
          waiting = true
          await released
        }
        await store.append(id, batch)
      },
    }
    return { slow, release: () => release(), isWaiting: () => waiting }
  }

  test.each(['floor-claim', 'handoff-request'] as const)(
    '%s that is first in the log wins against an answer that is already on its way into it',
    async (type) => {
      const { slow, release, isWaiting } = held(memoryStore())
      const world = createWorld({ store: slow, provider: scripted([['All done']]) })
      const link = await asked(world)
      await until(isWaiting)
      const who = type === 'floor-claim' ? world.link(sarah) : link
      expect(await who.command(c, type)).toMatchObject({ ok: true })
      release()
      await settled()
      expect(await world.said(c)).toEqual(['visitor: Where is my card?'])
      // what they asked still waits for whoever comes
      expect((await world.store.load(c))?.owed).toBe(3)
    },
  )

  test('an answer that is first in the log stands before the claim', async () => {
    const at = gates()
    const world = createWorld({ provider: scripted([['All done', at.gate('end')]]) })
    const link = await asked(world)
    await at.reached('end')
    at.open('end')
    await until(async () => (await world.types(c)).includes('turn-done'))
    await world.link(sarah).command(c, 'floor-claim')
    await until(() => frameOf(link, 'floor-claimed') >= 0)
    const types = await world.types(c)
    expect(types.indexOf('turn-done')).toBeLessThan(types.indexOf('floor-claimed'))
    expect(types).not.toContain('turn-aborted')
  })

  test('holds against another hub that does not know of the claim yet: its words reach nobody', async () => {
    const at = gates()
    const world = createWorld({ provider: scripted([['Your ', at.gate('middle')]]) })
    const link = await asked(world)
    const watching = world.link(sarah)
    await watching.follow(c)
    await until(() => deltasOf(link).length === 1 && deltasOf(watching).length === 1)
    const { at: _, ...data } = deltasOf(link)[0] as ReturnType<typeof deltasOf>[number]
    const say = (attempt: number): void =>
      world.store.publish(`conversation:${c}`, {
        key: 'text:other',
        by: ASSISTANT,
        audience: 'everyone',
        ttl: 60_000,
        data: { ...data, attempt, offset: 5, text: 'late' },
      })
    say(2)
    await settled()
    expect(deltasOf(link)).toHaveLength(1)
    say(1)
    await until(() => deltasOf(link).length === 2 && deltasOf(watching).length === 2)
    await world.link(sarah).command(c, 'floor-claim')
    say(1)
    await until(() => frameOf(link, 'floor-claimed') >= 0)
    say(1)
    await settled()
    expect([deltasOf(link).length, deltasOf(watching).length]).toEqual([2, 2])
    const late = world.link(maria)
    await late.follow(c)
    expect(late.of('snapshot')[0]?.signals).toEqual([])
  })

  /** Minds no signal, and goes on when it is told to. */
  function stubborn(): AIProvider & { readonly signals: AbortSignal[]; go(): void } {
    const signals: AbortSignal[] = []
    const waiting: (() => void)[] = []
    return {
      specVersion: 1,
      name: 'stubborn',
      supports: { tools: false, images: false },
      signals,
      go: () => waiting.splice(0).forEach((resolve) => resolve()),
      async *reply(_request, { signal }): AsyncIterable<ReplyPart> {
        signals.push(signal)
        yield { type: 'text-delta', text: 'I ' }
        await new Promise<void>((resolve) => waiting.push(resolve))
        yield { type: 'text-delta', text: 'insist' }
        yield { type: 'finish', reason: 'stop' }
      },
    }
  }

  test('holds against a provider that minds no signal and goes on talking', async () => {
    const provider = stubborn()
    const world = createWorld({ provider })
    const link = await asked(world)
    await until(() => deltasOf(link).length === 1)
    await world.link(sarah).command(c, 'floor-claim')
    await until(() => provider.signals[0]?.aborted)
    provider.go()
    await until(() => frameOf(link, 'floor-claimed') >= 0)
    await settled()
    expect(await world.said(c)).toEqual(['visitor: Where is my card?'])
    expect(deltasOf(link)).toHaveLength(1)
  })

  test('such a provider cannot keep the bot from answering after the hand-back', async () => {
    const provider = stubborn()
    const world = createWorld({ provider })
    const link = await asked(world)
    await until(() => deltasOf(link).length === 1)
    const agent = world.link(sarah)
    await agent.say(c, 'It is in the post')
    await agent.command(c, 'floor-return', { tasks: [] })
    await link.say(c, 'And the PIN?')
    await until(() => provider.signals.length === 2)
    provider.go()
    await until(async () => (await world.said(c)).at(-1) === 'assistant: I insist')
  })
})

describe('several messages', () => {
  test('before anything is shown stop the turn, and one turn answers them all', async () => {
    const at = gates()
    const provider = scripted([[at.gate('first'), 'Too early'], ['Both']])
    const world = createWorld({ provider })
    const link = await asked(world, 'One')
    await at.reached('first')
    await link.say(c, 'Two')
    await until(async () => (await world.types(c)).includes('turn-done'))
    expect(provider.calls.map(({ request, aborted }) => [visitorTexts(request), aborted])).toEqual([
      [['One'], true],
      [['One', 'Two'], false],
    ])
    at.open('first')
    await settled()
    expect(await world.said(c)).toEqual(['visitor: One', 'visitor: Two', 'assistant: Both'])
    expect((await world.store.load(c))?.owed).toBeUndefined()
  })

  test('after something was shown wait for its end, and a second turn answers the late ones', async () => {
    const at = gates()
    const provider = scripted([['Answer ', at.gate('middle'), 'one'], ['Answer two']])
    const world = createWorld({ provider })
    const link = await asked(world, 'One')
    await until(() => deltasOf(link).length === 1)
    await link.say(c, 'Two')
    await link.say(c, 'Three')
    await settled()
    expect(provider.calls).toHaveLength(1)
    at.open('middle')
    await until(async () => (await world.said(c)).at(-1) === 'assistant: Answer two')
    expect(provider.calls.map(({ request, aborted }) => [visitorTexts(request), aborted])).toEqual([
      [['One'], false],
      [['One', 'Two', 'Three'], false],
    ])
    await settled()
    expect(await world.said(c)).toEqual(['visitor: One', 'visitor: Two', 'visitor: Three', 'assistant: Answer one', 'assistant: Answer two'])
    expect((await world.store.load(c))?.owed).toBeUndefined()
  })

  test('are not what read marks and notes are: these let a turn that has shown nothing go on', async () => {
    const at = gates()
    const provider = scripted([[at.gate('first'), 'Undisturbed']])
    const world = createWorld({ provider })
    const link = await asked(world)
    await at.reached('first')
    const agent = world.link(sarah)
    expect(await link.command(c, 'read-mark', { seq: 2 })).toMatchObject({ ok: true })
    expect(await agent.command(c, 'read-mark', { seq: 3 })).toMatchObject({ ok: true })
    expect(await agent.command(c, 'note-add', { text: 'I know her' })).toMatchObject({ ok: true })
    await settled()
    at.open('first')
    await until(async () => (await world.said(c)).at(-1) === 'assistant: Undisturbed')
    expect(provider.calls).toHaveLength(1)
    expect(await world.types(c)).not.toContain('turn-aborted')
  })
})

describe('a provider that fails', () => {
  test('before it has said anything, and may be tried again: waits, and tries again under another number', async () => {
    stopClock()
    const at = gates()
    const provider = scripted([[down()], ['A whole ', at.gate('whole'), 'answer']])
    const world = createWorld({ provider })
    const link = await asked(world)
    await until(async () => (await world.types(c)).includes('turn-failed'))
    await settled()
    expect(provider.calls).toHaveLength(1)
    await world.tick(999)
    expect(provider.calls).toHaveLength(1)
    await world.tick(1)
    await until(() => deltasOf(link).some(({ attempt }) => attempt === 2))
    const late = world.link(maria)
    await late.follow(c)
    expect(late.of('snapshot')[0]?.signals.map(({ data }) => data)).toEqual([expect.objectContaining({ attempt: 2, offset: 0, text: 'A whole ' })])
    at.open('whole')
    await until(async () => (await world.types(c)).includes('turn-done'))
    await until(() => frameOf(link, 'turn-done') >= 0)
    expect(await world.said(c)).toEqual(['visitor: Where is my card?', 'assistant: A whole answer'])
    expect(deltasOf(link).every(({ attempt }) => attempt === 2)).toBe(true)
    expect(link.bytes).not.toContain('provider/unavailable')
  })

  test('in the middle of an answer: what was seen stays, marked, and a person is asked instead of the provider again', async () => {
    stopClock()
    const provider = scripted([['Half an ', { type: 'citation', id: 'cards', title: 'Cards' }, down()]])
    const world = createWorld({ provider })
    const link = await asked(world)
    await until(async () => (await world.phase(c)) === 'queued')
    const said = (await world.events(c)).find(({ type, by }) => type === 'message-sent' && by.kind === 'assistant')
    expect(said?.data).toMatchObject({ cut: true, parts: [{ type: 'text', text: 'Half an ' }, { type: 'citation', id: 'cards' }] })
    const types = await world.types(c)
    expect(types.indexOf('message-sent', 3)).toBeLessThan(types.indexOf('turn-failed'))
    await until(() => frameOf(link, 'handoff-requested') >= 0)
    await world.tick(5_000)
    expect(provider.calls).toHaveLength(1)
  })

  test('because a filter withdrew what it had let through: nothing of it stays', async () => {
    const provider = scripted([['How to ', { type: 'finish', reason: 'filtered' }]])
    const world = createWorld({ provider })
    await asked(world)
    await until(async () => (await world.phase(c)) === 'queued')
    expect(await world.said(c)).toEqual(['visitor: Where is my card?'])
    expect(provider.calls).toHaveLength(1)
  })

  test('that asks for more time than anybody waits, is not asked again: a person is', async () => {
    stopClock()
    const provider = scripted([[new HandbackError('provider/rate-limited', 'Later.', { retryable: true, retryAfter: 60_000 })]])
    const world = createWorld({ provider })
    await asked(world)
    await until(async () => (await world.phase(c)) === 'queued')
    expect(provider.calls).toHaveLength(1)
  })

  test('once while the visitor writes again: one more attempt answers everything', async () => {
    stopClock()
    const provider = scripted([[down()], ['Both']])
    const world = createWorld({ provider })
    const link = await asked(world, 'One')
    await until(async () => (await world.types(c)).includes('turn-failed'))
    await link.say(c, 'Two')
    await until(async () => (await world.said(c)).at(-1) === 'assistant: Both')
    expect(visitorTexts(provider.calls[1]?.request as ReplyRequest)).toEqual(['One', 'Two'])
    await world.tick(10_000)
    expect(provider.calls).toHaveLength(2)
  })

  const failures = [
    ['twice', [[down()], [down()]]],
    ['once for good', [[broken()]]],
    [
      'with something that is no error of ours',
      [[{ type: 'gate', pass: () => Promise.reject(new TypeError('fetch failed at /etc/secret')) } as const]],
    ],
    ['by ending without a finish, twice', [[{ type: 'cut' }], [{ type: 'cut' }]]],
    ['by saying nothing, twice', [[], ['  ']]],
  ] as const

  test.each(failures)('%s: says so and asks for a person', async (_how, script) => {
    stopClock()
    const provider = scripted(script)
    const world = createWorld({ provider })
    const link = await asked(world)
    await until(async () => (await world.types(c)).includes('turn-failed'))
    await world.tick()
    await until(async () => (await world.phase(c)) === 'queued')
    const events = await world.events(c)
    expect(events.filter(({ type }) => type === 'notice').map(({ data }) => (data as { key: string }).key)).toEqual([
      'ai-disclosure',
      'answer-failed',
      'handoff-started',
    ])
    expect(events.find(({ type }) => type === 'handoff-requested')?.data).toMatchObject({ reason: 'assistant-failed' })
    expect(await world.said(c)).toEqual(['visitor: Where is my card?'])
    await until(() => frameOf(link, 'handoff-requested') >= 0)
    expect(link.bytes).not.toMatch(/provider\/|secret|fetch failed|Down\.|Broken\./)
    await world.tick(5_000)
    expect(provider.calls).toHaveLength(script.length)
  })

  test('twice, where the policy wants no person: says so, and the next question gets its answer', async () => {
    stopClock()
    const provider = scripted([[down()], [down()], ['Back again']])
    const world = createWorld({ provider, policy: { onFailure: 'notice' } })
    const link = await asked(world)
    await until(async () => (await world.types(c)).includes('turn-failed'))
    await world.tick()
    await until(async () => (await world.events(c)).some(({ data }) => (data as { key?: string }).key === 'answer-failed'))
    await world.tick(5_000)
    expect(await world.phase(c)).toBe('bot')
    expect(await world.types(c)).not.toContain('handoff-requested')
    expect(provider.calls).toHaveLength(2)
    await link.say(c, 'Hello?')
    await until(async () => (await world.said(c)).at(-1) === 'assistant: Back again')
  })

  test('by never answering is cut off after its time, and that is said', async () => {
    const provider = scripted(() => [gates().gate('never')])
    const world = createWorld({ provider, policy: { turnTime: 30, turnAttempts: 1 } })
    await asked(world)
    await until(async () => (await world.phase(c)) === 'queued')
    expect((await world.events(c)).find(({ type }) => type === 'turn-failed')?.data).toMatchObject({ code: 'provider/time-out' })
    expect(provider.calls[0]?.aborted).toBe(true)
  })

  test('never keeps another conversation waiting', async () => {
    const at = gates()
    const provider = scripted(({ messages }) => (messages.at(-1)?.text === 'Slow' ? [at.gate('slow')] : ['Quick']))
    const world = createWorld({ provider })
    await world.link(maria).say('conversation-slow', 'Slow')
    await at.reached('slow')
    await world.link(maria).say('conversation-quick', 'Fast')
    await until(async () => (await world.said('conversation-quick')).includes('assistant: Quick'))
  })
})

describe('a wish for a person', () => {
  test('in the words of the visitor reaches the queue without asking any provider', async () => {
    const provider = scripted([])
    const world = createWorld({ provider })
    await world.link(maria).say(c, 'I want to talk to a human')
    await until(async () => (await world.phase(c)) === 'queued')
    expect(provider.calls).toHaveLength(0)
    const context = (await world.events(c)).find(({ type }) => type === 'context-added')
    expect(context).toMatchObject({ audience: 'staff', data: { reason: 'visitor-request', rule: 'human-request' } })
  })

  test('of the provider ends its answer in the queue: what it said before stays, and no word after it is heard', async () => {
    const provider = scripted([['Let me see. ', { type: 'handoff-request', reason: 'refund', summary: 'Wants money back' }, 'Refund approved!']])
    const world = createWorld({ provider })
    await asked(world)
    await until(async () => (await world.phase(c)) === 'queued')
    expect(await world.said(c)).toEqual(['visitor: Where is my card?', 'assistant: Let me see.'])
    expect((await world.events(c)).find(({ type }) => type === 'context-added')?.data).toMatchObject({ rule: 'refund', summary: 'Wants money back' })
  })
})

describe('a streamed answer', () => {
  const words = ['Your card ', 'was sent ', '🚚 ', 'on Monday ', 'by post.']

  test('comes in pieces that fit together, then as one message', async () => {
    const world = createWorld({ provider: scripted([words]) })
    const link = await asked(world)
    await until(() => frameOf(link, 'turn-done') >= 0)
    let text = ''
    for (const delta of deltasOf(link)) {
      expect(delta).toMatchObject({ attempt: 1, offset: text.length })
      text += delta.text
    }
    expect(words.join('').startsWith(text) && text !== '').toBe(true)
    expect(await world.said(c)).toEqual(['visitor: Where is my card?', `assistant: ${words.join('')}`])
    const message = deltasOf(link)[0]?.message
    expect((await world.events(c)).findLast(({ type }) => type === 'message-sent')?.data).toMatchObject({ message })
  })

  test('is never ahead of the event that says it began', async () => {
    const world = createWorld({ provider: scripted([words]) })
    const link = world.link(maria)
    await link.command(c, 'ticket-create', { text: 'Later' })
    await link.follow(c)
    await link.say(c, 'Where is my card?')
    await until(() => frameOf(link, 'turn-done') >= 0)
    expect(deltasOf(link)[0]?.at).toBeGreaterThan(frameOf(link, 'turn-started'))
  })

  test('is told from its start to who asks, and to who comes late', async () => {
    const at = gates()
    const world = createWorld({ provider: scripted([[...words.slice(0, 3), at.gate('late'), ...words.slice(3)]]) })
    const link = await asked(world)
    const soFar = words.slice(0, 3).join('')
    await until(
      () =>
        deltasOf(link)
          .map(({ text }) => text)
          .join('') === soFar,
    )
    const { message } = deltasOf(link)[0] as { message: string }

    const late = world.link(maria)
    await late.follow(c)
    const living = late.of('snapshot')[0]?.signals.map(({ data }) => data)
    expect(living).toEqual([{ type: 'text-delta', message, attempt: 1, offset: 0, text: soFar }])
    const watching = world.link(sarah)
    await watching.follow(c)
    expect(watching.of('snapshot')[0]?.signals.map(({ data }) => data)).toEqual(living)
    const resumed = world.link(maria)
    await resumed.follow(c, { log: 1, seq: 3 })
    expect(deltasOf(resumed)).toMatchObject([{ offset: 0, text: soFar }])

    const before = deltasOf(link).length
    await link.send({ t: 'signal', topic: `conversation:${c}`, signal: { ttl: 0, data: { type: 'stream-ask', message } } })
    expect(deltasOf(link).slice(before)).toMatchObject([{ offset: 0, text: soFar, attempt: 1 }])
    at.open('late')
    await until(() => frameOf(late, 'turn-done') >= 0)
    let text = soFar
    for (const delta of deltasOf(late)) {
      expect(delta.offset).toBe(text.length)
      text += delta.text
    }
    // after its end there is nothing to replay
    const count = deltasOf(link).length
    await link.send({ t: 'signal', topic: `conversation:${c}`, signal: { ttl: 0, data: { type: 'stream-ask', message } } })
    expect(deltasOf(link)).toHaveLength(count)
  })

  test('goes to nobody who does not follow the conversation', async () => {
    const at = gates()
    const world = createWorld({ provider: scripted([['Secret', at.gate('hold')]]) })
    const link = await asked(world)
    await until(() => deltasOf(link).length === 1)
    const { message } = deltasOf(link)[0] as { message: string }
    const stranger = world.link({ sub: 'visitor-other', role: 'visitor' })
    await stranger.follow(c)
    await stranger.send({ t: 'signal', topic: `conversation:${c}`, signal: { ttl: 0, data: { type: 'stream-ask', message } } })
    await stranger.send({ t: 'signal', topic: `conversation:${c}`, signal: { ttl: 6_000, data: { type: 'typing' } } })
    at.open('hold')
    await until(() => frameOf(link, 'turn-done') >= 0)
    expect(stranger.frames.map(({ t }) => t)).toEqual(['hello', 'gone'])
    expect(link.bytes).not.toContain('"typing"')
  })
})

test('a provider is told the language of the visitor, also after it has changed', async () => {
  const provider = scripted(() => ['Tak.'])
  const world = createWorld({ provider })
  const link = world.link(maria)
  await link.command(c, 'message-send', { parts: [{ type: 'text', text: 'Hello' }], locale: 'en-GB' })
  await until(async () => (await world.types(c)).includes('turn-done'))
  await link.command(c, 'language-set', { language: 'pl' })
  await link.say(c, 'Czy to działa?')
  await until(() => provider.calls.length === 2)
  expect(provider.calls.map(({ request }) => request.locale)).toEqual(['en-GB', 'pl'])
})
