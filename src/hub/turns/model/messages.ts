import type { ReplyMessage } from '../../../contracts/index.ts'
import type { KnownEvent } from '../../../conversation/shapes.ts'
import type { EventType, FormField, Person, StoredEvent } from '../../../protocol/index.ts'
import { shorten } from '../../words.ts'
import { known } from '../known-event.ts'
import { spoken, writtenIn } from '../visitor-words.ts'
import { languageTag } from './language-tag.ts'
import type { Draft } from './within-budget.ts'
import { withinBudget } from './within-budget.ts'

/** Most of a tool's input that is told again, and of the details of what was asked, in UTF-16 units. */
const INPUT = 600

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
 * that it knows after a hand-back what the person did and that it may speak again. What is owed comes last; of that and of all that
 * happened since, something is told whatever the budget.
 */
export function replyMessages(events: readonly StoredEvent[], { people, owed = Number.POSITIVE_INFINITY, budget }: MessagesOptions): LoggedMessage[] {
  // a question that came while the last answer was written stands before that answer in the log, and still waits
  const waits = ({ seq, type, by }: StoredEvent): boolean => seq >= owed && type === 'message-sent' && by.kind === 'visitor'
  return withinBudget(drafts([...events.filter((event) => !waits(event)), ...events.filter(waits)], people), owed, budget)
}

/** The messages as a provider is given them, with what is hidden from it out of its sight. */
export const hiddenMessages = (messages: readonly LoggedMessage[], hide: (text: string) => string): ReplyMessage[] =>
  messages.map(({ seq: _, name, text, ...message }) => ({ ...message, ...(name === undefined ? {} : { name: hide(name) }), text: hide(text) }))

function drafts(events: readonly StoredEvent[], people: readonly Person[]): Draft[] {
  const name = (id: string): string => people.find((person) => person.id === id)?.name ?? 'An agent'
  const titles = new Map<string, string>()
  const forms = new Map<string, readonly FormField[]>()
  const tools = new Map<string, { readonly tool: string; readonly input: string }>()
  return events.flatMap((stored): Draft[] => {
    const event = known(stored)
    if (!event) return []
    const { seq } = event
    const marker = (write: () => string): Draft => ({ role: 'system', write, seq })
    if (event.type === 'form-submitted') {
      const { form, values, asked } = event.data
      const questions = asked?.fields ?? forms.get(form) ?? []
      const label = (field: string): string => questions.find(({ name }) => name === field)?.label ?? field
      return [marker(() => spoken(`The visitor filled in a form: ${Object.entries(values).map(([field, value]) => `${label(field)}: ${value}`).join('; ')}.`))]
    }
    if (event.type === 'message-sent') {
      const { by, data } = event
      for (const part of data.parts) if (part.type === 'form') forms.set(part.form, part.fields)
      const write = (): string => writtenIn(data.parts)
      if (by.kind === 'visitor') return [{ role: 'visitor', write: () => spoken(write()), seq }]
      if (by.kind !== 'assistant') return [{ role: 'agent', name: name(by.id), write, seq }]
      return [
        { role: 'assistant', write, seq },
        ...(data.stopped ? [marker(() => 'The visitor stopped this answer here.')] : []),
        ...(data.cut ? [marker(() => 'This answer broke off here.')] : []),
      ]
    }
    if (event.type === 'permission-asked') titles.set(event.data.permission, event.data.title)
    if (event.type === 'permission-answered') {
      const { permission, granted } = event.data
      return [marker(() => spoken(`The visitor ${granted ? 'agreed' : 'did not agree'} to: ${titles.get(permission) ?? 'what you wanted to do'}.`))]
    }
    if (event.type === 'tool-called') tools.set(event.data.call, event.data)
    if (event.type === 'tool-returned') {
      const called = tools.get(event.data.call)
      const { failed, output } = event.data
      if (!called) return []
      // whether it worked comes first: the end is what is left out. These are words of the site, which the model has read already
      const outcome = `You called ${called.tool}, and it ${failed ? 'failed' : 'worked'}.`
      return [marker(() => `${outcome} Input: ${shorten(called.input, INPUT)} Result: ${output}`)]
    }
    const words = markers[event.type] as ((event: StoredEvent, name: string) => string) | undefined
    return words ? [marker(() => spoken(words(event, name(event.by.id))))] : []
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
  'permission-asked': ({ data: { title, details } }) =>
    `You asked the visitor to agree to: ${title}${about(details && shorten(details, INPUT))}. They answer by a button; nothing is done before.`,
  'survey-asked': () => 'You asked the visitor to rate the help of the person.',
  'survey-answered': ({ data }) => `The visitor rated it ${data.score} of 7${about(data.comment)}.`,
  'survey-declined': () => 'The visitor did not want to rate it.',
  'survey-expired': () => 'The visitor gave no rating in time.',
  'follow-up-asked': () => 'You asked whether somebody should come back to the visitor.',
  'follow-up-scheduled': ({ data }) => `It was agreed that somebody comes back to the visitor at ${time(data.at)}${about(data.note)}.`,
  'follow-up-declined': () => 'The visitor needs nobody to come back.',
  'follow-up-due': () => 'The time has come at which somebody was to come back to the visitor.',
  'anything-else-asked': () => 'You asked whether the visitor needs anything else.',
  'ticket-created': ({ data }) => `The visitor left a message for the team: “${data.text}”`,
  'summary-written': ({ data }) => `What the person did, as noted for the team: ${data.text || 'removed since.'}`,
  'language-changed': ({ data }) => `The visitor goes on in this language: ${languageTag(data.language) ?? 'another one'}.`,
  'conversation-closed': ({ data }, name) =>
    data.reason === 'resolved' ? `${name} marked it as resolved and ended the conversation.` : 'The conversation ended.',
  'conversation-reopened': () => 'The conversation was closed, and the visitor has written again.',
}
