import fc from 'fast-check'
import type { DecideContext, Policy } from '../../src/conversation/index.ts'
import { decide as realDecide, defaultPolicy, emptyHeader, evolveHeader, isRefusal, number } from '../../src/conversation/index.ts'
import type { Decision } from '../../src/conversation/index.ts'
import type { Actor, ActorKind, CommandMap, CommandType, Header, Id, KnownCommand, Person, StoredEvent } from '../../src/protocol/index.ts'
import { ASSISTANT, MACHINE } from '../../src/protocol/index.ts'

/** Runs of a property: moderate by default, more with HANDBACK_RUNS=10. */
export const runs = (count: number, seed: number): { numRuns: number; seed: number } => ({
  numRuns: count * Number(process.env['HANDBACK_RUNS'] ?? 1),
  seed,
})

/** In every text that a visitor must never see, and in no other. */
export const CANARY = 'canary-4711'

/** One thing that happens; who, with which data and when is worked out against the state it meets. */
export interface Step {
  /** `again`: an earlier command once more. `due`: a deadline passes. */
  readonly what: CommandType | 'again' | 'due'
  /** Whether somebody does it who may. */
  readonly right: boolean
  readonly who: number
  readonly pick: number
  /** Milliseconds; clocks jump back too. */
  readonly wait: number
}

/** One command as the hub met it. */
export interface Trial {
  readonly command: KnownCommand
  readonly by: Actor
  readonly now: number
  readonly before: Header | null
  readonly decision: Decision
  readonly after: Header | null
  readonly events: readonly StoredEvent[]
  /** A command that had its effect before, and was answered with it. */
  readonly repeated: boolean
}

export interface World {
  readonly header: Header | null
  readonly log: readonly StoredEvent[]
  readonly trials: readonly Trial[]
}

type Decide = typeof realDecide

export interface Stage {
  readonly decide?: Decide
  readonly policy?: Policy
  /** Ids of the visitor, then of agents and supervisors, in turn. */
  readonly ids?: readonly Id[]
  readonly commandId?: (index: number) => Id
}

const who: Readonly<Record<CommandType, readonly ActorKind[]>> = {
  'message-send': ['visitor', 'visitor', 'visitor', 'agent', 'supervisor'],
  'read-mark': ['visitor', 'agent'],
  'handoff-request': ['visitor', 'assistant'],
  'handoff-cancel': ['visitor'],
  'survey-answer': ['visitor'],
  'survey-decline': ['visitor'],
  'ticket-create': ['visitor'],
  'conversation-end': ['visitor'],
  'language-set': ['visitor', 'agent'],
  'attributes-update': ['visitor', 'agent', 'assistant'],
  'follow-up-schedule': ['visitor', 'visitor', 'agent'],
  'follow-up-decline': ['visitor'],
  'conversation-erase': ['visitor', 'supervisor'],
  'turn-stop': ['visitor'],
  'form-submit': ['visitor'],
  'message-rate': ['visitor'],
  'consent-record': ['visitor'],
  'participant-invite': ['agent', 'supervisor'],
  'participant-join': ['agent', 'supervisor'],
  'participant-leave': ['agent', 'supervisor'],
  'supervisor-request': ['agent'],
  'shadow-start': ['agent', 'supervisor'],
  'shadow-end': ['agent', 'supervisor'],
  'assist-request': ['agent', 'supervisor'],
  'draft-drop': ['agent', 'supervisor'],
  'draft-approve': ['agent', 'supervisor'],
  'tool-call': ['assistant'],
  'tool-return': ['assistant'],
  'permission-answer': ['visitor'],
  'tag-add': ['agent', 'assistant'],
  'tag-remove': ['agent', 'assistant'],
  'conversation-route': ['agent', 'assistant', 'machine'],
  'events-redact': ['agent', 'supervisor'],
  'turn-keep': ['assistant'],
  'summary-write': ['assistant'],
  'floor-claim': ['agent', 'agent', 'supervisor'],
  'floor-return': ['agent', 'agent', 'supervisor'],
  'floor-transfer': ['agent', 'supervisor'],
  'note-add': ['agent', 'supervisor'],
  'conversation-resolve': ['agent', 'supervisor'],
  'turn-start': ['assistant'],
  'turn-commit': ['assistant'],
  'turn-abort': ['assistant'],
  'turn-skip': ['assistant'],
  'turn-fail': ['assistant'],
  'turn-meter': ['assistant'],
  'deadline-pass': ['machine'],
  'agent-drop': ['machine'],
  'agent-return': ['machine'],
  'ticket-file': ['machine'],
  'conversation-finish': ['assistant'],
}

