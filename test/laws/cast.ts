import { ASSISTANT, MACHINE } from '../../src/protocol/index.ts'
import type { Actor, ActorKind, Person } from '../../src/protocol/index.ts'

/** Who appears. Some are called like what every object inherits: an id is data, whatever it says. */
export const visitor: Actor = { kind: 'visitor', id: 'visitor-1' }
export const agents = ['agent-ann', '__proto__', 'constructor', 'agent-bob'].map((id): Actor => ({ kind: 'agent', id }))
const supervisor: Actor = { kind: 'supervisor', id: 'hasOwnProperty' }

/** In every text that a visitor must never see, and in no other. */
export const CANARY = 'canary-4711'

export const personOf = (actor: Actor): Person => ({ id: actor.id, kind: actor.kind, name: `Name of ${actor.id}` })

export const actorsOf: Readonly<Record<ActorKind, readonly Actor[]>> = {
  visitor: [visitor],
  agent: agents,
  supervisor: [supervisor],
  assistant: [ASSISTANT],
  machine: [MACHINE],
}

export const kinds = Object.keys(actorsOf) as ActorKind[]
