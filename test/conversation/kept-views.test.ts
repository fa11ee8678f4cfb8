import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { PublicView, StaffView } from '../../src/conversation/index.ts'
import { emptyPublicView, emptyStaffView, evolvePublic, evolveStaff, project } from '../../src/conversation/index.ts'
import type { StoredEvent } from '../../src/protocol/index.ts'
import { corpora } from '../fixtures/corpus.ts'
import { deepFreeze, junk } from './junk.ts'
import { play, policies, runs, steps } from './world.ts'

/*
 * A fold may write to the copy that it makes of a header, and to nothing else: whoever holds an earlier view, a store, a
 * page or a second reader, keeps what it was.
 */

const VISITOR = 'visitor-1'
const logs = fc.tuple(steps(), policies).map(([script, policy]) => play(script, { policy }).log)

/** Views as they were made, each beside what it said then. Their parts are frozen: who writes to one throws. */
function keeper() {
  const kept: (readonly [view: StaffView | PublicView, then: string])[] = []
  const read = ({ transcript, ...rest }: StaffView | PublicView): string => JSON.stringify([rest, [...transcript]])
  return {
    keep<V extends StaffView | PublicView>(view: V): V {
      const { transcript: _, ...rest } = view
      deepFreeze(rest)
      kept.push([view, read(view)])
      return view
    },
    expectKept: () => expect(kept.map(([view]) => read(view))).toEqual(kept.map(([, then]) => then)),
  }
}

/** Folds a log, and at each view the events of `aside` too, as if the log had gone on with one of them. */
function keepsAll(log: readonly StoredEvent[], aside: readonly StoredEvent[]): void {
  const { keep, expectKept } = keeper()
  let staff = keep(emptyStaffView(VISITOR))
  let open = keep(emptyPublicView)
  for (const [index, event] of log.entries()) {
    deepFreeze(event)
    const other = aside[index % Math.max(aside.length, 1)]
    const instead = other && deepFreeze({ ...other, seq: event.seq })
    if (instead) keep(evolveStaff(staff, instead))
    const seen = project(event)
    const insteadSeen = instead && project(instead)
    if (insteadSeen) keep(evolvePublic(open, insteadSeen))
    staff = keep(evolveStaff(staff, event))
    if (seen) open = keep(evolvePublic(open, seen))
  }
  expectKept()
}

it('stay as they were while the corpus goes on, and while it goes on in another way', () => {
  const all = corpora.flatMap(({ conversations }) => conversations.map(({ events }) => events))
  expect(all.length).toBeGreaterThan(3)
  for (const [index, events] of all.entries()) keepsAll(events, all[(index + 1) % all.length] ?? [])
})

it('stay as they were while a log of a hub goes on, and whatever else comes', () => {
  fc.assert(
    fc.property(logs, logs, fc.array(junk, { maxLength: 10 }), (log, other, extras) => {
      keepsAll(log, [...other, ...extras])
    }),
    runs(60, 621),
  )
})
