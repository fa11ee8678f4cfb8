import { describe, expect, it } from 'vitest'
import { decide, defaultPolicy, isRefusal, number } from '../../src/conversation/index.ts'
import type { Actor, Header, KnownCommand } from '../../src/protocol/index.ts'
import { ASSISTANT, MACHINE } from '../../src/protocol/index.ts'
import { personOf } from './world.ts'

const visitor: Actor = { kind: 'visitor', id: 'visitor-1' }
const agent: Actor = { kind: 'agent', id: 'agent-ann' }

const decided = (header: Header | null, by: Actor, type: KnownCommand['type'], data: unknown, now: number) =>
  decide(header, { id: `command-${type}`, type, data } as KnownCommand, { by, person: personOf(by), now, policy: defaultPolicy })

function after(header: Header | null, by: Actor, type: KnownCommand['type'], data: unknown, now: number): Header {
  const decision = decided(header, by, type, data, now)
  if (isRefusal(decision)) throw new Error(decision.code)
  return number(header, decision, { cause: `command-${type}`, digest: '', now, visitor: visitor.id }).header
}

describe('a deadline', () => {
  it('that stood earlier says nothing about the one of its name that stands now', () => {
    const first = after(null, visitor, 'handoff-request', {}, 1_000)
    const old = first.deadlines.find(({ key }) => key === 'queue')
    const cancelled = after(first, visitor, 'handoff-cancel', {}, 2_000)
    const again = after(cancelled, visitor, 'handoff-request', {}, 3_000)
    const late = (again.deadlines.find(({ key }) => key === 'queue')?.at ?? 0) + 1
    expect(old).toBeDefined()
    expect(decided(again, MACHINE, 'deadline-pass', old, late)).toMatchObject({ code: 'deadline/not-due' })
  })
})

describe('a turn', () => {
  it('whose record and floor disagree does not speak', () => {
    const asked = after(null, visitor, 'message-send', { parts: [{ type: 'text', text: 'Hello' }] }, 1_000)
    const running = after(asked, ASSISTANT, 'turn-start', { turn: 'turn-number-1', attempt: 1, message: 'answer-number-1' }, 1_001)
    const moved: Header = { ...running, floor: { ...running.floor, number: running.floor.number + 2 } }
    const data = { turn: 'turn-number-1', attempt: 1, floor: running.floor.number, parts: [{ type: 'text', text: 'Hi' }] }
    expect(isRefusal(decided(running, ASSISTANT, 'turn-commit', data, 1_002))).toBe(false)
    expect(decided(moved, ASSISTANT, 'turn-commit', data, 1_002)).toMatchObject({ code: 'turn/superseded' })
  })
})

describe('a transfer', () => {
  it('tells the next person why, and what the last one noted, and tells the visitor neither', () => {
    const held = after(after(null, visitor, 'handoff-request', {}, 1_000), agent, 'floor-claim', {}, 2_000)
    const decision = decided(held, agent, 'floor-transfer', { note: 'Needs the cards team' }, 3_000)
    if (isRefusal(decision)) throw new Error(decision.code)
    expect(decision.filter(({ audience }) => audience === 'staff').map(({ type, data }) => [type, data])).toEqual([
      ['context-added', { reason: 'transfer' }],
      ['note-added', { note: 'command-floor-transfer', text: 'Needs the cards team', person: expect.objectContaining({ id: agent.id }) }],
    ])
  })
})
