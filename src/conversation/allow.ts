import type { Actor, ActorKind, Command, CommandType, Phase, PublicHeader, Refusal, RefusalCode } from '../protocol/index.ts'
import { isStaff } from '../protocol/index.ts'

/** Who may issue a command, and in which phases; `check` says what else must hold. */
interface Rule {
  readonly by: readonly ActorKind[]
  readonly phases?: readonly Phase[]
  /** May it be the first command of a conversation? Default false. */
  readonly first?: boolean
  readonly check?: (header: PublicHeader, actor: Actor, data: unknown) => Refusal | undefined
}

export const refuse = (code: RefusalCode, message: string, holder?: string): Refusal => (holder === undefined ? { code, message } : { code, message, holder })

const staff: readonly ActorKind[] = ['agent', 'supervisor']
const open: readonly Phase[] = ['bot', 'queued', 'human', 'handback']

const holderName = (header: PublicHeader): string => header.people.find(({ id }) => id === header.floor.holder?.id)?.name ?? 'Somebody else'
const holds = (header: PublicHeader, actor: Actor): boolean => header.floor.holder?.id === actor.id
const taken = (header: PublicHeader): Refusal => refuse('floor/claimed', `${holderName(header)} has already claimed this conversation.`, holderName(header))

/** In a human phase only the holder; supervisors too where `supervisors` says so. */
const holder =
  (supervisors: boolean) =>
  (header: PublicHeader, actor: Actor): Refusal | undefined =>
    header.phase !== 'human' || holds(header, actor) || (supervisors && actor.kind === 'supervisor') ? undefined : taken(header)

const surveyOpen = (header: PublicHeader, _actor: Actor, data: unknown): Refusal | undefined => {
  const episode = (data as { episode?: unknown } | null)?.episode
  return header.survey?.episode === episode && header.survey?.state !== 'answered'
    ? undefined
    : refuse('survey/not-open', 'There is nothing to rate, or it was rated already.')
}

/** One rule per command; {@link allow} reads them. */
const rules: Readonly<Record<CommandType, Rule>> = {
  'message-send': {
    by: ['visitor', ...staff],
    first: true,
    check: (header, actor) => {
      if (!isStaff(actor)) return undefined
      if (header.phase === 'closed') return refuse('conversation/closed', 'This conversation is closed.')
      return holder(true)(header, actor)
    },
  },
  'read-mark': { by: ['visitor', ...staff] },
  'handoff-request': {
    by: ['visitor', 'assistant'],
    first: true,
    // a late wish of the assistant does not open what has ended
    check: (header, actor) => (header.phase === 'closed' && actor.kind === 'assistant' ? wrongPhase('closed') : undefined),
  },
  'handoff-cancel': { by: ['visitor'], check: (header) => (header.phase === 'queued' ? undefined : refuse('handoff/not-open', 'Nobody is being waited for.')) },
  'survey-answer': { by: ['visitor'], phases: ['bot', 'handback', 'queued', 'closed'], check: surveyOpen },
  'ticket-create': { by: ['visitor'], first: true },
  'conversation-end': { by: ['visitor'], phases: open },
  'floor-claim': {
    by: staff,
    // a message that was left for later is taken up by claiming, also when the conversation has ended meanwhile
    check: (header, actor) => (header.phase === 'closed' && !header.ticket ? wrongPhase('closed') : holder(false)(header, actor)),
  },
  'floor-return': { by: staff, check: (header, actor) => humanOnly(header) ?? holder(true)(header, actor) },
  'floor-transfer': { by: staff, check: (header, actor) => humanOnly(header) ?? holder(true)(header, actor) },
  'note-add': { by: staff },
  'conversation-resolve': {
    by: staff,
    phases: open,
    check: (header, actor) =>
      header.phase === 'queued' ? refuse('floor/not-holder', 'Claim this conversation first.') : holder(true)(header, actor),
  },
  'turn-start': { by: ['assistant'], phases: ['bot', 'handback'] },
  'turn-commit': { by: ['assistant'] },
  'turn-abort': { by: ['assistant'] },
  'turn-skip': { by: ['assistant'], phases: ['bot', 'handback'] },
  'turn-fail': { by: ['assistant'] },
  'deadline-pass': { by: ['machine'] },
  'agent-drop': { by: ['machine'] },
  'agent-return': { by: ['machine'] },
  'conversation-finish': { by: ['assistant'], phases: ['handback'] },
}

function humanOnly(header: PublicHeader): Refusal | undefined {
  return header.phase === 'human' ? undefined : refuse('floor/not-human', `No person holds this conversation (it is ${header.phase}).`)
}

const wrongPhase = (phase: Phase): Refusal =>
  phase === 'closed' ? refuse('conversation/closed', 'This conversation is closed.') : refuse('command/forbidden', `Not possible while the conversation is ${phase}.`)

/**
 * What the machine would refuse from the public header alone, so that page, desk and hub agree; `null` for a
 * conversation that has not begun. What `allow` refuses, `decide` refuses.
 *
 * @returns a refusal, or nothing.
 * @example allow(header, { id, type: 'floor-claim', data: {} }, agent)?.code // 'floor/claimed'
 */
export function allow(header: PublicHeader | null, command: Command, actor: Actor): Refusal | undefined {
  const rule: Rule | undefined = Object.hasOwn(rules, command.type) ? rules[command.type as CommandType] : undefined
  if (!rule) return refuse('command/unknown', 'This command is not known here.')
  if (!rule.by.includes(actor.kind)) return refuse('command/forbidden', 'This command is not for you.')
  if (!header) return rule.first && actor.kind === 'visitor' ? undefined : refuse('conversation/not-found', 'There is no such conversation.')
  if (rule.phases && !rule.phases.includes(header.phase)) return wrongPhase(header.phase)
  return rule.check?.(header, actor, command.data)
}
