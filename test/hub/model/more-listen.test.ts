import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { AIProvider, ReplyOptions, ReplyPart, ReplyRequest } from '../../../src/contracts/index.ts'
import { listen } from '../../../src/hub/turns/model/listen.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const request: ReplyRequest = { conversation: 'c', turn: 'turn-0001', system: '', messages: [], articles: [] }
const silences = { firstToken: 100, idle: 10 }
const finish: ReplyPart = { type: 'finish', reason: 'stop' }
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const providerOf = (reply: (options: ReplyOptions) => AsyncGenerator<ReplyPart, void, undefined>): AIProvider => ({
  specVersion: 1,
  name: 'p',
  supports: { tools: false, images: false },
  reply: (_request, options) => reply(options),
})

async function heard(provider: AIProvider, each: (part: ReplyPart) => Promise<void> = async () => undefined): Promise<string> {
  const seen: string[] = []
  const all = async (): Promise<string> => {
    try {
      for await (const part of listen(provider, request, { signal: new AbortController().signal, silences })) {
        seen.push(part.type)
        await each(part)
      }
    } catch (error) {
      seen.push((error as { code?: string }).code ?? 'thrown')
    }
    return seen.join(' ')
  }
  const result = all()
  await vi.advanceTimersByTimeAsync(1_000)
  return result
}

it('signs of life before the first token neither end its time nor begin the shorter one', async () => {
  const pings = (until: number) =>
    providerOf(async function* ({ onActivity }) {
      for (let at = 0; at < until; at += 30) {
        await sleep(30)
        onActivity?.(false)
      }
      yield { type: 'text-delta', text: 'Yes.' }
      yield finish
    })
  expect(await heard(pings(90))).toBe('text-delta finish')
  expect(await heard(pings(150))).toBe('provider/time-out')
})

it('how sure a model is, is no first token', async () => {
  const slow = (ms: number) =>
    providerOf(async function* () {
      yield { type: 'signals', confidence: 0.5 }
      await sleep(ms)
      yield { type: 'text-delta', text: 'Yes.' }
      yield finish
    })
  expect(await heard(slow(50))).toBe('signals text-delta finish')
  expect(await heard(slow(150))).toBe('signals provider/time-out')
})

it('after the first token it is the shorter silence that ends it, and each sign of life begins it anew', async () => {
  const pausing = (pause: number, ping: boolean) =>
    providerOf(async function* ({ onActivity }) {
      yield { type: 'text-delta', text: 'Well' }
      for (let n = 0; n < 3; n += 1) {
        await sleep(pause)
        if (ping) onActivity?.(false)
      }
      yield finish
    })
  expect(await heard(pausing(8, true))).toBe('text-delta finish')
  expect(await heard(pausing(8, false))).toBe('text-delta provider/time-out')
})

it('who takes long to read is not the silence of the service', async () => {
  const provider = providerOf(async function* ({ onActivity }) {
    yield { type: 'text-delta', text: 'a' }
    onActivity?.(true)
    yield { type: 'text-delta', text: 'b' }
    yield finish
  })
  expect(await heard(provider, () => sleep(200))).toBe('text-delta text-delta finish')
})

it('a reply that is left is told so', async () => {
  let left = false
  const provider = providerOf(async function* () {
    try {
      yield { type: 'text-delta', text: 'a' }
      yield finish
    } finally {
      left = true
    }
  })
  for await (const _ of listen(provider, request, { signal: new AbortController().signal, silences })) break
  await vi.advanceTimersByTimeAsync(0)
  expect({ left, timers: vi.getTimerCount() }).toEqual({ left: true, timers: 0 })
})
