import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { BlobInfo } from '../../src/contracts/index.ts'
import { sweepFiles } from '../../src/hub/files/rounds.ts'
import { createSweep } from '../../src/hub/files/sweep.ts'
import { memoryBlobs, memoryStore } from '../../src/stores/memory.ts'
import { settled, until } from './until.ts'
import { createWorld, maria, stopClock } from './world.ts'

const HOUR = 3_600_000
const now = 1_800_000_000_000
const c = 'conversation-1'
const infoOf = (blob: string, conversation = c, age = 25 * HOUR): BlobInfo => ({ blob, conversation, by: maria.sub, name: 'a.png', media: 'image/png', size: 1, at: now - age })
const bytes = new Uint8Array(1)
const onFailure = (_conversation: string, error: unknown): void => {
  throw error
}

test('files that nobody has sent within a day are removed once an hour, and no other', async () => {
  stopClock()
  const blobs = memoryBlobs()
  const world = createWorld({ blobs })
  for (const info of [infoOf('blob-sent'), infoOf('blob-unsent'), infoOf('blob-new-1', c, 23 * HOUR), infoOf('blob-of-none', 'conversation-2')]) await blobs.put(info, bytes)
  const part = { type: 'attachment', blob: 'blob-sent', name: 'a.png', media: 'image/png', size: 1 } as const
  expect(await world.link(maria).command(c, 'message-send', { parts: [part] })).toMatchObject({ ok: true })
  vi.advanceTimersByTime(HOUR)
  await until(async () => (await blobs.get('conversation-2', 'blob-of-none')) === undefined)
  await settled()
  const left = (await blobs.list?.({ before: now, limit: 10 }))?.items.map(({ blob }) => blob)
  expect(left).toEqual(['blob-new-1', 'blob-sent'])
})

test('each look goes on where the last one ended, and of several hubs one looks', async () => {
  const store = memoryStore({ now: () => now })
  const blobs = memoryBlobs()
  for (let count = 0; count < 250; count += 1) await blobs.put(infoOf(`blob-${10_000 + count}`, 'conversation-2'), bytes)
  const left = async (): Promise<number> => (await blobs.list?.({ before: now, limit: 1_000 }))?.items.length ?? 0
  const [one, two] = ['hub-number-1', 'hub-number-2'].map((hub) => createSweep({ store, blobs, hub, now: () => now, onFailure }))
  await one?.()
  expect(await left()).toBe(50)
  await two?.()
  expect(await left()).toBe(50)
  await one?.()
  expect(await left()).toBe(0)
})

test('a hub goes on where one that is no more has ended, however often hubs are replaced', async () => {
  const clock = { now }
  const store = memoryStore({ now: () => clock.now })
  const blobs = memoryBlobs()
  const world = createWorld({ store, blobs })
  const idOf = (count: number): string => `blob-${10_000 + count}`
  for (let count = 0; count < 250; count += 1) await blobs.put(infoOf(idOf(count)), bytes)
  for (let count = 0; count < 240; count += 5) {
    const parts = [0, 1, 2, 3, 4].map((more) => ({ type: 'attachment', blob: idOf(count + more), name: 'a.png', media: 'image/png', size: 1 }) as const)
    expect(await world.link(maria).command(c, 'message-send', { parts })).toMatchObject({ ok: true })
  }
  const left = async (): Promise<number> => (await blobs.kept?.(c))?.length ?? 0
  const [one, two] = ['hub-number-1', 'hub-number-2'].map((hub) => createSweep({ store, blobs, hub, now: () => now, onFailure }))
  await one?.()
  expect(await left()).toBe(250)
  // the place of the first is still taken, then it is free
  for (let hours = 1; hours < 3; hours += 1) {
    clock.now += HOUR
    await two?.()
  }
  expect(await left()).toBe(240)
})

test('nothing is removed by a log that was replaced while it was read', async () => {
  const store = memoryStore({ now: () => now })
  const blobs = memoryBlobs()
  const world = createWorld({ store, blobs })
  await world.link(maria).command(c, 'message-send', { parts: [{ type: 'text', text: 'Hello' }] })
  await blobs.put(infoOf('blob-unsent'), bytes)
  let loads = 0
  const replaced: typeof store = { ...store, load: async (id) => {
    const header = await store.load(id)
    loads += 1
    return header && loads > 1 ? { ...header, log: header.log + 1 } : header
  } }
  await createSweep({ store: replaced, blobs, hub: 'hub-number-1', now: () => now, onFailure })()
  expect(await blobs.get(c, 'blob-unsent')).toBeDefined()
  await createSweep({ store, blobs, hub: 'hub-number-1', now: () => now, onFailure })()
  expect(await blobs.get(c, 'blob-unsent')).toBeUndefined()
})

