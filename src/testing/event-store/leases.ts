import { check, eventually, same } from '../check.ts'
import type { StoreCheck } from '../event-store-suite.ts'

const [A, B] = ['holder-aaaa', 'holder-bbbb']
const LONG = 60_000
const SHORT = 500

export const leaseChecks: readonly StoreCheck[] = [
  ['a lease is taken by one, refused to others, renewed by its holder', async (store) => {
    same(await store.lease('agent:1', { holder: A, ttl: LONG }), { held: true, holder: A }, 'taking')
    same(await store.lease('agent:1', { holder: B, ttl: LONG }), { held: false, holder: A }, 'taking what another has')
    same(await store.lease('agent:1', { holder: A, ttl: LONG * 2 }), { held: true, holder: A }, 'renewing')
    same(await store.lease('agent:2', { holder: B, ttl: LONG }), { held: true, holder: B }, 'taking another')
  }],

  ['of many that take a lease at once one gets it', async (store) => {
    const outcomes = await Promise.all(Array.from({ length: 10 }, (_, index) => store.lease('deadline', { holder: `holder-000${index}`, ttl: LONG })))
    same(outcomes.filter((outcome) => outcome.held).length, 1, 'holders')
    same(new Set(outcomes.map((outcome) => outcome.holder)).size, 1, 'answers to who has it')
  }],

  ['a lease ends by itself', async (store, bench) => {
    check((await store.lease('agent:1', { holder: A, ttl: SHORT })).held, 'taking')
    same((await store.leases('agent:')).length, 1, 'living leases before the end')
    await bench.advance(SHORT + 1)
    await eventually(async () => same(await store.leases('agent:'), [], 'living leases after the end'))
    same(await store.lease('agent:1', { holder: B, ttl: LONG }), { held: true, holder: B }, 'taking after the end')
  }],

  ['a lease with ttl 0 is released, but only by its holder', async (store) => {
    await store.lease('agent:1', { holder: A, ttl: LONG })
    same(await store.lease('agent:1', { holder: B, ttl: 0 }), { held: false, holder: A }, 'releasing what another has')
    await store.lease('agent:1', { holder: A, ttl: 0 })
    same(await store.leases(''), [], 'living leases')
    same(await store.lease('agent:1', { holder: B, ttl: LONG }), { held: true, holder: B }, 'taking what was released')
  }],

  ['living leases are listed by prefix, with their newest value', async (store) => {
    await store.lease('agent:1', { holder: A, ttl: LONG, value: { capacity: 2 } })
    await store.lease('agent:1', { holder: A, ttl: LONG, value: { capacity: 3, tags: ['é', '\u0000'] } })
    await store.lease('agent:%', { holder: B, ttl: LONG })
    await store.lease('agentless', { holder: B, ttl: LONG, value: null })
    const found = (await store.leases('agent:')).toSorted((a, b) => (a.key < b.key ? -1 : 1))
    same(found.map(({ key, holder, value }) => ({ key, holder, value })), [
      { key: 'agent:%', holder: B }, { key: 'agent:1', holder: A, value: { capacity: 3, tags: ['é', '\u0000'] } },
    ], 'leases of agents')
    check(found.every((lease) => Number.isFinite(lease.until)), 'a lease tells when it ends')
    same((await store.leases('agent:%')).length, 1, 'a prefix is text and not a pattern')
    same((await store.leases('')).length, 3, 'all leases')
  }],
]
