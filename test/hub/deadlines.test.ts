import { describe, expect, test } from 'vitest'
import type { EventStore } from '../../src/contracts/index.ts'
import { passDeadlines } from '../../src/hub/ticks.ts'
import { HandbackError } from '../../src/protocol/index.ts'
import { gates, scripted } from '../../src/providers/scripted.ts'
import { memoryStore } from '../../src/stores/memory.ts'
import { sqliteStore } from '../../src/stores/sqlite.ts'
import { tempFile } from './temp-file.ts'
import { settled, until } from './until.ts'
import type { Clock, World } from './world.ts'
import { boris, createWorld, maria, sarah, stopClock, tom } from './world.ts'

const c = 'conversation-1'
const minute = 60_000

const noticesOf = async (world: World): Promise<string[]> =>
  (await world.events(c)).flatMap(({ type, data }) => (type === 'notice' ? [(data as { key: string }).key] : []))
const count = async (world: World, type: string): Promise<number> => (await world.types(c)).filter((each) => each === type).length

/** A conversation that Sarah holds, with her desk open. */
async function held(options: Parameters<typeof createWorld>[0] = {}) {
  const world = createWorld(options)
  const visitor = world.link(maria)
  await visitor.command(c, 'handoff-request')
  const desk = world.link(sarah)
  await desk.say(c, 'Hello, this is Sarah')
  return { world, visitor, desk }
}

describe('the queue', () => {
  test('ends at its time: the bot is back, says so, and answers what was written meanwhile', async () => {
    stopClock()
    const provider = scripted([['I am back']])
    const world = createWorld({ provider })
    const link = world.link(maria)
    await link.command(c, 'handoff-request')
    await link.follow(c)
    await link.say(c, 'Will it come today?')
    await world.tick(3 * minute - 1)
    expect(await world.phase(c)).toBe('queued')
    expect(provider.calls).toHaveLength(0)
    await world.tick(1)
    await until(async () => (await world.said(c)).at(-1) === 'assistant: I am back')
    expect(await world.types(c)).toEqual(expect.arrayContaining(['handoff-expired']))
    expect(await noticesOf(world)).toEqual(['ai-disclosure', 'handoff-started', 'handoff-expired'])
    await world.tick(10 * minute)
    expect(await count(world, 'handoff-expired')).toBe(1)
  })

  test('that a person or the visitor left in time has no end', async () => {
    stopClock()
    const { world } = await held()
    const link = world.link(maria)
    await link.command('conversation-2', 'handoff-request')
    await link.command('conversation-2', 'handoff-cancel')
    await world.tick(10 * minute)
    expect(await world.types(c)).not.toContain('handoff-expired')
    expect(await world.types('conversation-2')).not.toContain('handoff-expired')
  })
})

describe('the closing tasks', () => {
  test('end with an unanswered survey: expired and closed, once', async () => {
    stopClock()
    const { world, desk } = await held()
    await desk.command(c, 'floor-return')
    await world.tick(10 * minute - 1)
    expect(await world.phase(c)).toBe('handback')
    await world.tick(1)
    expect(await world.phase(c)).toBe('closed')
    expect((await world.types(c)).slice(-3)).toEqual(['survey-expired', 'conversation-closed', 'notice'])
    await world.tick(10 * minute)
    expect(await count(world, 'conversation-closed')).toBe(1)
    // a rating that comes late is still taken
    expect(await world.link(maria).command(c, 'survey-answer', { episode: 3, score: 5 })).toMatchObject({ ok: true })
    expect(await world.phase(c)).toBe('closed')
  })

  test.each([['survey-answer', { episode: 3, score: 7 }], ['survey-decline', { episode: 3 }]] as const)('end with nothing else to say after %s: closed as done', async (type, data) => {
    stopClock()
    const { world, desk, visitor } = await held()
    await desk.command(c, 'floor-return')
    await visitor.command(c, type, data)
    await until(async () => (await world.types(c)).includes('summary-written'))
    expect((await world.types(c)).findLast((type) => type !== 'summary-written')).toBe('anything-else-asked')
    await world.tick(5 * minute)
    expect(await world.phase(c)).toBe('closed')
    expect((await world.events(c)).findLast(({ type }) => type === 'conversation-closed')?.data).toEqual({ reason: 'done' })
    expect(await world.types(c)).not.toContain('survey-expired')
  })

  test('wait for the answer to a question that came at their very end', async () => {
    stopClock()
    const at = gates()
    const provider = scripted([[at.gate('slow'), 'Not before Friday']])
    const { world, desk, visitor } = await held({ provider })
    await desk.command(c, 'floor-return')
    await world.tick(10 * minute - 1)
    await visitor.say(c, 'When will it come?')
    await at.reached('slow')
    await world.tick(1_000)
    expect(await world.phase(c)).toBe('bot')
    at.open('slow')
    await until(async () => (await world.said(c)).at(-1) === 'assistant: Not before Friday')
  })
})

