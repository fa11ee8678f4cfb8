import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { EventStore } from '../../src/contracts/index.ts'
import { emptyHeader, entryOf } from '../../src/conversation/index.ts'
import { createExporter } from '../../src/hub/export.ts'
import { importRecord } from '../../src/hub/index.ts'
import { parseRecord } from '../../src/protocol/index.ts'
import type { StoredEvent } from '../../src/protocol/index.ts'
import { memoryStore } from '../../src/stores/memory.ts'
import { sqliteStore } from '../../src/stores/sqlite.ts'
import { CANARY, play, runs, steps } from '../conversation/world.ts'
import { bearer, mounted, serve, tokenOf } from '../hub/http-world.ts'
import { boris, createWorld, maria, sarah, stopClock } from '../hub/world.ts'
import { tempFolder } from '../stores/sqlite/temp-folder.ts'
import { ID, collected, foldOf, keep, recordOf, talk, textOf } from './samples.ts'

const now = (): number => 1_900_000_000_000
const all = (store: EventStore, id: string): Promise<StoredEvent[]> => store.read(id, { after: { log: 1, seq: 0 }, limit: 1e6 })
const exported = (store: EventStore, id: string): Promise<string> => textOf(createExporter(store, now).whole(id))
const folder = tempFolder()

const stores: Readonly<Record<string, (name: string) => EventStore>> = {
  memory: () => memoryStore(),
  SQLite: (name) => sqliteStore({ path: join(folder, `${name}.db`) }),
}

/** Closed when the test ends. */
function opened(kind: string, name: string): EventStore {
  const store = stores[kind]?.(name) ?? memoryStore()
  onTestFinished(() => store.close())
  return store
}

for (const kind of Object.keys(stores)) {
  describe(`an export, imported (${kind})`, () => {
    it('is the same conversation: its events, its header, its place in the lists', async () => {
      const here = opened(kind, 'here')
      const there = opened(kind, 'there')
      let count = 0
      await fc.assert(
        fc.asyncProperty(steps(40), async (script) => {
          const { log } = play(script)
          fc.pre(log.length > 0)
          const id = `conversation-${++count}`
          await keep(here, id, log)
          const text = await exported(here, id)
          await importRecord(there, parseRecord(text))
          const header = await there.load(id)
          expect(header).toEqual(await here.load(id))
          expect((await all(there, id)).map((event) => ({ ...event, digest: 'x' }))).toEqual(log.map((event) => ({ ...event, digest: 'x' })))
          const listed = await there.list({ view: 'visitor', visitor: 'visitor-1' }, { limit: 1_000 })
          expect(listed.items.find(({ conversation }) => conversation === id)).toEqual(header && entryOf(id, header))
          expect(await exported(there, id)).toBe(text)
        }),
        runs(25, 511),
      )
    })

    it('keeps the number of a log that was erased in between', async () => {
      const here = opened(kind, 'erased')
      const { log } = talk()
      await keep(here, ID, log)
      const refold = (events: readonly StoredEvent[], number: number) => {
        const header = foldOf(events, { ...emptyHeader('visitor-1'), log: number })
        return { header, entry: entryOf(ID, header) }
      }
      await here.erase(ID, [2], refold)
      const there = opened(kind, 'erased-there')
      expect(await importRecord(there, parseRecord(await exported(here, ID)))).toEqual({ log: 2, seq: log.length })
      expect(await there.load(ID)).toEqual(await here.load(ID))
      expect((await all(there, ID))[1]?.data).toEqual({ erased: true })
    })
  })
}

describe('an import', () => {
  it('is refused where the conversation is, and changes nothing there', async () => {
    const store = memoryStore()
    const { log } = talk()
    await keep(store, ID, log.slice(0, 1))
    await expect(importRecord(store, recordOf(log))).rejects.toMatchObject({ code: 'record/taken' })
    expect(await all(store, ID)).toHaveLength(1)
  })

  it('wins or loses whole when two come at the same moment', async () => {
    const store = memoryStore()
    const { log } = talk()
    const outcomes = await Promise.allSettled([importRecord(store, recordOf(log)), importRecord(store, recordOf(log.slice(0, 3)))])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(await all(store, ID)).toHaveLength(log.length)
  })

  it('is refused for a record that lacks what staff saw, and for what is no record', async () => {
    const { log } = talk()
    await expect(importRecord(memoryStore(), recordOf(log, 'everyone'))).rejects.toMatchObject({ code: 'record/invalid' })
    await expect(importRecord(memoryStore(), { ...recordOf(log), events: log.slice(1) })).rejects.toMatchObject({ code: 'record/invalid' })
  })

  it('passes on what the store throws', async () => {
    const store = memoryStore()
    await store.close()
    await expect(importRecord(store, recordOf(talk().log))).rejects.toMatchObject({ code: 'store/closed' })
  })

  it('lets an unfinished conversation go on: a wait that ended long ago ends at the next tick', async () => {
    stopClock()
    const world = createWorld()
    const { log } = talk()
    const waiting = log.slice(0, log.findIndex(({ type }) => type === 'floor-claimed'))
    await importRecord(world.store, recordOf(waiting))
    expect(await world.phase(ID)).toBe('queued')
    await world.tick()
    expect(await world.types(ID)).toContain('handoff-expired')
  })
})

