import type { Actor, ActorKind, Command, Phase, PublicHeader, Refusal, RefusalCode } from '../protocol/index.ts'

/** Why not, by its code alone: {@link Refusal} without words, which a page has in the reader's language. */
export type Reason = Omit<Refusal, 'code' | 'message'> & { readonly code: RefusalCode }

/** In which phases a command may be issued; `check` says what else must hold. */
export interface Rule {
  /** Who may issue it. Default: the visitor alone. */
  readonly by?: readonly ActorKind[]
  readonly phases?: readonly Phase[]
  /** May it be the first command of a conversation? Default false. */
  readonly first?: boolean
  readonly check?: (header: PublicHeader, actor: Actor, data: unknown) => Reason | undefined
}

export type Rules = Readonly<Record<string, Rule>>

/** A refusal that the rules alone do not give. */
export const refuse = (code: RefusalCode, message: string): Refusal => ({ code, message })

export const openPhases: readonly Phase[] = ['bot', 'queued', 'human', 'handback']

/** A reason that says where the conversation stands. */
export const wrongPhase = ({ phase }: PublicHeader): Reason => ({ code: phase === 'closed' ? 'conversation/closed' : 'conversation/wrong-phase', phase })

/** Reads a table of rules: what the machine would refuse from the public header alone. */
export function allowBy(rules: Rules) {
  return (header: PublicHeader | null, { type, data }: Command, actor: Actor): Reason | undefined => {
    const rule = Object.hasOwn(rules, type) ? rules[type] : undefined
    const visits = actor.kind === 'visitor'
    if (!rule) return { code: 'command/unknown' }
    if (rule.by ? !rule.by.includes(actor.kind) : !visits) return { code: 'command/forbidden' }
    if (!header) return rule.first && visits ? undefined : { code: 'conversation/not-found' }
    if (header.erased && type !== 'conversation-erase') return { code: 'conversation/erased', phase: header.phase }
    return rule.phases && !rule.phases.includes(header.phase) ? wrongPhase(header) : rule.check?.(header, actor, data)
  }
}
