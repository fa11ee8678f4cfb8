import { check } from '../check.ts'
import { came } from './answers.ts'
import { type ProviderCheck, readingOf } from './bench.ts'
import { ask } from './reading.ts'

export const stoppingChecks: readonly ProviderCheck[] = [
  ['already aborted: it ends quietly, and gives nothing', async ({ cases, open }) => {
    for (const each of cases) {
      const { parts, error } = await ask(open(each), each.request(), `${each.name}, aborted before`, { signal: AbortSignal.abort() })
      check(!error, `${each.name}, aborted before: it did not end quietly, but: ${error?.message}`)
      check(parts.length === 0, `${each.name}, aborted before: it gave ${parts[0]?.type}`)
    }
  }],

  ['aborting at once ends it quietly', async ({ cases, open }) => {
    for (const each of cases) {
      const reading = readingOf(open(each), each.request(), `${each.name}, aborted at once`)
      const first = reading.next()
      reading.life.abort()
      // what was on its way already may come
      if (await first) check(!(await reading.next()), `${each.name}, aborted at once: it goes on`)
    }
  }],

  ['aborting between two parts ends it quietly, and no further part comes', async ({ cases, open }) => {
    for (const each of cases) {
      const { parts } = await ask(open(each), each.request(), each.name)
      for (let count = 1; count < Math.min(parts.length, 50); count++) {
        const what = `${each.name}, aborted after ${count} parts`
        const reading = readingOf(open(each), each.request(), what)
        for (let part = 0; part < count; part++) await reading.next()
        reading.life.abort()
        const next = await reading.next()
        check(!next, `${what}: ${next?.type} came`)
      }
    }
  }],

  ['a reply that is left early does not spoil the next one', async ({ cases, open }) => {
    for (const each of cases) {
      const provider = open(each, each)
      const left = readingOf(provider, each.request(), `${each.name}, left`)
      // one that fails at once leaves nothing to leave
      await left.next().catch(() => undefined)
      await left.leave()
      check(!(await left.next()), `${each.name}, left: it goes on`)
      came(await ask(provider, each.request(), `${each.name}, after one that was left`), each.gives, `${each.name}, after one that was left`)
    }
  }],

  ['replies one after the other share nothing', async ({ cases, open }) => {
    const twice = [...cases, ...cases.toReversed()]
    const provider = open(...twice)
    for (const [index, each] of twice.entries()) {
      const what = `${each.name}, as reply ${index + 1} of the same provider`
      came(await ask(provider, each.request(), what), each.gives, what)
    }
  }],

  ['replies beside each other do not mix', async ({ cases, open }) => {
    const good = cases.filter(({ gives }) => !gives.error)
    for (const [index, one] of good.entries()) {
      const other = good[(index + 1) % good.length] ?? one
      const provider = open(one, other)
      // each asks before the other has its answer, and then they take turns by themselves
      const outcomes = await Promise.all([one, other].map((each) => ask(provider, each.request(), `${each.name}, beside another`)))
      for (const [at, each] of [one, other].entries()) {
        const outcome = outcomes[at]
        if (outcome) came(outcome, each.gives, `${each.name}, beside another`)
      }
    }
  }],

  ['a request is left as it was, also one that cannot be changed', async ({ cases, open }) => {
    for (const each of cases) {
      const request = each.request()
      const before = JSON.stringify(request)
      await ask(open(each), request, each.name)
      check(JSON.stringify(request) === before, `${each.name}: the request was changed to ${JSON.stringify(request)}`)
      came(await ask(open(each), frozen(each.request()), `${each.name}, with a frozen request`), each.gives, `${each.name}, with a frozen request`)
    }
  }],
]

export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(Object.freeze(value))) frozen(inner)
  return value
}
