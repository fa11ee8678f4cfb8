import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyHeader, emptyPublicView, emptyStaffView, evolveHeader, evolvePublic, evolveStaff } from '../../src/conversation/index.ts'
import { prependPublic, prependStaff, project, publicHeader, publicView, staffView } from '../../src/conversation/index.ts'
import type { PublicView, StaffRow, StaffView } from '../../src/conversation/index.ts'
import type { Header, StoredEvent } from '../../src/protocol/index.ts'
import { deepFreeze, junk } from './junk.ts'
import { leaks } from './judges.ts'
import { CANARY, headersOf, personOf, play, policies, runs, steps } from './world.ts'

const VISITOR = 'visitor-1'

/** Logs as hubs write them; `wild`: with events among them that no hub writes. */
const logs: fc.Arbitrary<readonly StoredEvent[]> = fc.tuple(steps(), policies).map(([script, policy]) => play(script, { policy }).log)
const wild: fc.Arbitrary<readonly StoredEvent[]> = fc
  .tuple(logs, fc.array(fc.tuple(fc.nat(200), junk), { maxLength: 10 }))
  .map(([log, extras]) => {
    const mixed = [...log]
    for (const [at, event] of extras) mixed.splice(at % (mixed.length + 1), 0, event)
    return mixed.map((event, index) => ({ ...event, seq: index + 1 }))
  })

const holds = (seed: number, check: (log: readonly StoredEvent[]) => void, source = wild, count = 200): void =>
  fc.assert(
    fc.property(source, (log) => {
      check(log)
    }),
    runs(count, seed),
  )

const staffOf = (log: readonly StoredEvent[]): StaffView => log.reduce(evolveStaff, emptyStaffView(VISITOR))
const publicOf = (log: readonly StoredEvent[]): PublicView => log.flatMap((event) => project(event) ?? []).reduce(evolvePublic, emptyPublicView)
const headerOf = (log: readonly StoredEvent[], start: Header = emptyHeader(VISITOR)): Header => log.reduce(evolveHeader, start)
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** What an event that means nothing may still change. */
const { seq: _seq, shown: _shown, at: _at, ...blank } = emptyHeader(VISITOR)
const meaning = (header: Header): typeof blank => {
  const { seq: _, shown: __, at: ___, ...rest } = header
  return rest
}

const hidden = new Set(['note', 'summary', 'tool-call', 'tool-result', 'ticket-filed'])

describe('the public fold', () => {
  it('of what the visitor gets is the public half of the fold of the log', () => {
    holds(201, (log) => expect(publicOf(log).header).toStrictEqual(publicHeader(headerOf(log))))
  })

  it('shows the rows that staff see, without notes and calls, and that what the visitor wrote was sent', () => {
    const sent = (row: StaffRow): StaffRow => (row.type === 'message' && row.author.kind === 'visitor' ? { ...row, delivery: 'sent' } : row)
    holds(202, (log) => expect([...publicOf(log).transcript]).toStrictEqual(staffOf(log).transcript.filter(({ type }) => !hidden.has(type)).map(sent)))
  })

  it('knows by name everybody who writes', () => {
    holds(218, (log) => {
      for (const row of publicOf(log).transcript) if (row.type === 'message') expect(row.author.name).not.toBe('')
    }, logs)
  })

  it('never holds what only staff may see', () => {
    holds(203, (log) => expect(leaks(log, project)).toEqual([]), logs)
  })

  it('is spared nothing by the log: notes, contexts and codes are there to leak', () => {
    const found = { 'note-added': 0, 'context-added': 0, 'turn-failed': 0 }
    holds(204, (log) => {
      for (const { type, data } of log) if (type in found && JSON.stringify(data).includes(CANARY)) found[type as keyof typeof found] += 1
    }, logs)
    for (const count of Object.values(found)) expect(count).toBeGreaterThan(4)
  })
})

