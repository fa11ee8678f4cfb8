import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Identity } from '../../src/contracts/index.ts'
import { nodeHandler } from '../../src/hub/adapters/node.ts'
import { createTokens } from '../../src/hub/index.ts'
import { fileName } from '../../src/hub/files/file-name.ts'
import { createFiles } from '../../src/hub/files/files.ts'
import { mediaOf } from '../../src/hub/files/media.ts'
import { newId } from '../../src/internal/ids.ts'
import type { AttachmentPart, Part } from '../../src/protocol/index.ts'
import { scripted } from '../../src/providers/scripted.ts'
import { folderBlobs } from '../../src/stores/folder.ts'
import { memoryBlobs, memoryStore } from '../../src/stores/memory.ts'
import type { AskHub } from './http-world.ts'
import { bearer, mounted, serve, tokenOf } from './http-world.ts'
import { until } from './until.ts'
import type { World, WorldOptions } from './world.ts'
import { boris, createWorld, key, maria, sarah, vera } from './world.ts'

const c = 'conversation-1'
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

interface Place {
  readonly world: World
  readonly ask: AskHub
  /** Files on the disk. */
  kept(): Promise<number>
}

async function place(adapter: 'node' | 'fetch' = 'fetch', options: WorldOptions = {}): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'handback-files-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const world = createWorld({ blobs: folderBlobs(folder), provider: scripted(() => ['All is well.']), ...options })
  const ask = adapter === 'node' ? (await serve(world)).ask : mounted(world)
  return { world, ask, kept: async () => (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length }
}

async function bring({ world, ask }: Place, who: Identity, body: Uint8Array | ReadableStream, { to = c, name = 'card.png' } = {}) {
  const init = { method: 'POST', headers: { ...bearer(await tokenOf(world, who)), 'content-type': 'text/html' }, body: body as BodyInit, duplex: 'half' }
  const answer = await ask(`/conversations/${to}/files?name=${encodeURIComponent(name)}`, init as RequestInit)
  const told = (await answer.json()) as { part: AttachmentPart; error: { code: string } }
  return { status: answer.status, part: told.part, code: told.error?.code }
}

const fetched = async ({ world, ask }: Place, who: Identity, blob: string, of = c): Promise<Response> =>
  ask(`/conversations/${of}/files/${blob}`, { headers: bearer(await tokenOf(world, who)) })

const send = async ({ world }: Place, who: Identity, parts: readonly Part[], to = c) => world.link(who).command(to, 'message-send', { parts })

