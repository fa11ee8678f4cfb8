import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type SessionStorage, visitorSession } from '../../src/transports/http.ts'
import { type ToyHub, json, toyHub } from './toy-hub.ts'

let hub: ToyHub
let issued = 0
/** Refresh secrets that the hub takes. */
let valid: Set<string>
let life: number

beforeEach(async () => {
  hub = await toyHub()
  issued = 0
  life = 600_000
  valid = new Set()
  hub.answers.session = (_, response, body) => {
    const { refresh } = JSON.parse(body) as { refresh?: string }
    if (refresh !== undefined && !valid.delete(refresh)) return json(response, 401, { error: { code: 'transport/unauthorized', message: 'No.' } })
    issued += 1
    valid.add(`refresh-${issued}`)
    json(response, 200, { token: `token-${issued}`, refresh: `refresh-${issued}`, sub: 'visitor-1', expires: Date.now() + life })
  }
})
afterEach(() => hub.close())

const session = (storage?: SessionStorage) => visitorSession({ endpoint: hub.endpoint, ...(storage && { storage }) })
const bodies = (): unknown[] => hub.requests.map(({ body }) => JSON.parse(body) as unknown)

function box(start: string | null = null): SessionStorage & { value: string | null } {
  const kept = {
    value: start,
    get: () => kept.value,
    set(value: string) {
      kept.value = value
    },
  }
  return kept
}

test('the first call begins an anonymous session, and nothing is requested or stored before it', async () => {
  const storage = box()
  const credentials = session(storage)
  expect(hub.requests).toEqual([])
  expect(await credentials('first')).toBe('token-1')
  expect(hub.requests.map(({ method, path }) => [method, path])).toEqual([['POST', '/hub/session']])
  expect(bodies()).toEqual([{}])
  expect(JSON.parse(storage.value ?? '')).toMatchObject({ token: 'token-1', refresh: 'refresh-1' })
})

test('a token that lives 30 s more is given again without a request, across instances by storage', async () => {
  const storage = box()
  const credentials = session(storage)
  await credentials('first')
  expect(await credentials('first')).toBe('token-1')
  expect(await session(storage)('first')).toBe('token-1')
  expect(hub.requests).toHaveLength(1)
})

test('a token that ends within 30 s is renewed with the secret', async () => {
  life = 29_000
  const credentials = session()
  await credentials('first')
  expect(await credentials('first')).toBe('token-2')
  expect(bodies()).toEqual([{}, { refresh: 'refresh-1' }])
})

test.each(['expired', 'refused'] as const)('%s renews with the secret', async (why) => {
  const credentials = session()
  await credentials('first')
  expect(await credentials(why)).toBe('token-2')
  expect(await credentials('first')).toBe('token-2')
  expect(bodies()).toEqual([{}, { refresh: 'refresh-1' }])
})

test.each([401, 404])('a secret refused with %i begins a new anonymous session', async (status) => {
  const answer = hub.answers.session
  const credentials = session(box(JSON.stringify({ token: 'old', refresh: 'lost-secret', expires: 0 })))
  hub.answers.session = (request, response, body) => (body === '{}' ? answer(request, response, body) : json(response, status, {}))
  expect(await credentials('first')).toBe('token-1')
  expect(bodies()).toEqual([{ refresh: 'lost-secret' }, {}])
})

test('calls at one time share one request', async () => {
  const credentials = session()
  expect(await Promise.all([credentials('first'), credentials('first'), credentials('refused')])).toEqual(['token-1', 'token-1', 'token-1'])
  expect(hub.requests).toHaveLength(1)
})

test('what another tab renewed meanwhile is taken instead of spending its secret', async () => {
  const storage = box()
  const [here, there] = [session(storage), session(storage)]
  await here('first')
  await there('first')
  expect(await there('expired')).toBe('token-2')
  expect(await here('expired')).toBe('token-2')
  expect(hub.requests).toHaveLength(2)
})

test('a secret that another tab spent during the request does not cost the session', async () => {
  const storage = box()
  const credentials = session(storage)
  await credentials('first')
  const answer = hub.answers.session
  hub.answers.session = async (request, response, body) => {
    hub.answers.session = answer
    storage.value = JSON.stringify({ token: 'theirs', refresh: 'their-secret', expires: 0 })
    valid.add('their-secret')
    valid.delete('refresh-1')
    await answer(request, response, body)
  }
  expect(await credentials('expired')).toBe('token-2')
  expect(bodies()).toEqual([{}, { refresh: 'refresh-1' }, { refresh: 'their-secret' }])
})

