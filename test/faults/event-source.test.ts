import { once } from 'node:events'
import { createServer, request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'
import { EventSource } from 'eventsource'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { ServerFrame } from '../../src/protocol/index.ts'
import { textOf } from '../../src/protocol/index.ts'
import { launchBrowser } from './browser.ts'
import type { FaultsHub } from './hub.ts'
import { startHub } from './hub.ts'
import { startScene } from './people.ts'
import type { Scene } from './scene.ts'
import { figures, until } from './waiting.ts'

/** What a client that knows nothing of ours does without a `retry:` line, in ms: both that are tried here wait this long. */
const WITHOUT_A_HINT = 3_000

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

/** A client's name in the address, which the hub does not mind, tells its requests apart. */
const address = (base: string, { conversation }: Scene, client: string): string =>
  `${base}/stream?follow=conversation:${conversation}&client=${client}`
const openings = (hub: FaultsHub, client: string): readonly number[] =>
  hub.requests('/stream').flatMap(({ query, at }) => (query.get('client') === client ? [at] : []))

/** The messages in a row of frames, each once, in the order in which they first came. */
const texts = (frames: readonly ServerFrame[]): readonly string[] => [
  ...new Set(
    frames
      .flatMap((frame) => (frame.t === 'snapshot' ? frame.tail : frame.t === 'events' ? frame.events : []))
      .flatMap(({ type, data }) => (type === 'message-sent' ? [textOf((data as { readonly parts: Parameters<typeof textOf>[0] }).parts)] : [])),
  ),
]

/** Writes to a client that reads along, cuts it off three times, and looks at what it got. */
async function tryOut(what: string, hub: FaultsHub, scene: Scene, client: string, read: () => Promise<readonly ServerFrame[]>): Promise<void> {
  const wanted = ['Hello', 'Welcome']
  const say = async (text: string): Promise<void> => {
    wanted.push(text)
    await scene.agentSays(text)
    await until(async () => texts(await read()).includes(text))
  }
  await until(async () => (await read()).some(({ t }) => t === 'snapshot'))
  expect((await read()).slice(0, 2).map(({ t }) => t)).toEqual(['hello', 'snapshot'])
  for (let number = 1; number <= 5; number += 1) await say(`Before the cut ${number}`)
  const waits: number[] = []
  for (let cut = 1; cut <= 3; cut += 1) {
    const before = openings(hub, client).length
    const at = performance.now()
    hub.cut()
    await scene.agentSays(`During cut ${cut}`)
    wanted.push(`During cut ${cut}`)
    await until(() => openings(hub, client).length === before + 1)
    waits.push((openings(hub, client).at(-1) ?? NaN) - at)
    await until(async () => texts(await read()).includes(`During cut ${cut}`))
    await say(`After cut ${cut}`)
  }
  const frames = await read()
  expect(frames.filter(({ t }) => t === 'hello')).toHaveLength(4)
  expect(texts(frames)).toEqual(wanted)
  figures(what, { messages: wanted.length, 'back after ms': waits.map(Math.round).join('/') })
  expect(Math.max(...waits)).toBeLessThan(WITHOUT_A_HINT - 200)
}

describe('a standard client of server-sent events', () => {
  it('reads our stream in Node, with a header of its own, and comes back by itself when we say', async () => {
    const hub = await startHub()
    const scene = await startScene({ endpoint: hub.endpoint })
    const authorization = `Bearer ${await scene.token()}`
    const frames: ServerFrame[] = []
    const source = new EventSource(address(hub.endpoint, scene, 'npm'), {
      fetch: (url, init) => fetch(url, { ...init, headers: { ...init.headers, authorization } }),
    })
    onTestFinished(() => source.close())
    source.addEventListener('message', ({ data }) => void frames.push(JSON.parse(data as string) as ServerFrame))
    await tryOut('eventsource of npm', hub, scene, 'npm', async () => frames)
  })

  it('reads our stream in Chromium, behind a proxy that adds the header, and comes back by itself when we say', async () => {
    const hub = await startHub()
    const scene = await startScene({ endpoint: hub.endpoint })
    const authorization = `Bearer ${await scene.token()}`
    const proxy = createServer((request, response) => {
      if (request.url === '/') return response.setHeader('content-type', 'text/html').end('<!doctype html><link rel="icon" href="data:,">')
      const { accept = '*/*' } = request.headers
      const onward = ask({ port: hub.port, path: request.url, headers: { accept, authorization } }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        // what is cut there is cut here
        answer.once('close', () => response.destroy())
        answer.pipe(response)
      })
      onward.once('error', () => response.destroy())
      response.once('close', () => onward.destroy())
      return onward.end()
    }).listen(0, '127.0.0.1')
    await once(proxy, 'listening')
    const context = await browser.newContext()
    onTestFinished(async () => {
      await context.close()
      proxy.closeAllConnections()
      proxy.close()
    })
    const page = await context.newPage()
    const base = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
    await page.goto(base)
    await page.evaluate((url) => {
      const frames: unknown[] = []
      const source = new globalThis.EventSource(url)
      source.addEventListener('message', ({ data }) => void frames.push(JSON.parse(data as string)))
      Object.assign(globalThis, { frames, source })
    }, address(`${base}/handback`, scene, 'chromium'))
    const read = (): Promise<ServerFrame[]> => page.evaluate(() => (globalThis as unknown as { frames: ServerFrame[] }).frames)
    await tryOut('EventSource of Chromium', hub, scene, 'chromium', read)
  })
})
