import type { Actor, Id, Person, PublicHeader, StoredEvent } from '../protocol/index.ts'
import { ASSISTANT } from '../protocol/index.ts'
import type { Fresh } from './fresh.ts'
import { drop, fresh, put } from './fresh.ts'
import { nextPhase, moves } from './phases.ts'
import type { KnownEvent } from './shapes.ts'
import { narrow, publicShapes } from './shapes.ts'

/** At most this many people are kept; the agents who came first leave first, the visitor stays. */
const PEOPLE = 12
/** Longest values that a header has room for, in UTF-16 units; a hub takes no longer ones. */
const NAME = 80
const AVATAR = 500
const WORD = 40

export const emptyPublicHeader: PublicHeader = {
  log: 1,
  shown: 0,
  phase: 'bot',
  people: [],
  floor: { number: 1, holder: ASSISTANT },
  read: { visitor: 0, staff: 0 },
}

type Handlers = { readonly [T in keyof typeof publicShapes]?: (header: Fresh<PublicHeader>, event: KnownEvent<T>) => Fresh<PublicHeader> }

/** At most this many write beside the holder. */
export const HELPERS = 8

const joined = (people: readonly Person[], { id, kind, name, avatar }: Person): readonly Person[] => {
  const person: Person = { id, kind, name: name.slice(0, NAME), ...(avatar === undefined ? {} : { avatar: avatar.slice(0, AVATAR) }) }
  const others = people.filter((known) => known.id !== id)
  const visitor = others.filter((known) => known.kind === 'visitor')
  const rest = others.filter((known) => known.kind !== 'visitor')
  return [...visitor, ...rest.slice(visitor.length + 1 - PEOPLE), person].slice(-PEOPLE)
}

/** The floor goes to another holder: its number grows, and whatever belonged to the old holder ends. */
const passFloor = (header: Fresh<PublicHeader>, holder: Actor | null): Fresh<PublicHeader> =>
  put(drop(header, 'stream', 'handoff', 'away', 'helpers', 'permission', ...(header.followUp?.state === 'asked' ? (['followUp'] as const) : [])), {
    floor: { number: header.floor.number + 1, holder },
  })

const others = (header: PublicHeader, id: Id): readonly Id[] => (header.helpers ?? []).filter((helper) => helper !== id)

const surveyed = (header: Fresh<PublicHeader>, episode: number, state: 'asked' | 'answered' | 'declined'): Fresh<PublicHeader> =>
  episode === header.survey?.episode ? put(header, { survey: { episode, state } }) : header

const endStream = (header: Fresh<PublicHeader>): Fresh<PublicHeader> => drop(header, 'stream')

