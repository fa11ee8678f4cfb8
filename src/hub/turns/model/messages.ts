import type { ReplyMessage } from '../../../contracts/index.ts'
import type { KnownEvent } from '../../../conversation/shapes.ts'
import { safetyOf } from '../../../escalation/index.ts'
import type { EventType, Part, Person, StoredEvent } from '../../../protocol/index.ts'
import { textOf } from '../../../protocol/index.ts'
import { known } from '../known-event.ts'
import { tokensIn } from './token-count.ts'

/** What a model is told of a conversation; `seq` is the message's place in the log, where it has one. */
export interface LoggedMessage extends ReplyMessage {
  readonly seq: number
}

export interface MessagesOptions {
  readonly people: readonly Person[]
  /** `seq` of the oldest visitor message that waits for an answer. */
  readonly owed?: number
  /** How much of it a model is given, newest first, in tokens. */
  readonly budget: number
}

/**
 * What happened, for the model: messages, and a marker at each change of who holds the floor, each closing task and each tool, so
 * that it knows after a hand-back what the person did and that it may speak again. What is owed comes last, whatever its length.
 */
export function replyMessages(events: readonly StoredEvent[], { people, owed = Number.POSITIVE_INFINITY, budget }: MessagesOptions): LoggedMessage[] {
  // a question that came while the last answer was written stands before that answer in the log, and still waits
  const waits = ({ seq, type, by }: StoredEvent): boolean => seq >= owed && type === 'message-sent' && by.kind === 'visitor'
  const all = allMessages([...events.filter((event) => !waits(event)), ...events.filter(waits)], people)
  const must = all.findIndex(({ seq, role }) => seq >= owed && role === 'visitor')
  let left = budget
  const first = all.findLastIndex(({ text }) => (left -= tokensIn(text)) < 0)
  return all.slice(Math.min(first + 1, must < 0 ? all.length - 1 : must, all.length - 1))
}

/** Words, and that there were files: of those a model without eyes sees the names only. */
function wordsOf(parts: readonly Part[]): string {
  const files = parts.flatMap((part) => (part.type === 'attachment' ? [`(file: ${part.name}${part.alt === undefined ? '' : `, ${part.alt}`})`] : []))
  return [textOf(parts), ...files].filter((text) => text !== '').join('\n')
}

/** What must never reach a model is only told to be there. */
const spoken = (text: string): string => (safetyOf(text) ? '(withheld: somebody may be in danger; only a person may answer)' : text)

function allMessages(events: readonly StoredEvent[], people: readonly Person[]): LoggedMessage[] {
  const name = (id: string): string => people.find((person) => person.id === id)?.name ?? 'An agent'
  const titles = new Map<string, string>()
  const tools = new Map<string, { readonly tool: string; readonly input: string }>()
  return events.flatMap((stored): LoggedMessage[] => {
    const event = known(stored)
    if (!event) return []
    const { seq } = event
    const marker = (text: string): LoggedMessage => ({ role: 'system', text, seq })
    if (event.type === 'message-sent') {
      const text = wordsOf(event.data.parts)
      if (event.by.kind === 'visitor') return [{ role: 'visitor', text: spoken(text), seq }]
      if (event.by.kind !== 'assistant') return [{ role: 'agent', name: name(event.by.id), text, seq }]
      return [
        { role: 'assistant', text, seq },
        ...(event.data.stopped ? [marker('The visitor stopped this answer here.')] : []),
        ...(event.data.cut ? [marker('This answer broke off here.')] : []),
      ]
    }
    if (event.type === 'permission-asked') titles.set(event.data.permission, event.data.title)
    if (event.type === 'permission-answered') {
      const title = titles.get(event.data.permission) ?? 'what you wanted to do'
      return [marker(`The visitor ${event.data.granted ? 'agreed' : 'did not agree'} to: ${title}.`)]
    }
    if (event.type === 'tool-called') tools.set(event.data.call, event.data)
    if (event.type === 'tool-returned') {
      const called = tools.get(event.data.call)
      if (!called) return []
      return [marker(`You called ${called.tool} with ${called.input}; it ${event.data.failed ? 'failed' : 'gave'}: ${event.data.output}`)]
    }
    const words = markers[event.type] as ((event: StoredEvent, name: string) => string) | undefined
    return words ? [marker(words(event, name(event.by.id)))] : []
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
