import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { BlobStore, Identity } from '../../src/contracts/index.ts'
import { createFiles } from '../../src/hub/files/files.ts'
import type { AttachmentPart } from '../../src/protocol/index.ts'
import { HandbackError } from '../../src/protocol/index.ts'
import { folderBlobs } from '../../src/stores/folder.ts'
import { memoryBlobs, memoryStore } from '../../src/stores/memory.ts'
import { bearer, mounted, serve, tokenOf } from './http-world.ts'
import { until } from './until.ts'
import type { World } from './world.ts'
import { boris, createWorld, maria, sarah, stopClock } from './world.ts'

const c = 'conversation-1'
const HOUR = 3_600_000
const full = { code: 'limit/reached', retryable: false }

const sized = (size: number): Uint8Array => new Uint8Array(size).fill(65)

/** A body of a file, and whether anybody has asked for it. */
function incoming(size: number, said = true) {
  const one = { length: said ? size : undefined, read: false, body: async () => ((one.read = true), sized(size)) }
  return one
}

const bring = ({ hub }: World, size: number, who: Identity = maria, to = c): Promise<AttachmentPart> => hub.ports.files.bring(who, to, 'a.txt', incoming(size))

const begin = ({ link }: World, conversation: string) => link(maria).command(conversation, 'message-send', { parts: [{ type: 'text', text: 'Hello' }] })

const places: readonly (readonly [string, () => Promise<BlobStore>])[] = [
  ['memory', async () => memoryBlobs()],
  [
    'folder',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'handback-quota-'))
      onTestFinished(() => rm(folder, { recursive: true, force: true }))
      return folderBlobs(folder)
    },
  ],
]

test.each(places)('a conversation holds so many bytes of files and no more, whoever brings them (%s)', async (_name, make) => {
  const world = createWorld({ blobs: await make(), blobBytes: 1_000_000 })
  for (const conversation of [c, 'conversation-2', 'conversation-3']) await begin(world, conversation)
  await bring(world, 600_000)
  await bring(world, 300_000, sarah)
  await expect(bring(world, 100_001)).rejects.toMatchObject(full)
  await expect(bring(world, 100_001, sarah)).rejects.toMatchObject(full)
  await bring(world, 100_000)
  await expect(bring(world, 1)).rejects.toMatchObject(full)
  await bring(world, 1_000_000, maria, 'conversation-2')
  // the smallest counts as a hundred thousand
  for (let count = 0; count < 10; count += 1) await bring(world, 1, maria, 'conversation-3')
  await expect(bring(world, 1, maria, 'conversation-3')).rejects.toMatchObject(full)
})

test('what is too much is refused before it is read, where its length is said, and as one answer by HTTP', async () => {
  const world = createWorld({ blobs: memoryBlobs(), blobBytes: 1_000_000 })
  await bring(world, 500_000)
  const [large, unknown] = [incoming(600_000), incoming(600_000, false)]
  for (const one of [large, unknown]) await expect(world.hub.ports.files.bring(maria, c, 'a.txt', one)).rejects.toMatchObject(full)
  expect([large.read, unknown.read]).toEqual([false, true])
  const headers = bearer(await tokenOf(world, maria))
  const answer = await mounted(world)(`/conversations/${c}/files?name=a.txt`, { method: 'POST', headers, body: sized(600_000) as BodyInit })
  expect(answer.status).toBe(409)
  expect(await answer.json()).toMatchObject({ error: full })
})

test('of two that come at once for the last place one is kept', async () => {
  const blobs = memoryBlobs()
  const world = createWorld({ blobs, blobBytes: 1_000_000 })
  const all = await Promise.allSettled([600_000, 600_000, 300_000].map((size) => bring(world, size)))
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(await blobs.kept?.(c)).toHaveLength(2)
})

describe.each(places)('in conversations that have not begun (%s)', (_name, make) => {
  test('a visitor has room for as much as one conversation holds, however many there are, and leaves others theirs', async () => {
    const world = createWorld({ blobs: await make(), blobBytes: 1_000_000 })
    await bring(world, 600_000, maria, 'made-up-1')
    await bring(world, 300_000, maria, 'made-up-2')
    const next = incoming(100_001)
    await expect(world.hub.ports.files.bring(maria, 'made-up-3', 'a.txt', next)).rejects.toMatchObject(full)
    expect(next.read).toBe(false)
    await bring(world, 100_000, maria, 'made-up-3')
    await expect(bring(world, 1, maria, 'made-up-4')).rejects.toMatchObject(full)
    await bring(world, 1_000_000, boris, 'made-up-4')
  })

  test('files count no more for a visitor when the conversation begins, and only for it', async () => {
    const world = createWorld({ blobs: await make(), blobBytes: 1_000_000 })
    await bring(world, 1_000_000, maria, 'made-up-1')
    await expect(bring(world, 1, maria, 'made-up-2')).rejects.toMatchObject(full)
    await begin(world, 'made-up-1')
    await expect(bring(world, 1, maria, 'made-up-1')).rejects.toMatchObject(full)
    await bring(world, 1_000_000, maria, 'made-up-2')
    // what has begun is not looked at again
    expect((await world.store.leases('files:')).map(({ key }) => key)).toEqual([`files:${maria.sub}:made-up-2`])
  })

  test('of many that come at once as many are kept as there is room for', async () => {
    const blobs = await make()
    const world = createWorld({ blobs, blobBytes: 1_000_000 })
    const all = await Promise.allSettled([1, 2, 3, 4, 5].map((made) => bring(world, 300_000, maria, `made-up-${made}`)))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    expect((await blobs.list?.({ before: Infinity, limit: 10 }))?.items).toHaveLength(3)
  })

  test('what a visitor has counts at every hub of the store, and after a restart', async () => {
    const shared = { blobs: await make(), blobBytes: 1_000_000, store: memoryStore() }
    const one = createWorld(shared)
    await bring(one, 600_000, maria, 'made-up-1')
    const two = createWorld(shared)
    await bring(two, 400_000, maria, 'made-up-2')
    await expect(bring(one, 1, maria, 'made-up-3')).rejects.toMatchObject(full)
    await expect(bring(createWorld(shared), 1, maria, 'made-up-3')).rejects.toMatchObject(full)
  })

  test('one named like its visitor keeps nobody waiting', async () => {
    const world = createWorld({ blobs: await make() })
    await expect(bring(world, 1, maria, maria.sub)).resolves.toMatchObject({ size: 1 })
  })
})

