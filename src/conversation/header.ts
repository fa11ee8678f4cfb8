import type { ClosingTask, Deadline, DeadlineKey, Header, IndexEntry, Id, PublicHeader, StoredEvent } from '../protocol/index.ts'
import { textOf } from '../protocol/index.ts'
import { emptyPublicHeader, evolvePublicHeader, legal } from './public-header.ts'
import type { KnownEvent } from './shapes.ts'
import { narrow } from './shapes.ts'
import { staffShapes } from './staff-shapes.ts'

/** Version of this fold; a header that another one wrote is folded again from the log. */
export const MACHINE_VERSION = 1

/** A visitor message that no turn has taken up within this time is taken up by any hub. Milliseconds. */
const OWED_GRACE = 5_000
/** A conversation with the assistant in which nobody says anything ends after this time. Milliseconds. */
const IDLE_AFTER = 24 * 3_600_000

const PREVIEW = 120

export const emptyHeader = (visitor: Id): Header => ({
  ...emptyPublicHeader,
  machine: MACHINE_VERSION,
  seq: 0,
  at: 0,
  visitor,
  attempts: 0,
  deadlines: [],
  preview: '',
  since: 0,
})

const clear = (header: Header, ...keys: DeadlineKey[]): Header => ({ ...header, deadlines: header.deadlines.filter(({ key }) => !keys.includes(key)) })

const set = (header: Header, key: DeadlineKey, at: number): Header => {
  const deadlines: Deadline[] = [...header.deadlines.filter((deadline) => deadline.key !== key), { key, at }]
  return { ...header, deadlines: deadlines.toSorted((a, b) => a.at - b.at) }
}

const drop = (header: Header, ...keys: ('tasks' | 'turn' | 'owed' | 'owedTo')[]): Header => {
  const copy: { -readonly [P in keyof Header]: Header[P] } = { ...header }
  for (const key of keys) delete copy[key]
  return copy
}

/** Waits for a turn, when something is owed and the assistant could answer. */
const awaitTurn = (header: Header, at: number): Header =>
  header.owed !== undefined && (header.phase === 'bot' || header.phase === 'handback') ? set(header, 'owed', at) : clear(header, 'owed')

const settle = (header: Header): Header => clear({ ...drop(header, 'owed', 'owedTo'), attempts: 0 }, 'owed')

/** A closing task was begun: those after it are left. */
const done = (header: Header, task: ClosingTask): Header =>
  header.tasks ? { ...header, tasks: header.tasks.slice(header.tasks.indexOf(task) + 1) } : header

/** Whatever the assistant was busy with or waiting for ends. */
const endAssistant = (header: Header): Header => clear(drop(header, 'turn', 'tasks'), 'turn', 'owed', 'survey', 'anything-else')

const endTurn = (header: Header, event: KnownEvent<'turn-done' | 'turn-aborted' | 'turn-failed'>): Header | undefined =>
  header.turn?.id === event.data.turn && header.turn.attempt === event.data.attempt ? clear(drop(header, 'turn'), 'turn') : undefined

type Handlers = { readonly [T in keyof typeof staffShapes]?: (header: Header, event: KnownEvent<T>) => Header }

