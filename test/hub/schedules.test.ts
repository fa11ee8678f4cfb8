import { expect, test } from 'vitest'
import type { AIProvider, EventStore, ReplyPart } from '../../src/contracts/index.ts'
import type { StoredEvent } from '../../src/protocol/index.ts'
import { HandbackError, textOf } from '../../src/protocol/index.ts'
import { narrowPublic } from '../../src/conversation/index.ts'
import { memoryStore } from '../../src/stores/memory.ts'
import type { RecordedLink } from './recorded-link.ts'
import { until } from './until.ts'
import { createWorld, maria, sarah, tom } from './world.ts'

const c = 'conversation-1'

/** Numbers that look random and are the same for the same seed. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Lets other work go first, now and then, without any time passing. */
const wavering = (random: () => number, most: number) => async (): Promise<void> => {
  for (let turns = Math.floor(random() * most); turns > 0; turns -= 1) await new Promise((resolve) => setImmediate(resolve))
}

function shaky(store: EventStore, pause: () => Promise<void>): EventStore {
  const around =
    <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      await pause()
      try {
        return await work(...args)
      } finally {
        await pause()
      }
    }
  return { ...store, load: around(store.load), append: around(store.append), caused: around(store.caused), read: around(store.read) }
}

interface Call {
  signal: AbortSignal
  ended: boolean
}

/** Answers with how many messages of the visitor it was given; fails now and then, and may mind its signal or not. */
function counting(random: () => number, pause: () => Promise<void>): AIProvider & { readonly calls: Call[] } {
  const calls: Call[] = []
  return {
    specVersion: 1,
    name: 'counting',
    supports: { tools: false, images: false },
    calls,
    async *reply({ messages }, { signal }): AsyncIterable<ReplyPart> {
      const call: Call = { signal, ended: false }
      calls.push(call)
      const deaf = random() < 0.3
      const fails = random() < 0.25
      try {
        await pause()
        for (const word of ['answers ', 'up ', 'to ', String(messages.filter(({ role }) => role === 'visitor').length)]) {
          if (signal.aborted && !deaf) return
          yield { type: 'text-delta', text: word }
          await pause()
          if (fails && word === 'up ') throw new HandbackError('provider/unavailable', 'Down.', { retryable: true })
        }
        yield { type: 'finish', reason: 'stop' }
      } finally {
        call.ended = true
      }
    },
  }
}

const kinds = (events: readonly StoredEvent[], type: string) => events.filter((event) => event.type === type)

/** What must hold in any log, however it came about. */
function judge(events: readonly StoredEvent[]): void {
  const ends = new Map<string, number>()
  const starts = new Set<string>()
  let person = false
  let answered = 0
  let asked = 0
  for (const event of events) {
    const known = narrowPublic(event)
    if (!known) continue
    const attempt = (data: { turn: string; attempt: number }): string => `${data.turn}:${data.attempt}`
    if (known.type === 'turn-started') {
      expect(starts.has(attempt(known.data))).toBe(false)
      starts.add(attempt(known.data))
      // at most one turn at a time
      expect(ends.size).toBe(starts.size - 1)
    }
    if (known.type === 'turn-done' || known.type === 'turn-aborted' || known.type === 'turn-failed') {
      expect(starts.has(attempt(known.data))).toBe(true)
      expect(ends.has(attempt(known.data))).toBe(false)
      ends.set(attempt(known.data), known.seq)
    }
    if (known.type === 'floor-claimed' || known.type === 'handoff-requested') person = true
    if (known.type === 'floor-returned' || known.type === 'handoff-cancelled') person = false
    if (known.type !== 'message-sent') continue
    if (known.by.kind === 'visitor') asked += 1
    if (known.by.kind !== 'assistant') continue
    expect(person).toBe(false)
    // what a failed attempt had shown
    if (known.data.cut) continue
    const upTo = Number(/^answers up to (\d+)$/.exec(textOf(known.data.parts))?.[1])
    // never two answers for one message, and never one for a message that is not there
    expect(upTo).toBeGreaterThan(answered)
    expect(upTo).toBeLessThanOrEqual(asked)
    answered = upTo
  }
  expect(ends.size).toBe(starts.size)
  const whole = events.filter(({ type, by, data }) => type === 'message-sent' && by.kind === 'assistant' && !(data as { cut?: true }).cut)
  expect(kinds(events, 'turn-done')).toHaveLength(whole.length)
}

