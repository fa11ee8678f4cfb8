import { describe, expect, it, onTestFinished } from 'vitest'
import { createConnection } from '../../src/client/connection.ts'
import { createChat, memoryStorage } from '../../src/client/index.ts'
import type { Credentials } from '../../src/contracts/index.ts'
import { HandbackError } from '../../src/protocol/index.ts'
import { http } from '../../src/transports/http.ts'
import { fakeTimers, settle } from './fake-timers.ts'
import { fakeTransport } from './fake-transport.ts'

/** A connection whose credentials are these, and what it tells. */
async function connected(credentials: Credentials) {
  const timers = fakeTimers()
  const [best, second] = [fakeTransport(timers), fakeTransport(timers, 'poll')]
  const asked: string[] = []
  const errors: (HandbackError | null)[] = []
  const connection = createConnection({
    transport: [best, second],
    credentials: (why) => (asked.push(why), credentials(why)),
    follow: () => [],
    onFrame: () => undefined,
    environment: {
      after: timers.after,
      now: () => timers.now,
      random: () => 0.5,
      onChance: () => undefined,
      onOffline: () => undefined,
      memory: { get: () => null, set: () => undefined },
    },
  })
  onTestFinished(() => connection.stop())
  connection.$error.listen((error) => void errors.push(error))
  connection.start()
  await settle()
  return { connection, timers, asked, errors, best, second }
}

const page = '<!doctype html>\n<title>Sign in</title>'
const boom = new TypeError('Failed to fetch')

describe('credentials that fail', () => {
  const answer = { token: 'x' }
  const failing: readonly (readonly [what: string, credentials: () => unknown, message: string, cause: unknown])[] = [
    ['throw', () => { throw boom }, 'No token: TypeError: Failed to fetch', boom],
    ['reject', () => Promise.reject(boom), 'No token: TypeError: Failed to fetch', boom],
    ['reject with what is no error', () => Promise.reject('closed'), 'No token: closed', 'closed'],
    ['give the page of an error', async () => page, `No token: ${page}`, page],
    ['give a long page', () => `<p>${'x'.repeat(9_000)}`, `No token: <p>${'x'.repeat(187)}`, `<p>${'x'.repeat(9_000)}`],
    ['give lines', () => 'Signed out\nSign in', 'No token: Signed out\nSign in', 'Signed out\nSign in'],
    ['give what a header cannot carry', () => 'Oops – sign in', 'No token: Oops – sign in', 'Oops – sign in'],
    ['give an object', async () => answer, 'No token: [object Object]', answer],
  ]

  it.each(failing)('%s: told once in their own words, asked again with a growing wait, and no fault of the way', async (_what, credentials, message, cause) => {
    const { connection, timers, asked, errors, best, second } = await connected(credentials as Credentials)
    expect(errors).toEqual([expect.objectContaining({ code: 'client/credentials', message, retryable: true })])
    expect(errors[0]?.cause).toBe(cause)
    expect(connection.$state.get()).toBe('offline')
    await timers.advance(8_750)
    // after 250, 500, 1000, 2000, 2500 and 2500 ms
    expect([best.times.length, second.times.length, asked.length, errors.length]).toEqual([7, 0, 7, 1])
  })

  it('let the chat in as soon as they give a token again', async () => {
    let down = true
    const { connection, timers, best } = await connected(() => (down ? Promise.reject(boom) : 'token'))
    down = false
    await timers.advance(250)
    expect([connection.$state.get(), connection.$error.get(), best.tokens]).toEqual(['syncing', null, ['token']])
  })

  it('with an error of ours are told by that', async () => {
    const own = new HandbackError('transport/protocol', '/session answered 404.', { retryable: true })
    expect((await connected(() => Promise.reject(own))).errors).toEqual([own])
  })

  it('fail a question to the hub by the same error, and no request leaves', async () => {
    const requests: string[] = []
    const transport = http({ endpoint: '/handback', fetch: async (url) => (requests.push(url), new Response('{}')) })
    const chat = createChat({ transport, storage: memoryStorage(), tabs: null, credentials: () => page })
    onTestFinished(() => chat.destroy())
    await expect(chat.article('refunds')).rejects.toMatchObject({ code: 'client/credentials', message: `No token: ${page}` })
    expect(requests).toEqual([])
  })
})

describe('credentials that give', () => {
  it.each([
    ['a token with the end of its line', 'a.b-c_d\n'],
    ['an empty text, which the hub refuses', ''],
    ['a token of another kind', 'user:pass word=="x"'],
  ])('%s are passed on as they are', async (_what, token) => {
    const { best, errors } = await connected(() => token)
    expect([best.tokens, errors]).toEqual([[token], []])
  })

  it('nothing give no token', async () => {
    const { best, errors } = await connected(() => undefined)
    expect([best.tokens, errors]).toEqual([[undefined], []])
  })
})
