import { expect, test } from 'vitest'
import type { EventStore } from '../../src/contracts/index.ts'
import { emptyHeader, entryOf, evolveHeader } from '../../src/conversation/index.ts'
import { tailBefore } from '../../src/hub/tail.ts'
import { eventsAfter } from '../../src/hub/records.ts'
import { HandbackError } from '../../src/protocol/index.ts'
import type { Header, StoredEvent } from '../../src/protocol/index.ts'
import { gates, scripted } from '../../src/providers/scripted.ts'
import { memoryStore } from '../../src/stores/memory.ts'
import { settled, until } from './until.ts'
import { createWorld, maria, sarah } from './world.ts'

const c = 'conversation-1'
const mute = () => scripted(() => [gates().gate('never')])
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

const refold = (events: readonly StoredEvent[], log: number) => {
  const header = events.reduce<Header>(evolveHeader, { ...emptyHeader(maria.sub), log })
  return { header, entry: entryOf(c, header) }
}

/** A promise and what resolves it. */
function latch(): { readonly open: () => void; readonly opened: Promise<void> } {
  let open = (): void => undefined
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { open: () => open(), opened }
}

test('reading a log under the number of an erased one ends', async () => {
  const world = createWorld({ provider: mute() })
  const visitor = world.link(maria)
  await visitor.command(c, 'handoff-request')
  const agent = world.link(sarah)
  await agent.command(c, 'floor-claim')
  for (let note = 0; note < 600; note += 1) await agent.command(c, 'note-add', { text: `Note ${note}` })
  await world.store.erase(c, [3], refold)
  let reads = 0
  const store: EventStore = {
    ...world.store,
    read(...args) {
      reads += 1
      if (reads > 100) throw new Error('It never ends.')
      return world.store.read(...args)
    },
  }
  await tailBefore(store, c, { log: 1, seq: 606 }, false)
  for await (const event of eventsAfter(store, c, { log: 1, seq: 0 })) expect(event.seq).toBeLessThanOrEqual(500)
})

test('an erasure is told to everybody who follows, and who comes then gets the new log only', async () => {
  const world = createWorld({ provider: mute() })
  const link = world.link(maria)
  await link.say(c, 'My secret')
  await link.follow(c)
  const desk = world.link(sarah)
  await desk.follow(c)
  await world.store.erase(c, 'all', refold)
  await until(() => link.of('reset').length === 1 && desk.of('reset').length === 1)
  expect(link.of('reset')).toEqual([{ t: 'reset', conversation: c, log: 2 }])
  await link.follow(c)
  expect(link.of('snapshot').at(-1)).toMatchObject({ at: { log: 2 }, tail: expect.arrayContaining([expect.objectContaining({ data: { erased: true } })]) })
  const count = link.frames.length
  await world.link(maria).say(c, 'Hello again')
  await until(() => link.frames.slice(count).some(({ t }) => t === 'events'))
  expect(link.of('events').at(-1)?.log).toBe(2)
  expect(link.of('reset')).toHaveLength(1)
})

test.each(['before it comes', 'while its past is being read'] as const)('who comes never gets the log of before an erasure: %s, with no word from the index', async (when) => {
  const base = memoryStore()
  const [reading, erased] = [latch(), latch()]
  let wait = false
  const store: EventStore = {
    ...base,
    async *watchIndex() {},
    async read(...args) {
      const events = await base.read(...args)
      if (wait) {
        wait = false
        reading.open()
        await erased.opened
      }
      return events
    },
  }
  const world = createWorld({ store, provider: mute(), log: silent })
  const first = world.link(maria)
  await first.say(c, 'My secret')
  await first.follow(c)
  const late = world.link(maria)
  if (when === 'before it comes') {
    await base.erase(c, 'all', refold)
    await late.follow(c)
  } else {
    wait = true
    const following = late.follow(c)
    await reading.opened
    await base.erase(c, 'all', refold)
    erased.open()
    await following
  }
  expect(late.of('snapshot').map(({ at }) => at.log)).toEqual([2])
  expect(late.bytes).not.toContain('My secret')
  expect(late.of('reset')).toEqual([])
  expect(first.of('reset')).toEqual([{ t: 'reset', conversation: c, log: 2 }])
})