describe('the machine’s record', () => {
  it('folded in two parts, with JSON between them, is the record folded at once', () => {
    fc.assert(
      fc.property(wild, fc.nat(1_000), (log, at) => {
        const cut = at % (log.length + 1)
        const first = headerOf(log.slice(0, cut))
        expect(plain(first)).toStrictEqual(first)
        expect(headerOf(log.slice(cut), plain(first))).toStrictEqual(headerOf(log))
      }),
      runs(300, 205),
    )
  })

  it('is the one that every append carried', () => {
    fc.assert(
      fc.property(steps(), (script) => {
        const { trials, log } = play(script)
        const all = headersOf(log)
        for (const { after } of trials) if (after) expect(after).toStrictEqual(all[after.seq - 1])
      }),
      runs(200, 206),
    )
  })

  it('is what the staff view holds', () => {
    holds(207, (log) => expect(staffOf(log).header).toStrictEqual(headerOf(log)))
  })

  it('never goes back in time, whatever the clocks of a log say', () => {
    holds(217, (log) => {
      const times = headersOf(log).map(({ at }) => at)
      expect(times).toEqual(times.toSorted((a, b) => a - b))
    })
  })

  it('keeps 12 people, whoever is said to be the visitor', () => {
    for (const kind of ['visitor', 'agent'] as const) {
      const log = Array.from({ length: 40 }, (_, index): StoredEvent => ({
        seq: index + 1, at: 0, by: { kind: 'machine', id: 'machine-' }, type: 'participant-joined', audience: 'everyone',
        data: { person: personOf({ kind, id: `somebody-${index}` }) }, prev: index, cause: 'command-z',
      }))
      expect(headerOf(log).people.map(({ id }) => id)).toEqual(Array.from({ length: 12 }, (_, index) => `somebody-${index + 28}`))
    }
  })

  it('stays small after 2,000 commands of a whole team with long names', () => {
    const long = (id: string) => id.padEnd(64, '_')
    const team = Array.from({ length: 40 }, (_, index) => long(`agent-${index}`))
    fc.assert(
      fc.property(steps(2_000).filter((script) => script.length > 1_000), (script) => {
        const { log } = play(script.filter(({ what }) => what !== 'conversation-erase'), { ids: [long('visitor'), ...team] })
        const renamed = log.map((event) => deepRename(event))
        const header = headerOf(renamed, emptyHeader(long('visitor')))
        expect(header.people.length).toBeGreaterThan(3)
        expect(new TextEncoder().encode(JSON.stringify(header)).length).toBeLessThan(16_384)
        expect(header.people.length).toBeLessThanOrEqual(12)
        expect(header.people.filter(({ kind }) => kind === 'visitor')).toHaveLength(1)
      }),
      // scripts of this length take longer to shrink than anybody waits
      { ...runs(5, 208), endOnFailure: true },
    )
  })

  it('is the same after any event comes again, now or later', () => {
    fc.assert(
      fc.property(wild, fc.array(fc.nat(1_000), { maxLength: 20 }), (log, again) => {
        const once = staffOf(log)
        const open = publicOf(log)
        for (const index of again) {
          const event = log[index % Math.max(log.length, 1)]
          if (!event) continue
          expect(evolveStaff(once, event)).toBe(once)
          expect(evolvePublic(open, event)).toBe(open)
        }
      }),
      runs(200, 209),
    )
  })
})

/** The longest name and a long picture's address in place of each person's. */
function deepRename(event: StoredEvent): StoredEvent {
  const data = event.data as { agent?: object; person?: object; visitor?: object }
  const grow = (person: object | undefined) => person && { ...person, name: 'é'.repeat(80), avatar: `https://example.com/${'a'.repeat(600)}` }
  const key = (['agent', 'person', 'visitor'] as const).find((name) => typeof data[name] === 'object')
  return key ? { ...event, data: { ...data, [key]: grow(data[key]) } } : event
}

