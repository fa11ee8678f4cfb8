import { expect, test } from 'vitest'
import type { AdmissionOptions } from '../../src/hub/admission.ts'
import { createAdmission } from '../../src/hub/admission.ts'
import { isHandbackError } from '../../src/protocol/index.ts'
import type { AskHub } from './http-world.ts'
import { bearer, mounted, serve, stream, tokenOf } from './http-world.ts'
import { pollWith } from './poll-client.ts'
import { boris, createWorld, maria } from './world.ts'

/** What a gate says to one who comes: 0, or the milliseconds to wait. */
function told(admit: () => void): number {
  try {
    admit()
    return 0
  } catch (error) {
    if (!isHandbackError(error) || error.code !== 'hub/busy' || !error.retryable) throw error
    return error.retryAfter ?? NaN
  }
}

const times = (count: number, admit: () => void): number[] => Array.from({ length: count }, () => told(admit))

/** A gate at which everybody who comes is another party. */
function gate(options: { readonly clock?: { now: number } } & Pick<AdmissionOptions, 'burst' | 'perSecond'> & Partial<Pick<AdmissionOptions, 'crowded'>>) {
  const { clock = { now: 1_000 }, ...rest } = options
  const { admit } = createAdmission({ now: () => clock.now, crowded: () => false, ...rest })
  let parties = 0
  return { admit: () => admit(`party-${(parties += 1)}`), of: (sub: string) => () => admit(sub) }
}

test('so many as the burst come in at once, and the k-th who is refused comes back k places later', () => {
  const clock = { now: 1_000 }
  const { admit } = gate({ clock, burst: 3, perSecond: 10 })
  expect(times(8, admit)).toEqual([0, 0, 0, 100, 200, 300, 400, 500])
  clock.now += 50
  // half a place is none, and who comes now stands behind those who were promised theirs
  expect(times(1, admit)).toEqual([550])
})

test('all who come back when they were told to are let in', () => {
  const clock = { now: 1_000 }
  const { admit } = gate({ clock, burst: 20, perSecond: 10 })
  const back = times(1_000, admit)
    .filter((wait) => wait > 0)
    .map((wait) => clock.now + wait)
  expect(back).toHaveLength(980)
  let refused = 0
  const waits: number[] = []
  // no one is told more than a minute, so the last come together and are spread anew
  while (back.length > 0) {
    back.sort((a, b) => a - b)
    clock.now = back.shift() ?? 0
    const wait = told(admit)
    if (wait === 0) continue
    refused += 1
    waits.push(wait)
    back.push(clock.now + wait)
  }
  expect(refused).toBeLessThan(400)
  expect(Math.max(...waits)).toBeLessThanOrEqual(60_000)
  // 980 at 10 a second
  expect(clock.now - 1_000).toBeLessThan(110_000)
})

test('the bucket fills again with time, and never above the burst; a clock that goes back gives nothing', () => {
  const clock = { now: 1_000 }
  const { admit } = gate({ clock, burst: 2, perSecond: 10 })
  times(2, admit)
  clock.now += 100
  expect(times(2, admit)).toEqual([0, 100])
  clock.now += 3_600_000
  expect(times(3, admit)).toEqual([0, 0, 100])
  clock.now -= 3_600_000
  expect(told(admit)).toBeGreaterThan(0)
  clock.now += 100
  expect(told(admit)).toBe(0)
})

test('nobody is told to wait more than a minute', () => {
  const { admit } = gate({ burst: 1, perSecond: 1 })
  expect(Math.max(...times(200, admit))).toBe(60_000)
})

test('a party that comes more often than one may is held to its own limit, and takes no place of the others', () => {
  const clock = { now: 1_000 }
  const { admit, of } = gate({ clock, burst: 500, perSecond: 500 })
  const greedy = of('visitor-greedy')
  expect(times(1_500, greedy).filter((wait) => wait === 0)).toHaveLength(100)
  // it is told when it may come itself, and nobody stands behind it
  expect(told(greedy)).toBe(100)
  expect(times(400, admit)).toEqual(Array(400).fill(0))
  for (let second = 0; second < 30; second += 1) {
    clock.now += 1_000
    expect(times(1_500, greedy).filter((wait) => wait === 0)).toHaveLength(10)
    expect(told(admit)).toBe(0)
  }
})

