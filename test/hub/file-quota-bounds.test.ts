import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { BlobStore, EventStore } from '../../src/contracts/index.ts'
import type { AttachmentPart } from '../../src/protocol/index.ts'
import { HandbackError } from '../../src/protocol/index.ts'
import { folderBlobs } from '../../src/stores/folder.ts'
import { memoryBlobs, memoryStore } from '../../src/stores/memory.ts'
import { until } from './until.ts'
import type { World } from './world.ts'
import { boris, createWorld, maria } from './world.ts'

const full = { code: 'limit/reached', retryable: false }
const unavailable = () => Promise.reject(new HandbackError('store/unavailable', 'Not now.', { retryable: true }))

/** A body of a file, and whether anybody has asked for it. */
function incoming(size: number) {
  const one = { length: size, read: false, body: async () => ((one.read = true), new Uint8Array(size).fill(65)) }
  return one
}

const bring = ({ hub }: World, to: string, size = 1, who = maria): Promise<AttachmentPart> => hub.ports.files.bring(who, to, 'a.txt', incoming(size))

const begin = ({ link }: World, conversation: string) => link(maria).command(conversation, 'message-send', { parts: [{ type: 'text', text: 'Hello' }] })

const madeUp = (count: number): string[] => Array.from({ length: count }, (_, at) => `made-up-${at + 1}`)

async function folder(): Promise<BlobStore> {
  const path = await mkdtemp(join(tmpdir(), 'handback-bounds-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return folderBlobs(path)
}

/** Both stores of a hub, and which conversations they were asked for. */
function watched() {
  const [store, blobs] = [memoryStore(), memoryBlobs()]
  const asked = { load: new Set<string>(), kept: new Set<string>() }
  return {
    asked,
    store: { ...store, load: (id) => (asked.load.add(id), store.load(id)) } satisfies EventStore,
    blobs: { ...blobs, kept: async (id) => (asked.kept.add(id), (await blobs.kept?.(id)) ?? []) } satisfies BlobStore,
  }
}

describe('in conversations that have not begun', () => {
  test('one more file is a look at its own conversation, however many others there are', async () => {
    const { asked, store, blobs } = watched()
    const world = createWorld({ store, blobs })
    for (const conversation of madeUp(12)) await bring(world, conversation)
    for (const of of [asked.load, asked.kept]) of.clear()
    await bring(world, 'made-up-13')
    expect([...asked.kept]).toEqual(['made-up-13'])
    expect([...asked.load]).toEqual(['made-up-13'])
  })

  test('a visitor has files in twenty of them, which is told before one more is read, until one begins', async () => {
    const world = createWorld({ blobs: memoryBlobs() })
    for (const conversation of madeUp(20)) await bring(world, conversation)
    const next = incoming(1)
    await expect(world.hub.ports.files.bring(maria, 'made-up-21', 'a.txt', next)).rejects.toMatchObject({
      ...full,
      message: 'Before a conversation begins, one visitor has files in at most 20 conversations.',
    })
    expect(next.read).toBe(false)
    await bring(world, 'made-up-20')
    await bring(world, 'made-up-21', 1, boris)
    await begin(world, 'made-up-7')
    await bring(world, 'made-up-21')
    await expect(bring(world, 'made-up-22')).rejects.toMatchObject(full)
  })

  test('a visitor has two hundred files in all of them together, at every hub and after a restart', async () => {
    const shared = { blobs: memoryBlobs(), blobBytes: 1_000_000_000, store: memoryStore() }
    const one = createWorld(shared)
    for (const conversation of madeUp(10)) for (let count = 0; count < 20; count += 1) await bring(one, conversation)
    for (const world of [one, createWorld(shared)])
      await expect(bring(world, 'made-up-11')).rejects.toMatchObject({ ...full, message: 'Before a conversation begins, one visitor has at most 200 files.' })
    await begin(one, 'made-up-1')
    await bring(createWorld(shared), 'made-up-11')
  })

  test('what an older hub has noted without saying how much waits is looked at, and counts', async () => {
    const store = memoryStore()
    const world = createWorld({ blobs: memoryBlobs(), blobBytes: 1_000_000, store })
    await bring(world, 'made-up-1', 600_000)
    await store.lease(`files:${maria.sub}:made-up-1`, { holder: maria.sub, ttl: 60_000 })
    await expect(bring(world, 'made-up-2', 400_001)).rejects.toMatchObject(full)
    await bring(world, 'made-up-2', 400_000)
  })

  test('a file that cannot be noted is not kept', async () => {
    const [store, blobs] = [memoryStore(), memoryBlobs()]
    const lease: typeof store.lease = (key, options) => (key.startsWith('files:') ? unavailable() : store.lease(key, options))
    const world = createWorld({ blobs, store: { ...store, lease } })
    await expect(bring(world, 'made-up-1')).rejects.toMatchObject({ code: 'store/unavailable' })
    expect(await blobs.kept?.('made-up-1')).toEqual([])
  })

  test('a file that was noted and could not be kept takes no room', async () => {
    const [store, blobs] = [memoryStore(), memoryBlobs()]
    const shared = { blobBytes: 1_000_000, store }
    const failing = createWorld({ ...shared, blobs: { ...blobs, put: unavailable } })
    for (const conversation of madeUp(20)) await expect(bring(failing, conversation, 1_000_000)).rejects.toMatchObject({ code: 'store/unavailable' })
    const world = createWorld({ ...shared, blobs })
    await bring(world, 'made-up-21', 1_000_000)
    expect((await store.leases('files:')).map(({ key }) => key)).toEqual([`files:${maria.sub}:made-up-21`])
  })

  test('a file that is being kept while others are counted counts from then on', async () => {
    const [store, blobs] = [memoryStore(), memoryBlobs()]
    const world = createWorld({ store, blobs })
    for (const conversation of madeUp(19)) await bring(world, conversation)
    const ends: (() => void)[] = []
    const put: typeof blobs.put = async (...file) => {
      if (ends.length === 0) await new Promise<void>((resolve) => ends.push(resolve))
      await blobs.put(...file)
    }
    const slow = createWorld({ store, blobs: { ...blobs, put } })
    const last = bring(slow, 'made-up-20')
    await until(() => ends.length === 1)
    const next = incoming(1)
    const refused = expect(slow.hub.ports.files.bring(maria, 'made-up-21', 'a.txt', next)).rejects.toMatchObject(full)
    await until(() => next.read)
    ends[0]?.()
    await last
    await refused
    await expect(bring(world, 'made-up-21')).rejects.toMatchObject(full)
  })
})

test.each([['memory', async () => memoryBlobs()], ['folder', folder]] as const)('a conversation holds two hundred files, until one is removed (%s)', async (_name, make) => {
  const blobs = await make()
  const world = createWorld({ blobs, blobBytes: 1_000_000_000 })
  const [c, info] = ['conversation-1', { conversation: 'conversation-1', by: maria.sub, name: 'a.txt', media: 'text/plain', size: 1, at: 1 }]
  await begin(world, c)
  await Promise.all(Array.from({ length: 199 }, (_, at) => blobs.put({ ...info, blob: `blob-number-${at}` }, new Uint8Array(1))))
  await bring(world, c)
  const next = incoming(1)
  await expect(world.hub.ports.files.bring(maria, c, 'a.txt', next)).rejects.toMatchObject({ ...full, message: 'A conversation holds at most 200 files.' })
  expect(next.read).toBe(false)
  await blobs.delete(c, 'blob-number-7')
  await bring(world, c)
})