test.each([undefined, { log: 1, seq: 2 }])('what happens in the moment of following is told once (after %j)', async (after) => {
  const base = memoryStore()
  let taken = (_: StoredEvent): void => undefined
  const store: EventStore = {
    ...base,
    async *watch(id, options) {
      for await (const event of base.watch(id, options)) {
        yield event
        taken(event)
      }
    },
  }
  const world = createWorld({ store, provider: mute() })
  const link = world.link(maria)
  await link.command(c, 'handoff-request')
  await link.follow(c)
  const late = world.link(maria)
  let following: Promise<void> | undefined
  // the room has the event, and has not told it yet
  taken = () => (following ??= late.follow(c, after))
  await link.say(c, 'Now')
  await until(() => link.bytes.includes('Now') && late.bytes.includes('Now'))
  await following
  await settled()
  const seqs = late.events(c).map(({ seq }) => seq)
  expect(seqs).toEqual([...new Set(seqs)])
})

/** A store whose watches of logs fail when told to. */
function breaking(): { readonly store: EventStore; readonly fail: () => void } {
  const base = memoryStore()
  const running = new Set<(error: Error) => void>()
  const store: EventStore = {
    ...base,
    async *watch(id, options) {
      let fail = (_: Error): void => undefined
      const failing = new Promise<never>((_, reject) => (fail = reject))
      running.add(fail)
      const items = base.watch(id, options)[Symbol.asyncIterator]()
      for (;;) {
        const step = await Promise.race([items.next(), failing])
        if (step.done) return
        yield step.value
      }
    },
  }
  return {
    store,
    fail() {
      for (const fail of running) fail(new HandbackError('store/unavailable', 'The disk is gone.', { retryable: true }))
      running.clear()
    },
  }
}

test('who comes while a turn holds a room that has failed follows a new one', async () => {
  const { store, fail } = breaking()
  const at = gates()
  const world = createWorld({ store, provider: scripted(() => ['One', at.gate('middle'), ' two']), log: silent })
  const link = world.link(maria)
  await link.say(c, 'Where is it?')
  await link.follow(c)
  await at.reached('middle')
  fail()
  await until(() => link.ended)
  const back = world.link(maria)
  await back.follow(c)
  at.open('middle')
  await until(() => back.bytes.includes('One two'))
  await back.say(c, 'And when?')
  await until(() => back.bytes.includes('And when?'))
  expect(link.bytes).not.toContain('One two')
})

test('a turn that waits for a room that fails is given up at once and has another attempt', async () => {
  const base = memoryStore()
  const lines: string[] = []
  const write = (fields: object, message: string): void => void lines.push(`${message}: ${String((fields as { code?: string }).code)}`)
  let fails = true
  const store: EventStore = {
    ...base,
    async *watch(id, options) {
      for await (const event of base.watch(id, options)) {
        if (fails && event.type === 'turn-started') {
          fails = false
          throw new Error('The disk is gone.')
        }
        yield event
      }
    },
  }
  const world = createWorld({ store, policy: { turnRetry: 0 }, log: { info: () => undefined, warn: write, error: () => undefined } })
  await world.link(maria).say(c, 'Where is it?')
  await until(async () => (await world.types(c)).includes('turn-failed'))
  expect(lines).toEqual(['An answer failed: store/unavailable'])
  await until(async () => (await world.said(c)).at(-1) === 'assistant: All is well.')
})

test('a conversation that begins while somebody looks for it has its turn at once', async () => {
  const base = memoryStore()
  const [looking, begun] = [latch(), latch()]
  let first = true
  const store: EventStore = {
    ...base,
    async load(id) {
      const header = await base.load(id)
      if (first) {
        first = false
        looking.open()
        await begun.opened
      }
      return header
    },
  }
  const world = createWorld({ store })
  const early = world.link(maria)
  const following = early.follow(c)
  await looking.opened
  const link = world.link(maria)
  await link.say(c, 'Where is it?')
  const joined = world.link(maria)
  const second = joined.follow(c)
  await settled()
  begun.open()
  await Promise.all([following, second])
  expect(early.of('gone')).toHaveLength(1)
  expect(joined.of('snapshot')).toHaveLength(1)
  await until(async () => (await world.said(c)).at(-1) === 'assistant: All is well.', 2_000)
})
