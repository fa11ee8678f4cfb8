import { allow, rules } from '../../src/conversation/allow.ts'
import { holderOf, transitions } from '../../src/conversation/phases.ts'
import { emptyPublicHeader } from '../../src/conversation/public-header.ts'
import type { Actor, ActorKind, CommandType, Phase, PublicHeader } from '../../src/protocol/index.ts'
import { ASSISTANT } from '../../src/protocol/index.ts'

/** Who may issue a command and when: the table of rules, and the rules themselves asked in every phase. */
export interface Permission {
  readonly by: readonly ActorKind[]
  /** Kinds of which, while a person holds the floor, only the holder may. */
  readonly holders: readonly ActorKind[]
  readonly phases: readonly Phase[]
  /** Whether it may be the first command of a conversation. */
  readonly first: boolean
}

const phases = Object.keys(transitions) as Phase[]
const other: Actor = { kind: 'agent', id: 'somebody-else' }
const at = 1_800_000_000_000

/** Conversations in a phase in which as much as possible is open, in one way and in another. */
function headers(phase: Phase, actor: Actor, holder: Actor): PublicHeader[] {
  const holders = { assistant: ASSISTANT, person: holder, nobody: null }
  const base: PublicHeader = { ...emptyPublicHeader, phase, floor: { number: 2, holder: holders[holderOf[phase]] } }
  const open: PublicHeader = {
    ...base,
    ticket: true,
    helpers: [actor.id],
    survey: { episode: 1, state: 'asked' },
    stream: { message: 'message-1', attempt: 1 },
    handoff: { since: at, until: at, reason: 'visitor-request' },
  }
  return [base, open, { ...open, followUp: { state: 'asked' } }, { ...open, followUp: { state: 'due', at } }]
}

/** What a rule may look at in the data. */
const data = { episode: 1, message: 'message-1', seq: 1, parts: [], at }

function may(type: CommandType, kind: ActorKind, phase: Phase, holding: boolean): boolean {
  const actor: Actor = { kind, id: `${kind}-1` }
  const command = { id: 'command-1', type, data }
  return headers(phase, actor, holding ? actor : other).some((header) => allow(header, command, actor) === undefined)
}

export function permissionOf(type: CommandType): Permission {
  const { by = ['visitor'], first = false } = rules[type]
  return {
    by,
    first,
    holders: by.filter((kind) => (kind === 'agent' || kind === 'supervisor') && may(type, kind, 'human', true) && !may(type, kind, 'human', false)),
    phases: phases.filter((phase) => by.some((kind) => may(type, kind, phase, true))),
  }
}
