import type { ReplyMessage } from '../../contracts/index.ts'
import type { KnownEvent } from '../../conversation/shapes.ts'
import type { EventType, Person, StoredEvent } from '../../protocol/index.ts'
import { textOf } from '../../protocol/index.ts'
import { known } from './known-event.ts'

/** How much text of a conversation a model is given, newest first, in UTF-16 units: some 10,000 tokens. */
const BUDGET = 40_000

/**
 * What happened, for the model: messages, and a marker at each change of who holds the floor and at each closing task, so
 * that it knows after a hand-back what the person did and that it may speak again. What is owed (from that seq on) comes last.
 */
export function replyMessages(events: readonly StoredEvent[], people: readonly Person[], owed = Number.POSITIVE_INFINITY): ReplyMessage[] {
  // a question that came while the last answer was written stands before that answer in the log, and still waits
  const waits = ({ seq, type, by }: StoredEvent): boolean => seq >= owed && type === 'message-sent' && by.kind === 'visitor'
  const all = allMessages([...events.filter((event) => !waits(event)), ...events.filter(waits)], people)
  let left = BUDGET
  const first = all.findLastIndex(({ text }) => (left -= text.length) < 0)
  // what is to be answered is there whatever its length
  return all.slice(Math.min(first + 1, all.length - 1))
}

const system = (text: string): ReplyMessage => ({ role: 'system', text })

function allMessages(events: readonly StoredEvent[], people: readonly Person[]): ReplyMessage[] {
  const name = (id: string): string => people.find((person) => person.id === id)?.name ?? 'An agent'
  return events.flatMap((stored): ReplyMessage[] => {
    const event = known(stored)
    if (!event) return []
    if (event.type === 'message-sent') {
      const text = textOf(event.data.parts)
      if (event.by.kind === 'visitor') return [{ role: 'visitor', text }]
      if (event.by.kind !== 'assistant') return [{ role: 'agent', name: name(event.by.id), text }]
      return [{ role: 'assistant', text }, ...(event.data.stopped ? [system('The visitor stopped this answer here.')] : [])]
    }
    const marker = markers[event.type] as ((event: StoredEvent, name: string) => string) | undefined
    return marker ? [system(marker(event, name(event.by.id)))] : []
  })
}

const time = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
const about = (text: string | undefined): string => (text === undefined ? '' : ` (${text})`)

/** What a stranger to the conversation must know of an event; `name` is its author's. */
const markers: { readonly [T in EventType]?: (event: KnownEvent<T>, name: string) => string } = {
  'handoff-requested': () => 'A person was asked for; the visitor waited in the queue.',
  'handoff-cancelled': () => 'The visitor no longer waits for a person; you hold the conversation.',
  'handoff-expired': ({ data }) =>
    data.outcome === 'ticket'
      ? 'No person was free again; what the visitor wanted was kept for later.'
      : 'No person was free in time; you hold the conversation and offered to take a message.',
  'floor-claimed': ({ data }) => `${data.agent.name}, a person, took over the conversation.`,
  'floor-transferred': ({ data }, name) =>
    data.reason === 'agent-lost'
      ? 'The connection of the person was lost; the visitor waited for another one.'
      : `${name} passed the conversation on to a colleague.`,
  'floor-returned': (_event, name) => `${name} has finished and handed the conversation back to you.`,
  'participant-joined': ({ data }) => `${data.person.name}, another person of the team, wrote here too.`,
  'participant-left': (_event, name) => `${name} no longer writes here.`,
  'survey-asked': () => 'You asked the visitor to rate the help of the person.',
  'survey-answered': ({ data }) => `The visitor rated it ${data.score} of 7${about(data.comment)}.`,
  'survey-expired': () => 'The visitor gave no rating in time.',
  'follow-up-asked': () => 'You asked whether somebody should come back to the visitor.',
  'follow-up-scheduled': ({ data }) => `It was agreed that somebody comes back to the visitor at ${time(data.at)}${about(data.note)}.`,
  'follow-up-declined': () => 'The visitor needs nobody to come back.',
  'follow-up-due': () => 'The time has come at which somebody was to come back to the visitor.',
  'anything-else-asked': () => 'You asked whether the visitor needs anything else.',
  'form-submitted': ({ data }) => {
    const answers = Object.entries(data.values).map(([field, value]) => `${field}: ${value}`)
    return `The visitor filled in a form: ${answers.join('; ')}.`
  },
  'ticket-created': ({ data }) => `The visitor left a message for the team: “${data.text}”`,
  'summary-written': ({ data }) => `What the person did, as noted for the team: ${data.text}`,
  'language-changed': ({ data }) => `The visitor goes on in this language: ${data.language}.`,
  'conversation-closed': ({ data }, name) =>
    data.reason === 'resolved' ? `${name} marked it as resolved and ended the conversation.` : 'The conversation ended.',
  'conversation-reopened': () => 'The conversation was closed, and the visitor has written again.',
}
