import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { estimate } from '../../src/hub/queue.ts'
import { sqliteStore } from '../../src/stores/sqlite.ts'
import type { RecordedLink } from './recorded-link.ts'
import { tempFile } from './temp-file.ts'
import { settled, until } from './until.ts'
import type { Clock, World } from './world.ts'
import { createWorld, sarah, stopClock, tom } from './world.ts'

const told = (link: RecordedLink) =>
  link.of('signal').flatMap(({ signal }) => (signal.data.type === 'queue' ? [{ place: signal.data.place, wait: signal.data.wait }] : []))
const place = (link: RecordedLink): number | undefined => told(link).at(-1)?.place

async function waiting(world: World, name: string): Promise<RecordedLink> {
  world.clock.now += 1_000
  const link = world.link({ sub: `visitor-${name}`, role: 'visitor', name })
  await link.command(`conversation-${name}`, 'ticket-create', { text: 'First things first' })
  await link.follow(`conversation-${name}`)
  await link.command(`conversation-${name}`, 'handoff-request')
  return link
}

test('everybody who waits is told their place, in the order of coming, and again when somebody leaves the line', async () => {
  const world = createWorld()
  const anna = await waiting(world, 'anna')
  const bela = await waiting(world, 'bela')
  const cleo = await waiting(world, 'cleo')
  await until(() => place(cleo) === 3)
  expect([place(anna), place(bela)]).toEqual([1, 2])
  // the place is told after the event that says that one waits, so that it is understood
  for (const link of [anna, bela, cleo]) {
    const queued = link.frames.findIndex((frame) => frame.t === 'events' && frame.events.some(({ type }) => type === 'handoff-requested'))
    expect(link.frames.findIndex((frame) => frame.t === 'signal' && frame.signal.data.type === 'queue')).toBeGreaterThan(queued)
  }
  await world.link(sarah).command('conversation-anna', 'floor-claim')
  await until(() => place(bela) === 1 && place(cleo) === 2)
  const before = told(anna).length
  await bela.command('conversation-bela', 'handoff-cancel')
  await until(() => place(cleo) === 1)
  expect(told(anna)).toHaveLength(before)
  expect(told(anna).map(({ place }) => place)).toEqual(Array.from({ length: before }, () => 1))
})

test('who comes late to a line learns the place from the snapshot', async () => {
  const world = createWorld()
  const anna = await waiting(world, 'anna')
  await until(() => place(anna) === 1)
  const tab = world.link({ sub: 'visitor-anna', role: 'visitor' })
  await tab.follow('conversation-anna')
  expect(tab.of('snapshot')[0]?.signals).toMatchObject([{ key: 'queue', data: { type: 'queue', place: 1 } }])
  await world.link(sarah).command('conversation-anna', 'floor-claim')
  await until(() => tab.events('conversation-anna').some(({ type }) => type === 'floor-claimed'))
  const later = world.link({ sub: 'visitor-anna', role: 'visitor' })
  await later.follow('conversation-anna')
  await until(() => later.of('snapshot').length === 1)
  expect(later.of('snapshot')[0]?.signals).toEqual([])
})

test('who comes back while waiting is told the place at once, without any move in the line', async () => {
  stopClock()
  const world = createWorld()
  const anna = await waiting(world, 'anna')
  const bela = await waiting(world, 'bela')
  await until(() => place(bela) === 2)
  // nobody follows any more, so nothing is left of what was told
  bela.close()
  await settled()
  const again = world.link({ sub: 'visitor-bela', role: 'visitor' })
  await again.follow('conversation-bela')
  await until(() => place(again) === 2)
  // one more link learns it from the snapshot, and nobody is told again
  const before = told(anna).length
  const tab = world.link({ sub: 'visitor-bela', role: 'visitor' })
  await tab.follow('conversation-bela')
  await settled()
  expect(tab.of('snapshot')[0]?.signals).toMatchObject([{ key: 'queue', data: { place: 2 } }])
  expect(told(anna)).toHaveLength(before)
})

