import { expect, test } from 'vitest'
import type { MessageRow, NoticeRow, StaffRow } from '../../src/conversation/rows.ts'
import type { NoticeKey, Person, QuickReply } from '../../src/protocol/index.ts'
import { newestOwn, openReplies, threadItems } from '../../src/ui/thread-items.ts'
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

test('the newest own message is the one to confirm', () => {
  const own = message(visitor)
  expect(newestOwn([message(visitor), own, message(bot)], (row) => row.author === visitor)).toBe(own)
})