export const commandTypes = Object.keys(who) as CommandType[]
export const kinds: readonly ActorKind[] = ['visitor', 'agent', 'supervisor', 'assistant', 'machine']

const weights: Partial<Record<Step['what'], number>> = {
  'message-send': 24, 'turn-start': 24, 'turn-commit': 18, 'floor-claim': 8, 'floor-return': 16, due: 14, again: 8, 'handoff-request': 6,
  'turn-fail': 6, 'turn-abort': 5, 'assist-request': 30, 'draft-approve': 8, 'tool-call': 10, 'tool-return': 8, 'permission-answer': 20, 'turn-stop': 4, 'turn-keep': 4, 'summary-write': 8, 'follow-up-schedule': 4, 'conversation-erase': 0.2, 'participant-invite': 4, 'participant-join': 6, 'participant-leave': 8, 'turn-skip': 6, 'survey-answer': 6, 'survey-decline': 3, 'agent-drop': 8, 'agent-return': 8,
}

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.oneof(
    ...[...commandTypes, 'again' as const, 'due' as const].map((what) => ({ weight: weights[what] ?? 2, arbitrary: fc.constant(what) })).map(({ weight, arbitrary }) => ({ weight: Math.round(weight * 5), arbitrary })),
  ),
  right: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  who: fc.nat(29),
  pick: fc.nat(999),
  wait: fc.constantFrom(0, 1, 700, 6_000, 61_000, -5_000),
})

const hello: Step = { what: 'message-send', right: true, who: 0, pick: 0, wait: 0 }

/** Most scripts begin with the visitor's first words; before them there is little to happen. */
export const steps = (maxLength = 60): fc.Arbitrary<Step[]> =>
  fc
    .tuple(
      fc.oneof({ weight: 9, arbitrary: fc.constant([hello]) }, { weight: 1, arbitrary: fc.constant([]) }),
      fc.array(step, { maxLength, size: 'max' }),
    )
    .map(([first, rest]) => [...first, ...rest])

export const policies: fc.Arbitrary<Policy> = fc.record({
  queueWait: fc.constant(defaultPolicy.queueWait),
  turnTime: fc.constant(defaultPolicy.turnTime),
  turnAttempts: fc.constantFrom(1, 2, 3),
  turnRetry: fc.constant(defaultPolicy.turnRetry),
  onFailure: fc.constantFrom('handoff', 'notice'),
  surveyWait: fc.constant(defaultPolicy.surveyWait),
  anythingElseWait: fc.constant(defaultPolicy.anythingElseWait),
  followUpWait: fc.constant(defaultPolicy.followUpWait),
  summaryTime: fc.constant(defaultPolicy.summaryTime),
  assistWait: fc.constant(defaultPolicy.assistWait),
  handoffLimit: fc.constantFrom(0, 1, 2),
  handoffPause: fc.constant(defaultPolicy.handoffPause),
  agentGrace: fc.constant(defaultPolicy.agentGrace),
  closingTasks: fc.constantFrom(['survey', 'summary', 'follow-up', 'anything-else'], ['survey', 'anything-else'], ['follow-up'], ['anything-else'], []),
  onReopen: fc.constantFrom('bot', 'last-agent', 'queue'),
  humanOnly: fc.constant(false),
})

interface Run {
  readonly turn: Id
  readonly attempt: number
  readonly message: Id
  readonly floor: number
}

const START = 1_800_000_000_000

/** Whether the team is there at a time, and whether the site has a system of its own for messages: each for a while, then otherwise. */
export const surroundings = (now: number): Pick<DecideContext, 'closed' | 'tickets'> => {
  const spell = Math.floor(now / 100_000) % 4
  return { ...(spell === 3 ? { closed: now % 2 ? { at: now + 60_000 } : {} } : {}), tickets: spell % 2 === 1 }
}

const texts = ['Where is my card?', '5', 'no, thanks', '7 ', 'I cannot log in']
const text = (pick: number) => [{ type: 'text' as const, text: texts[pick % texts.length] ?? '' }]