describe('the folds', () => {
  it('never throw and never write to what they get', () => {
    fc.assert(
      fc.property(wild, fc.array(junk, { maxLength: 30 }), (log, events) => {
        let staff = staffOf(log)
        let open = publicOf(log)
        const { seq } = staff.header
        for (const event of events) {
          deepFreeze(event)
          deepFreeze(staff.header)
          deepFreeze(open.header)
          staff = evolveStaff(staff, event)
          open = evolvePublic(open, event)
          const seen = project(event)
          if (seen) publicView(open.header, [seen])
          staffView(staff.header, [event])
          prependStaff(prependStaff(staff, [event]), [])
        }
        expect(staff.header.seq).toBeGreaterThanOrEqual(seq)
      }),
      runs(300, 210),
    )
  })

  it('take nothing but its place from an event of an unknown type or with data of another shape', () => {
    const known = fc.constantFrom('floor-claimed', 'handoff-requested', 'form-submitted', 'turn-started', 'survey-asked', 'conversation-started')
    const broken = fc.oneof(
      junk.filter(({ type }) => !/^[a-z]+(-[a-z]+)*$/.test(type)),
      fc.tuple(junk, known).map(([event, type]) => ({ ...event, type, data: { erased: true } })),
    )
    fc.assert(
      fc.property(logs, fc.array(broken, { minLength: 1, maxLength: 5 }), (log, events) => {
        const before = staffOf(log)
        const extra = events.map((event, index) => ({ ...event, seq: log.length + 1 + index }))
        const after = extra.reduce(evolveStaff, before)
        expect(meaning(after.header)).toStrictEqual(meaning(before.header))
        expect(after.header.seq).toBe(log.length + events.length)
        expect(after.transcript).toBe(before.transcript)
        expect(after.context).toBe(before.context)
      }),
      runs(300, 211),
    )
  })

  it('show that a message was removed, and by whom it was', () => {
    const { log } = play([{ what: 'message-send', right: true, who: 0, pick: 0, wait: 0 }])
    const erased = log.map((event) => (event.type === 'message-sent' ? { ...event, data: { erased: true } } : event))
    for (const view of [publicOf(erased), staffOf(erased)]) {
      expect(view.transcript.at(-1)).toMatchObject({ type: 'notice', key: 'message-removed', by: { kind: 'visitor' } })
    }
    const ghost = erased.map((event) => (event.type === 'message-sent' ? { ...event, by: null as never } : event))
    expect(publicOf(ghost).transcript.length).toBe(publicOf(erased).transcript.length - 1)
  })

  it('ignore an event that may not stand where it stands', () => {
    const moving = [
      'floor-claimed', 'handoff-requested', 'handoff-cancelled', 'floor-returned', 'conversation-closed', 'conversation-reopened', 'tasks-ended',
    ]
    const data = { agent: personOf({ kind: 'agent', id: 'agent-zoe' }), reason: 'x', until: 1, tasks: [], to: 'bot' }
    const allowed: Readonly<Record<string, readonly string[]>> = {
      bot: ['floor-claimed', 'handoff-requested', 'conversation-closed'],
      queued: ['floor-claimed', 'handoff-cancelled'],
      human: ['floor-returned', 'conversation-closed'],
      handback: ['handoff-requested', 'conversation-closed', 'tasks-ended'],
      closed: ['conversation-reopened'],
    }
    fc.assert(
      fc.property(logs, fc.constantFrom(...moving), (log, type) => {
        const before = headerOf(log)
        const event: StoredEvent = {
          seq: log.length + 1, at: before.at, by: { kind: 'agent', id: 'agent-zoe' }, type, audience: 'everyone', data, prev: before.shown, cause: 'command-z',
        }
        const after = evolveHeader(before, event)
        if (!before.erased && allowed[before.phase]?.includes(type)) expect(after).not.toEqual({ ...before, seq: event.seq, shown: event.seq })
        else expect(after).toStrictEqual({ ...before, seq: event.seq, shown: event.seq })
      }),
      runs(300, 212),
    )
  })

  it('do not show words of the assistant that stand where it does not hold the floor', () => {
    holds(213, (log) => {
      const before = staffOf(log)
      const { phase, shown, seq } = before.header
      const event: StoredEvent = {
        seq: seq + 1, at: 0, by: { kind: 'assistant', id: 'assistant' }, type: 'message-sent', audience: 'everyone',
        data: { message: 'late-words', parts: [{ type: 'text', text: 'Late.' }] }, prev: shown, cause: 'command-z',
      }
      const rows = phase === 'bot' || phase === 'handback' ? 1 : 0
      expect(evolveStaff(before, event).transcript.length - before.transcript.length).toBe(rows)
      expect(evolvePublic(publicOf(log), event).transcript.length - publicOf(log).transcript.length).toBe(rows)
    }, logs)
  })

  it('take names from prototypes as data and leave prototypes alone', () => {
    const names = ['__proto__', 'constructor', 'hasOwnProperty', 'isPrototypeOf', 'toLocaleString']
    const own = (value: object): PropertyKey[] => [...Object.getOwnPropertyNames(value), ...Object.getOwnPropertySymbols(value)]
    const before = [Object.prototype, Array.prototype, Function.prototype].map(own)
    fc.assert(
      fc.property(steps(), fc.shuffledSubarray(names, { minLength: 4, maxLength: 4 }), (script, ids) => {
        const named = play(script, { ids, commandId: (index) => names[index] ?? `command-${index}` })
        const usual = play(script)
        expect(named.log.map(({ type, seq }) => [type, seq])).toEqual(usual.log.map(({ type, seq }) => [type, seq]))
        expect(headerOf(named.log, emptyHeader(ids[0] ?? '')).phase).toBe(headerOf(usual.log).phase)
      }),
      runs(100, 214),
    )
    const fields = JSON.parse('{"__proto__":"polluted","constructor":"x"}') as Record<string, string>
    const context: StoredEvent = {
      seq: 1, at: 0, by: { kind: 'assistant', id: 'assistant' }, type: 'context-added', audience: 'staff',
      data: { reason: 'rule', fields }, prev: 0, cause: 'command-z',
    }
    expect(Object.keys(staffOf([context, { ...context, seq: 2 }]).context?.fields ?? {})).toEqual(['__proto__', 'constructor'])
    expect([Object.prototype, Array.prototype, Function.prototype].map(own)).toEqual(before)
  })
})