test('a conversation in which nobody says anything for a day ends', async () => {
  stopClock()
  const world = createWorld()
  await world.link(maria).say(c, 'Hello')
  await until(async () => (await world.types(c)).includes('turn-done'))
  await world.tick(24 * 60 * minute)
  expect(await world.phase(c)).toBe('closed')
})

describe('a lost agent', () => {
  const fiveSeconds = async (world: World): Promise<void> => {
    for (let second = 0; second < 5; second += 1) await world.tick()
  }

  test('is missed after two looks, and is back without a word when the desk is', async () => {
    stopClock()
    const { world, visitor, desk } = await held()
    await visitor.follow(c)
    await fiveSeconds(world)
    desk.close()
    await fiveSeconds(world)
    expect(await world.types(c)).not.toContain('agent-dropped')
    await fiveSeconds(world)
    expect(await count(world, 'agent-dropped')).toBe(1)
    expect((await world.store.load(c))?.away).toBe(true)
    await fiveSeconds(world)
    expect(await count(world, 'agent-dropped')).toBe(1)

    world.link(sarah)
    await fiveSeconds(world)
    expect((await world.types(c)).at(-1)).toBe('agent-returned')
    expect((await world.store.load(c))?.away).toBeUndefined()
    await world.tick(2 * minute)
    expect(await world.phase(c)).toBe('human')
    expect(await noticesOf(world)).toEqual(['ai-disclosure', 'handoff-started', 'agent-joined'])
  })

  test('is not missed when the desk comes back between two looks, or one of two desks stays', async () => {
    stopClock()
    const { world, desk } = await held()
    const second = world.link(sarah)
    desk.close()
    await settled()
    expect((await world.store.leases('presence:')).map(({ holder }) => holder)).toEqual([sarah.sub])
    await fiveSeconds(world)
    await fiveSeconds(world)
    await fiveSeconds(world)
    second.close()
    await settled()
    expect(await world.store.leases('presence:')).toEqual([])
    await fiveSeconds(world)
    const third = world.link(sarah)
    await fiveSeconds(world)
    third.close()
    await fiveSeconds(world)
    expect(await world.types(c)).not.toContain('agent-dropped')
  })

  test('who does not come back in time loses the floor: queued again, once, and the visitor is told', async () => {
    stopClock()
    const { world, desk } = await held()
    desk.close()
    await fiveSeconds(world)
    await fiveSeconds(world)
    expect(await count(world, 'agent-dropped')).toBe(1)
    await world.tick(minute - 1_000)
    expect(await world.phase(c)).toBe('human')
    await world.tick(1_000)
    expect(await world.phase(c)).toBe('queued')
    expect((await world.events(c)).findLast(({ type }) => type === 'floor-transferred')?.data).toMatchObject({ reason: 'agent-lost' })
    expect((await noticesOf(world)).at(-1)).toBe('agent-lost')
    await fiveSeconds(world)
    await fiveSeconds(world)
    expect(await count(world, 'agent-dropped')).toBe(1)
    // the lost one may not write as if nothing had happened, but may claim like anybody else
    expect(await world.link(sarah).command(c, 'floor-return')).toMatchObject({ refusal: { code: 'floor/not-human' } })
    expect(await world.link(tom).command(c, 'floor-claim')).toMatchObject({ ok: true })
  })
})

