import { ASSISTANT_PERSON, emptyPublicHeader, evolvePublicHeader, project, publicRow } from '../conversation/index.ts'
import type { MessageRow, PublicRow } from '../conversation/index.ts'
import type { NoticeKey, Part, Person, PublicHeader, StoredEvent } from '../protocol/index.ts'

/** What the machine says, in the plain words of a file; a row that says nothing there has no line. */
const notices: Readonly<Record<NoticeKey, (params: Readonly<Record<string, string | number>>) => string>> = {
  'ai-disclosure': () => 'An AI assistant answers here; a person can be asked for at any time.',
  'handoff-started': () => 'A person is asked for.',
  'safety-started': () => 'A person is asked for, and emergency help was named.',
  'handoff-cancelled': () => 'The request for a person was taken back.',
  'handoff-expired': () => 'Nobody was free.',
  'handoff-ticketed': () => 'Nobody was free; what was written is kept for a person.',
  'out-of-hours': ({ at }) => `The team is not there${typeof at === 'number' ? ` until ${stamp(at)}` : ''}.`,
  'agent-joined': ({ agent }) => `${agent} joined.`,
  'agent-lost': () => 'The connection of the agent was lost.',
  'participant-joined': ({ agent }) => `${agent} joined to help.`,
  'participant-left': ({ agent }) => `${agent} left.`,
  'floor-transferred': ({ agent }) => `${agent} passed the conversation on.`,
  'floor-returned': ({ agent }) => `${agent} handed back to the AI assistant.`,
  'survey-thanks': () => 'Thanks for the rating.',
  'follow-up': () => 'Should somebody come back to you?',
  'follow-up-scheduled': ({ at }) => `Somebody comes back at ${typeof at === 'number' ? stamp(at) : 'a time agreed on'}.`,
  'follow-up-declined': () => 'Nobody needs to come back.',
  'anything-else': () => 'Is there anything else?',
  'answer-failed': () => 'The answer failed.',
  'ticket-created': () => 'The message was kept for a person.',
  'message-removed': () => 'A message was removed.',
  'conversation-closed': () => 'The conversation ended.',
  'conversation-reopened': () => 'The conversation was opened again.',
}

/** What shows nothing new in a thread, and without which a file would hold a question and no answer. */
const unanswered: ReadonlySet<string> = new Set(['survey-declined', 'survey-expired'])

const stamp = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`

const wordsOf = (parts: readonly Part[]): string =>
  parts
    .flatMap((part): string[] => {
      if (part.type === 'text') return [part.text]
      if (part.type === 'citation') return [`(source: ${part.title}${part.url === undefined ? '' : `, ${part.url}`})`]
      if (part.type === 'attachment') return [`(file: ${part.name}${part.alt === undefined ? '' : `, ${part.alt}`})`]
      if (part.type === 'form') return [`(form: ${part.title ?? part.fields.map(({ label }) => label).join(', ')})`]
      return []
    })
    .join('\n')

const roles: Readonly<Record<string, string>> = { visitor: 'visitor', agent: 'team', supervisor: 'team' }

/** Who speaks: nobody can be taken for another by the name alone. */
const nameOf = ({ kind, name }: Person): string => {
  const shown = name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ').trim()
  return roles[kind] ? `${shown || 'Somebody'} (${roles[kind]})` : ASSISTANT_PERSON.name
}

const said = ({ author, parts, stopped, cut, assisted }: MessageRow): string =>
  `${nameOf(author)}: ${wordsOf(parts)}${assisted ? '\n(drafted by AI)' : ''}${stopped ? '\n(stopped here)' : ''}${cut ? '\n(broke off here)' : ''}`

/** The questions of forms that stood in messages, by their names. */
type Labels = Map<string, string>

function lineOf(row: PublicRow, visitor: string, labels: Labels): string | undefined {
  switch (row.type) {
    case 'message':
      for (const part of row.parts) if (part.type === 'form') for (const { name, label } of part.fields) labels.set(`${part.form} ${name}`, label)
      return said(row)
    case 'notice':
      return `— ${Object.hasOwn(notices, row.key) ? notices[row.key](row.params) : row.key}`
    case 'form': {
      for (const { name, label } of row.asked?.fields ?? []) labels.set(`${row.form} ${name}`, label)
      return `${visitor}:${Object.entries(row.values).map(([name, value]) => `\n${labels.get(`${row.form} ${name}`) ?? name}: ${value}`).join('')}`
    }
    case 'ticket':
      return `${visitor}, for later: ${row.text}${row.contact === undefined ? '' : `\n(reach me: ${row.contact})`}`
    case 'rating':
      return `${visitor} rated this ${row.score} of 7${row.comment === undefined ? '' : `: ${row.comment}`}`
    case 'message-rating':
      return row.rating === 'none' ? undefined : `${visitor} found an answer ${row.rating === 'up' ? 'helpful' : 'not helpful'}${row.comment === undefined ? '' : `: ${row.comment}`}`
    case 'survey':
      return `${ASSISTANT_PERSON.name}: How was it, from 1 to 7?`
    case 'permission':
      return `${ASSISTANT_PERSON.name} asks: ${row.title}${row.details === undefined ? '' : `\n${row.details}`}`
    case 'permission-answer':
      return `${visitor}: ${row.granted ? 'Yes' : 'No'}`
  }
}

/** What a visitor may see of a conversation as plain English text, one piece for each thing that happened. Lines that go on are indented, so that nobody can write one that looks like another's. */
export async function* transcriptText(events: AsyncIterable<StoredEvent>): AsyncGenerator<string> {
  let header: PublicHeader = emptyPublicHeader
  const labels: Labels = new Map()
  for await (const event of events) {
    const open = project(event)
    if (!open) continue
    header = evolvePublicHeader(header, open)
    const row = publicRow(open, header.people)
    const visitor = header.people.find(({ kind }) => kind === 'visitor') ?? { id: '', kind: 'visitor', name: 'Visitor' }
    const line = unanswered.has(open.type) ? '— No rating was given.' : row && lineOf(row, nameOf(visitor), labels)
    if (line !== undefined) yield `[${stamp(event.at)}] ${line.replace(/\r\n?|[\n\u2028\u2029\v\f\u0085]/g, '\n    ')}\n`
  }
}