/** No word of a turn reaches a visitor before its start or after its end. */
function judgeLink(link: RecordedLink): void {
  let stream: { message: string; attempt: number } | undefined
  let offset = 0
  for (const frame of link.frames) {
    if (frame.t === 'snapshot') stream = frame.header.stream
    if (frame.t === 'events') {
      for (const event of frame.events) {
        if (event.type === 'turn-started') {
          stream = event.data as { message: string; attempt: number }
          offset = 0
        }
        if (event.type.startsWith('turn-') && event.type !== 'turn-started') stream = undefined
      }
    }
    if (frame.t !== 'signal' || frame.signal.data.type !== 'text-delta') continue
    const { message, attempt, text, ...delta } = frame.signal.data
    expect(stream).toMatchObject({ message, attempt })
    expect(delta.offset).toBe(offset)
    offset += text.length
  }
}

test.each(Array.from({ length: 50 }, (_, index) => index + 1))('schedule %i keeps every law of the bot', async (seed) => {
  const random = dice(seed)
  const pause = wavering(random, 4)
  const provider = counting(random, wavering(random, 8))
  const store = shaky(memoryStore(), pause)
  const world = createWorld({ store, provider, policy: { turnRetry: 0, turnAttempts: 2, onFailure: random() < 0.5 ? 'handoff' : 'notice' } })
  const visitor = world.link(maria)
  await visitor.say(c, 'message 1')
  await visitor.follow(c)
  const agents = [world.link(sarah), world.link(tom)]
  let claims = 0

  const acts: readonly (() => Promise<unknown>)[] = [
    () => visitor.say(c, 'message'),
    () => visitor.say(c, 'message'),
    () => visitor.command(c, 'read-mark', { seq: 3 }),
    () => visitor.command(c, 'handoff-request'),
    () => visitor.command(c, 'handoff-cancel'),
    async () => {
      const answers = await Promise.all(agents.map((agent) => agent.command(c, 'floor-claim')))
      claims += answers.filter(({ ok }) => ok).length
    },
    () => agents[0]?.command(c, 'note-add', { text: 'note' }) ?? Promise.resolve(),
    () => Promise.all(agents.map((agent) => agent.command(c, 'floor-return', { tasks: [] }))),
  ]
  const running: Promise<unknown>[] = []
  for (let step = 0; step < 12; step += 1) {
    running.push((acts[Math.floor(random() * acts.length)] as () => Promise<unknown>)())
    await wavering(random, 12)()
  }
  await Promise.all(running)
  // whoever holds the conversation now gives it back, so that what is owed has to be answered
  await Promise.all(agents.map((agent) => agent.command(c, 'floor-return', { tasks: [] })))
  await visitor.command(c, 'handoff-cancel')
  await visitor.say(c, 'the last message')

  await until(async () => {
    const header = await world.store.load(c)
    return header?.turn === undefined && (header?.owed === undefined || header.phase === 'queued')
  })
  await until(() => provider.calls.every(({ ended }) => ended))
  const events = await world.events(c)
  judge(events)
  await until(() => visitor.events(c).at(-1)?.seq === events.findLast(({ audience }) => audience === 'everyone')?.seq)
  judgeLink(visitor)
  // as many takings of the floor as acknowledgements; repeating one's own claim is acknowledged too
  expect(kinds(events, 'floor-claimed').length).toBeLessThanOrEqual(claims)
  expect(visitor.events(c).map(({ seq }) => seq)).toEqual([...new Set(visitor.events(c).map(({ seq }) => seq))])
  // a turn that was stopped in the log was stopped at its provider
  expect(provider.calls.filter(({ signal }) => signal.aborted).length).toBeGreaterThanOrEqual(
    kinds(events, 'turn-aborted').length - (kinds(events, 'turn-started').length - provider.calls.length),
  )
})
