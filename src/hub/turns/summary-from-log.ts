import { courtesy } from '../../escalation/index.ts'
import type { KnownEvent } from '../../conversation/shapes.ts'
import type { Actor, EventMap, EventType, Header, StoredEvent } from '../../protocol/index.ts'
import { isStaff, textOf } from '../../protocol/index.ts'
import { plural, shorten } from '../words.ts'
import { known } from './known-event.ts'
import { handoffReasons, handoffRules } from './summary-text.ts'
import { isGrave, wantsPerson } from './visitor-words.ts'

const QUOTED = 200

/** After these something else is asked. */
const ends: ReadonlySet<string> = new Set<EventType>(['floor-returned', 'conversation-reopened'])
/** After these nobody is waited for: who comes later comes for another reason, and to the same question. */
const waitEnds: ReadonlySet<string> = new Set<EventType>(['handoff-cancelled', 'handoff-expired'])

interface Said {
  readonly at: number
  readonly by: Actor
  readonly text: string
}

/** The newest time that people held the floor, from when one was wanted. */
interface Episode {
  readonly header: Header
  readonly events: readonly { readonly at: number; readonly event: KnownEvent }[]
  /** Where the first of them took the floor; -1 where that is too long ago. */
  readonly claim: number
  readonly returnedBy: Actor | undefined
  /** Messages of the visitor, in the queue and before too; files alone have no words. */
  readonly visitor: readonly Said[]
  /** Messages of people. */
  readonly people: readonly Said[]
}

function episodeOf(header: Header, all: readonly StoredEvent[]): Episode {
  const returned = all.findLastIndex(({ type }) => type === 'floor-returned')
  const past = all.slice(0, returned < 0 ? all.length : returned)
  const since = past.findLastIndex(({ type }) => ends.has(type)) + 1
  const events = past.slice(since).flatMap((stored, at) => {
    const event = known(stored)
    return event ? [{ at, event }] : []
  })
  const said = events.flatMap(({ at, event }) => (event.type === 'message-sent' ? [{ at, by: event.by, text: textOf(event.data.parts).trim() }] : []))
  return {
    header,
    events,
    claim: past.slice(since).findIndex(({ type }) => type === 'floor-claimed'),
    returnedBy: all[returned]?.by,
    visitor: said.filter(({ by }) => by.kind === 'visitor'),
    people: said.filter(({ by }) => isStaff(by)),
  }
}

const dataOf = <T extends EventType>({ events }: Episode, type: T): EventMap[T][] =>
  events.flatMap(({ event }) => (event.type === type ? [event.data as EventMap[T]] : []))

/** Whoever wrote it, it is no line of its own. Models read summaries too. */
const inline = (text: string): string =>
  isGrave(text) ? 'withheld, as somebody may be in danger' : shorten(text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim(), QUOTED)
const quote = (text: string): string => (isGrave(text) ? inline(text) : `“${inline(text)}”`)

/** With a full stop, unless what was quoted or typed ends a sentence already. */
const sentence = (text: string): string => (/[.!?…。！？]”?$/.test(text) ? text : `${text}.`)

const moment = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`

const nameOf = ({ header }: Episode, { id }: Actor): string => inline(header.people.find((person) => person.id === id)?.name ?? 'An agent')

/** What the visitor wrote first, and what was the newest when a person came; a wish for a person and thanks are no question. */
function asked({ visitor, claim }: Episode): string {
  const words = visitor.filter(({ text }) => text !== '')
  const meant = words.filter(({ text }) => !wantsPerson(text) && courtesy(text) === undefined)
  const first = meant[0] ?? words[0]
  const newest = meant.findLast(({ at }) => at < claim)
  if (!first) return 'nothing in words'
  return newest && newest !== first ? `${quote(first.text)}, then ${quote(newest.text)}` : quote(first.text)
}

function why(all: Episode): string {
  const since = all.events.findLast(({ at, event }) => at < all.claim && waitEnds.has(event.type))?.at ?? -1
  const episode = { ...all, events: all.events.filter(({ at }) => at > since) }
  const [requested] = dataOf(episode, 'handoff-requested')
  if (!requested) return `${inline(dataOf(episode, 'floor-claimed')[0]?.agent.name ?? 'a person')} took over`
  const { rule = '' } = dataOf(episode, 'context-added')[0] ?? {}
  if (Object.hasOwn(handoffRules, rule)) return handoffRules[rule] ?? ''
  const { reason } = requested
  const words = handoffReasons[Object.hasOwn(handoffReasons, reason) ? reason : 'rule'] ?? ''
  // a visitor's own wish, and a model's without a reason, have a rule that says no more
  return rule === '' || rule === 'human-request' || rule === reason ? words : `${words} (${inline(rule)})`
}

function answered(episode: Episode): string {
  const { people, visitor, claim } = episode
  const names = new Set([...dataOf(episode, 'floor-claimed').map(({ agent }) => inline(agent.name)), ...people.map(({ by }) => nameOf(episode, by))])
  const heard = visitor.filter(({ at }) => at > claim).length
  return `${[...names].join(' and ') || 'a person'}, ${plural(people.length, 'message')}; the visitor wrote ${heard}`
}

function outcome(episode: Episode): string {
  const { people, returnedBy } = episode
  const last = people.findLast(({ text }) => text !== '')
  const words = last ? `Last words of ${nameOf(episode, last.by)}: ${quote(last.text)}` : 'Nobody of the team wrote anything'
  return returnedBy ? `handed back to the assistant by ${nameOf(episode, returnedBy)}. ${words}` : words
}

function open(episode: Episode): string {
  const { header, events, claim, people, visitor } = episode
  const waiting = visitor.findLast(({ text }) => text !== '' && courtesy(text) === undefined)
  const since = Math.max(claim, people.at(-1)?.at ?? -1)
  const filed = new Map(dataOf(episode, 'ticket-filed').map(({ ticket, reference }) => [ticket, reference]))
  const tickets = events.flatMap(({ at, event }) => {
    // who takes the floor takes up what was left for the team; the site's own system keeps what it was given
    if (event.type !== 'ticket-created' || (at < claim && !event.data.file)) return []
    const reference = filed.get(event.data.ticket)
    const words = event.data.text.trim() === '' ? '' : ` ${quote(event.data.text)}`
    return [`message for later${words}${reference === undefined ? '' : ` (${inline(reference)})`}`]
  })
  const { followUp } = header
  return [
    ...(waiting && waiting.at > since ? [`no answer yet to ${quote(waiting.text)}`] : []),
    ...tickets,
    ...(followUp?.at === undefined ? [] : [`follow-up on ${moment(followUp.at)}`]),
  ].join('; ') || 'nothing'
}

/**
 * What the log itself can tell of the newest time that people held the floor, without anybody's judgement, in five lines: what was asked, why
 * it was handed over, who answered, how it ended, and what is open.
 */
export function summaryFromLog(header: Header, events: readonly StoredEvent[]): string {
  const episode = episodeOf(header, events)
  const tags = header.tags?.length ? ` ${sentence(`Tags: ${inline(header.tags.join(', '))}`)}` : ''
  return [
    sentence(`Asked: ${asked(episode)}`),
    sentence(`Handed over: ${why(episode)}`),
    sentence(`Answered by: ${answered(episode)}`),
    sentence(`Outcome: ${outcome(episode)}`),
    `${sentence(`Open: ${open(episode)}`)}${tags}`,
  ].join('\n')
}
