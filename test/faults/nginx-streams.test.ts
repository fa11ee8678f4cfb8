import { describe, expect, it, onTestFinished } from 'vitest'
import { createChat, memoryStorage } from '../../src/client/index.ts'
import { textOf } from '../../src/protocol/index.ts'
import { http } from '../../src/transports/http.ts'
import { startHub } from './hub.ts'
import { startLoad } from './load.ts'
import { startNginx } from './nginx.ts'
import { startScene } from './people.ts'
import type { Scene } from './scene.ts'
import { mustAgree } from './scene.ts'
import { visitorToken } from './tokens.ts'
import { figures, leave, median, real, until } from './waiting.ts'

/** Ms from the first attempt to the first moment in one of these states. */
const reached = ({ states }: Scene, ...wanted: readonly string[]): number => states.find(({ state }) => wanted.includes(state))?.at ?? NaN

/** Ms from the agent's writing, which goes to the hub directly, to the visitor's page. */
const lag = (list: readonly number[]) => ({ 'lag p50 ms': median(list), 'lag max ms': Math.max(...list) })

async function lags(scene: Scene, count: number): Promise<readonly number[]> {
  const list: number[] = []
  for (let number = 1; number <= count; number += 1) {
    const text = `lag ${number}`
    const began = performance.now()
    const seen = new Promise<void>((resolve) => {
      const off = scene.chat.$messages.listen(() => {
        if (!scene.shown().includes(`agent: ${text}`)) return
        off()
        list.push(performance.now() - began)
        resolve()
      })
    })
    await scene.agentSays(text)
    await seen
  }
  return list
}