test('a conversation whose files cannot be removed keeps those of no other', async () => {
  const store = memoryStore({ now: () => now })
  const blobs = memoryBlobs()
  const failures: string[] = []
  let broken = true
  const failing = { ...blobs, delete: async (...ids: Parameters<typeof blobs.delete>) => {
    if (broken && ids[0] === 'conversation-2') throw new Error('No disk')
    await blobs.delete(...ids)
  } }
  for (let count = 0; count < 250; count += 1) await blobs.put(infoOf(`blob-${10_000 + count}`, count === 0 ? 'conversation-2' : 'conversation-3'), bytes)
  const left = async (): Promise<number> => (await blobs.list?.({ before: now, limit: 1_000 }))?.items.length ?? 0
  const sweep = createSweep({ store, blobs: failing, hub: 'hub-number-1', now: () => now, onFailure: (conversation) => void failures.push(conversation) })
  await sweep()
  await sweep()
  expect(await left()).toBe(1)
  broken = false
  await sweep()
  expect(await left()).toBe(0)
  expect(failures).toEqual(['conversation-2'])
})

test('a hub looks at all files in one round, however many are kept', async () => {
  stopClock()
  const blobs = memoryBlobs()
  createWorld({ blobs })
  for (let count = 0; count < 1_000; count += 1) await blobs.put(infoOf(`blob-${10_000 + count}`, 'conversation-2'), bytes)
  vi.advanceTimersByTime(HOUR)
  await until(async () => (await blobs.kept?.('conversation-2'))?.length === 0)
})

describe('a round', () => {
  /** One of 250 files, whose looks last so many milliseconds. */
  async function begun(lasts: number) {
    stopClock()
    const blobs = memoryBlobs()
    for (let count = 0; count < 250; count += 1) await blobs.put(infoOf(`blob-${10_000 + count}`, 'conversation-2'), bytes)
    const pauses: { readonly ms: number; readonly end: () => void; stopped: boolean }[] = []
    let time = 0
    const list: typeof blobs.list = (options) => {
      time += lasts
      return blobs.list?.(options) ?? Promise.reject(new Error('Nothing is listed'))
    }
    const asked = vi.fn(list)
    const failures: unknown[] = []
    const stop = sweepFiles({
      store: memoryStore({ now: () => now }),
      blobs: { ...blobs, list: asked },
      hub: 'hub-number-1',
      now: () => now,
      steady: () => time,
      onFailure,
      onEnd: (error) => failures.push(error),
      timer: (ms, end) => {
        const pause = { ms, end, stopped: false }
        pauses.push(pause)
        return () => void (pause.stopped = true)
      },
    })
    onTestFinished(stop)
    vi.advanceTimersByTime(HOUR)
    await until(() => pauses.length === 1)
    return { asked, failures, pauses, stop, left: async () => (await blobs.kept?.('conversation-2'))?.length }
  }

  test.each([[0, 200], [50, 450], [10 * HOUR, HOUR]])('whose looks last %i ms pauses for %i', async (lasts, ms) => {
    const { asked, pauses, left } = await begun(lasts)
    expect([pauses[0]?.ms, await left()]).toEqual([ms, 50])
    // the next hour begins none beside it
    vi.advanceTimersByTime(HOUR)
    await settled()
    expect(asked).toHaveBeenCalledTimes(1)
    pauses[0]?.end()
    await until(async () => (await left()) === 0)
    await settled()
    expect([asked.mock.calls.length, pauses.length]).toEqual([2, 1])
    vi.advanceTimersByTime(HOUR)
    await until(() => asked.mock.calls.length === 3)
  })

  test('that is stopped in its pause ends there, and has not failed', async () => {
    const { asked, failures, pauses, stop, left } = await begun(0)
    stop()
    await settled()
    vi.advanceTimersByTime(HOUR)
    await settled()
    expect([pauses[0]?.stopped, asked.mock.calls.length, failures, await left()]).toEqual([true, 1, [], 50])
  })
})

test('no hub goes on with a round that another one has taken over', async () => {
  const clock = { now }
  const store = memoryStore({ now: () => clock.now })
  const blobs = memoryBlobs()
  for (let count = 0; count < 450; count += 1) await blobs.put(infoOf(`blob-${10_000 + count}`, 'conversation-2'), bytes)
  const [one, two] = ['hub-number-1', 'hub-number-2'].map((hub) => createSweep({ store, blobs, hub, now: () => now, onFailure }))
  expect(await one?.()).toBe(true)
  expect(await two?.()).toBe(false)
  clock.now += 3 * HOUR
  expect(await two?.()).toBe(true)
  expect(await one?.()).toBe(false)
  expect(await two?.()).toBe(false)
  expect((await blobs.kept?.('conversation-2'))?.length).toBe(0)
})
