import { request } from 'node:http'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { BlobStore } from '../../src/contracts/index.ts'
import { createFiles } from '../../src/hub/files/files.ts'
import { HandbackError } from '../../src/protocol/index.ts'
import { folderBlobs } from '../../src/stores/folder.ts'
import { memoryBlobs, memoryStore } from '../../src/stores/memory.ts'
import { bearer, mounted, serve, tokenOf } from './http-world.ts'
import { settled, until } from './until.ts'
import type { World } from './world.ts'
import { createWorld, maria } from './world.ts'

const c = 'conversation-1'
const gone = { error: { code: 'conversation/erased' } }

interface Place {
  readonly blobs: BlobStore
  /** Whether anything is left: a file, a half of one, or a folder for them. */
  left(): Promise<boolean>
}

const places: Readonly<Record<string, () => Promise<Place>>> = {
  async memory() {
    const blobs = memoryBlobs()
    return { blobs, left: async () => ((await blobs.kept?.(c)) ?? []).length > 0 }
  },
  async folder() {
    const folder = await mkdtemp(join(tmpdir(), 'handback-ended-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    return { blobs: folderBlobs(folder), left: async () => (await readdir(folder, { recursive: true })).length > 0 }
  },
}

const begin = (world: World) => world.link(maria).command(c, 'message-send', { parts: [{ type: 'text', text: 'Hello' }] })
const erase = (world: World) => world.link(maria).command(c, 'conversation-erase', {})

/** A file on its way of which only the beginning comes, until `finish`. */
async function halfSent(world: World, token: string) {
  const { port } = await serve(world)
  const headers = { ...bearer(token), 'content-length': '1000' }
  const sending = request({ port, path: `/handback/conversations/${c}/files?name=a.txt`, method: 'POST', headers })
  onTestFinished(() => void sending.destroy())
  sending.on('error', () => undefined)
  const answer = new Promise<{ status: number | undefined; body: string }>((resolve) => {
    sending.on('response', async (response) => {
      let body = ''
      for await (const piece of response) body += String(piece)
      resolve({ status: response.statusCode, body })
    })
  })
  let answered = false
  void answer.then(() => (answered = true))
  sending.write('x'.repeat(500))
  return { answer, answered: () => answered, finish: () => sending.end('y'.repeat(500)) }
}

describe.each(Object.entries(places))('a file on its way into a conversation (%s)', (_name, make) => {
  test('ends at once when that is removed, however slowly the rest comes, and nothing of it stays', async () => {
    const { blobs, left } = await make()
    const [kept, put] = [vi.spyOn(blobs, 'kept'), vi.spyOn(blobs, 'put')]
    const world = createWorld({ blobs })
    await begin(world)
    const sent = await halfSent(world, await tokenOf(world, maria))
    await until(() => kept.mock.settledResults[0]?.type === 'fulfilled')
    await settled()
    expect(await erase(world)).toMatchObject({ ok: true })
    await until(sent.answered)
    const { status, body } = await sent.answer
    expect([status, JSON.parse(body)]).toMatchObject([404, gone])
    sent.finish()
    expect(put).not.toHaveBeenCalled()
    expect(await left()).toBe(false)
  })

  test('ends at once when that is removed, where a body is a stream too', async () => {
    const { blobs, left } = await make()
    const world = createWorld({ blobs })
    await begin(world)
    let [read, stopped] = [false, false]
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new Uint8Array(500).fill(65)),
      pull: () => void (read = true),
      cancel: () => void (stopped = true),
    })
    const init = { method: 'POST', headers: bearer(await tokenOf(world, maria)), body, duplex: 'half' } as RequestInit
    const answer = mounted(world)(`/conversations/${c}/files?name=a.txt`, init)
    await until(() => read)
    await erase(world)
    expect((await answer).status).toBe(404)
    expect(stopped).toBe(true)
    expect(await left()).toBe(false)
  })

  test('ends when another hub removes that', async () => {
    const { blobs, left } = await make()
    const kept = vi.spyOn(blobs, 'kept')
    const shared = { blobs, store: memoryStore() }
    const [one, two] = [createWorld(shared), createWorld(shared)]
    await begin(one)
    const sent = await halfSent(one, await tokenOf(one, maria))
    await until(() => kept.mock.calls.length > 0)
    await erase(two)
    await until(sent.answered)
    expect((await sent.answer).status).toBe(404)
    expect(await left()).toBe(false)
  })

  test('is kept nowhere when its hub has heard nothing of the removal', async () => {
    const { blobs, left } = await make()
    const [kept, put] = [vi.spyOn(blobs, 'kept'), vi.spyOn(blobs, 'put')]
    const store = memoryStore()
    const silence = { [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => undefined) }) }
    const deaf = { ...store, watchIndex: () => silence }
    const [one, two] = [createWorld({ blobs, store: deaf }), createWorld({ blobs, store })]
    await begin(one)
    const sent = await halfSent(one, await tokenOf(one, maria))
    await until(() => kept.mock.calls.length > 0)
    await erase(two)
    sent.finish()
    expect((await sent.answer).status).toBe(404)
    expect(put).not.toHaveBeenCalled()
    expect(await left()).toBe(false)
  })

  test.each(['is kept all the same', 'fails by that'])('leaves nothing when that is removed while it is being kept, and %s', async (what) => {
    const { blobs, left } = await make()
    const put = blobs.put
    vi.spyOn(blobs, 'put').mockImplementation(async (...given) => {
      await erase(world)
      if (what === 'fails by that') throw new HandbackError('store/unavailable', 'Its place is gone.', { retryable: true })
      await put(...given)
    })
    const world = createWorld({ blobs })
    await begin(world)
    const answer = await mounted(world)(`/conversations/${c}/files?name=a.txt`, { method: 'POST', headers: bearer(await tokenOf(world, maria)), body: 'x' })
    expect([answer.status, await answer.json()]).toMatchObject([404, gone])
    expect(await left()).toBe(false)
  })
})

test('a file on its way ends by a removal only, and makes room for others then', async () => {
  const store = memoryStore()
  const files = createFiles({ store, blobs: memoryBlobs(), now: () => 1, charge: () => undefined, onLeft: () => undefined, room: 10 })
  const world = createWorld({ store })
  await begin(world)
  let half = false
  const slow = files.bring(maria, c, 'a.txt', {
    length: undefined,
    body: (_limit, { signal, onBytes }) => {
      onBytes(10)
      half = true
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    },
  })
  const quick = { length: 4, body: async (_limit: number, { onBytes }: { onBytes(count: number): void }) => (onBytes(4), new Uint8Array(4).fill(65)) }
  await until(() => half)
  await files.changed(c)
  await expect(files.bring(maria, 'conversation-2', 'a.txt', quick)).rejects.toMatchObject({ code: 'hub/busy' })
  await erase(world)
  await files.changed(c)
  await expect(slow).rejects.toMatchObject({ code: 'conversation/erased' })
  await expect(files.bring(maria, 'conversation-2', 'a.txt', quick)).resolves.toMatchObject({ size: 4 })
})