describe('a store that fails for one conversation', () => {
  const bad = 'conversation-bad'

  /** Whose every load of the bad one fails from `broken` on. */
  function failing(fails: (id: string, method: 'load' | 'append') => boolean) {
    const base = memoryStore()
    const check = (id: string, method: 'load' | 'append'): void => {
      if (fails(id, method)) throw new HandbackError('store/unavailable', 'This page of the disk is gone.', { retryable: true })
    }
    const store: EventStore = {
      ...base,
      async load(id) {
        check(id, 'load')
        return base.load(id)
      },
      async append(id, batch) {
        check(id, 'append')
        return base.append(id, batch)
      },
    }
    const lines: string[] = []
    const line = (level: string) => (fields: object, message: string) => void lines.push(`${level} ${String((fields as { conversation?: string }).conversation)}: ${message}`)
    return { store, lines, log: { info: line('info'), warn: line('warn'), error: line('error') } }
  }

  test.each(['load', 'append'] as const)('still lets the deadlines of the others pass, and says which one it was (%s)', async (method) => {
    stopClock()
    let broken = false
    const { store, lines, log } = failing((id, each) => broken && id === bad && each === method)
    const world = createWorld({ store, log, provider: scripted(() => [gates().gate('never')]) })
    await world.link(boris).command(bad, 'handoff-request')
    world.clock.now += 10
    await world.link(maria).command(c, 'handoff-request')
    broken = true
    await world.tick(3 * minute)
    expect(await world.types(c)).toContain('handoff-expired')
    expect(lines).toEqual([`error ${bad}: A conversation could not be looked after`])
    broken = false
    await world.tick()
    expect(await world.types(bad)).toContain('handoff-expired')
  })

  test('still misses the agent of another', async () => {
    stopClock()
    let broken = false
    const { store, lines, log } = failing((id) => broken && id === bad)
    const { world, desk } = await held({ store, log })
    await world.link(boris).command(bad, 'handoff-request')
    await desk.command(bad, 'floor-claim')
    broken = true
    desk.close()
    for (let second = 0; second < 10; second += 1) await world.tick()
    expect(await world.types(c)).toContain('agent-dropped')
    expect(lines).toEqual([`error ${bad}: A conversation could not be looked after`])
  })

  test('still looks who is here when the list of deadlines cannot be had', async () => {
    stopClock()
    const base = memoryStore()
    let broken = false
    const store: EventStore = {
      ...base,
      async list(query, range) {
        if (broken && query.view === 'due') throw new HandbackError('store/unavailable', 'This table is gone.', { retryable: true })
        return base.list(query, range)
      },
    }
    const { world, desk } = await held({ store, log: { info: () => undefined, warn: () => undefined, error: () => undefined } })
    broken = true
    desk.close()
    for (let second = 0; second < 10; second += 1) await world.tick()
    expect(await world.types(c)).toContain('agent-dropped')
  })
})

test('a deadline that the machine refuses is reported, unless another hub has passed it', async () => {
  stopClock()
  const refusals: (readonly [string, string])[] = []
  const store = memoryStore()
  const world = createWorld({ store })
  await world.link(maria).command(c, 'handoff-request')
  for (const code of ['deadline/not-due', 'command/mismatch'] as const)
    await passDeadlines({
      store,
      now: () => world.clock.now + 3 * minute,
      order: async () => ({ ok: false, refusal: { code, message: 'No.' } }),
      onOwed: () => undefined,
      onAsked: () => undefined,
      onTicket: () => undefined,
      erase: async () => 1,
      onFailure: (_, error) => {
        throw error
      },
      onRefused: (conversation, refusal) => void refusals.push([conversation, refusal.code]),
    })
  expect(refusals).toEqual([[c, 'command/mismatch']])
})

test('a lost agent is missed however many other conversations there are, also by a hub that has just begun', async () => {
  stopClock()
  const { world, desk } = await held({ provider: scripted(() => [gates().gate('never')]) })
  world.clock.now += 1_000
  const writer = world.link(boris)
  for (let index = 0; index < 520; index += 1) {
    world.clock.now += 1_000
    await writer.command(`conversation-number-${index}`, 'ticket-create', { text: 'Later' })
  }
  desk.close()
  // the next hub has heard nothing of it
  await world.close()
  const next = createWorld({ store: world.store, clock: world.clock, provider: scripted(() => [gates().gate('never')]) })
  for (let second = 0; second < 10; second += 1) await next.tick()
  expect(await next.types(c)).toContain('agent-dropped')
})