/** Rows without the names of their authors: a snapshot knows people who came later, the fold knew them when they came. */
const unnamed = (rows: Iterable<StaffRow>): unknown[] =>
  [...rows].map((row) => ('author' in row ? { ...row, author: { id: row.author.id, kind: row.author.kind } } : row))

describe('a view from a snapshot', () => {
  it('with the older pages in front is the view of the whole log', () => {
    fc.assert(
      fc.property(logs, fc.nat(1_000), fc.integer({ min: 1, max: 9 }), (log, at, size) => {
        const whole = staffOf(log)
        const cut = at % (log.length + 1)
        let view = staffView(whole.header, log.slice(cut))
        for (let end = cut; end > 0; end -= size) view = prependStaff(view, log.slice(Math.max(end - size, 0), end))
        expect(unnamed(view.transcript)).toStrictEqual(unnamed(whole.transcript))
        expect(view.context).toStrictEqual(whole.context)
        expect(view.start).toBe(0)
      }),
      runs(200, 215),
    )
  })

  it('adds up what the next person should know, wherever the pages are cut', () => {
    const known = [
      {
        reason: 'rule', summary: 'first', confidence: 0.4, fields: { order: '1', colour: 'red' },
        articles: [{ id: 'a1', title: 'One' }, { id: 'a2', title: 'Two' }],
      },
      { reason: 'transfer', fields: { order: '2' }, articles: [{ id: 'a2', title: 'Two, again' }] },
      { reason: 'visitor-request', summary: 'last', sentiment: -1, articles: [{ id: 'a3', title: 'Three' }] },
    ]
    const log = known.map((data, index): StoredEvent => ({
      seq: index + 1, at: 0, by: { kind: 'assistant', id: 'assistant' }, type: 'context-added', audience: 'staff', data, prev: 0, cause: 'command-z',
    }))
    const whole = {
      reason: 'visitor-request', summary: 'last', confidence: 0.4, sentiment: -1, fields: { order: '2', colour: 'red' },
      articles: [{ id: 'a1', title: 'One' }, { id: 'a2', title: 'Two, again' }, { id: 'a3', title: 'Three' }],
    }
    expect(staffOf(log).context).toStrictEqual(whole)
    for (const cut of [0, 1, 2, 3]) expect(prependStaff(staffView(headerOf(log), log.slice(cut)), log.slice(0, cut)).context).toStrictEqual(whole)
  })

  it('of a visitor too, and it says where the older events end', () => {
    fc.assert(
      fc.property(logs, fc.nat(1_000), fc.integer({ min: 1, max: 9 }), (log, at, size) => {
        const open = log.flatMap((event) => project(event) ?? [])
        const whole = publicOf(log)
        const cut = at % (open.length + 1)
        let view = publicView(whole.header, open.slice(cut))
        for (let end = cut; end > 0; end -= size) {
          const next = open[end]
          if (next) expect(view.start).toBe(next.seq)
          view = prependPublic(view, open.slice(Math.max(end - size, 0), end))
        }
        expect(unnamed(view.transcript)).toStrictEqual(unnamed(whole.transcript))
        expect(view.start).toBe(0)
      }),
      runs(200, 216),
    )
  })
})
