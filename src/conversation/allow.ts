import type { Actor, ActorKind, Command, CommandType, PublicHeader, Refusal } from '../protocol/index.ts'
import { isStaff } from '../protocol/index.ts'
import { inWords } from './refusals.ts'
import type { Reason, Rule } from './rules.ts'
import { allowBy, openPhases, wrongPhase } from './rules.ts'
import { visitorRules } from './visitor-rules.ts'

const visitor: readonly ActorKind[] = ['visitor']
const staff: readonly ActorKind[] = ['agent', 'supervisor']
const people: readonly ActorKind[] = [...visitor, ...staff]

const holderName = (header: PublicHeader): string => header.people.find(({ id }) => id === header.floor.holder?.id)?.name ?? 'Somebody else'

const taken = (header: PublicHeader): Reason => ({ code: 'floor/claimed', phase: header.phase, holder: holderName(header) })

/** In a human phase only the holder, and whoever else `others` says. */
const holder =
  (others: (header: PublicHeader, actor: Actor) => boolean) =>
  (header: PublicHeader, actor: Actor): Reason | undefined =>
    header.phase !== 'human' || header.floor.holder?.id === actor.id || others(header, actor) ? undefined : taken(header)

const humanOnly = ({ phase }: PublicHeader): Reason | undefined => (phase === 'human' ? undefined : { code: 'floor/not-human', phase })

const holderOnly = holder(() => false)
const holderOrSupervisor = holder((_header, actor) => actor.kind === 'supervisor')
const holderOrHelper = holder((header, { kind, id }) => kind === 'supervisor' || (header.helpers?.includes(id) ?? false))

/** While a person holds the floor: the holder, and supervisors. */
const onFloor: Rule = { by: staff, check: (header, actor) => humanOnly(header) ?? holderOrSupervisor(header, actor) }

/** One rule per command; {@link allow} reads them, and the reference of the protocol shows them. */
export const rules: Readonly<Record<CommandType, Rule>> = {
  ...visitorRules,
  'message-send': {
    ...visitorRules['message-send'],
    by: people,
    check: (header, actor) => {
      if (!isStaff(actor)) return undefined
      return header.phase === 'closed' ? wrongPhase(header) : holderOrHelper(header, actor)
    },
  },
  'read-mark': { by: people },
  'language-set': { by: people },
  'attributes-update': { by: [...people, 'assistant'] },
  'handoff-request': {
    ...visitorRules['handoff-request'],
    by: [...visitor, 'assistant'],
    // a late wish of the assistant does not open what has ended
    check: (header, actor) => (header.phase === 'closed' && actor.kind === 'assistant' ? wrongPhase(header) : undefined),
  },
  'follow-up-schedule': {
    ...visitorRules['follow-up-schedule'],
    by: people,
    check: (header, actor) => (isStaff(actor) ? undefined : visitorRules['follow-up-schedule'].check(header)),
  },
  'conversation-erase': { by: [...visitor, 'supervisor'] },
  'floor-claim': {
    by: staff,
    // what was left for later is taken up by claiming, also when the conversation has ended meanwhile
    check: (header, actor) =>
      header.phase === 'closed' && !header.ticket && header.followUp?.state !== 'due' ? wrongPhase(header) : holderOnly(header, actor),
  },
  'floor-return': onFloor,
  'floor-transfer': onFloor,
  'participant-invite': onFloor,
  'participant-join': { by: staff, check: humanOnly },
  'participant-leave': {
    by: staff,
    check: (header, actor) => (header.helpers?.includes(actor.id) ? undefined : { code: 'participant/not-joined' }),
  },
  'supervisor-request': { by: staff, check: (header, actor) => humanOnly(header) ?? holderOnly(header, actor) },
  'shadow-start': { by: staff },
  'shadow-end': { by: staff },
  'assist-request': onFloor,
  'draft-drop': onFloor,
  'draft-approve': onFloor,
  'note-add': { by: staff },
  'tag-add': { by: [...staff, 'assistant'] },
  'tag-remove': { by: [...staff, 'assistant'] },
  'conversation-route': { by: [...staff, 'assistant', 'machine'], phases: openPhases },
  'conversation-resolve': {
    by: staff,
    phases: openPhases,
    check: (header, actor) =>
      header.phase === 'queued' ? { code: 'floor/not-holder', phase: 'queued' } : holderOrSupervisor(header, actor),
  },
  'events-redact': { by: staff },
  'turn-start': { by: ['assistant'], phases: ['bot', 'handback', 'human'] },
  'turn-commit': { by: ['assistant'] },
  'turn-keep': { by: ['assistant'] },
  'turn-abort': { by: ['assistant'] },
  'turn-skip': { by: ['assistant'], phases: ['bot', 'handback'] },
  'turn-fail': { by: ['assistant'] },
  'turn-meter': { by: ['assistant'] },
  'tool-call': { by: ['assistant'] },
  'tool-return': { by: ['assistant'] },
  'summary-write': { by: ['assistant'] },
  'conversation-finish': { by: ['assistant'], phases: ['handback'] },
  'deadline-pass': { by: ['machine'] },
  'ticket-file': { by: ['machine'] },
  'agent-drop': { by: ['machine'] },
  'agent-return': { by: ['machine'] },
}

/**
 * What the machine would refuse from the public header alone, so that page, desk and hub agree; `null` for a
 * conversation that has not begun. What `allow` refuses, `decide` refuses.
 *
 * @returns a refusal, or nothing.
 * @example allow(header, { id, type: 'floor-claim', data: {} }, agent)?.code // 'floor/claimed'
 */
export function allow(header: PublicHeader | null, command: Command, actor: Actor): Refusal | undefined {
  const reason = judge(header, command, actor)
  return reason && inWords(reason)
}

const judge = allowBy(rules)