const handlers: Handlers = {
  // who goes on writing leaves the question
  'message-sent': (header, { by }) => (by.kind === 'visitor' ? drop(header, 'permission') : header),
  'permission-asked': (header, { data }) => put(header, { permission: data.permission }),
  'permission-answered': (header) => drop(header, 'permission'),
  'conversation-started': (header, { data }) =>
    put(header, { people: joined(header.people, data.visitor), ...(data.locale === undefined ? {} : { language: data.locale.slice(0, WORD) }) }),
  'handoff-requested': (header, { data, at }) => put(passFloor(header, null), { handoff: { since: at, until: data.until, reason: data.reason.slice(0, WORD) } }),
  'handoff-cancelled': (header) => passFloor(header, ASSISTANT),
  'handoff-expired': (header) => passFloor(header, ASSISTANT),
  'floor-claimed': (header, { data, by }) => {
    const floor = passFloor(header.followUp?.state === 'due' ? drop(header, 'ticket', 'followUp') : drop(header, 'ticket'), by)
    return put(floor, { people: joined(floor.people, data.agent), survey: { episode: floor.floor.number, state: 'open' } })
  },
  'floor-returned': (header) => passFloor(header, ASSISTANT),
  'floor-transferred': (header, { data, at }) => put(passFloor(header, null), { handoff: { since: at, until: data.until, reason: data.reason.slice(0, WORD) } }),
  'agent-dropped': (header) => (header.phase === 'human' ? put(header, { away: true }) : header),
  'agent-returned': (header) => drop(header, 'away'),
  'participant-joined': (header, { data }) =>
    put(header, {
      people: joined(header.people, data.person),
      ...(header.phase === 'human' ? { helpers: [...others(header, data.person.id), data.person.id].slice(-HELPERS) } : {}),
    }),
  'participant-left': (header, { by }) => put(header, { helpers: others(header, by.id) }),
  'survey-asked': (header, { data }) => surveyed(header, data.episode, 'asked'),
  'survey-answered': (header, { data }) => surveyed(header, data.episode, 'answered'),
  'survey-declined': (header, { data }) => (header.survey?.state === 'asked' ? surveyed(header, data.episode, 'declined') : header),
  'follow-up-asked': (header) => (header.followUp ? header : put(header, { followUp: { state: 'asked' } })),
  'follow-up-scheduled': (header, { data }) => put(header, { followUp: { state: 'scheduled', at: data.at } }),
  'follow-up-declined': (header) => drop(header, 'followUp'),
  // who is there sees it, and need not be called
  'follow-up-due': (header) => (header.phase === 'human' ? drop(header, 'followUp') : header.followUp ? put(header, { followUp: { ...header.followUp, state: 'due' } }) : header),
  'tasks-ended': (header) => (header.followUp?.state === 'asked' ? drop(header, 'followUp') : header),
  'turn-started': (header, { data }) => put(header, { stream: { message: data.message, attempt: data.attempt } }),
  'turn-done': endStream,
  'turn-aborted': endStream,
  'turn-failed': endStream,
  'read-marked': (header, { data, by }) => {
    const side = by.kind === 'visitor' ? 'visitor' : 'staff'
    return data.seq > header.read[side] ? put(header, { read: { ...header.read, [side]: data.seq } }) : header
  },
  'ticket-created': (header) => (header.phase === 'human' ? header : put(header, { ticket: true })),
  'language-changed': (header, { data }) => put(header, { language: data.language.slice(0, WORD) }),
  'conversation-erased': (header) =>
    put(drop(header.floor.holder ? passFloor(header, null) : header, 'handoff', 'survey', 'ticket', 'followUp', 'language'), { people: [], erased: true }),
  'conversation-closed': (header) => passFloor(header, null),
  'conversation-reopened': (header) => passFloor(header, ASSISTANT),
}

/**
 * Whether an event may stand here: transitions by the table; a turn, and words and questions of the assistant, only while the
 * assistant holds the floor, and a turn that assists a person only while a person does. Nothing follows an erasure.
 */
export function legal(header: PublicHeader, event: StoredEvent): boolean {
  if (header.erased) return false
  const assistant = header.floor.holder?.kind === 'assistant'
  if (event.type === 'turn-started') return event.audience === 'staff' ? header.phase === 'human' : assistant && header.stream === undefined
  if (event.type === 'permission-asked' || (event.type === 'message-sent' && event.by?.kind === 'assistant')) return assistant
  if (event.type === 'permission-answered') return header.permission === (event.data as { permission?: unknown } | null)?.permission
  return !moves(event.type) || nextPhase(header.phase, event.type) !== undefined
}

/**
 * One event into the header that everyone may see. Total: an unknown, malformed, illegal or repeated event changes
 * nothing but `shown`, and never throws.
 */
export function evolvePublicHeader(header: PublicHeader, event: StoredEvent): PublicHeader {
  return isNews(header, event) ? shownTo(header, event, narrow(event, publicShapes)) : header
}

/** Whether an event is for everyone, and not in this header yet. */
export const isNews = (header: PublicHeader, event: StoredEvent): boolean => event?.audience === 'everyone' && event.seq > header.shown

/** The same for an event that everyone may see and that was looked at: `known` where its data can be read. */
export function shownTo(header: PublicHeader, event: StoredEvent, known: KnownEvent | undefined): Fresh<PublicHeader> {
  const shown = put(fresh(header), { shown: event.seq })
  if (!known || !legal(header, known)) return shown
  const handler = handlers[known.type as keyof Handlers] as ((header: Fresh<PublicHeader>, event: StoredEvent) => Fresh<PublicHeader>) | undefined
  const next = handler ? handler(shown, known) : shown
  const phase = nextPhase(header.phase, known.type)
  return phase === undefined ? next : put(next, { phase })
}