describe.each(['node', 'fetch'] as const)('a file (%s)', (adapter) => {
  test('is brought, sent and read again by both sides, whole and as nothing but a file', async () => {
    const at = await place(adapter)
    const { status, part } = await bring(at, maria, png)
    expect(status).toBe(201)
    expect(part).toEqual({ type: 'attachment', blob: expect.stringMatching(/^[\w-]{22}$/), name: 'card.png', media: 'image/png', size: png.length })
    expect(await send(at, maria, [{ type: 'text', text: 'My card' }, part])).toMatchObject({ ok: true })
    for (const who of [maria, sarah]) {
      const answer = await fetched(at, who, part.blob)
      expect(new Uint8Array(await answer.arrayBuffer())).toEqual(png)
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'image/png',
        'content-length': String(png.length),
        'content-disposition': `attachment; filename="card.png"; filename*=UTF-8''card.png`,
        'x-content-type-options': 'nosniff',
        'content-security-policy': "sandbox; default-src 'none'",
        'cache-control': 'private, no-store',
      })
    }
    expect((await fetched(at, boris, part.blob)).status).toBe(404)
    expect((await at.ask(`/conversations/${c}/files/${part.blob}`)).status).toBe(401)
  })

  test('above ten million bytes is refused, whether it says so or not, and nothing of it is kept', async () => {
    const at = await place(adapter)
    const large = new Uint8Array(10_000_001)
    large.set(png)
    expect(await bring(at, maria, large)).toMatchObject({ status: 413, code: 'request/too-large' })
    let left = 200
    const endless = new ReadableStream({
      pull(controller) {
        if (left-- > 0) controller.enqueue(new Uint8Array(65_536).fill(65))
        else controller.close()
      },
    })
    expect(await bring(at, maria, endless)).toMatchObject({ status: 413, code: 'request/too-large' })
    expect((await bring(at, maria, large.subarray(0, 10_000_000))).status).toBe(201)
    expect(await at.kept()).toBe(1)
  })

  test('is refused when it is no kind that is taken, whatever it is called or said to be', async () => {
    const at = await place(adapter)
    const kinds = [new Uint8Array(), Uint8Array.from([0x4d, 0x5a, 0x90, 0]), bytesOf('PK\u0003\u0004\0'), Uint8Array.from([0xff, 0xfe, 65, 0])]
    for (const body of kinds) expect(await bring(at, maria, body)).toMatchObject({ status: 400, code: 'request/invalid' })
    expect(await at.kept()).toBe(0)
  })

  test('that is a page in disguise is kept and given as text to be saved, by a name that runs nothing', async () => {
    const at = await place(adapter)
    for (const [body, name, saved] of [
      ['<!doctype html><script>alert(1)</script>', 'index.html', 'index.html.txt'],
      ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', '../../picture.svg', 'picture.svg.txt'],
      ['#!/bin/sh\nrm -rf /', '/etc/cron.d/.job', 'job.txt'],
    ] as const) {
      const { part } = await bring(at, maria, bytesOf(body), { name })
      expect(part).toMatchObject({ media: 'text/plain', name: saved })
      await send(at, maria, [part])
      const answer = await fetched(at, maria, part.blob)
      expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
      expect(answer.headers.get('content-disposition')).toContain(`attachment; filename="${saved}"`)
    }
    // a picture that is a script as well is a picture
    expect((await bring(at, maria, bytesOf('GIF89a/*<script>*/=alert(1)'), { name: 'x.js' })).part).toMatchObject({ media: 'image/gif', name: 'x.js.gif' })
  })

  test('belongs to whoever may write there, and exists for nobody else', async () => {
    const at = await place(adapter)
    await send(at, maria, [{ type: 'text', text: 'Hello' }])
    expect(await bring(at, boris, png)).toMatchObject({ status: 404, code: 'conversation/not-found' })
    expect(await bring(at, sarah, png, { to: 'conversation-nobody' })).toMatchObject({ status: 404, code: 'conversation/not-found' })
    expect((await bring(at, sarah, png)).status).toBe(201)
    expect((await at.ask(`/conversations/${c}/files`, { method: 'POST', body: 'x' })).status).toBe(401)
    const none = await place(adapter, { blobs: undefined as never })
    expect((await bring(none, maria, png)).status).toBe(404)
    const refused = await none.ask(`/conversations/${c}/files`, { method: 'POST', body: 'x', headers: bearer(await tokenOf(none.world, maria)) })
    expect(await refused.json()).toMatchObject({ error: { code: 'request/not-found', message: 'This hub takes no files (`blobs`).' } })
  })

  test('may be brought from pages of allowed origins, and of no other', async () => {
    const at = await place(adapter, { origins: ['https://www.example.com'] })
    const headers = { origin: 'https://www.example.com', 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' }
    const preflight = await at.ask(`/conversations/${c}/files?name=x`, { method: 'OPTIONS', headers })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe('https://www.example.com')
    const { part } = await bring(at, maria, png)
    await send(at, maria, [part])
    const token = bearer(await tokenOf(at.world, maria))
    const allowed = await at.ask(`/conversations/${c}/files/${part.blob}`, { headers: { ...token, origin: 'https://www.example.com' } })
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://www.example.com')
    const other = await at.ask(`/conversations/${c}/files/${part.blob}`, { headers: { ...token, origin: 'https://evil.example' } })
    expect(other.headers.get('access-control-allow-origin')).toBeNull()
  })

  test('is paid for from what a visitor may ask for, the more the larger it is', async () => {
    const at = await place(adapter, { allowance: { burst: 60, perSecond: 0.001 } })
    const large = new Uint8Array(9_000_000)
    large.set(png)
    expect((await bring(at, maria, large)).status).toBe(201)
    expect(await bring(at, maria, large)).toMatchObject({ status: 429, code: 'request/rate-limited' })
    expect(await at.kept()).toBe(1)
    expect((await bring(at, boris, png, { to: 'conversation-boris' })).status).toBe(201)
  })
})