test('what is refused by HTTP before a conversation begins is told like every other limit, and nothing of it is kept', async () => {
  const blobs = memoryBlobs()
  const world = createWorld({ blobs, blobBytes: 1_000_000 })
  await bring(world, 1_000_000, maria, 'made-up-1')
  const { ask } = await serve(world)
  const headers = bearer(await tokenOf(world, maria))
  const answer = await ask('/conversations/made-up-2/files?name=a.txt', { method: 'POST', headers, body: sized(1) as BodyInit })
  expect(answer.status).toBe(409)
  expect(await answer.json()).toMatchObject({ error: { ...full, message: 'Before a conversation begins, one visitor has at most 1000000 bytes of files.' } })
  expect(await blobs.kept?.('made-up-2')).toEqual([])
})

test('what is removed makes room: a message, and what nobody has sent', async () => {
  stopClock()
  const clock = { now: 1_800_000_000_000 }
  const world = createWorld({ blobs: memoryBlobs(), blobBytes: 1_000_000, clock, store: memoryStore({ now: () => clock.now }) })
  const sent = await bring(world, 500_000)
  expect(await world.link(maria).command(c, 'message-send', { parts: [sent] })).toMatchObject({ ok: true })
  await bring(world, 500_000)
  await expect(bring(world, 1)).rejects.toMatchObject(full)
  const seq = (await world.events(c)).find(({ type }) => type === 'message-sent')?.seq ?? 0
  await world.link(sarah).command(c, 'events-redact', { seqs: [seq] })
  await bring(world, 500_000)
  await expect(bring(world, 1)).rejects.toMatchObject(full)
  clock.now += 26 * HOUR
  vi.advanceTimersByTime(HOUR)
  await until(async () => bring(world, 1_000_000).then(() => true, () => false))
})

test('what nobody has sent within a day makes room for a visitor in other conversations too', async () => {
  stopClock()
  const clock = { now: 1_800_000_000_000 }
  const world = createWorld({ blobs: memoryBlobs(), blobBytes: 1_000_000, clock, store: memoryStore({ now: () => clock.now }) })
  await bring(world, 1_000_000, maria, 'made-up-1')
  clock.now += 23 * HOUR
  await expect(bring(world, 1, maria, 'made-up-2')).rejects.toMatchObject(full)
  clock.now += 2 * HOUR
  vi.advanceTimersByTime(HOUR)
  await until(async () => bring(world, 1_000_000, maria, 'made-up-2').then(() => true, () => false))
})

test('without a word on it a conversation holds a hundred million bytes, and no limit where the store does not tell what it keeps', async () => {
  const { put, get, delete: remove } = memoryBlobs()
  const silent = createWorld({ blobs: { name: 'silent', put, get, delete: remove }, blobBytes: 1 })
  await bring(silent, 500_000)
  await bring(silent, 500_000)
  const kept = { ...memoryBlobs(), kept: async () => Array.from({ length: 10 }, (_, at) => ({ blob: `blob-number-${at}`, conversation: c, by: maria.sub, name: 'a', media: 'text/plain', size: 9_950_000, at: 1 })) }
  const usual = createWorld({ blobs: kept })
  await bring(usual, 500_000)
  await expect(bring(usual, 500_001)).rejects.toMatchObject(full)
})

test('the bytes that only tell whose a file is count as held while they are read', async () => {
  const { put, get, delete: remove } = memoryBlobs()
  const ends: (() => void)[] = []
  const slow: typeof get = (...ids) => new Promise((resolve) => ends.push(() => resolve(get(...ids))))
  const options = { store: memoryStore(), now: () => 1, charge: () => undefined, onLeft: () => undefined, room: 25_000_000 }
  const files = createFiles({ ...options, blobs: { name: 'slow', put, get: slow, delete: remove } })
  const part = await files.bring(maria, c, 'a.txt', incoming(1))
  const two = [files.checked(maria.sub, c, [part]), files.checked(maria.sub, c, [part])]
  await until(() => ends.length === 2)
  await expect(files.checked(maria.sub, c, [part])).rejects.toMatchObject({ code: 'hub/busy', retryAfter: 2_000 })
  for (const end of ends) end()
  expect(await Promise.all(two)).toEqual([[part], [part]])
  const again = files.checked(maria.sub, c, [part])
  await until(() => ends.length === 3)
  ends[2]?.()
  await expect(again).resolves.toEqual([part])
})

test('a message whose files cannot be looked at now comes again, on a link too', async () => {
  const { put, delete: remove } = memoryBlobs()
  const get = () => Promise.reject(new HandbackError('hub/busy', 'Too many.', { retryable: true, retryAfter: 2_000 }))
  const world = createWorld({ blobs: { name: 'busy', put, get, delete: remove } })
  const part = await bring(world, 1)
  const link = world.link(maria)
  const command = { id: 'command-0001', type: 'message-send', data: { parts: [part] } } as const
  await link.send({ t: 'command', conversation: c, seen: null, command })
  expect(link.of('bye')).toMatchObject([{ code: 'hub/busy', after: 2_000 }])
})
