import { expect, test } from 'vitest'
import type { MessageRow, NoticeRow, StaffRow } from '../../src/conversation/rows.ts'
import type { NoticeKey, Person, QuickReply } from '../../src/protocol/index.ts'
import { transcript } from '../../src/internal/transcript.ts'
import { filledIn, formsOf, newestBy, newestSeq, openReplies, ratingsOf, saidAfter, shownFrom, threadItems } from '../../src/ui/thread-items.ts'
import { dayOf, formatDay } from '../../src/ui/time.ts'

const noon = new Date(2026, 2, 10, 12).getTime()
const visitor: Person = { id: 'visitor-1', kind: 'visitor', name: '' }
const bot: Person = { id: 'assistant', kind: 'assistant', name: 'AI Assistant' }
const sarah: Person = { id: 'agent-1', kind: 'agent', name: 'Sarah' }
let id = 0
const message = (author: Person, at = noon, options?: readonly QuickReply[]): MessageRow =>
  ({ type: 'message', id: `m${id += 1}`, seq: id, at, author, parts: options ? [{ type: 'quick-replies', options }] : [] })
const notice = (key: NoticeKey, kind: 'machine' | 'assistant' = 'machine', at = noon): NoticeRow =>
  ({ type: 'notice', id: `n${id += 1}`, seq: id, at, by: { kind, id: kind === 'machine' ? 'machine-' : 'assistant' }, key, params: {} })
const shape = (rows: readonly StaffRow[]) =>
  threadItems(rows, noon).map(({ first, last, newDay }) => `${first ? '(' : ''}x${last ? ')' : ''}${newDay ? '*' : ''}`).join(' ')

test('consecutive messages of one writer are one group', () => {
  expect(shape([message(visitor), message(bot), message(bot), message(bot), message(sarah)])).toBe('(x) (x x x) (x)')
})

test('what the machine says as the assistant joins the assistant’s group, a line ends it', () => {
  expect(shape([message(bot), notice('handoff-started', 'assistant'), notice('agent-joined'), message(bot)])).toBe('(x x) (x) (x)')
})

test('what the assistant asks permission for joins its group, the answer ends it', () => {
  const asked: StaffRow = { type: 'permission', id: 'p1', seq: 1, at: noon, permission: 'action-01', title: 'Refund' }
  const answer: StaffRow = { type: 'permission-answer', id: 'p2', seq: 2, at: noon, permission: 'action-01', granted: true }
  expect(shape([message(visitor), message(bot), asked, answer, message(bot)])).toBe('(x) (x x) (x) (x)')
})

test('a writer of another kind under the same id is another writer', () => {
  expect(shape([message(bot), message({ ...bot, kind: 'agent' })])).toBe('(x) (x)')
})

test('a pause and a new day begin a new group', () => {
  const evening = new Date(2026, 2, 9, 23, 59).getTime()
  expect(shape([message(bot), message(bot, noon + 6 * 60_000)])).toBe('(x) (x)')
  expect(shape([message(bot, evening), message(bot, evening + 2 * 60_000)])).toBe('(x)* (x)*')
})

test('days are today, yesterday, or their date', () => {
  const day = 24 * 60 * 60_000
  expect(formatDay(noon - day, noon, 'en')).toBe('yesterday')
  expect(formatDay(noon, noon, 'de')).toBe('heute')
  expect(formatDay(noon - 3 * day, noon, 'en-GB')).toBe('Saturday 7 March')
  expect(dayOf(noon)).toBe(new Date(2026, 2, 10).getTime())
})

test('only the newest offer can be taken, through lines but not past a message', () => {
  const offer = [{ action: 'send', label: 'Yes' }] as const
  expect(openReplies([message(bot, noon, offer)])).toEqual(offer)
  expect(openReplies([message(bot, noon, offer), notice('conversation-reopened')])).toEqual(offer)
  expect(openReplies([message(bot, noon, offer), message(visitor)])).toEqual([])
  expect(openReplies([notice('handoff-expired', 'assistant')])).toEqual([{ action: 'ticket-create' }])
  expect(openReplies([notice('anything-else', 'assistant'), notice('conversation-closed')])).toEqual([])
  expect(openReplies([])).toEqual([])
})

