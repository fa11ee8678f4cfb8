import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import type { EventStore, Sink } from '../../src/contracts/index.ts'
import { nodeHandler } from '../../src/hub/adapters/node.ts'
import type { Hub } from '../../src/hub/index.ts'
import { fetchHandler } from '../../src/hub/adapters/fetch.ts'
import { memoryStore } from '../../src/stores/memory.ts'
import { bearer, json, mounted, post, serve, stream, tokenOf } from './http-world.ts'
import { until } from './until.ts'
import { createWorld, maria, sarah } from './world.ts'

test.each(['node', 'fetch'] as const)('a stream that its reader leaves is no link any more (%s)', async (adapter) => {
  const world = createWorld()
  const ask = adapter === 'node' ? (await serve(world)).ask : mounted(world)
  const reading = await stream(ask, await tokenOf(world, sarah), ['desk'])
  const hello = await until(() => reading.frames.find((frame) => frame.t === 'hello'))
  expect(world.hub.ports.linkOf(sarah, hello.link)).toBeDefined()
  reading.stop()
  await until(() => world.hub.ports.linkOf(sarah, hello.link) === undefined)
})

test.each(['node', 'fetch'] as const)('a stream begins with when to come back, then says hello (%s)', async (adapter) => {
  const world = createWorld()
  const ask = adapter === 'node' ? (await serve(world)).ask : mounted(world)
  const life = new AbortController()
  const response = await ask('/stream', { headers: bearer(await tokenOf(world, maria)), signal: life.signal })
  // what keeps proxies from holding it back, and from pressing it together
  expect(['x-accel-buffering', 'cache-control'].map((name) => response.headers.get(name))).toEqual(['no', 'no-store, no-transform'])
  const reader = response.body?.getReader()
  let text = ''
  await until(async () => {
    text += new TextDecoder().decode((await reader?.read())?.value)
    return text.includes('"hello"')
  })
  expect(text).toMatch(/^retry: 1000\n\ndata: \{"t":"hello"/)
  await reader?.cancel()
  life.abort()
})

test('a session needs no body, and no other one than JSON', async () => {
  const ask = mounted(createWorld())
  const status = async (body: string) => (await ask('/session', { method: 'POST', headers: json, body })).status
  expect(await Promise.all(['', '{}', 'null', '{'].map(status))).toEqual([200, 200, 200, 400])
})

/** The hub with what its adapter writes to kept. */
function tapped(hub: Hub): { readonly hub: Hub; sink(): Sink } {
  let kept: Sink | undefined
  return {
    hub: { ...hub, link: (identity, sink) => hub.link(identity, (kept = sink)) },
    sink() {
      if (!kept) throw new Error('No link yet.')
      return kept
    },
  }
}

/** Writes until the sink says that its reader does not keep up: 64 MB at most. */
function fill(sink: Sink): number {
  const chunk = new Uint8Array(65_536)
  for (let count = 1; count <= 1_024; count += 1) if (sink.write(chunk) === 'full') return count
  return Infinity
}

test('a reader who does not read is told apart from one who does (fetch)', async () => {
  const world = createWorld()
  const { hub, sink } = tapped(world.hub)
  const response = await fetchHandler(hub)(new Request('http://site.example/handback/stream', { headers: bearer(await tokenOf(world, maria)) }))
  expect(response?.status).toBe(200)
  expect(fill(sink())).toBeLessThan(100)
})

test('a body that is cancelled ends its link (fetch)', async () => {
  const world = createWorld()
  const { hub, sink } = tapped(world.hub)
  const response = await fetchHandler(hub)(new Request('http://site.example/handback/stream', { headers: bearer(await tokenOf(world, maria)) }))
  const reader = response?.body?.getReader()
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('retry: 1000\n\n')
  const first = new TextDecoder().decode((await reader?.read())?.value)
  const { link } = JSON.parse(first.slice(6)) as { link: string }
  expect(world.hub.ports.linkOf(maria, link)).toBeDefined()
  await reader?.cancel()
  expect(world.hub.ports.linkOf(maria, link)).toBeUndefined()
  expect(sink().write(new Uint8Array(1))).toBe('full')
})

test('a request that is given up in the moment of its answer leaves no link (fetch)', async () => {
  const world = createWorld()
  const life = new AbortController()
  const ids: string[] = []
  const hub: Hub = {
    ...world.hub,
    link(identity, sink) {
      life.abort()
      const link = world.hub.link(identity, sink)
      ids.push(link.id)
      return link
    },
  }
  const headers = bearer(await tokenOf(world, maria))
  await fetchHandler(hub)(new Request('http://site.example/handback/stream', { headers, signal: life.signal }))
  expect(ids.map((id) => world.hub.ports.linkOf(maria, id))).toEqual([undefined])
})

test('a reader who does not read is told apart from one who does (node)', async () => {
  const world = createWorld()
  const { hub, sink } = tapped(world.hub)
  const server = createServer(nodeHandler(hub))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const request = get({ port: (server.address() as AddressInfo).port, path: '/handback/stream', headers: bearer(await tokenOf(world, maria)) })
  onTestFinished(() => {
    request.destroy()
    server.closeAllConnections()
    server.close()
  })
  request.on('error', () => undefined)
  await new Promise((resolve) => request.once('response', resolve))
  expect(fill(sink())).toBeLessThan(1_024)
})

test('what a store says when it breaks stays in the log: its words cross no wire', async () => {
  const store: EventStore = {
    ...memoryStore(),
    load: () => Promise.reject(new Error('cannot open /var/secret/hub.db')),
  }
  const errors: unknown[] = []
  const world = createWorld({ store, log: { info: () => undefined, warn: () => undefined, error: (fields) => void errors.push(fields) } })
  const command = { id: 'command-0001', type: 'handoff-request', data: {} }
  const answer = await post(mounted(world), await tokenOf(world, maria), [{ t: 'command', conversation: 'conversation-1', seen: null, command }])
  expect(answer.status).toBeGreaterThanOrEqual(500)
  expect(answer.body).not.toMatch(/secret|hub\.db/)
  expect(errors).toMatchObject([{ error: { message: 'cannot open /var/secret/hub.db' } }])
})

test('a record that another version of the machine wrote is folded again from the log', async () => {
  const base = memoryStore()
  const store: EventStore = {
    ...base,
    async load(id) {
      const header = await base.load(id)
      return header && { ...header, machine: 0, phase: 'closed', people: [] }
    },
  }
  const world = createWorld({ store })
  const link = world.link(maria)
  await link.command('conversation-1', 'handoff-request')
  await link.follow('conversation-1')
  expect(link.of('snapshot')[0]?.header).toMatchObject({ phase: 'queued', people: [{ id: maria.sub }] })
})
