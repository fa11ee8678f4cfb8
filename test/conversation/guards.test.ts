import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide, isRefusal, project } from '../../src/conversation/index.ts'
import type { CommandMap, DraftEvent, StoredEvent } from '../../src/protocol/index.ts'
import { ASSISTANT } from '../../src/protocol/index.ts'
import { judges, leaks } from './judges.ts'
import { play, runs, steps } from './world.ts'

type Decide = typeof decide

/** A machine with one guard broken: where it would refuse with this code, it does this instead. */
const without =
  (code: string, instead: (...args: Parameters<Decide>) => readonly DraftEvent[] | undefined): Decide =>
  (header, command, context) => {
    const decision = decide(header, command, context)
    return (isRefusal(decision) && decision.code === code && instead(header, command, context)) || decision
  }

const everyone = { audience: 'everyone' } as const

/** Machines that must not pass, by the law that finds them out. */
const broken: readonly (readonly [guard: string, law: string, machine: Decide])[] = [
  [
    'a late answer is not fenced off',
    'silence',
    without('turn/superseded', (_header, { type, data }) => {
      if (type !== 'turn-commit') return undefined
      const { turn, attempt, parts } = data as CommandMap['turn-commit']
      return [
        { ...everyone, type: 'message-sent', by: ASSISTANT, data: { message: `${turn}-message`, parts: parts ?? [] } },
        { ...everyone, type: 'turn-done', by: ASSISTANT, data: { turn, attempt } },
      ]
    }),
  ],
  [
    'what somebody holds can be claimed',
    'oneHolder',
    without('floor/claimed', (_header, { type }, { by, person }) =>
      type === 'floor-claim' ? [{ ...everyone, type: 'floor-claimed', by, data: { agent: person } }] : undefined,
    ),
  ],
  [
    'everybody gives back what one holds',
    'oneHolder',
    without('floor/claimed', (_header, { type }, { by }) =>
      type === 'floor-return' ? [{ ...everyone, type: 'floor-returned', by, data: { tasks: [] } }] : undefined,
    ),
  ],
  [
    'everybody writes beside the holder',
    'writers',
    without('floor/claimed', (_header, { id, type, data }, { by }) =>
      type === 'message-send'
        ? [{ ...everyone, type: 'message-sent', by, data: { message: id, ...(data as CommandMap['message-send']) } }]
        : undefined,
    ),
  ],
  [
    'a second turn starts beside the running one',
    'turns',
    without('turn/not-owed', (header, { type, data }) =>
      type === 'turn-start' && header?.turn
        ? [{ ...everyone, type: 'turn-started', by: ASSISTANT, data: { ...(data as CommandMap['turn-start']), until: 0 } }]
        : undefined,
    ),
  ],
  [
    'a claim leaves the running turn alone',
    'turns',
    (...args) => {
      const decision = decide(...args)
      return isRefusal(decision) ? decision : decision.filter(({ type }) => type !== 'turn-aborted')
    },
  ],
  [
    'a deadline closes over an open question',
    'answers',
    without('deadline/not-due', (header, { data }, { by, now }) => {
      const { key, at } = data as CommandMap['deadline-pass']
      const due = key !== 'owed' && now >= at && header?.deadlines.some((deadline) => deadline.key === key && deadline.at === at)
      return due ? [{ ...everyone, type: 'conversation-closed', by, data: { reason: 'idle' } }] : undefined
    }),
  ],
]

describe('the laws find it out when', () => {
  for (const [guard, law, machine] of broken) {
    it(guard, () => {
      const judge = judges[law]
      if (!judge) throw new Error(`no law of ${law}`)
      const passes = (tried: Decide): boolean =>
        !fc.check(fc.property(steps(), (script) => judge(play(script, { decide: tried }).log).length === 0), runs(400, 301)).failed
      expect([passes(decide), passes(machine)]).toEqual([true, false])
    })
  }

  const leaky: Readonly<Record<string, (event: StoredEvent) => StoredEvent | undefined>> = {
    'the projection lets everything through': (event) => event,
    'the projection hides the audience only': (event) => project({ ...event, audience: 'everyone' }),
    'the projection keeps the code of a failure': (event) => (event.type === 'turn-failed' ? event : project(event)),
    'the projection keeps the hub’s digest': (event) => (event.audience === 'everyone' ? event : undefined),
  }
  for (const [guard, leak] of Object.entries(leaky)) {
    it(guard, () => {
      const tight = (tried: typeof leak): boolean =>
        !fc.check(fc.property(steps(), (script) => leaks(play(script).log, tried).length === 0), runs(200, 302)).failed
      expect([tight(project), tight(leak)]).toEqual([true, false])
    })
  }
})