/** The turn that a late word of the assistant belongs to: mostly the newest, sometimes any that ever ran. */
const someRun = (past: readonly Run[], pick: number): Run =>
  (pick % 3 === 0 ? past[pick % Math.max(past.length, 1)] : past.at(-1)) ?? { turn: 'turn-none-0', attempt: 1, message: 'message-none', floor: 1 }

const meter = { provider: CANARY, inputTokens: 700, outputTokens: 30, cost: 0.002 }

/** The ways in which a turn can end: mostly with words, sometimes with an action or a wish, and now and then with nothing at all. */
function ending(pick: number, action: Id): Pick<CommandMap['turn-commit'], 'parts' | 'cut' | 'meter' | 'held' | 'handoff'> {
  const approval = pick % 2 ? 'visitor' : 'agent'
  const details = approval === 'visitor' ? {} : { details: CANARY }
  const held = { action, tool: 'cancel_order', input: JSON.stringify(CANARY), title: 'Cancel the order?', ...details, approval } as const
  return {
    ...(pick % 11 ? { parts: text(pick) } : {}),
    ...(pick % 4 ? { meter } : { cut: true as const }),
    ...(pick % 3 === 0 ? { held } : {}),
    ...(pick % 10 === 0 ? { handoff: { summary: CANARY, ...(pick % 20 ? {} : { rule: 'safety' }) } } : {}),
  }
}