test('a person who waited before the hub was started again is still told the place, and is told again when the line moves', async () => {
  stopClock()
  const path = tempFile()
  const clock: Clock = { now: 1_800_000_000_000 }
  const first = sqliteStore({ path, now: () => clock.now })
  const world = createWorld({ store: first, clock })
  await waiting(world, 'anna')
  await waiting(world, 'bela')
  await world.close()
  await first.close()

  const store = sqliteStore({ path, now: () => clock.now })
  const next = createWorld({ store, clock })
  const bela = next.link({ sub: 'visitor-bela', role: 'visitor' })
  await bela.follow('conversation-bela')
  const agent = next.link(sarah)
  await until(() => place(bela) === 2)
  clock.now += 9_000
  await agent.command('conversation-anna', 'floor-claim')
  await until(() => place(bela) === 1)
  // and the wait that began before the restart counts for the next estimate
  await until(async () => (await store.leases('stats:waits'))[0]?.value)
  expect((await store.leases('stats:waits'))[0]?.value).toEqual([10_000])
  await next.close()
  await store.close()
})

describe('the estimate', () => {
  const table: readonly (readonly [waits: readonly number[], free: number, place: number, expected: number | undefined])[] = [
    [[], 1, 1, undefined],
    [[60_000], 0, 1, undefined],
    [[60_000], -1, 1, undefined],
    [[60_000], 1, 1, 60_000],
    [[60_000], 1, 3, 180_000],
    [[60_000], 3, 3, 60_000],
    [[60_000], 4, 2, 30_000],
    [[10, 30], 1, 1, 20],
    [[30, 10, 20], 1, 1, 20],
    [[1, 1, 1, 1, 1_000_000], 1, 1, 1],
    [[5, 1_000, 7, 9], 1, 2, 16],
    [[100], 3, 1, 33],
  ]
  test.each(table)('of the waits %j with %i free agents at place %i is %s', (waits, free, place, expected) => {
    expect(estimate(waits, free, place)).toBe(expected)
  })

  test('never falls with the place, never grows with the agents, and lies within the waits at place one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 50 }),
        (waits, free, place) => {
          const at = (f: number, p: number): number => estimate(waits, f, p) ?? -1
          expect(at(free, place + 1)).toBeGreaterThanOrEqual(at(free, place))
          expect(at(free + 1, place)).toBeLessThanOrEqual(at(free, place))
          expect(at(1, 1)).toBeGreaterThanOrEqual(Math.min(...waits))
          expect(at(1, 1)).toBeLessThanOrEqual(Math.max(...waits))
          expect(waits).toEqual([...waits])
        },
      ),
      { seed: 20_261_121 },
    )
  })

  test('is told from the waits of those before, shared among the agents who are free, and survives a restart', async () => {
    const path = tempFile()
    const clock: Clock = { now: 1_800_000_000_000 }
    const now = (): number => clock.now
    const first = sqliteStore({ path, now })
    const world = createWorld({ store: first, clock })
    const agent = world.link(sarah)
    for (const [name, wait] of [
      ['anna', 30_000],
      ['bela', 90_000],
      ['cleo', 50_000],
    ] as const) {
      const link = await waiting(world, name)
      await until(() => place(link) === 1)
      clock.now += wait
      await agent.command(`conversation-${name}`, 'floor-claim')
      await until(async () => ((await first.leases('stats:waits'))[0]?.value as number[] | undefined)?.at(-1) === wait)
      await agent.command(`conversation-${name}`, 'conversation-resolve')
    }
    // time has leapt, and a desk that opens is here for sure
    world.link(sarah)
    await settled()
    const dora = await waiting(world, 'dora')
    await until(() => told(dora).at(-1)?.wait === 50_000)
    world.link(tom)
    await until(() => told(dora).at(-1)?.wait === 25_000)
    const emil = await waiting(world, 'emil')
    await until(() => told(emil).at(-1)?.wait === 50_000)
    await world.close()
    await first.close()

    const store = sqliteStore({ path, now })
    const next = createWorld({ store, clock })
    next.link(sarah)
    const fred = await waiting(next, 'fred')
    await until(() => told(fred).at(-1)?.place === 3 && told(fred).at(-1)?.wait !== undefined)
    expect((await store.leases('stats:waits'))[0]?.value).toEqual([30_000, 90_000, 50_000])
    await next.close()
    await store.close()
  })
})