describe('a message with files', () => {
  test('holds what is kept of each, not what is said of it, beside the words for those who do not see it', async () => {
    const at = await place()
    const { part } = await bring(at, maria, png)
    expect(await send(at, maria, [{ ...part, name: 'invoice.exe', media: 'text/html', size: 1, alt: 'A card' }])).toMatchObject({ ok: true })
    const sent = (await at.world.events(c)).find(({ type }) => type === 'message-sent')
    expect(sent?.data).toMatchObject({ parts: [{ ...part, alt: 'A card' }] })
    expect((await at.world.store.load(c))?.preview).toBe('card.png')
  })

  test('is refused when a file is of nobody, of another, of another conversation, there twice, or one too many', async () => {
    const at = await place()
    const { part } = await bring(at, maria, png)
    const { part: elsewhere } = await bring(at, maria, png, { to: 'conversation-2' })
    await send(at, maria, [{ type: 'text', text: 'Hello' }])
    const { part: hers } = await bring(at, sarah, png)
    const { part: his } = await bring(at, boris, png, { to: 'conversation-3' })
    const many: AttachmentPart[] = []
    for (let count = 0; count < 6; count += 1) many.push((await bring(at, maria, png)).part)
    const wrong: readonly (readonly Part[])[] = [[{ ...part, blob: newId() }], [elsewhere], [hers], [his], [part, part], many]
    for (const parts of wrong) expect(await send(at, maria, parts)).toMatchObject({ ok: false, refusal: { code: 'command/invalid' } })
    expect(await send(at, sarah, [part])).toMatchObject({ ok: false, refusal: { code: 'command/invalid' } })
    expect(await send(at, maria, many.slice(0, 5))).toMatchObject({ ok: true })
    expect(await send(at, sarah, [hers])).toMatchObject({ ok: true })
  })

  test('of a visitor holds no form and no buttons', async () => {
    const at = await place()
    const form: Part = { type: 'form', form: 'form-0001', fields: [{ name: 'a', label: 'A', kind: 'text' }] }
    for (const part of [form, { type: 'quick-replies', options: [{ action: 'handoff-request' }] } as const]) {
      expect(await send(at, maria, [part])).toMatchObject({ ok: false, refusal: { code: 'command/invalid' } })
    }
  })

  test('that was sent once is sent, also when it comes again after its file is gone', async () => {
    const at = await place()
    const { part } = await bring(at, maria, png)
    const command = { id: 'command-0001', type: 'message-send', data: { parts: [part] } } as const
    const frame = { t: 'command', conversation: c, seen: null, command } as const
    expect(await at.world.hub.ports.answer(maria, frame)).toMatchObject({ t: 'ack' })
    const seq = (await at.world.events(c)).find(({ type }) => type === 'message-sent')?.seq ?? 0
    expect(await at.world.link(sarah).command(c, 'events-redact', { seqs: [seq] })).toMatchObject({ ok: true })
    expect(await at.world.hub.ports.answer(maria, frame)).toMatchObject({ t: 'ack' })
  })

  test('gives models that see pictures its pictures', async () => {
    const provider = scripted([['A card.']], { supports: { images: true } })
    const at = await place('fetch', { provider })
    const { part } = await bring(at, maria, png)
    await send(at, maria, [{ type: 'text', text: 'What is this?' }, part])
    await until(async () => (await at.world.types(c)).includes('turn-done'))
    const [image] = provider.calls[0]?.request.messages.at(-1)?.images ?? []
    expect(image).toEqual({ media: 'image/png', data: Buffer.from(png).toString('base64') })
  })
})

