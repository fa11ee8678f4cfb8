import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as today from '../../src/conversation/index.ts'
import type { StoredEvent } from '../../src/protocol/index.ts'
import { corpora } from '../fixtures/corpus.ts'
import type { Fold, Side, Views } from '../fixtures/views.ts'
import { fieldsOf, shownOf, viewsAlong, viewsOf, within } from '../fixtures/views.ts'
import { junk } from './junk.ts'
import { play, policies, runs, steps } from './world.ts'

/*
 * Folds of earlier releases, as they were built then (scripts/freeze-fold.ts): hubs and pages of two versions meet in every
 * rolling deployment, and must not disagree on what both know.
 */

interface Frozen extends Fold {
  readonly known: readonly string[]
}

const folder = new URL('../fixtures/', import.meta.url)
const names = readdirSync(folder).filter((name) => /^fold-v\d+\.mjs$/.test(name))
const frozen = await Promise.all(names.map(async (name) => ({ name, fold: (await import(new URL(name, folder).href)) as Frozen })))

const VISITOR = 'visitor-1'
const logs = fc.tuple(steps(), policies).map(([script, policy]) => play(script, { policy }).log)

/** Numbered anew, as if nothing else had been there. */
function renumbered(events: readonly StoredEvent[]): StoredEvent[] {
  let shown = 0
  return events.map((event, index) => {
    const next = { ...event, seq: index + 1, prev: shown }
    if (event.audience === 'everyone') shown = next.seq
    return next
  })
}

/** What a later release may write: types and fields that nobody knows yet. */
const newer = fc.record({
  place: fc.nat(400),
  type: fc.constantFrom('thought-read', 'room-joined', 'valueOf', '__proto__'),
  audience: fc.constantFrom('everyone' as const, 'staff' as const),
  by: fc.constantFrom({ kind: 'visitor', id: VISITOR }, { kind: 'oracle', id: 'oracle-1' }),
  data: fc.jsonValue(),
})

/** What even an event that means nothing changes. */
function meaning({ public: open, staff }: Views): readonly Side[] {
  return [open, staff].map(({ header: { seq: _s, shown: _n, at: _a, ...header }, ...facts }) => ({ ...facts, header }))
}

it('there is a frozen fold for every corpus', () => {
  expect(frozen.map(({ name }) => name)).toEqual(corpora.map(({ version }) => `fold-v${version}.mjs`))
})

describe.each(frozen)('$name', ({ fold }) => {
  const known = new Set(fold.known)
  /** Both folds along a log, restricted to what the frozen one knows: events and fields. */
  const agree = (log: readonly StoredEvent[], visitor: string): void => {
    expect(shownOf(today, log)).toEqual(shownOf(fold, log))
    expect(within(fields, viewsOf(today, log, visitor))).toEqual(within(fields, viewsOf(fold, log, visitor)))
  }
  const sample = fc.sample(logs, { seed: 611, numRuns: 30 }).flatMap((log) => viewsAlong(fold, log.slice(0, 40), VISITOR))
  const told = corpora.flatMap(({ conversations }) => conversations.flatMap(({ events, visitor }) => viewsAlong(fold, events, visitor)))
  const fields = fieldsOf([...sample, ...told])

  it('knows event types, and none of them was lost', () => {
    const types = new Set(corpora.flatMap(({ conversations }) => conversations.flatMap(({ events }) => events.map(({ type }) => type))))
    expect(known.size).toBeGreaterThan(20)
    expect([...known].filter((type) => !types.has(type))).toEqual([])
  })

  it('agrees with today’s on the corpus, after every event', () => {
    for (const { conversations } of corpora) {
      for (const { events, visitor } of conversations) {
        const log = renumbered(events.filter(({ type }) => known.has(type)))
        log.forEach((_, index) => agree(log.slice(0, index + 1), visitor))
      }
    }
  })

  it('agrees with today’s on logs as hubs write them', () => {
    fc.assert(
      fc.property(logs, fc.nat(100), (log, cut) => {
        const both = renumbered(log.filter(({ type }) => known.has(type)))
        agree(both, VISITOR)
        agree(both.slice(0, cut), VISITOR)
      }),
      runs(150, 612),
    )
  })

  it('agrees with today’s on logs as nobody writes them', () => {
    fc.assert(
      fc.property(logs, fc.array(fc.tuple(fc.nat(200), junk), { maxLength: 10 }), (log, extras) => {
        const mixed = [...log]
        for (const [at, event] of extras) mixed.splice(at % (mixed.length + 1), 0, event)
        agree(renumbered(mixed.filter(({ type }) => known.has(type))), VISITOR)
      }),
      runs(100, 613),
    )
  })

  it('never throws on what a later release writes, and sees nothing in it', () => {
    fc.assert(
      fc.property(logs, fc.array(newer, { minLength: 1, maxLength: 10 }), (log, extras) => {
        // room between the numbers, so that those of the log stay the same with and without
        const apart = log.map((event) => ({ ...event, seq: event.seq * 100 }))
        const mixed: StoredEvent[] = [...apart]
        for (const [index, { place, ...event }] of extras.entries()) {
          const before = apart[place % (apart.length + 1)]
          mixed.push({ ...event, seq: (before?.seq ?? 0) + index + 1, prev: 0, at: before?.at ?? 0, cause: 'command-new' } as StoredEvent)
        }
        mixed.sort((a, b) => a.seq - b.seq)
        for (const version of [fold, today]) expect(meaning(viewsOf(version, mixed, VISITOR))).toEqual(meaning(viewsOf(version, apart, VISITOR)))
      }),
      runs(100, 614),
    )
  })
})