const handlers: Handlers = {
  'message-sent': (header, event) => {
    if (event.by.kind === 'assistant') return header
    if (event.by.kind !== 'visitor') return settle(header)
    const preview = textOf(event.data.parts).slice(0, PREVIEW)
    const owing = { ...header, preview, owed: header.owed ?? event.seq, owedTo: event.seq }
    if (header.turn) return { ...owing, turn: { ...header.turn, late: header.turn.late ?? event.seq } }
    return awaitTurn(owing, event.at + OWED_GRACE)
  },
  'handoff-requested': (header, event) => set(settle(endAssistant(header)), 'queue', event.data.until),
  'handoff-cancelled': (header, event) => awaitTurn(clear(header, 'queue'), event.at + OWED_GRACE),
  'handoff-expired': (header, event) => awaitTurn(clear(header, 'queue'), event.at + OWED_GRACE),
  'floor-claimed': (header) => clear(endAssistant(header), 'queue'),
  'floor-returned': (header, event) => awaitTurn({ ...clear(header, 'agent-back'), tasks: event.data.tasks }, event.at + OWED_GRACE),
  'floor-transferred': (header, event) => set(clear(header, 'agent-back'), 'queue', event.data.until),
  'agent-dropped': (header, event) => (header.phase === 'human' ? set(header, 'agent-back', event.data.until) : header),
  'agent-returned': (header) => clear(header, 'agent-back'),
  'survey-asked': (header, event) => set(done(header, 'survey'), 'survey', event.data.until),
  'survey-answered': (header) => clear(header, 'survey'),
  'survey-expired': (header) => clear(header, 'survey'),
  'anything-else-asked': (header, event) => set(done(header, 'anything-else'), 'anything-else', event.data.until),
  'tasks-ended': (header) => clear(drop(header, 'tasks'), 'survey', 'anything-else'),
  'turn-started': (header, event) => {
    const { turn: id, attempt, message, until } = event.data
    const turn = { id, attempt, message, floor: header.floor.number, start: event.seq }
    return set(clear({ ...header, turn, attempts: attempt }, 'owed'), 'turn', until)
  },
  'turn-done': (header, event) => {
    const ended = endTurn(header, event)
    if (!ended) return header
    const late = header.turn?.late
    return late === undefined ? settle(ended) : awaitTurn({ ...ended, attempts: 0, owed: late }, event.at)
  },
  'turn-aborted': (header, event) => {
    const ended = endTurn(header, event)
    return ended ? awaitTurn({ ...ended, attempts: 0 }, event.at) : header
  },
  'turn-failed': (header, event) => {
    const ended = endTurn(header, event)
    if (!ended) return header
    return event.data.retryAt === undefined ? settle(ended) : awaitTurn(ended, event.data.retryAt)
  },
  'turn-skipped': (header, event) => (header.owedTo !== undefined && header.owedTo <= event.data.upTo ? settle(header) : header),
  'conversation-closed': (header) => ({ ...settle(endAssistant(header)), deadlines: [] }),
}

/** The idle timer runs while the assistant holds the floor, from the newest thing that everyone saw. */
const idle = (header: Header, event: StoredEvent): Header => {
  if (header.phase !== 'bot' && header.phase !== 'handback') return clear(header, 'idle')
  return event.audience === 'everyone' ? set(header, 'idle', event.at + IDLE_AFTER) : header
}

/**
 * One event into the machine's own record. Total: an unknown, malformed, illegal or repeated event changes nothing but
 * `seq`, `shown` and `at`, and never throws.
 */
export function evolveHeader(header: Header, event: StoredEvent): Header {
  if (!(event.seq > header.seq)) return header
  // the public fold knows only the public fields, and leaves the others in place
  const seen = evolvePublicHeader(header, event) as PublicHeader & Header
  const next: Header = { ...seen, seq: event.seq, at: Math.max(header.at, event.at) }
  const known = narrow(event, staffShapes)
  if (!known || !legal(header, known)) return next
  const since = next.phase === header.phase && header.seq > 0 ? next : { ...next, since: event.at }
  const handler = handlers[known.type] as ((header: Header, event: StoredEvent) => Header) | undefined
  return idle(handler ? handler(since, known) : since, event)
}

/** What a conversation shows in lists. */
export function entryOf(conversation: Id, header: Header): IndexEntry {
  const { holder } = header.floor
  const person = holder && (holder.kind === 'agent' || holder.kind === 'supervisor') ? header.people.find(({ id }) => id === holder.id) : undefined
  const due = header.deadlines[0]?.at
  return {
    conversation,
    at: { log: header.log, seq: header.seq },
    phase: header.phase,
    ...(person ? { holder: person.id, holderName: person.name } : {}),
    visitor: header.visitor,
    visitorName: header.people.find(({ kind }) => kind === 'visitor')?.name ?? '',
    priority: 0,
    since: header.since,
    updated: header.at,
    ...(header.handoff ? { reason: header.handoff.reason } : {}),
    ...(due === undefined ? {} : { due }),
    preview: header.preview,
    ...(header.ticket ? { ticket: true } : {}),
    ...(header.away ? { away: true } : {}),
  }
}
