import type { NoticeRow, StaffRow } from '../../src/conversation/rows.ts'
import type { ConversationRecord, NoticeKey, Part, Person, StoredEvent } from '../../src/protocol/index.ts'
import { threadEnglish } from '../../src/ui/thread-english.ts'
import { bot } from '../widget/fake-chat.ts'

/** One text in everything that a conversation can hold. */

export const partsOf = (text: string): Part[] => [
  { type: 'citation', id: text.slice(0, 200), title: text.slice(0, 400), url: text },
  { type: 'citation', id: 'second-source', title: 'An article', url: `https://example.com/?q=${text.slice(0, 500)}` },
  { type: 'attachment', blob: 'blob-0001', name: text.slice(0, 200), media: 'image/png', size: 9, alt: text.slice(0, 400) },
  { type: 'attachment', blob: 'blob-0002', name: text.slice(0, 200), media: text.slice(0, 80), size: 9 },
  {
    type: 'form',
    form: 'form-0001',
    title: text.slice(0, 200),
    fields: [
      { name: text.slice(0, 80) || 'field', label: text.slice(0, 200), kind: 'choice', options: [text.slice(0, 200), 'b'] },
      { name: 'mail', label: text.slice(0, 200), kind: 'email', required: true },
    ],
  },
  { type: 'quick-replies', options: [{ action: 'send', label: text.slice(0, 200) }] },
]

export const person = (kind: Person['kind'], text: string): Person => ({ id: `${kind}-0001`, kind, name: text.slice(0, 80), avatar: text.slice(0, 500) })

/** Every text of the machine that has words of somebody in it, or could have. */
const isKey = (key: string): key is NoticeKey => key.includes('-')
const keys = Object.keys(threadEnglish).filter(isKey)

/** All of them, with the text wherever they could say it. `from`: of the first of them. */
export const noticesOf = (text: string, from: number): NoticeRow[] =>
  keys.map((key, index) => ({
    type: 'notice',
    id: `row-${from + index}`,
    seq: from + index,
    at: Date.UTC(2026, 10, 21, 12) + index,
    by: { kind: index % 2 ? 'assistant' : 'machine', id: 'machine-' },
    key,
    params: { agent: text.slice(0, 80), at: text.slice(0, 80) },
  }))

export function rowsOf(text: string): StaffRow[] {
  const at = Date.UTC(2026, 10, 21, 12)
  const base = (seq: number) => ({ seq, at: at + seq * 1_000 })
  const parts: Part[] = [{ type: 'text', text }, ...partsOf(text)]
  const cut = text.slice(0, 2_000)
  return [
    { type: 'message', id: 'message-0001', ...base(1), author: person('visitor', text), parts: [{ type: 'text', text }, ...partsOf(text).slice(2, 4)], delivery: 'sent' },
    { type: 'message', id: 'message-0002', ...base(2), author: bot, parts },
    { type: 'message', id: 'message-0003', ...base(3), author: person('agent', text), parts, assisted: true },
    { type: 'notice', id: 'row-4', ...base(4), by: { kind: 'machine', id: 'machine-' }, key: 'agent-joined', params: { agent: cut } },
    { type: 'ticket', id: 'ticket-0001', ...base(5), text: cut, contact: cut.slice(0, 200) },
    { type: 'rating', id: 'row-6', ...base(6), episode: 2, score: 3, comment: cut },
    {
      type: 'form',
      id: 'row-7',
      ...base(7),
      form: 'form-0002',
      values: { [cut.slice(0, 80) || 'field']: cut },
      asked: { title: cut.slice(0, 200), fields: [{ name: cut.slice(0, 80) || 'field', label: cut.slice(0, 200), kind: 'text' }] },
    },
    { type: 'permission', id: 'row-8', ...base(8), permission: 'permission-0001', title: cut.slice(0, 200), details: cut },
  ]
}

/** The same as the file that a visitor may download, and reads again as an earlier conversation. */
export function recordOf(text: string): ConversationRecord {
  const cut = text.slice(0, 2_000)
  const visitor = person('visitor', text)
  const agent = person('agent', text)
  const until = Date.UTC(2027, 0, 1)
  const said = (message: string) => ({ message, parts: [{ type: 'text', text }, ...partsOf(text)] })
  const [form] = rowsOf(text).flatMap((row) => (row.type === 'form' ? [row] : []))
  const happened: readonly [by: Pick<Person, 'kind' | 'id'>, type: string, data: object][] = [
    [visitor, 'conversation-started', { visitor }],
    [visitor, 'message-sent', said('message-0001')],
    [bot, 'message-sent', said('message-0002')],
    [bot, 'permission-asked', { permission: 'permission-0001', title: cut.slice(0, 200), details: cut }],
    [visitor, 'form-submitted', { form: 'form-0002', values: form?.values, asked: form?.asked }],
    [visitor, 'handoff-requested', { reason: 'visitor-request', until }],
    [agent, 'floor-claimed', { agent }],
    [agent, 'message-sent', said('message-0003')],
    [agent, 'floor-returned', { tasks: ['survey'] }],
    [bot, 'survey-asked', { episode: 2, until }],
    [visitor, 'survey-answered', { episode: 2, score: 3, comment: cut }],
    [visitor, 'ticket-created', { ticket: 'ticket-0001', text: cut, contact: cut.slice(0, 200) }],
  ]
  const events = happened.map(([{ kind, id }, type, data], index): StoredEvent =>
    ({ seq: index + 1, prev: index, at: Date.UTC(2026, 10, 21, 12) + index * 1_000, by: { kind, id }, type, audience: 'everyone', data, cause: `command-${1_000 + index}` }))
  return { format: 'handback/conversation', version: 1, conversation: 'conversation-2', visitor: visitor.id, log: 1, exported: until, audience: 'everyone', events }
}
