import type { EventStore, MaybePromise } from '../contracts/index.ts'
import { HandbackError } from '../protocol/index.ts'
import { check, same, within } from './check.ts'
import type { RegisterTest } from './check.ts'
import { appendChecks } from './event-store/append.ts'
import { busChecks } from './event-store/bus.ts'
import { closeChecks, durableChecks } from './event-store/close.ts'
import { eraseChecks } from './event-store/erase.ts'
import { leaseChecks } from './event-store/leases.ts'
import { listChecks } from './event-store/lists.ts'
import { readChecks } from './event-store/read.ts'
import { valueChecks } from './event-store/values.ts'
import { watchChecks } from './event-store/watch.ts'

/** One law of the contract, run on a fresh and empty store. */
export type StoreCheck = readonly [name: string, run: (store: EventStore, bench: StoreBench) => Promise<void>]

/** What the checks need besides the store. */
export interface StoreBench {
  readonly supports: EventStore['supports']
  /** Lets this much time pass for the store's leases, or for everybody. */
  advance(ms: number): Promise<void>
  reopen(store: EventStore): Promise<EventStore>
}

export interface EventStoreSuiteOptions {
  /** What the store promises; the first check compares it with what the instance declares. */
  readonly supports: EventStore['supports']
  /** Makes a fresh and empty store. Called once per check; the suite closes what it gets. */
  readonly create: () => MaybePromise<EventStore>
  /** Closes a store and opens what it has kept. Needed where `supports.durable`. */
  readonly reopen?: (store: EventStore) => MaybePromise<EventStore>
  /** Moves the store's injected clock forward. Default: the checks wait, a fraction of a second in all. */
  readonly advance?: (ms: number) => void
}

/**
 * The laws of `EventStore` as checks for any test runner.
 *
 * @example
 * import { test } from 'vitest'
 * eventStoreSuite(test, {
 *   supports: { durable: false, shared: false, freshIndex: true },
 *   create: () => memoryStore(),
 * })
 */
export function eventStoreSuite(test: RegisterTest, options: EventStoreSuiteOptions): void {
  const { supports, create, reopen, advance } = options
  if (supports.durable && !reopen) throw new HandbackError('request/invalid', 'A durable store needs the option `reopen`.')

  const register = ([name, run]: StoreCheck): unknown => test(name, async () => {
    const opened = [await create()]
    const bench: StoreBench = {
      supports,
      async advance(ms) {
        if (advance) advance(ms)
        else await new Promise((resolve) => setTimeout(resolve, ms))
      },
      async reopen(store) {
        check(reopen, 'only a durable store is reopened')
        const again = await reopen(store)
        opened.push(again)
        return again
      },
    }
    try {
      await run(opened[0] as EventStore, bench)
    } finally {
      for (const store of opened) await within(store.close(), 'closing the store')
    }
  })

  register(['declares what it supports', async (store) => {
    same(store.supports, supports, 'supports')
    check(store.name !== '', 'a store has a name')
  }])
  const always = [appendChecks, readChecks, watchChecks, listChecks, leaseChecks, busChecks, eraseChecks, valueChecks, closeChecks]
  for (const checks of supports.durable ? [...always, durableChecks] : always) checks.forEach(register)
}
