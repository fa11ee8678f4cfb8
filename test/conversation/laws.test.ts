import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Policy } from '../../src/conversation/index.ts'
import { allow, allowVisitor, decide, isRefusal, number, publicHeader } from '../../src/conversation/index.ts'
import { visitorRules } from '../../src/conversation/visitor-rules.ts'
import type { Command, Header, KnownCommand, Refusal, StoredEvent } from '../../src/protocol/index.ts'
import { ASSISTANT, MACHINE } from '../../src/protocol/index.ts'
import { answers, judges, unanswered } from './judges.ts'
import { commandTypes, headersOf, kinds, personOf, play, policies, runs, steps, surroundings } from './world.ts'
import type { World } from './world.ts'

/** Whatever happens, in whatever order, as often as it likes. */
const always = (seed: number, check: (world: World) => void, count = 300): void =>
  fc.assert(
    fc.property(steps(), policies, (script, policy) => {
      check(play(script, { policy }))
    }),
    runs(count, seed),
  )

const logUpTo = (seq: number, trials: World['trials']): StoredEvent[] => trials.flatMap(({ events }) => events).filter((event) => event.seq <= seq)

/** A page has its own words. */
const wordless = (refusal: Refusal | undefined): Omit<Refusal, 'message'> | undefined => {
  if (!refusal) return undefined
  const { message: _, ...reason } = refusal
  return reason
}

const keys = (header: Header): string[] => header.deadlines.map(({ key }) => key)

/** What a conversation in this state lacks to be left by itself: every wait has an end. */
function waits(header: Header): string[] {
  const has = keys(header)
  const wants = (key: string, when: boolean): string[] => (when === has.includes(key) ? [] : [`${key}: ${String(when)} wanted in ${header.phase}`])
  const assistant = header.phase === 'bot' || header.phase === 'handback'
  return [
    ...wants('queue', header.phase === 'queued'),
    ...wants('idle', assistant),
    ...wants('agent-back', header.away === true),
    ...wants('turn', header.turn !== undefined),
    ...wants('owed', assistant && header.owed !== undefined && header.turn === undefined),
    ...wants('assist', header.assist !== undefined),
    ...wants('summary', header.summary !== undefined),
    ...wants('follow-up', header.followUp?.state === 'asked'),
    ...wants('come-back', header.followUp?.state === 'scheduled'),
    ...wants('erase', header.erasing !== undefined),
    ...wants('ticket', header.filing !== undefined),
    ...(header.phase === 'closed' && has.some((key) => !['summary', 'come-back', 'erase', 'ticket'].includes(key)) ? ['closed and waiting'] : []),
    ...(new Set(has).size < has.length ? ['one key twice'] : []),
    ...(header.deadlines.some(({ at }, index) => at < (header.deadlines[index - 1]?.at ?? 0)) ? ['not the earliest first'] : []),
  ]
}

/** Only the clock goes on: deadlines pass, and the turns that are owed begin and never end. */
function leaveAlone(start: Header, policy: Policy): { header: Header; log: StoredEvent[] } {
  let header = start
  const log: StoredEvent[] = []
  for (let round = 0; round < 40 && header.phase !== 'closed'; round += 1) {
    // what is to be removed, or given to another system, is no matter of the machine; a question goes before the end of the conversation, whatever the clock says
    const late = header.owed === undefined ? [] : ['survey', 'follow-up', 'anything-else', 'idle']
    const due = header.deadlines.find(({ key }) => key !== 'erase' && key !== 'ticket' && !late.includes(key))
    if (!due) break
    const turn = { turn: `alone-turn-${round}`, attempt: header.attempts + 1, message: `alone-message-${round}` }
    const id = `alone-command-${round}`
    const command: KnownCommand = due.key === 'owed' ? { id, type: 'turn-start', data: turn } : { id, type: 'deadline-pass', data: due }
    const by = due.key === 'owed' ? ASSISTANT : MACHINE
    const decision = decide(header, command, { by, person: personOf(by), now: due.at, policy, ...surroundings(due.at) })
    if (isRefusal(decision)) throw new Error(`${due.key} in ${header.phase}: ${decision.code}`)
    const next = number(header, decision, { cause: id, digest: '', now: due.at, visitor: header.visitor })
    header = next.header
    log.push(...next.events)
  }
  return { header, log }
}