describe('nginx in front of the hub', () => {
  it('lets the stream through with its default buffering, because the hub tells it so', async () => {
    const hub = await startHub()
    const nginx = await startNginx({ upstream: hub.port })
    const scene = await startScene({ endpoint: nginx.endpoint, agentEndpoint: hub.endpoint })
    const list = await lags(scene, 60)
    for (let number = 1; number <= 10; number += 1) await scene.visitorSays(`question ${number}`)
    await mustAgree(await scene.settled(), hub.store)
    figures('nginx, default buffering', { state: scene.chat.$connection.get(), 'live ms': reached(scene, 'live'), ...lag(list) })
    expect(scene.chat.$connection.get()).toBe('live')
    expect(scene.states.filter(({ state }) => state === 'polling' || state === 'offline')).toEqual([])
  })

  it('holds the stream when it ignores what the hub says: the chat polls in under five seconds, and nothing is missing', async () => {
    const hub = await startHub()
    const nginx = await startNginx({ upstream: hub.port, directives: ['proxy_ignore_headers X-Accel-Buffering'] })
    const scene = await startScene({ endpoint: nginx.endpoint, agentEndpoint: hub.endpoint })
    const fallback = reached(scene, 'polling', 'live')
    const list = await lags(scene, 20)
    const load = startLoad(scene)
    await until(() => load.written() >= 60)
    await load.stop()
    await mustAgree(await scene.settled(), hub.store)
    figures('nginx, header ignored', { state: scene.chat.$connection.get(), 'fall-back ms': fallback, ...lag(list), written: load.written() })
    expect(scene.states.map(({ state }) => state)).not.toContain('live')
    expect(scene.chat.$connection.get()).toBe('polling')
    expect(fallback).toBeLessThan(5_000)
  })

  it('lets the beginning of a long snapshot through and holds its end: the page has it in ten seconds, and misses nothing', async () => {
    const hub = await startHub()
    const nginx = await startNginx({ upstream: hub.port, directives: ['proxy_ignore_headers X-Accel-Buffering'] })
    const storage = memoryStorage()
    const scene = await startScene({ endpoint: hub.endpoint, storage })
    for (let number = 1; number <= 48; number += 1) await scene.agentSays(`${number} ${'long '.repeat(500)}`)
    await scene.settled()
    scene.chat.destroy()
    // the same visitor's next page, by way of nginx
    const chat = createChat({ transport: http({ endpoint: nginx.endpoint }), credentials: scene.token, storage })
    onTestFinished(chat.destroy)
    const texts = (): readonly string[] => [...chat.$messages.get()].flatMap((row) => (row.type === 'message' ? [textOf(row.parts)] : []))
    const began = performance.now()
    await chat.resume()
    await until(() => texts().some((text) => text.startsWith('48 ')), 10_000)
    const whole = performance.now() - began
    await scene.agentSays('Still here?')
    await chat.sendMessage('Still here.')
    await until(() => texts().includes('Still here?') && texts().includes('Still here.'))
    figures('nginx, the end of a long snapshot is held', { state: chat.$connection.get(), 'whole thread after ms': whole })
    expect(chat.$connection.get()).toBe('polling')
    expect(new Set(texts()).size).toBe(texts().length)
  })

  it('lets the stream through from some moment on: the chat comes back to it, and nothing of that is seen in the thread', async () => {
    const hub = await startHub()
    const nginx = await startNginx({ upstream: hub.port, directives: ['proxy_ignore_headers X-Accel-Buffering'] })
    const scene = await startScene({ endpoint: nginx.endpoint, agentEndpoint: hub.endpoint })
    expect(scene.chat.$connection.get()).toBe('polling')
    await nginx.reload([])
    const began = performance.now()
    // as slow as people write: a way is proven by a heartbeat that comes alone, one in 15 s
    const load = startLoad(scene, 4_000)
    await until(() => scene.chat.$connection.get() === 'live', 120_000)
    const promoted = performance.now() - began
    const written = load.written()
    await until(() => load.written() > written + 4)
    await load.stop()
    await mustAgree(await scene.settled(), hub.store)
    const shown = scene.states.map(({ state }) => state)
    figures('nginx, header ignored until a reload', { 'live again ms after it': promoted, written: load.written(), states: shown.join(' ') })
    expect(shown.slice(shown.indexOf('polling'))).toEqual(['polling', 'live'])
  }, 180_000)

  it('cuts the stream at a read time-out shorter than the beat, again and again: everything still arrives once', async () => {
    const hub = await startHub()
    const nginx = await startNginx({ upstream: hub.port, directives: ['proxy_read_timeout 2s'] })
    const scene = await startScene({ endpoint: nginx.endpoint, agentEndpoint: hub.endpoint })
    const requests = (): number => hub.requests('/stream').length + hub.requests('/poll').length
    for (let round = 1; round <= 4; round += 1) {
      await Promise.all([scene.visitorSays(`question ${round}`), scene.agentSays(`answer ${round}`)])
      // idle until the stream or the held poll was cut and the client has come again
      const before = requests()
      await until(() => requests() > before + 1)
    }
    await Promise.all([scene.visitorSays('The last question'), scene.agentSays('The last answer')])
    await mustAgree(await scene.settled(), hub.store)
    const timeouts = nginx.answers().filter((line) => line.endsWith(' 504')).length
    // with the agent's, which goes to the hub directly, and is never cut
    figures('nginx, read time-out 2 s', {
      state: scene.chat.$connection.get(),
      'streams opened': hub.requests('/stream').length - 1,
      polls: hub.requests('/poll').length,
      'answers 504': timeouts,
      'losses shown': scene.states.filter(({ state }) => state === 'connecting').length - 1,
    })
    expect(hub.requests('/stream').length + timeouts).toBeGreaterThan(2)
  }, 120_000)

  it('lets the stream through while it compresses it', async () => {
    const hub = await startHub()
    const directives = ['gzip on', 'gzip_types text/event-stream', 'gzip_min_length 0', 'gzip_proxied any']
    const nginx = await startNginx({ upstream: hub.port, directives })
    const scene = await startScene({ endpoint: nginx.endpoint, agentEndpoint: hub.endpoint })
    // what is asked for by hand shows that it is compressed indeed
    const probe = new AbortController()
    const headers = { authorization: `Bearer ${await visitorToken('visitor-probe')}`, 'accept-encoding': 'gzip' }
    const response = await fetch(`${nginx.endpoint}/stream?follow=me`, { headers, signal: probe.signal })
    expect(response.headers.get('content-encoding')).toBe('gzip')
    probe.abort()
    const list = await lags(scene, 30)
    await scene.visitorSays('A question')
    await mustAgree(await scene.settled(), hub.store)
    figures('nginx, gzip', { state: scene.chat.$connection.get(), ...lag(list) })
    expect(scene.chat.$connection.get()).toBe('live')
  })

  it('never cuts a quiet stream at its default read time-out of a minute, because the hub beats each 15 s', async ({ skip }) => {
    if (!real) leave(skip, 'nginx, default read time-out', 'it takes 150 s (set REAL=1)')
    const hub = await startHub()
    const nginx = await startNginx({ upstream: hub.port })
    const scene = await startScene({ endpoint: nginx.endpoint, agentEndpoint: hub.endpoint })
    const opened = hub.requests('/stream').length
    const began = performance.now()
    await until(() => performance.now() - began > 150_000, 160_000)
    await scene.agentSays('Still there?')
    await mustAgree(await scene.settled(), hub.store)
    figures('nginx, default read time-out', { 'quiet s': 150, 'streams opened anew': hub.requests('/stream').length - opened })
    expect(hub.requests('/stream')).toHaveLength(opened)
    expect(scene.chat.$connection.get()).toBe('live')
  }, 200_000)
})