/** The data that a command of each type has in a state. */
const make: {
  readonly [T in CommandType]: (header: Header, pick: number, past: readonly Run[], staff: readonly Id[], index: number) => CommandMap[T]
} = {
  'message-send': (header, pick) => ({ parts: text(pick), ...(pick % 3 && header.drafts?.[0] ? { draft: header.drafts[0] } : {}) }),
  'read-mark': (header, pick) => ({ seq: pick % 2 ? header.seq : pick % (header.seq + 3) }),
  'handoff-request': (header, pick) =>
    pick % 2
      ? {}
      : { reason: 'rule', ...(pick % 7 ? {} : { rule: 'safety' }), ...(pick % 3 ? {} : { upTo: header.owed ?? 0 }), summary: CANARY, fields: { [`field-${pick % 4}`]: CANARY }, articles: [{ id: `a${pick % 3}`, title: CANARY }] },
  'handoff-cancel': () => ({}),
  'survey-answer': (header, pick) => ({ episode: header.survey?.episode ?? pick, score: 1 + (pick % 7) }),
  'survey-decline': (header, pick) => ({ episode: header.survey?.episode ?? pick }),
  'ticket-create': () => ({ text: 'Please write to me.' }),
  'conversation-end': () => ({}),
  'language-set': (_header, pick) => ({ language: ['en', 'de', 'ar'][pick % 3] ?? 'en' }),
  'attributes-update': (_header, pick) => ({ values: { [`attribute-${pick % 7}`]: [CANARY, 7, true, null][pick % 4] ?? null } }),
  'follow-up-schedule': (header, pick) => ({ at: Math.max(header.at, START) + (pick % 9) * 1_000, ...(pick % 2 ? { contact: 'me@example.com' } : {}) }),
  'follow-up-decline': () => ({}),
  'conversation-erase': () => ({}),
  'turn-stop': (header, pick, past) => ({ message: header.turn?.message ?? someRun(past, pick).message }),
  'form-submit': (_header, pick) => ({
    form: 'form-number-1',
    values: { [`field-${pick % 3}`]: 'filled in' },
    ...(pick % 2 ? { asked: { title: 'Before we begin', fields: [{ name: 'field-1', label: 'Your name', kind: 'text' as const }] } } : {}),
  }),
  'message-rate': (_header, pick, past) => ({
    message: someRun(past, pick).message,
    rating: (['up', 'down', 'none'] as const)[pick % 3] ?? 'up',
    ...(pick % 2 ? { comment: 'Short and clear' } : {}),
  }),
  'consent-record': (_header, pick) => ({ scope: pick % 3 ? 'transcript' : 'assistant', version: '1', granted: pick % 2 === 0 }),
  'participant-invite': (_header, pick, _past, staff) => ({ agent: staff[pick % staff.length] ?? 'agent-none' }),
  'participant-join': () => ({}),
  'participant-leave': () => ({}),
  'supervisor-request': (_header, pick) => (pick % 2 ? { note: CANARY } : {}),
  'shadow-start': () => ({}),
  'shadow-end': () => ({}),
  'assist-request': () => ({ text: CANARY }),
  'draft-approve': (header, pick) => ({ draft: header.actions?.[pick % header.actions.length] ?? header.drafts?.[0] ?? 'draft-none' }),
  'tool-call': (header, pick, past, _staff, index) => {
    const { turn, attempt } = someRun(past, pick)
    return { turn, attempt, call: pick % 9 ? `call-number-${index}` : (header.calls?.[0]?.id ?? 'call-none'), tool: ['find_order', '__proto__'][pick % 2] ?? '', input: JSON.stringify(CANARY) }
  },
  'tool-return': (header, pick) => ({
    call: header.calls?.[pick % header.calls.length]?.id ?? 'call-none',
    output: CANARY,
    ...(pick % 2 ? { failed: true as const } : {}),
  }),
  'permission-answer': (header, pick) => ({ permission: pick % 6 ? (header.permission ?? 'action-none') : 'action-none', granted: pick % 2 === 0 }),
  'draft-drop': (header, pick) => ({ draft: header.drafts?.[pick % header.drafts.length] ?? 'draft-none' }),
  'tag-add': (_header, pick) => ({ tag: `${CANARY} ${pick % 30}` }),
  'tag-remove': (header, pick) => ({ tag: header.tags?.[pick % header.tags.length] ?? 'none' }),
  'conversation-route': (_header, pick) => ({ priority: pick % 4, ...(pick % 2 ? { team: CANARY } : {}) }),
  'events-redact': (header, pick) => ({ seqs: pick % 6 ? [1 + (pick % (header.seq + 1))] : [] }),
  'turn-keep': (header, pick, past) => {
    const { turn, attempt } = someRun(past, pick)
    return { turn: pick % 3 ? (header.stopped?.id ?? turn) : turn, attempt: pick % 7 ? (header.stopped?.attempt ?? attempt) : attempt + 1, parts: text(pick) }
  },
  'summary-write': (header, pick) => ({ episode: pick % 5 ? (header.summary ?? 0) : pick, text: CANARY }),
  'floor-claim': () => ({}),
  'floor-return': (_header, pick) => (pick % 2 ? {} : { tasks: ([['survey', 'summary'], ['summary', 'anything-else'], ['follow-up'], []] as const)[pick % 4] ?? [] }),
  'floor-transfer': (_header, pick) => (pick % 2 ? {} : { note: CANARY }),
  'note-add': (_header, pick) => ({ text: `${CANARY} ${pick}` }),
  'conversation-resolve': () => ({}),
  'turn-start': (header, pick, past, _staff, index) => {
    // another attempt is the same turn again
    if (header.phase === 'human' && pick % 9) return { turn: `assist-number-${index}`, attempt: 1, message: `assist-number-${index}-message`, kind: 'assist' }
    const turn = header.attempts > 0 ? (past.at(-1)?.turn ?? 'turn-none-0') : `turn-number-${index}`
    const read = pick % 5 ? { upTo: pick % 3 ? header.seq : (header.owed ?? 0) } : {}
    return { turn, attempt: pick % 8 === 0 ? pick % 3 : header.attempts + 1, message: `${turn}-message`, ...read }
  },
  'turn-commit': (header, pick, past, _staff, index) => {
    const { turn, attempt, floor } = someRun(past, pick)
    const fence = pick % 5 === 0 ? floor + 1 : pick % 2 ? header.floor.number : floor
    return { turn, attempt: pick % 7 === 0 ? attempt + 1 : attempt, floor: fence, ...ending(pick, `action-number-${index}`) }
  },
  'turn-abort': (_header, pick, past) => ({ turn: someRun(past, pick).turn, attempt: someRun(past, pick).attempt }),
  'turn-skip': (header, pick) => ({ upTo: [pick % (header.seq + 2), header.seq, header.owed ?? header.seq][pick % 3] ?? 0 }),
  'turn-fail': (_header, pick, past) => {
    const { turn, attempt } = someRun(past, pick)
    const shown = pick % 5 === 0 ? { parts: text(pick) } : {}
    return { turn, attempt, code: CANARY, retryable: pick % 2 === 0, ...shown, ...(pick % 3 ? { meter } : { retryAfter: (pick % 4) * 5_000 }) }
  },
  'turn-meter': (_header, pick, past) => ({ turn: someRun(past, pick).turn, attempt: someRun(past, pick).attempt, meter }),
  'deadline-pass': ({ deadlines }, pick) => (pick % 4 ? deadlines.find(({ key }) => key !== 'owed') : deadlines.at(-1)) ?? { key: 'queue', at: 0 },
  'agent-drop': (header, pick, _past, staff) => ({ agent: pick % 4 ? (header.floor.holder?.id ?? 'agent-none') : (staff[0] ?? 'agent-none') }),
  'ticket-file': (header, pick) => ({ ticket: (pick % 4 ? header.filing?.[0]?.ticket : undefined) ?? 'ticket-none', ...(pick % 2 ? { reference: CANARY } : {}) }),
  'agent-return': (header) => ({ agent: header.floor.holder?.id ?? 'agent-none' }),
  'conversation-finish': (header, pick) => ({ upTo: pick % 2 ? header.seq : pick % (header.seq + 1) }),
}