describe('the log', () => {
  for (const [name, judge] of Object.entries(judges)) {
    it(`keeps its law of ${name}`, () => always(101, ({ log }) => expect(judge(log)).toEqual([]), 400))
  }

  it('reaches every phase and every kind of event, so that its laws are about something', () => {
    const seen = new Map<string, number>()
    const count = (what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1)
    always(102, ({ log }) => {
      for (const header of headersOf(log)) count(header.phase)
      for (const { type } of log) count(type)
    }, 1_500)
    const wanted = [
      'bot', 'queued', 'human', 'handback', 'closed', 'turn-done', 'turn-aborted', 'turn-failed', 'turn-skipped', 'handoff-expired', 'tasks-ended',
      'conversation-reopened', 'agent-dropped', 'agent-returned', 'floor-transferred', 'survey-answered', 'survey-expired',
      'participant-joined', 'participant-left', 'permission-asked', 'permission-answered', 'tool-called', 'tool-returned', 'action-held', 'turn-metered', 'assist-requested', 'assist-expired', 'draft-offered', 'draft-used', 'draft-dropped', 'follow-up-asked',
      'follow-up-scheduled', 'follow-up-due', 'summary-asked', 'summary-written', 'conversation-erased', 'events-redacted', 'tag-added', 'supervisor-requested',
    ]
    for (const what of wanted) {
      expect(seen.get(what) ?? 0, what).toBeGreaterThan(2)
    }
  })

  it('has one effect per command, however often it is sent', () => {
    always(103, ({ trials }) => {
      const effects = trials.filter(({ events }) => events.length > 0).map(({ command }) => command.id)
      expect(new Set(effects).size).toBe(effects.length)
    })
  })
})

/** The one notice that tells everybody of a move. */
const told = [
  ['handoff-requested', 'handoff-started', 'safety-started'],
  ['handoff-cancelled', 'handoff-cancelled'],
  ['floor-claimed', 'agent-joined'],
  ['floor-returned', 'floor-returned'],
] as const

describe('a move of the floor', () => {
  it('is told everybody once, by the command that made it', () => {
    always(117, ({ trials }) => {
      for (const { events } of trials) {
        const keys = events.flatMap(({ type, data }) => (type === 'notice' ? [(data as { key: string }).key] : []))
        // leaving the queue by ending the conversation is told as its end
        const ended = events.some(({ type }) => type === 'conversation-closed')
        for (const [type, ...texts] of told) {
          const moved = events.filter((event) => event.type === type).length
          expect([type, keys.filter((one) => (texts as readonly string[]).includes(one)).length]).toEqual([type, type === 'handoff-cancelled' && ended ? 0 : moved])
        }
      }
    })
  })
})

describe('a survey', () => {
  it('is asked at most once for what one person did, and answered and declined at most once', () => {
    always(118, ({ log }) => {
      for (const type of ['survey-asked', 'survey-answered', 'survey-declined', 'summary-asked', 'summary-written']) {
        const episodes = log.filter((event) => event.type === type).map(({ data }) => (data as { episode: number }).episode)
        expect(new Set(episodes).size).toBe(episodes.length)
      }
    })
  })
})

describe('the floor', () => {
  it('has a number that grows by one with each change of its holder, and only then', () => {
    always(104, ({ log }) => {
      let before = { number: 1, holder: 'assistant' as string | undefined }
      for (const { floor } of headersOf(log)) {
        const after = { number: floor.number, holder: floor.holder?.id }
        expect(after.number - before.number).toBe(after.holder === before.holder ? 0 : 1)
        before = after
      }
    })
  })

  it('has the holder that the phase says', () => {
    const held: Record<string, string> = { bot: 'assistant', handback: 'assistant', queued: 'nobody', closed: 'nobody' }
    always(105, ({ log }) => {
      for (const { phase, floor } of headersOf(log)) {
        if (phase === 'human') expect(['agent', 'supervisor']).toContain(floor.holder?.kind)
        else expect(floor.holder?.kind ?? 'nobody').toBe(held[phase])
      }
    })
  })

  it('goes to one of many who claim at once, and the others are told who', () => {
    const team = ['agent-one', 'agent-two', 'agent-three', 'agent-four', 'agent-five']
    fc.assert(
      fc.property(steps(30), fc.shuffledSubarray(team, { minLength: 2 }), (script, agents) => {
        const open: typeof script = script.filter(({ what }) => !['conversation-end', 'conversation-resolve', 'due', 'floor-claim'].includes(what))
        const hello = { what: 'handoff-request' as const, right: true, who: 0, pick: 1, wait: 0 }
        const claims = agents.map((_agent, index) => ({ what: 'floor-claim' as const, right: true, who: 0, pick: index, wait: 0 }))
        const { trials } = play([hello, ...open, ...claims], { ids: ['visitor-1', ...agents, 'super-sue'] })
        const last = trials.slice(-agents.length)
        const winner = last.find(({ before }) => before?.phase === 'human')?.before?.floor.holder?.id
        for (const { by, before, decision } of last) {
          if (before?.phase !== 'human' || by.id === winner) continue
          expect(decision).toMatchObject({ code: 'floor/claimed', holder: `Name of ${winner}` })
        }
        expect(last.filter(({ events }) => events.some(({ type }) => type === 'floor-claimed')).length).toBeLessThanOrEqual(1)
      }),
      runs(200, 106),
    )
  })
})

describe('what the visitor wrote', () => {
  it('is owed until it is answered, and nothing else is', () => {
    always(107, ({ log }) => {
      const open = unanswered(log)
      headersOf(log).forEach((header, at) => expect(header.owed).toBe(open[at]?.[0]))
    })
  })

  it('is never refused', () => {
    always(108, ({ trials }) => {
      for (const { command, by, decision } of trials) {
        const erased = isRefusal(decision) && decision.code === 'conversation/erased'
        if (command.type === 'message-send' && by.kind === 'visitor' && !erased) expect(isRefusal(decision)).toBe(false)
      }
    })
  })
})

