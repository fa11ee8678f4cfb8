import { describe, expect, test } from 'vitest'
import type { EventStore } from '../../src/contracts/index.ts'
import { HandbackError } from '../../src/protocol/index.ts'
import { gates, scripted } from '../../src/providers/scripted.ts'
import { memoryStore } from '../../src/stores/memory.ts'
import type { RecordedLink } from './recorded-link.ts'
import { settled, until } from './until.ts'
import type { World } from './world.ts'
import { boris, createWorld, maria, sarah } from './world.ts'

const mute = () => scripted(() => [gates().gate('never')])
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const allowance = { burst: 10_000, perSecond: 10_000 }

const listed = (link: RecordedLink): string[] => link.of('desk').flatMap(({ entries }) => entries.map(({ conversation }) => conversation))

async function desk(world: World): Promise<RecordedLink> {
  const link = world.link(sarah)
  await link.send({ t: 'follow', follow: { topic: 'desk' } })
  return link
}

describe("the agents' first lists", () => {
  test('hold everybody who waits and everything that is held, then some of the rest, each once', async () => {
    const world = createWorld({ provider: mute(), allowance })
    const visitor = world.link(maria)
    const other = world.link(boris)
    const agent = world.link(sarah)
    const held = Array.from({ length: 120 }, (_, index) => `conversation-held-${index}`)
    for (const id of held) {
      await visitor.command(id, 'handoff-request')
      await agent.command(id, 'floor-claim')
    }
    const waiting = Array.from({ length: 230 }, (_, index) => `conversation-waiting-${index}`)
    for (const id of waiting) await visitor.command(id, 'handoff-request')
    world.clock.now += 1_000
    const open = Array.from({ length: 210 }, (_, index) => `conversation-open-${index}`)
    const begin = { scope: 'transcript', version: '1', granted: true }
    for (const id of open) await other.command(id, 'consent-record', begin)
    const closed = Array.from({ length: 60 }, (_, index) => `conversation-closed-${index}`)
    for (const id of closed) {
      world.clock.now -= 10
      await other.command(id, 'consent-record', begin)
      await other.command(id, 'conversation-end')
    }
    // older than all of them
    const left = ['conversation-left-open', 'conversation-left-closed']
    for (const id of left) {
      world.clock.now -= 10
      await other.command(id, 'ticket-create', { text: 'Later' })
    }
    await other.command('conversation-left-closed', 'conversation-end')
    const link = await desk(world)
    const seen = listed(link)
    expect(seen).toHaveLength(new Set(seen).size)
    expect(seen).toEqual(expect.arrayContaining([...waiting, ...held]))
    expect(seen.filter((id) => open.includes(id))).toHaveLength(200)
    // the newest, and what was left for later however old it is
    expect(seen.filter((id) => closed.includes(id))).toEqual(closed.slice(0, 50))
    expect(seen).toEqual(expect.arrayContaining(left))
    expect(link.of('desk').flatMap(({ entries }) => entries).filter(({ ticket }) => ticket).map(({ conversation }) => conversation).sort()).toEqual(left.toSorted())
  })

  test('find closed ones behind many open ones, but do not search for ever', async () => {
    const base = memoryStore()
    let pages = 0
    const store: EventStore = {
      ...base,
      list(query, range) {
        if (query.view === 'all') pages += 1
        return base.list(query, range)
      },
    }
    const world = createWorld({ store, provider: mute(), allowance })
    const visitor = world.link(maria)
    // from the newest to the oldest
    for (const id of ['conversation-near', 'conversation-far']) {
      for (let index = 0; index < 600; index += 1) {
        world.clock.now -= 10
        await visitor.command(`${id}-${index}`, 'ticket-create', { text: 'Later' })
      }
      world.clock.now -= 10
      await visitor.command(id, 'ticket-create', { text: 'Later' })
      await visitor.command(id, 'conversation-end')
    }
    const seen = listed(await desk(world))
    expect(seen).toContain('conversation-near')
    expect(seen).not.toContain('conversation-far')
    expect(pages).toBe(10)
  })

  test('are told when there is nothing to tell', async () => {
    const link = await desk(createWorld())
    expect(link.of('desk')).toEqual([{ t: 'desk', entries: [] }])
  })
})

/** A store whose index fails when told to, and at its start as often as asked. */
function breaking(starts: number): { readonly store: EventStore; readonly fail: () => void; readonly open: () => number } {
  const base = memoryStore()
  const error = (): HandbackError => new HandbackError('store/unavailable', 'The disk is gone.', { retryable: true })
  let fail = (): void => undefined
  let left = starts
  let open = 0
  const store: EventStore = {
    ...base,
    async list(query, range) {
      if (left > 0 && query.view === 'open') {
        left -= 1
        throw error()
      }
      return base.list(query, range)
    },
    watchIndex(options) {
      open += 1
      options.signal.addEventListener('abort', () => (open -= 1))
      const failing = new Promise<never>((_, reject) => (fail = () => reject(error())))
      // one that fails while nobody waits for it
      failing.catch(() => undefined)
      const items = base.watchIndex(options)[Symbol.asyncIterator]()
      return { [Symbol.asyncIterator]: () => ({ next: () => Promise.race([items.next(), failing]) }) }
    },
  }
  return { store, fail: () => fail(), open: () => open }
}

describe('a desk whose store has failed', () => {
  test('at the start hears of changes again, and leaves no watch behind', async () => {
    const { store, open } = breaking(2)
    const world = createWorld({ store, provider: mute(), log: silent })
    await settled()
    await until(() => open() === 1)
    const link = await desk(world)
    await world.link(maria).command('conversation-1', 'handoff-request')
    await until(() => listed(link).includes('conversation-1'))
    expect(open()).toBe(1)
    await world.close()
    expect(open()).toBe(0)
  })

  test('later lets everybody come back to full lists, and hears of changes again', async () => {
    const { store, fail } = breaking(0)
    const world = createWorld({ store, provider: mute(), log: silent })
    const link = await desk(world)
    fail()
    await until(() => link.ended)
    // between the failure and the next watch: what happens here is in no change that will ever be told
    const early = await desk(world)
    await world.link(maria).command('conversation-1', 'handoff-request')
    await until(() => early.ended || listed(early).includes('conversation-1'))
    const back = await desk(world)
    await world.link(boris).command('conversation-2', 'handoff-request')
    await until(() => listed(back).includes('conversation-2'))
    expect(listed(back)).toContain('conversation-1')
  })
})