describe('an export', () => {
  const many = (count: number): StoredEvent[] => {
    const { log } = talk()
    const first = log.slice(0, 1)
    const words = 'x'.repeat(400)
    for (let seq = 2; seq <= count; seq += 1) {
      first.push({ seq, at: 1_000 + seq, by: { kind: 'visitor', id: 'visitor-1' }, type: 'message-sent', audience: 'everyone', data: { message: `message-${seq}`, parts: [{ type: 'text', text: words }] }, prev: seq - 1, cause: `command-${seq}` })
    }
    return first
  }

  it('reads a long conversation in pages and hands it on in pieces', async () => {
    const store = memoryStore()
    const log = many(1_700)
    await keep(store, ID, log)
    const limits: number[] = []
    const watched: EventStore = { ...store, read: (id, range) => (limits.push(range.limit), store.read(id, range)) }
    const pieces = await collected(createExporter(watched, now).whole(ID))
    expect(parseRecord(pieces.join(''))).toEqual(recordOf(log))
    expect(pieces.length).toBeGreaterThan(10)
    expect(pieces.length).toBeLessThan(30)
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(70_000)
    expect(limits.length).toBeGreaterThan(3)
    expect(Math.max(...limits)).toBeLessThanOrEqual(500)
  })

  it('ends where the conversation stood when it began', async () => {
    const store = memoryStore()
    const { log } = talk()
    const half = log.slice(0, 5)
    await keep(store, ID, half)
    const pieces = createExporter({ ...store, load: async () => foldOf(log.slice(0, 3)) }, now).whole(ID)
    expect(parseRecord(await textOf(pieces)).events).toHaveLength(3)
  })

  it.each([40, 1_700])('breaks off when a conversation of %i events is erased meanwhile', async (count) => {
    const store = memoryStore()
    const log = many(count)
    await keep(store, ID, log)
    let reads = 0
    const erasing: EventStore = {
      ...store,
      async read(id, range) {
        const events = await store.read(id, range)
        const refold = (kept: readonly StoredEvent[], number: number) => {
          const header = foldOf(kept, { ...emptyHeader('visitor-1'), log: number })
          return { header, entry: entryOf(ID, header) }
        }
        if (++reads === 1) await store.erase(id, 'all', refold)
        return events
      },
    }
    await expect(textOf(createExporter(erasing, now).whole(ID))).rejects.toMatchObject({ code: 'store/conflict', retryable: true })
  })

  it('breaks off when the store does not give all that there is', async () => {
    const store = memoryStore()
    const log = many(700)
    await keep(store, ID, log)
    let reads = 0
    const lagging: EventStore = { ...store, read: async (id, range) => (++reads === 1 ? store.read(id, range) : []) }
    await expect(textOf(createExporter(lagging, now).whole(ID))).rejects.toMatchObject({ code: 'store/conflict' })
  })

  it('of nothing is refused', async () => {
    const world = createWorld()
    await expect(textOf(world.hub.exportConversation(ID))).rejects.toMatchObject({ code: 'conversation/not-found' })
  })

  it('of a hub is for staff unless it is said to be for everyone', async () => {
    const world = createWorld()
    const { log } = talk()
    await keep(world.store, ID, log)
    expect(parseRecord(await textOf(world.hub.exportConversation(ID)))).toEqual(recordOf(log, 'staff', { exported: world.clock.now }))
    const open = await textOf(world.hub.exportConversation(ID, { audience: 'everyone' }))
    expect(parseRecord(open)).toEqual(recordOf(log, 'everyone', { exported: world.clock.now }))
  })
})

describe.each(['node', 'fetch'] as const)('the route of exports (%s)', (adapter) => {
  async function route() {
    const world = createWorld()
    const ask = adapter === 'node' ? (await serve(world)).ask : mounted(world)
    const log = talk().log.map((event) => JSON.parse(JSON.stringify(event).replaceAll('visitor-1', maria.sub)) as StoredEvent)
    await keep(world.store, ID, log, foldOf(log, emptyHeader(maria.sub)))
    const get = async (path: string, token?: string) => ask(path, token === undefined ? {} : { headers: bearer(token) })
    return { world, log, get }
  }

  it('gives staff the whole file, without digests', async () => {
    const { world, log, get } = await route()
    const response = await get(`/conversations/${ID}/export`, await tokenOf(world, sarah))
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="conversation-${ID}.json"`)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const text = await response.text()
    expect(text).toContain(CANARY)
    expect(text).not.toContain('digest')
    expect(parseRecord(text)).toEqual(recordOf(log, 'staff', { visitor: maria.sub, exported: world.clock.now }))
  })

  it('gives a visitor what that visitor may see of it', async () => {
    const { world, log, get } = await route()
    const response = await get(`/conversations/${ID}/export`, await tokenOf(world, maria))
    const text = await response.text()
    expect(text).not.toMatch(/canary|digest/)
    expect(parseRecord(text)).toEqual(recordOf(log, 'everyone', { visitor: maria.sub, exported: world.clock.now }))
  })

  it('answers alike for what is somebody else’s, what does not exist, and what is no address', async () => {
    const { world, get } = await route()
    const token = await tokenOf(world, boris)
    const paths = [`/conversations/${ID}/export`, '/conversations/conversation-2/export', '/conversations/x/export', '/elsewhere']
    const answers = await Promise.all(paths.map(async (path) => {
      const response = await get(path, token)
      return [response.status, await response.text(), response.headers.get('content-disposition')] as const
    }))
    expect(answers[0]?.[0]).toBe(404)
    for (const answer of answers) expect(answer).toEqual(answers[0])
  })

  it('wants a token', async () => {
    const { get } = await route()
    expect((await get(`/conversations/${ID}/export`)).status).toBe(401)
  })
})