describe('the files of a conversation', () => {
  test('go with it, sent or not', async () => {
    const at = await place()
    const { part } = await bring(at, maria, png)
    await bring(at, maria, png)
    const { part: other } = await bring(at, maria, png, { to: 'conversation-2' })
    await send(at, maria, [part])
    await send(at, maria, [other], 'conversation-2')
    expect(await at.world.link(maria).command(c, 'conversation-erase', {})).toMatchObject({ ok: true })
    expect(await at.kept()).toBe(1)
    for (const who of [maria, sarah]) expect(await bring(at, who, png)).toMatchObject({ status: 404, code: 'conversation/erased' })
    // nobody else is told that there was one
    expect(await bring(at, boris, png)).toMatchObject({ status: 404, code: 'conversation/not-found' })
    expect(await at.kept()).toBe(1)
  })

  test('go with the message that holds them, and with no other', async () => {
    const at = await place()
    const [one, two] = [(await bring(at, maria, png)).part, (await bring(at, maria, png)).part]
    await send(at, maria, [one])
    await send(at, maria, [two])
    const seq = (await at.world.events(c)).find(({ type }) => type === 'message-sent')?.seq ?? 0
    expect(await at.world.link(vera).command(c, 'events-redact', { seqs: [seq] })).toMatchObject({ ok: true })
    expect((await fetched(at, maria, one.blob)).status).toBe(404)
    expect((await fetched(at, maria, two.blob)).status).toBe(200)
  })

  test('stay as long as another message holds them', async () => {
    const at = await place()
    const { part } = await bring(at, maria, png)
    await send(at, maria, [part])
    await send(at, maria, [part])
    const seqs = (await at.world.events(c)).filter(({ type, by }) => type === 'message-sent' && by.kind === 'visitor').map(({ seq }) => seq)
    for (const [seq, status] of [[seqs[0], 200], [seqs[1], 404]] as const) {
      expect(await at.world.link(vera).command(c, 'events-redact', { seqs: [seq ?? 0] })).toMatchObject({ ok: true })
      expect((await fetched(at, maria, part.blob)).status).toBe(status)
    }
    expect(await at.kept()).toBe(0)
  })

  test('that a hub without files is to remove are told of, with their conversation', async () => {
    const at = await place()
    const { part } = await bring(at, maria, png)
    await send(at, maria, [part])
    await send(at, maria, [{ type: 'text', text: 'Hello' }], 'conversation-2')
    const other = createWorld({ store: at.world.store })
    const warned = () => other.log.filter(({ level }) => level === 'warn').map(({ fields }) => fields)
    expect(await other.link(maria).command('conversation-2', 'conversation-erase', {})).toMatchObject({ ok: true })
    expect(warned()).toEqual([])
    expect(await other.link(maria).command(c, 'conversation-erase', {})).toMatchObject({ ok: true })
    expect(warned()).toEqual([{ conversation: c }])
  })

  test('that cannot be removed now are removed by the deadline', async () => {
    const blobs = memoryBlobs()
    let broken = true
    const failing = { ...blobs, delete: (...ids: Parameters<typeof blobs.delete>) => (broken ? Promise.reject(new Error('No disk')) : blobs.delete(...ids)) }
    const errors: unknown[] = []
    const at = await place('fetch', { blobs: failing, log: { info: () => undefined, warn: () => undefined, error: (fields) => void errors.push(fields) } })
    const { part } = await bring(at, maria, png)
    await send(at, maria, [part])
    at.world.hub.ports.answer(maria, { t: 'command', conversation: c, seen: null, command: { id: 'command-0001', type: 'conversation-erase', data: {} } }).catch((error: unknown) => errors.push(error))
    await until(() => errors.length > 0)
    expect(await blobs.get(c, part.blob)).toBeDefined()
    for (const who of [maria, sarah]) expect((await fetched(at, who, part.blob)).status).toBe(404)
    broken = false
    await until(async () => (await blobs.get(c, part.blob)) === undefined, 5_000)
    await until(async () => (await at.world.store.load(c))?.log === 2)
  })

  test('that come in the moment in which it is removed are not left behind', async () => {
    const blobs = memoryBlobs()
    const removing = { ...blobs, put: async (...given: Parameters<typeof blobs.put>) => {
      await blobs.put(...given)
      await at.world.link(maria).command(c, 'conversation-erase', {})
      // as if it came after all others were gone
      await blobs.put(...given)
    } }
    const at: Place = await place('fetch', { blobs: removing })
    await send(at, maria, [{ type: 'text', text: 'Hello' }])
    const put: string[] = []
    const spied = removing.put
    removing.put = async (info, bytes) => {
      put.push(info.blob)
      return spied(info, bytes)
    }
    expect((await bring(at, maria, png)).status).toBe(404)
    expect(put).toHaveLength(1)
    expect(await blobs.get(c, put[0] ?? '')).toBeUndefined()
  })
})