describe('two hubs on one store', () => {
  test('make one event of a deadline that both see pass', async () => {
    stopClock()
    const clock: Clock = { now: 1_800_000_000_000 }
    // a store that hubs may share, so that the second does not take the turns of the first for lost
    const base = memoryStore({ now: () => clock.now })
    const store = { ...base, supports: { ...base.supports, shared: true } }
    const one = createWorld({ store, clock })
    const two = createWorld({ store, clock })
    const visitors = Array.from({ length: 20 }, (_, index) => `conversation-number-${index}`)
    for (const [index, id] of visitors.entries())
      await (index % 2 ? one : two).link({ ...maria, sub: `visitor-number-${index}` }).command(id, 'handoff-request')
    await one.tick(3 * minute)
    await settled(40)
    for (const id of visitors) {
      const types = await one.types(id)
      expect(types.filter((type) => type === 'handoff-expired')).toHaveLength(1)
      expect(types.at(-1)).toBe('notice')
    }
  })

  test('answer a message once, whichever of them sees it first', async () => {
    const base = memoryStore()
    const store = { ...base, supports: { ...base.supports, shared: true } }
    const provider = scripted(() => ['Once'])
    const one = createWorld({ store, provider })
    const two = createWorld({ store, provider })
    const first = one.link(maria)
    const second = two.link(maria)
    await Promise.all([first.say(c, 'Hello', { id: 'command-hello' }), second.say(c, 'Hello', { id: 'command-hello' })])
    await until(async () => (await one.types(c)).includes('turn-done'))
    await settled()
    expect(await one.said(c)).toEqual(['visitor: Hello', 'assistant: Once'])
  })

  test('stop the turn of the other when a person claims at this one', async () => {
    const base = memoryStore()
    const store = { ...base, supports: { ...base.supports, shared: true } }
    const at = gates()
    const provider = scripted([['Half ', at.gate('middle'), 'an answer']])
    const one = createWorld({ store, provider })
    const two = createWorld({ store, provider })
    await one.link(maria).say(c, 'Hello')
    await at.reached('middle')
    expect(await two.link(sarah).command(c, 'floor-claim')).toMatchObject({ ok: true })
    await until(() => provider.calls[0]?.aborted)
    expect(await one.said(c)).toEqual(['visitor: Hello'])
  })
})

describe('what a dead hub leaves behind', () => {
  test('a message that no turn has taken up is answered by the next hub', async () => {
    stopClock()
    const path = tempFile()
    const clock: Clock = { now: 1_800_000_000_000 }
    const store = sqliteStore({ path })
    // dies after the message, before its turn
    const dying = {
      ...store,
      append: async (...[id, batch]: Parameters<typeof store.append>) => {
        if (batch.events.some(({ type }) => type === 'turn-started')) await new Promise(() => undefined)
        await store.append(id, batch)
      },
    }
    const first = createWorld({ store: dying, clock })
    await first.link(maria).say(c, 'Will it come today?')
    await first.close()
    await store.close()

    const reopened = sqliteStore({ path })
    const next = createWorld({ store: reopened, clock, provider: scripted([['Yes']]) })
    await until(async () => (await next.said(c)).at(-1) === 'assistant: Yes')
    expect(await next.said(c)).toEqual(['visitor: Will it come today?', 'assistant: Yes'])
    await next.close()
    await reopened.close()
  })

  test('a turn that was running gets another attempt, and a person after the last', async () => {
    stopClock()
    const path = tempFile()
    const clock: Clock = { now: 1_800_000_000_000 }
    for (const life of [1, 2]) {
      const store = sqliteStore({ path })
      const world = createWorld({ store, clock, provider: scripted(() => ['Half ', gates().gate('never')]) })
      if (life === 1) await world.link(maria).say(c, 'Will it come today?')
      else {
        await until(async () => (await world.types(c)).includes('turn-failed'))
        await world.tick()
      }
      await until(async () => (await world.store.load(c))?.turn?.attempt === life)
      await world.close()
      await store.close()
    }
    const store = sqliteStore({ path })
    const world = createWorld({ store, clock })
    await until(async () => (await world.phase(c)) === 'queued')
    expect(await noticesOf(world)).toEqual(['ai-disclosure', 'answer-failed', 'handoff-started'])
    expect((await world.events(c)).filter(({ type }) => type === 'turn-failed')).toMatchObject([
      { data: { code: 'hub/restarted' } },
      { data: { code: 'hub/restarted' } },
    ])
    await world.close()
    await store.close()
  })

  test('every deadline that passed while no hub ran is taken up at the first look', async () => {
    stopClock()
    const path = tempFile()
    const clock: Clock = { now: 1_800_000_000_000 }
    const store = sqliteStore({ path })
    const world = createWorld({ store, clock })
    const visitor = world.link(maria)
    for (let index = 0; index < 250; index += 1) await visitor.command(`conversation-number-${index}`, 'handoff-request')
    await world.close()
    await store.close()
    clock.now += 60 * minute
    const reopened = sqliteStore({ path })
    const next = createWorld({ store: reopened, clock })
    await next.tick()
    await until(async () => (await reopened.list({ view: 'queue' }, { limit: 1 })).items.length === 0)
    expect((await reopened.load('conversation-number-249'))?.phase).toBe('bot')
    await next.close()
    await reopened.close()
  })
})