describe('every wait', () => {
  it('has a deadline, and nothing else has one', () => {
    always(109, ({ trials }) => {
      for (const { after } of trials) expect(after ? waits(after) : []).toEqual([])
    })
  })

  it('ends: a conversation left alone is closed after a bounded number of deadlines, and nothing is left unanswered', () => {
    fc.assert(
      fc.property(steps(), policies, (script, policy) => {
        const { header } = play(script, { policy })
        // a person who is there decides for themselves
        if (!header || (header.phase === 'human' && !header.away)) return
        const rest = leaveAlone(header, policy)
        expect(rest.header.phase).toBe('closed')
        expect(answers(rest.log)).toEqual([])
      }),
      runs(300, 110),
    )
  })
})

describe('a command', () => {
  it('passes no deadline before its time', () => {
    always(113, ({ trials }) => {
      for (const { command, now, events } of trials) {
        if (command.type === 'deadline-pass' && events.length > 0) expect(now).toBeGreaterThanOrEqual(command.data.at)
      }
    })
  })

  it('of the visitor marks nothing as read that only staff can see', () => {
    always(114, ({ trials }) => {
      for (const { command, by, before, events } of trials) {
        if (command.type !== 'read-mark' || by.kind !== 'visitor' || events.length === 0) continue
        expect(command.data.seq).toBeLessThanOrEqual(before?.shown ?? 0)
      }
    })
  })

  it('of the assistant finishes, skips or begins to answer nothing that came after what it has read', () => {
    always(116, ({ trials }) => {
      for (const { command, before, after, events } of trials) {
        if (events.length === 0 || !before) continue
        if (command.type !== 'conversation-finish' && command.type !== 'turn-skip' && command.type !== 'turn-start') continue
        if (command.type === 'turn-start' && command.data.kind) continue
        const written = unanswered(logUpTo(before.seq, trials)).at(-1) ?? []
        expect(written.filter((seq) => seq > (command.data.upTo ?? before.seq))).toEqual([])
        if (command.type !== 'turn-start') expect(after?.owed).toBeUndefined()
      }
    })
  })

  it('starts a turn as the next attempt, and no turn speaks for another floor than its own', () => {
    always(115, ({ trials }) => {
      for (const { command, before, events } of trials) {
        if (events.length === 0) continue
        if (command.type === 'turn-start' && !command.data.kind) expect(command.data.attempt).toBe((before?.attempts ?? 0) + 1)
        if (command.type === 'turn-commit') expect(command.data.floor).toBe(before?.floor.number)
      }
    })
  })
})

describe('a refusal', () => {
  it('of allow, from what everyone may see, is the refusal of decide', () => {
    always(111, ({ trials }) => {
      for (const { command, by, before, decision, repeated } of trials) {
        if (repeated) continue
        const refusal = allow(before && publicHeader(before), command, by)
        if (refusal) expect(decision).toEqual(refusal)
      }
    })
  })

  it('says where the conversation stands when that is why, and who holds it', () => {
    always(119, ({ trials }) => {
      for (const { decision, before } of trials) {
        if (!isRefusal(decision) || !before) continue
        const standing = ['conversation/closed', 'conversation/wrong-phase', 'floor/claimed', 'floor/not-human', 'handoff/not-open'].includes(decision.code)
        if (standing) expect(decision.phase).toBe(before.phase)
        if (decision.code === 'floor/claimed') expect(decision.holder).toBe(`Name of ${before.floor.holder?.id}`)
      }
    })
  })

  it('of a visitor’s page is that of the hub, from rules that are a part of its', () => {
    always(120, ({ trials }) => {
      for (const { command, by, before } of trials) {
        const header = before && publicHeader(before)
        if (by.kind === 'visitor' && command.type in visitorRules) expect(allowVisitor(header, command, by)).toEqual(wordless(allow(header, command, by)))
      }
    })
  })

  it('writes nothing', () => {
    always(112, ({ trials }) => {
      for (const { decision, before, after } of trials) if (isRefusal(decision)) expect(after).toBe(before)
    })
  })

  it('meets unknown commands and names from prototypes', () => {
    const names = [...Object.getOwnPropertyNames(Object.prototype), '__proto__', 'prototype', 'message-sent', '']
    const header = headersOf(play([{ what: 'message-send', right: true, who: 0, pick: 0, wait: 0 }]).log).at(-1)
    if (!header) throw new Error('no header')
    for (const type of names) {
      const command: Command = { id: 'command-x', type, data: {} }
      for (const by of [...kinds.map((kind) => ({ kind, id: 'somebody-1' })), ASSISTANT, MACHINE]) {
        expect(allow(publicHeader(header), command, by)?.code).toBe('command/unknown')
        expect(allow(null, command, by)?.code).toBe('command/unknown')
      }
    }
    expect(names.some((name) => (commandTypes as string[]).includes(name))).toBe(false)
  })
})