describe('files on their way', () => {
  const files = (more: Partial<Parameters<typeof createFiles>[0]> = {}) =>
    createFiles({ store: memoryStore(), blobs: memoryBlobs(), now: () => 1, charge: () => undefined, onLeft: () => undefined, ...more })

  test('that come too slowly are let go, and make room for others', async () => {
    const { bring } = files({ time: 20, room: 100 })
    const slow = bring(maria, c, 'a.txt', {
      length: undefined,
      body: (_limit, { signal, onBytes }) => {
        onBytes(90)
        return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
      },
    })
    const quick = { length: 20, body: async (_limit: number, { onBytes }: { onBytes(count: number): void }) => (onBytes(20), bytesOf('all of twenty bytes.')) }
    await expect(bring(boris, 'conversation-2', 'a.txt', quick)).rejects.toMatchObject({ code: 'hub/busy', retryAfter: 2_000 })
    await expect(slow).rejects.toMatchObject({ code: 'hub/busy', retryable: true })
    await expect(bring(boris, 'conversation-2', 'a.txt', quick)).resolves.toMatchObject({ media: 'text/plain' })
  })

  test('of one visitor are few at a time', async () => {
    const { bring } = files()
    const ends: (() => void)[] = []
    const waiting = { length: undefined, body: () => new Promise<Uint8Array>((resolve) => ends.push(() => resolve(png))) }
    const five = Array.from({ length: 5 }, () => bring(maria, c, 'a.png', waiting))
    await until(() => ends.length === 5)
    await expect(bring(maria, c, 'a.png', waiting)).rejects.toMatchObject({ code: 'hub/busy' })
    for (const end of ends) end()
    await Promise.all(five)
    const sixth = bring(maria, c, 'a.png', waiting)
    await until(() => ends.length === 6)
    ends[5]?.()
    await expect(sixth).resolves.toMatchObject({ name: 'a.png' })
  })

  test('count as held until the store has them', async () => {
    const ends: (() => void)[] = []
    const slow = { ...memoryBlobs(), put: () => new Promise<void>((resolve) => ends.push(resolve)) }
    const { bring } = files({ blobs: slow, room: 1_000 })
    const incoming = { length: 600, body: async (_limit: number, { onBytes }: { onBytes(count: number): void }) => (onBytes(600), new Uint8Array(600).fill(65)) }
    const first = bring(maria, c, 'a.txt', incoming)
    await until(() => ends.length === 1)
    await expect(bring(boris, 'conversation-2', 'a.txt', incoming)).rejects.toMatchObject({ code: 'hub/busy' })
    ends[0]?.()
    await first
    const second = bring(boris, 'conversation-2', 'a.txt', incoming)
    await until(() => ends.length === 2)
    ends[1]?.()
    await expect(second).resolves.toMatchObject({ size: 600 })
  })

  test('that were brought are in no memory any more, whoever holds the signal of their time (node)', async () => {
    const listeners = new Set<unknown>()
    const world = createWorld({ blobs: memoryBlobs() })
    const at: Place = { world, ask: (await serve(world)).ask, kept: async () => 0 }
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
      const { signal } = new AbortController()
      const { addEventListener, removeEventListener } = signal
      signal.addEventListener = (...given: Parameters<typeof addEventListener>) => (listeners.add(given[1]), addEventListener.apply(signal, given))
      signal.removeEventListener = (...given: Parameters<typeof removeEventListener>) => (listeners.delete(given[1]), removeEventListener.apply(signal, given))
      return signal
    })
    onTestFinished(() => timeout.mockRestore())
    const { status, part } = await bring(at, maria, png)
    expect(status).toBe(201)
    expect(timeout).toHaveBeenCalled()
    expect(listeners.size).toBe(0)
    await send(at, maria, [part])
    await (await fetched(at, maria, part.blob)).arrayBuffer()
    await until(() => listeners.size === 0)
  })

  describe('out', () => {
    const large = new Uint8Array(1_000_000)
    large.set(png)
    const sent = async (options: Partial<Parameters<typeof createFiles>[0]> = {}) => {
      const { store } = createWorld()
      const blobs = memoryBlobs()
      const kept = files({ store, blobs, ...options })
      const body = async () => large
      const world = createWorld({ store })
      const bringTo = async (who: Identity, to: string) => {
        await world.link(who).command(to, 'message-send', { parts: [{ type: 'text', text: 'Hello' }] })
        return (await kept.bring(who, to, 'a.png', { length: large.length, body })).blob
      }
      return { kept, maria: await bringTo(maria, c), boris: await bringTo(boris, 'conversation-2') }
    }

    test('are few of one party at a time, and others are not kept waiting by that', async () => {
      const at = await sent()
      const open = await Promise.all(Array.from({ length: 10 }, () => at.kept.read(maria, c, at.maria)))
      await expect(at.kept.read(maria, c, at.maria)).rejects.toMatchObject({ code: 'hub/busy', retryAfter: 2_000 })
      await expect(at.kept.read(boris, 'conversation-2', at.boris)).resolves.toMatchObject({ info: { size: 1_000_000 } })
      open[0]?.sent()
      open[0]?.sent()
      await at.kept.read(maria, c, at.maria)
      await expect(at.kept.read(maria, c, at.maria)).rejects.toMatchObject({ code: 'hub/busy' })
    })

    test('hold their bytes of the room until they are sent, or their time is over', async () => {
      const at = await sent({ room: 11_500_000, time: 300 })
      await at.kept.read(maria, c, at.maria)
      const { late } = await at.kept.read(maria, c, at.maria)
      await expect(at.kept.read(boris, 'conversation-2', at.boris)).rejects.toMatchObject({ code: 'hub/busy' })
      await new Promise((resolve) => late.addEventListener('abort', resolve))
      await expect(at.kept.read(boris, 'conversation-2', at.boris)).resolves.toMatchObject({ info: { size: 1_000_000 } })
    })

    test('are paid for by their size, and those that are not there only once', async () => {
      const charged: number[] = []
      const at = await sent({ charge: (_who, count) => void charged.push(count) })
      charged.length = 0
      await at.kept.read(maria, c, at.maria)
      await expect(at.kept.read(maria, c, newId())).rejects.toMatchObject({ code: 'request/not-found' })
      expect(charged).toEqual([1, 4, 1])
    })

    test.each(['node', 'fetch'] as const)('make room for others when their reader goes away (%s)', async (adapter) => {
      const world = createWorld({ blobs: memoryBlobs() })
      const at: Place = { world, ask: adapter === 'node' ? (await serve(world)).ask : mounted(world), kept: async () => 0 }
      const whole = new Uint8Array(10_000_000)
      whole.set(png)
      const { part } = await bring(at, maria, whole)
      await send(at, maria, [part])
      for (let round = 0; round < 3; round += 1) {
        const answers: Response[] = []
        for (let count = 0; count < 10; count += 1) answers.push(await fetched(at, maria, part.blob))
        expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
        expect((await fetched(at, maria, part.blob)).status).toBe(503)
        await Promise.all(answers.map(({ body }) => body?.cancel()))
        // a server learns of it a moment later
        await until(async () => {
          const next = await fetched(at, maria, part.blob)
          await next.body?.cancel()
          return next.status === 200
        })
        await until(async () => {
          const all = await Promise.all(Array.from({ length: 10 }, () => fetched(at, maria, part.blob)))
          await Promise.all(all.map(({ body }) => body?.cancel()))
          return all.every(({ status }) => status === 200)
        })
      }
    })
  })

  test('that break off leave nothing behind (node)', async () => {
    const world = createWorld({ blobs: memoryBlobs() })
    const { port, ask } = await serve(world)
    const headers = { ...bearer(await tokenOf(world, maria)), 'content-length': '1000' }
    const broken = request({ port, path: `/handback/conversations/${c}/files?name=a.txt`, method: 'POST', headers })
    broken.on('error', () => undefined)
    broken.write('half of')
    await new Promise((resolve) => broken.once('socket', (socket) => socket.once('connect', resolve)))
    broken.destroy()
    const at: Place = { world, ask, kept: async () => 0 }
    expect((await bring(at, maria, png)).status).toBe(201)
  })
})