describe('a handoff that nobody answers', () => {
  test('for the third time ends as a message for the team, and the conversation with it; whoever claims takes it up', async () => {
    stopClock()
    const world = createWorld()
    const link = world.link(maria)
    await link.say(c, 'My card is gone')
    await until(async () => (await world.types(c)).includes('turn-done'))
    for (const phase of ['bot', 'bot', 'closed']) {
      await link.command(c, 'handoff-request')
      expect(await world.phase(c)).toBe('queued')
      await world.tick(3 * minute)
      expect(await world.phase(c)).toBe(phase)
    }
    const outcomes = (await world.events(c)).flatMap(({ type, data }) => (type === 'handoff-expired' ? [(data as { outcome: string }).outcome] : []))
    expect(outcomes).toEqual(['bot', 'bot', 'ticket'])
    expect((await world.events(c)).find(({ type }) => type === 'ticket-created')?.data).toMatchObject({ text: 'My card is gone' })
    expect(await noticesOf(world)).toContain('handoff-ticketed')
    const entry = async () => (await world.store.list({ view: 'all' }, { limit: 9 })).items[0]
    expect(await entry()).toMatchObject({ phase: 'closed', ticket: true })
    expect(await world.link(sarah).command(c, 'floor-claim')).toMatchObject({ ok: true })
    expect(await world.phase(c)).toBe('human')
    expect(await entry()).not.toHaveProperty('ticket')
  })

  test('counts from the last person who came', async () => {
    stopClock()
    const world = createWorld()
    const link = world.link(maria)
    const expired = async () => {
      await link.command(c, 'handoff-request')
      await world.tick(3 * minute)
    }
    await expired()
    await expired()
    await link.command(c, 'handoff-request')
    await world.link(sarah).say(c, 'Here I am')
    await world.link(sarah).command(c, 'floor-return', { tasks: [] })
    await expired()
    expect(await world.phase(c)).toBe('bot')
  })
})

test.each<[string, () => EventStore]>([
  ['memory', () => memoryStore()],
  ['sqlite', () => sqliteStore({ path: tempFile() })],
])('a follow-up that was agreed on is due at its time, however often the hub restarts, and ends with a claim: %s', async (_name, make) => {
  stopClock()
  const store = make()
  const { world, desk } = await held({ store })
  const at = world.clock.now + 60 * minute
  expect(await desk.command(c, 'follow-up-schedule', { at, contact: 'maria@example.com' })).toMatchObject({ ok: true })
  await desk.command(c, 'conversation-resolve')
  const first = async () => (await store.list({ view: 'all' }, { limit: 9 })).items[0]
  expect(await first()).toMatchObject({ phase: 'closed', due: at })
  await world.close()
  const next = createWorld({ store, clock: { now: at - 1_000 } })
  await next.tick(999)
  expect(await first()).not.toHaveProperty('followUp')
  await next.tick(1)
  await until(async () => (await first())?.followUp)
  await next.tick(10 * minute)
  expect(await count(next, 'follow-up-due')).toBe(1)
  expect(await next.link(tom).command(c, 'floor-claim')).toMatchObject({ ok: true })
  expect(await first()).not.toHaveProperty('followUp')
  await next.close()
  await store.close()
})

test('a conversation that is reopened for whoever held it last waits for them in the lists, and anybody may claim it', async () => {
  const world = createWorld({ policy: { onReopen: 'last-agent' } })
  const visitor = world.link(maria)
  await visitor.command(c, 'handoff-request')
  await world.link(sarah).say(c, 'Hello')
  await world.link(sarah).command(c, 'conversation-resolve')
  await visitor.say(c, 'It has broken again')
  const [entry] = (await world.store.list({ view: 'queue' }, { limit: 9 })).items
  expect(entry).toMatchObject({ phase: 'queued', agent: sarah.sub, preview: 'It has broken again', reason: 'reopened' })
  expect(await world.said(c)).not.toContainEqual(expect.stringContaining('assistant'))
  expect(await world.link(tom).command(c, 'floor-claim')).toMatchObject({ ok: true })
  expect((await world.store.load(c))?.floor.holder?.id).toBe(tom.sub)
  expect((await world.store.list({ view: 'all' }, { limit: 9 })).items[0]).not.toHaveProperty('agent')
})