const rated = (of: string, rating: 'up' | 'down' | 'none'): StaffRow =>
  ({ type: 'message-rating', id: `r${id += 1}`, seq: id, at: noon, message: of, rating })

test('what is thought of a message is no row, breaks no group and hides no offer', () => {
  const offer = [{ action: 'send', label: 'Yes' }] as const
  expect(shape([message(bot), rated('m1', 'up'), message(bot)])).toBe('(x x)')
  expect(openReplies([message(bot, noon, offer), rated('m1', 'down')])).toEqual(offer)
})

test('the newest word on a message counts, and can be taken back', () => {
  const list = [rated('a', 'up'), rated('b', 'down'), rated('a', 'down'), rated('b', 'none')]
  const ratings = ratingsOf(transcript(list))
  expect([...ratings]).toEqual([['a', list[2]]])
})

test('a part of a thread is grouped as in the whole', () => {
  const rows = [message(bot), rated('x', 'up'), message(bot), message(bot)]
  const [part] = threadItems(rows.slice(2, 3), noon, { before: shownFrom(transcript(rows), 1, -1), after: rows[3] })
  expect([part?.first, part?.last]).toEqual([false, false])
  expect(shownFrom(transcript(rows), 5, 1)).toBeUndefined()
})

test('outside opening hours a message can be left', () => {
  expect(openReplies([notice('out-of-hours', 'assistant')])).toEqual([{ action: 'ticket-create' }])
})

test('that words were removed is a line, whoever wrote them', () => {
  const [before, removed] = threadItems([message(bot), notice('message-removed', 'assistant')], noon)
  expect([before?.last, removed?.first]).toEqual([true, true])
})

test('a form is known to be filled in by its answers, and what has not changed is the same', () => {
  const form = (id: string) => ({ type: 'form', form: id, fields: [{ name: 'a', label: 'A', kind: 'text' }] }) as const
  const asking: MessageRow = { ...message(bot), parts: [form('form-one'), form('form-two')] }
  const answers: StaffRow = { type: 'form', id: 'row-9', seq: 9, at: noon, form: 'form-two', values: { a: 'yes' } }
  const [open, filled] = [[asking], [asking, answers]].map((rows) => formsOf(threadItems(rows, noon)))
  expect(open && filledIn(asking, open)).toBeUndefined()
  expect(filled && filledIn(asking, filled)).toBe('form-two')
  expect(filled?.asked.get('form-two')).toBe(asking.parts[1])
  expect(filled && filledIn(message(bot), filled)).toBeUndefined()
})

test('the newest own message is the one to confirm', () => {
  const own = message(visitor)
  expect(newestBy(threadItems([message(visitor), own, message(bot)], noon), ({ kind }) => kind === 'visitor')).toBe(own)
})

test('what was said after a seq is counted: no lines, no cards, nothing that is still on its way', () => {
  const rows = Array.from({ length: 1_000 }, (_, index): MessageRow => ({ ...message(bot), seq: index * 3 + 1 }))
  const pending: MessageRow = { ...message(visitor), seq: 0 }
  for (const list of [transcript(rows), transcript(rows).and([pending, pending])]) {
    for (const seq of [0, 1, 2, 4, 1_500, 2_997, 2_998, 5_000]) expect(saidAfter(list, seq)).toBe(rows.filter((row) => row.seq > seq).length)
    expect(newestSeq(list)).toBe(2_998)
  }
  for (const list of [transcript<MessageRow>(), transcript([pending])]) expect([saidAfter(list, 0), newestSeq(list)]).toEqual([0, 0])
  const line = { ...notice('agent-joined', 'machine'), seq: 2 }
  const said = { ...notice('handoff-expired', 'assistant'), seq: 3 }
  const survey: StaffRow = { type: 'survey', id: 'survey', seq: 4, at: 0, episode: 1 }
  expect(saidAfter(transcript<StaffRow>([{ ...message(bot), seq: 1 }, line, said, survey]), 1)).toBe(1)
})