describe('files that are given up before they are read', () => {
  test('keep no place, however many they are (node)', async () => {
    const blobs = memoryBlobs()
    let release = (): void => undefined
    let wait: Promise<void> | undefined = new Promise((resolve) => (release = resolve))
    let [waiting, closed] = [0, 0]
    const tokens = createTokens(key)
    const slow = { ...tokens, verify: async (token: string) => {
      waiting += 1
      await wait
      return tokens.verify(token)
    } }
    const world = createWorld({ blobs, tokens: slow, clock: { now: Date.now() } })
    const handle = nodeHandler(world.hub)
    const server = createServer((asked, response) => {
      asked.once('close', () => (closed += 1))
      handle(asked, response)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const { port } = server.address() as AddressInfo
    const token = bearer((await tokens.issue(maria)).token)
    const given = Array.from({ length: 6 }, () => {
      const one = request({ port, path: `/handback/conversations/${c}/files?name=a.txt`, method: 'POST', headers: { ...token, 'content-length': '1000' } })
      one.on('error', () => undefined)
      one.write('half of')
      return one
    })
    await until(() => waiting === 6)
    for (const one of given) one.destroy()
    await until(() => closed === 6)
    wait = undefined
    release()
    const answer = await fetch(`http://127.0.0.1:${port}/handback/conversations/${c}/files?name=a.png`, { method: 'POST', headers: token, body: png as BodyInit })
    expect(answer.status).toBe(201)
  })
})

describe('the kind of a file', () => {
  test.each([
    [png, 'image/png'],
    [Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    [bytesOf('GIF87a…'), 'image/gif'],
    [Uint8Array.from([...bytesOf('RIFF'), 0, 0, 0, 0, ...bytesOf('WEBPVP8 ')]), 'image/webp'],
    [bytesOf('%PDF-1.7\n'), 'application/pdf'],
    [bytesOf('Grüße, 你好'), 'text/plain'],
    [bytesOf('\ufeffwith a mark'), 'text/plain'],
    [Uint8Array.from([...bytesOf('RIFF'), 0, 0, 0, 0, ...bytesOf('WAVEfmt ')]), undefined],
    [png.subarray(0, 7), undefined],
    [Uint8Array.from([0xc3, 0x28]), undefined],
  ])('is told by its content alone', (bytes, media) => {
    expect(mediaOf(bytes)).toBe(media)
  })
})

describe('the name of a file', () => {
  test.each([
    ['C:\\fakepath\\Card.PNG', 'image/png', 'Card.png'],
    ['photo\u202egnp.exe', 'image/png', 'photognp.exe.png'],
    ['..', 'text/plain', 'file.txt'],
    ['', 'application/pdf', 'file.pdf'],
    ['a/b/../c\r\nSet-Cookie: x=1.pdf', 'application/pdf', 'cSet-Cookie: x=1.pdf'],
    ['notes.MD', 'text/plain', 'notes.md'],
    ['Grüße 你好.pdf', 'application/pdf', 'Grüße 你好.pdf'],
  ])('%j of %s is %j', (name, media, kept) => {
    expect(fileName(name, media)).toBe(kept)
  })

  test('is short, well formed, and nothing that a folder could be', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.constantFrom('image/png', 'text/plain'), (name, media) => {
        const kept = fileName(name, media)
        expect(kept.length).toBeLessThanOrEqual(200)
        expect(kept).not.toMatch(/[\p{Cc}\p{Cf}/\\]|^\./u)
        expect(kept).not.toMatch(/\p{Cs}/u)
        expect(kept).toMatch(media === 'image/png' ? /.\.png$/ : /.\.(txt|text|md|csv|tsv|log|json|ya?ml)$/)
      }),
      { seed: 31, numRuns: 500 },
    )
  })
})
