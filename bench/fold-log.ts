import type { Actor, EventMap, EventType, Person, StoredEvent } from '../src/protocol/index.ts'
import { ASSISTANT, MACHINE } from '../src/protocol/index.ts'

/** A log as a busy conversation writes it: questions to the assistant, now and then a person, hand-back, rating, read marks, notes. */

const maria: Person = { id: 'visitor-maria', kind: 'visitor', name: 'Maria' }
const sarah: Person = { id: 'agent-sarah', kind: 'agent', name: 'Sarah' }
const visitor: Actor = { kind: 'visitor', id: maria.id }
const agent: Actor = { kind: 'agent', id: sarah.id }

const START = 1_800_000_000_000
const words = 'My transfer of 250 euro has not arrived and it was sent on Friday. What can I do about it?'

/** Exactly `length` events, of which everyone may see all but notes and contexts. */
export function makeLog(length: number): readonly StoredEvent[] {
  const log: StoredEvent[] = []
  let shown = 0
  let floor = 1

  const add = <T extends EventType>(by: Actor, type: T, data: EventMap[T], audience: StoredEvent['audience'] = 'everyone'): void => {
    const seq = log.length + 1
    log.push({ seq, at: START + seq * 700, by, type, audience, data, prev: shown, cause: `command-${seq}` })
    if (audience === 'everyone') shown = seq
  }
  const says = (by: Actor): void => add(by, 'message-sent', { message: `message-${log.length + 1}`, parts: [{ type: 'text', text: words }] })
  const reads = (by: Actor): void => add(by, 'read-marked', { seq: log.length })
  const until = (): number => START + (log.length + 1) * 700 + 60_000

  const question = (): void => {
    says(visitor)
    const turn = { turn: `turn-of-${log.length}`, attempt: 1 }
    add(ASSISTANT, 'turn-started', { ...turn, message: `answer-${log.length}`, until: until() })
    says(ASSISTANT)
    add(ASSISTANT, 'turn-done', turn)
    reads(visitor)
  }
  const episode = (): void => {
    add(visitor, 'handoff-requested', { reason: 'visitor-request', until: until() })
    add(ASSISTANT, 'notice', { key: 'handoff-started', params: {} })
    add(ASSISTANT, 'context-added', { reason: 'visitor-request', summary: words, fields: { amount: '250' }, articles: [{ id: 'a1', title: 'Fees' }] }, 'staff')
    add(agent, 'floor-claimed', { agent: sarah })
    add(MACHINE, 'notice', { key: 'agent-joined', params: { agent: sarah.name } })
    for (let turn = 0; turn < 5; turn += 1) {
      reads(agent)
      says(agent)
      reads(visitor)
      says(visitor)
    }
    add(agent, 'note-added', { note: `note-at-${log.length}`, text: words }, 'staff')
    add(agent, 'floor-returned', { tasks: ['survey'] })
    floor += 2
    add(ASSISTANT, 'survey-asked', { episode: floor, until: until() })
    add(visitor, 'survey-answered', { episode: floor, score: 6 })
    add(ASSISTANT, 'tasks-ended', { reason: 'done' })
    floor += 1
  }

  add(visitor, 'conversation-started', { visitor: maria, locale: 'en' })
  add(MACHINE, 'notice', { key: 'ai-disclosure', params: {} })
  while (log.length < length) {
    for (let count = 0; count < 4; count += 1) question()
    episode()
  }
  return log.slice(0, length)
}