test('a party that holds as many links as it may takes no place for the next one, which is ended at its hello', () => {
  const { admit, of } = gate({ burst: 10, perSecond: 1, crowded: (sub) => sub === 'visitor-full' })
  expect(times(100, of('visitor-full'))).toEqual(Array(100).fill(0))
  expect(times(11, admit)).toEqual([...Array<number>(10).fill(0), 1_000])
})

test('one visitor with 1,500 openings a second does not delay another one', async () => {
  const world = createWorld({ admission: { burst: 150, perSecond: 50 } })
  const ask = mounted(world)
  const [bad, good] = [await tokenOf(world, maria), await tokenOf(world, boris)]
  for (let second = 0; second < 3; second += 1) {
    const openings = await Promise.all(Array.from({ length: 1_500 }, () => pollWith(ask, bad, { follow: [] })))
    expect(openings.some(({ status }) => status === 503)).toBe(true)
    expect((await pollWith(ask, good, { follow: ['me'] })).status).toBe(200)
    world.steady.now += 1_000
  }
})

test.each([86_400_000, -86_400_000])('a wall clock that jumps by %s ms lets nobody in sooner or later', async (jump) => {
  const world = createWorld({ admission: { burst: 1, perSecond: 1 } })
  expect(told(() => world.hub.ports.admit(maria))).toBe(0)
  world.clock.now += jump
  expect(told(() => world.hub.ports.admit(maria))).toBe(1_000)
  world.steady.now += 1_000
  expect(told(() => world.hub.ports.admit(maria))).toBe(0)
})

test.each(['node', 'fetch'] as const)('a stream or a poll too many is told to come back (%s)', async (adapter) => {
  const world = createWorld({ admission: { burst: 2, perSecond: 0.5 }, origins: ['https://shop.example'] })
  const ask: AskHub = adapter === 'node' ? (await serve(world)).ask : mounted(world)
  const token = await tokenOf(world, maria)
  // one who has no token takes nobody's place
  expect((await pollWith(ask, 'not.a.token', { follow: ['me'] })).status).toBe(401)
  expect((await stream(ask, token, ['me'])).status).toBe(200)
  const opened = await pollWith(ask, token, { follow: ['me'] })
  expect(opened.status).toBe(200)
  const refused = await stream(ask, token, ['me'])
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2'])
  const again = await pollWith(ask, token, { follow: ['me'] })
  const error = { code: 'hub/busy', retryable: true, retryAfter: 4_000, message: expect.any(String) }
  expect([again.status, JSON.parse(again.text)]).toEqual([503, { error }])
  // who is in already is served
  const link = opened.frames.flatMap((frame) => (frame.t === 'hello' ? [frame.link] : []))[0]
  expect((await pollWith(ask, token, { link, got: 1, wait: 0 })).status).toBe(200)
  world.steady.now += 2_000
  expect((await pollWith(ask, token, { follow: ['me'] })).status).toBe(200)
  // a page of another origin may read how long to wait
  const cross = await ask('/stream', { headers: { ...bearer(token), origin: 'https://shop.example' } })
  expect([cross.status, cross.headers.get('access-control-expose-headers')]).toEqual([503, 'retry-after'])
})

test('whatever adapter lets links in asks the same gate', async () => {
  const world = createWorld({ admission: { burst: 1, perSecond: 1 } })
  world.hub.ports.admit(maria)
  expect(() => world.hub.ports.admit(boris)).toThrow(expect.objectContaining({ code: 'hub/busy', retryAfter: 1_000 }))
  expect((await stream(mounted(world), await tokenOf(world, maria), ['me'])).status).toBe(503)
})
