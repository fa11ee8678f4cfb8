import { expect, it } from 'vitest'
import { abilitiesOf, type Abilities } from '../../src/desk/index.ts'
import { emptyHeader } from '../../src/conversation/index.ts'
import type { Header, Person } from '../../src/protocol/index.ts'

const sarah: Person = { id: 'agent-sarah', kind: 'agent', name: 'Sarah' }
const tom: Person = { id: 'agent-tom', kind: 'agent', name: 'Tom' }
const ada: Person = { id: 'super-ada', kind: 'supervisor', name: 'Ada' }

/** Sarah holds the floor. */
const held: Header = { ...emptyHeader('visitor-1'), phase: 'human', people: [sarah], floor: { number: 2, holder: { kind: 'agent', id: sarah.id } } }
const can = (me: Person, changes: Partial<Header> = {}): string[] => {
  const abilities = abilitiesOf({ ...held, ...changes }, me)
  return (Object.keys(abilities) as (keyof Abilities)[]).filter((key) => abilities[key]).sort()
}

const always = ['note', 'redact', 'scheduleFollowUp', 'shadow', 'tag']
const floor = ['approve', 'ask', 'draft', 'handBack', 'invite', 'resolve', 'transfer', 'write']
const sorted = (...lists: (readonly string[])[]): string[] => lists.flat().sort()
const without = (list: readonly string[], ...keys: string[]): string[] => list.filter((key) => !keys.includes(key))

it.each<[string, Person, Partial<Header>, string[]]>([
  ['the holder', sarah, {}, sorted(without(always, 'shadow'), floor, ['requestSupervisor'])],
  ['a holder who has asked for a supervisor', sarah, { escalated: true }, sorted(without(always, 'shadow'), floor)],
  ['a holder whom the assistant helps already', sarah, { assist: { request: 'r', seq: 1 } }, sorted(without(always, 'shadow'), without(floor, 'approve', 'ask'), ['requestSupervisor'])],
  ['a colleague', tom, {}, always],
  ['a colleague who reads along', tom, { shadows: [tom.id] }, without(always, 'shadow')],
  ['a colleague who was invited', tom, { invited: [tom.id] }, sorted(always, ['join'])],
  ['a colleague who helps', tom, { invited: [tom.id], helpers: [tom.id] }, sorted(without(always, 'shadow'), ['leave', 'write'])],
  ['a supervisor', ada, {}, sorted(always, floor, ['join'])],
  ['a supervisor who helps', ada, { helpers: [ada.id] }, sorted(without(always, 'shadow'), floor, ['leave'])],
  ['anybody, while a visitor waits', tom, { phase: 'queued', floor: { number: 3, holder: null } }, sorted(always, ['claim', 'write'])],
  ['anybody, once it is closed', tom, { phase: 'closed', floor: { number: 3, holder: null } }, without(always, 'scheduleFollowUp')],
  ['anybody, when somebody left a message', tom, { phase: 'closed', ticket: true, floor: { number: 3, holder: null } }, sorted(without(always, 'scheduleFollowUp'), ['claim'])],
  ['nobody, once all is removed', ada, { phase: 'closed', erased: true, floor: { number: 3, holder: null } }, []],
])('%s may do what the machine would accept', (_who, me, changes, expected) => {
  expect(can(me, changes)).toEqual(expected)
})