const ids = ['visitor-1', 'agent-ann', 'agent-bob', 'super-sue']

/** Plays steps as a hub does: the same command id has one effect; everything else is decided, numbered and appended. */
export function play(script: readonly Step[], stage: Stage = {}): World {
  const { decide = realDecide, policy = defaultPolicy, ids: [visitor = '', ...staff] = ids, commandId = (index) => `command-${index}` } = stage
  const trials: Trial[] = []
  const log: StoredEvent[] = []
  const past: Run[] = []
  const effects = new Map<Id, readonly StoredEvent[]>()
  let header: Header | null = null
  let now = START

  const actor = ({ what, right, who: index, pick }: Step): Actor => {
    const allowed = what === 'again' || what === 'due' || !right ? kinds : who[what]
    const kind = allowed[index % allowed.length] ?? 'visitor'
    if (kind === 'visitor') return { kind, id: visitor }
    if (kind === 'assistant') return ASSISTANT
    if (kind === 'machine') return MACHINE
    // mostly the holder, when somebody holds the floor; the last of the staff is the supervisor
    if (header?.floor.holder?.kind === kind && pick % 3) return header.floor.holder
    return kind === 'supervisor' ? { kind, id: staff.at(-1) ?? '' } : { kind, id: staff[(index + pick) % Math.max(staff.length - 1, 1)] ?? '' }
  }

  const attempt = (command: KnownCommand, by: Actor): void => {
    const before: Header | null = header
    const earlier = effects.get(command.id)
    if (earlier) {
      trials.push({ command, by, now, before, decision: [], after: before, events: [], repeated: true })
      return
    }
    const decision = decide(before, command, { by, person: personOf(by), now, policy, ...surroundings(now) })
    let events: readonly StoredEvent[] = []
    if (!isRefusal(decision) && decision.length > 0) {
      const next = number(before, decision, { cause: command.id, digest: `digest-${command.id}`, now, visitor })
      events = next.events
      header = next.header
      log.push(...events)
      effects.set(command.id, events)
      for (const event of events) if (event.type === 'turn-started') past.push({ ...(event.data as Omit<Run, 'floor'>), floor: header.floor.number })
    }
    trials.push({ command, by, now, before, decision, after: header, events, repeated: false })
  }

  for (const each of script) {
    now += each.wait
    const { what, pick } = each
    if (what === 'again') {
      const old = trials[pick % Math.max(trials.length, 1)]
      if (old) attempt(old.command, old.by)
      continue
    }
    const type = what === 'due' ? 'deadline-pass' : what
    const known: Header = header ?? emptyHeader(visitor)
    const data = make[type](known, pick, past, staff, trials.length)
    if (what === 'due') now = Math.max(now, (data as CommandMap['deadline-pass']).at)
    attempt({ id: commandId(trials.length), type, data } as KnownCommand, what === 'due' ? MACHINE : actor(each))
  }
  return { header, log, trials }
}

export const personOf = (actor: Actor): Person => ({ id: actor.id, kind: actor.kind, name: `Name of ${actor.id}` })

/** The machine's records after each event of a log. */
export function headersOf(log: readonly StoredEvent[], visitor: Id = ids[0] ?? ''): Header[] {
  let header = emptyHeader(visitor)
  return log.map((event) => (header = evolveHeader(header, event)))
}
