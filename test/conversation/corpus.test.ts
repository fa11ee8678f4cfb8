import { describe, expect, it } from 'vitest'
import { readSources } from '../../scripts/docs/sources.ts'
import * as today from '../../src/conversation/index.ts'
import { staffShapes } from '../../src/conversation/staff-shapes.ts'
import { corpora } from '../fixtures/corpus.ts'
import { uncovered } from '../fixtures/cover.ts'
import { digestOf, shownOf, viewsAlong, within } from '../fixtures/views.ts'

/*
 * The golden corpus: conversations of every released vocabulary, and what both sides saw of them then. What was written is
 * never changed: a hub of today has to read it as the hub that wrote it did. A release whose vocabulary has grown adds a
 * file: write its new events into scripts/corpus, then `node scripts/make-corpus.ts 2`, and read what it made of them.
 */

const all = corpora.flatMap(({ version, fields, conversations }) =>
  conversations.map((conversation) => ({ version, known: new Set(fields), ...conversation, name: `v${version}: ${conversation.name}` })),
)
/** What machines have written, without what only others would. */
const written = all.filter(({ name }) => !name.endsWith('what no version of this machine writes')).flatMap(({ events }) => events)

describe('the golden corpus', () => {
  const sources = readSources()

  it('holds every event type of the vocabulary', () => {
    const held = new Set(written.map(({ type }) => type))
    expect(Object.keys(staffShapes).filter((type) => !held.has(type))).toEqual([])
  })

  it('holds every optional field, present and absent', () => {
    expect(uncovered(sources, written)).toEqual([])
  })

  it('would tell of a type and of a field that it lacks', () => {
    const missing = uncovered(sources, written.filter(({ type }) => type !== 'note-added'))
    expect(missing).toEqual(['note-added itself', 'note-added.person present', 'note-added.person absent'])
  })
})

describe('today’s fold', () => {
  it.each(all)('shows a visitor of $name what was shown then', ({ events, shown }) => {
    expect(shownOf(today, events)).toEqual(shown)
    for (const { audience, ...event } of events) if (audience === 'staff') expect(today.project({ audience, ...event })).toBeUndefined()
  })

  it.each(all)('sees $name as it was seen then', ({ known, events, visitor, trail, public: open, staff }) => {
    const views = viewsAlong(today, events, visitor).map((each) => within(known, each))
    // what is seen at the end is there to be read; on the way there, the first event that is seen otherwise is named
    expect(views.at(-1)).toEqual({ public: open, staff })
    expect(views.findIndex((each, index) => digestOf(each) !== trail[index])).toBe(-1)
  })
})