test('an owner who forgets what is stored gets a new visitor', async () => {
  const storage = box()
  const credentials = session(storage)
  await credentials('first')
  storage.value = null
  expect(await credentials('first')).toBe('token-2')
  expect(bodies()).toEqual([{}, {}])
})

test('storage that throws costs nothing but the next page load', async () => {
  const broken = (): never => {
    throw new Error('denied')
  }
  for (const storage of [{ get: broken, set: broken }, { get: () => null, set: broken }, { get: () => '{"token":1', set: broken }]) {
    const credentials = session(storage)
    const token = await credentials('first')
    expect(await credentials('first')).toBe(token)
  }
  expect(hub.requests).toHaveLength(3)
})

test('an attempt that fails rejects with an error of ours, keeps the secret, and the next call tries again', async () => {
  const storage = box(JSON.stringify({ token: 'old', refresh: 'good-secret', expires: 0 }))
  valid.add('good-secret')
  const credentials = session(storage)
  const answer = hub.answers.session
  hub.answers.session = (_, response) => json(response, 429, {}, { 'retry-after': '7' })
  await expect(credentials('first')).rejects.toMatchObject({ code: 'transport/unreachable', retryable: true, retryAfter: 7_000 })
  hub.answers.session = (_, response) => json(response, 200, { token: 7 })
  await expect(credentials('first')).rejects.toMatchObject({ code: 'transport/protocol' })
  hub.answers.session = (_, response) => void response.destroy()
  await expect(credentials('first')).rejects.toMatchObject({ code: 'transport/unreachable' })
  hub.answers.session = answer
  expect(await credentials('first')).toBe('token-1')
  expect(bodies().at(-1)).toEqual({ refresh: 'good-secret' })
})

test('a hub that refuses anonymous visitors rejects transport/unauthorized', async () => {
  hub.answers.session = (_, response) => json(response, 401, {})
  await expect(session()('first')).rejects.toMatchObject({ code: 'transport/unauthorized' })
  expect(hub.requests).toHaveLength(1)
})

test('a session request that is never answered ends, so that a later call can try again', async () => {
  vi.useFakeTimers()
  try {
    const fetch = vi.fn(() => new Promise<never>(() => undefined))
    const credentials = visitorSession({ endpoint: '/hub', fetch })
    const rejected = expect(credentials('first')).rejects.toMatchObject({ code: 'transport/unreachable', retryable: true })
    await vi.advanceTimersByTimeAsync(10_000)
    await rejected
    void Promise.resolve(credentials('first')).catch(() => undefined)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(fetch).toHaveBeenCalledTimes(2)
  } finally {
    vi.useRealTimers()
  }
})

test('a page keeps its session for the next page load by itself, under one key', async () => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) })
  try {
    const first = session()
    expect([...kept.keys()]).toEqual([])
    expect(await first('first')).toBe('token-1')
    expect([...kept.keys()]).toEqual(['handback:visitor'])
    // the next page load
    expect(await session()('first')).toBe('token-1')
    expect(issued).toBe(1)
  } finally {
    vi.unstubAllGlobals()
  }
})

test('a page whose storage is denied has its session as long as it lives', async () => {
  const denied = (): never => {
    throw new DOMException('No.', 'SecurityError')
  }
  vi.stubGlobal('localStorage', { getItem: denied, setItem: denied })
  try {
    const credentials = session()
    expect([await credentials('first'), await credentials('first'), issued]).toEqual(['token-1', 'token-1', 1])
  } finally {
    vi.unstubAllGlobals()
  }
})

test('an address at which there is no hub is named, with what it answers', async () => {
  hub.answers.session = (_, response) => void response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Nothing here</h1>')
  await expect(session()('first')).rejects.toMatchObject({ code: 'transport/protocol', message: `${hub.endpoint}/session answered 404.` })
  hub.answers.session = (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>The same page for all</h1>')
  await expect(session()('first')).rejects.toMatchObject({ code: 'transport/protocol', message: `Not a hub: ${hub.endpoint}/session.` })
})
