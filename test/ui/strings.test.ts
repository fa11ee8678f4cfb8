import { expect, test } from 'vitest'
import type { NoticeKey } from '../../src/protocol/index.ts'
import { fileSize } from '../../src/ui/file-size.ts'
import { refusalText } from '../../src/ui/refusal-text.ts'
import { english } from '../../src/ui/english.ts'
import { noticeText } from '../../src/ui/notice-text.ts'
import { replyLabel } from '../../src/ui/reply-label.ts'
import { nameOf } from '../../src/ui/name-of.ts'
import { directionOf, localeFor, mergeStrings } from '../../src/ui/strings.ts'

test('numbers have the right words', () => {
  expect(english.unread(1)).toBe('1 unread message')
  expect(english.unread(2)).toBe('2 unread messages')
  expect(english.newMessages(1)).toBe('1 new message')
  expect(english.newMessages(12)).toBe('12 new messages')
  expect(english.statusPlace(1)).toBe('You’re number 1 in line')
  expect(english.statusWait(3)).toBe('About 3\u00a0min')
  expect(english.statusWait(60)).toBe('About 1\u00a0h')
  expect(english.statusWait(75)).toBe('About 1\u00a0h 15\u00a0min')
})

test('notices name who did it', () => {
  expect(noticeText(english, 'agent-joined', { agent: 'Sarah' })).toBe('Sarah joined')
  expect(noticeText(english, 'floor-returned', { agent: 'Sarah' })).toBe('Sarah handed you back to the AI Assistant')
  expect(noticeText(english, 'agent-joined', {})).toBe('Somebody joined')
})

test('every notice of this version has words, and a key of a later one has none', () => {
  // the compiler misses a key of the protocol that is not here
  const keys: Readonly<Record<NoticeKey, true>> = {
    'ai-disclosure': true, 'handoff-started': true, 'safety-started': true, 'handoff-cancelled': true, 'handoff-expired': true, 'handoff-ticketed': true, 'out-of-hours': true, 'agent-joined': true,
    'agent-lost': true, 'participant-joined': true, 'participant-left': true, 'floor-transferred': true, 'floor-returned': true, 'survey-thanks': true,
    'follow-up': true, 'follow-up-scheduled': true, 'follow-up-declined': true, 'anything-else': true, 'answer-failed': true, 'ticket-created': true,
    'message-removed': true, 'conversation-closed': true, 'conversation-reopened': true,
  }
  for (const key of Object.keys(keys)) expect(noticeText(english, key, {}), key).toMatch(/\w{3}/)
  for (const key of ['to-be-invented', 'send', 'constructor', 'toString', '__proto__']) expect(noticeText(english, key, {})).toBeUndefined()
})

test('a moment in a notice is told in words, in the reader’s language and time zone', () => {
  const at = new Date(2026, 10, 23, 9).getTime()
  expect(noticeText(english, 'follow-up-scheduled', { at }, 'en-GB')).toMatch(/on Monday,? 23 November at 0?9:00$/)
  expect(noticeText(english, 'follow-up-scheduled', { at }, 'de')).toContain('Montag, 23. November')
  expect(noticeText(english, 'follow-up-scheduled', { at: 9e15 })).toContain('9000000000000000')
})

test('a refusal is told by its code, and one without words is not told at all', () => {
  expect(refusalText(english, 'survey/not-open')).toBe('This has already been answered.')
  expect(refusalText(english, 'permission/not-open')).toBe('Your answer is no longer needed.')
  for (const code of ['command/invalid', 'data.parts.0.text: too long', 'constructor', '', undefined]) expect(refusalText(english, code)).toBeUndefined()
})

test.each([
  [0, '0\u00a0bytes'], [1, '1\u00a0byte'], [10, '10\u00a0bytes'], [999, '999\u00a0bytes'], [1_000, '1\u00a0kB'], [1_250, '1.3\u00a0kB'], [248_000, '248\u00a0kB'], [999_400, '999\u00a0kB'], [999_900, '1\u00a0MB'],
  [3_450_000, '3.5\u00a0MB'], [2e9, '2\u00a0GB'], [5e12, '5,000\u00a0GB'],
])('a file of %d bytes has %s', (bytes, words) => {
  expect(fileSize(bytes, 'en')).toBe(words)
})

test('some texts can be replaced, the rest stays English', () => {
  const strings = mergeStrings({ title: 'Northbank', 'agent-joined': ({ agent }) => `Say hello to ${agent}` })
  expect(noticeText(strings, 'agent-joined', { agent: 'Tom' })).toBe('Say hello to Tom')
  expect(strings.send).toBe('Send')
})

test('whoever is not the assistant keeps the own name, and nobody is nameless', () => {
  expect(nameOf(english, { kind: 'assistant', name: 'Anna, a human' })).toBe('AI Assistant')
  expect(nameOf(english, { kind: 'agent', name: 'Sarah' })).toBe('Sarah')
  expect(nameOf(english, { kind: 'supervisor', name: ' ' })).toBe('Agent')
  expect(nameOf(english, { kind: 'visitor', name: '' })).toBe('Visitor')
})

test('quick replies show their own words before the dictionary’s', () => {
  expect(replyLabel(english, { action: 'conversation-end' })).toBe('No, that’s all')
  expect(replyLabel(english, { action: 'conversation-end', label: 'Bye' })).toBe('Bye')
  expect(replyLabel(english, { action: 'send' })).toBe('')
})

test.each([
  ['ar', 'rtl'], ['ar-EG', 'rtl'], ['he', 'rtl'], ['fa-IR', 'rtl'], ['ur', 'rtl'], ['ckb', 'rtl'], ['dv', 'rtl'], ['az-Arab', 'rtl'],
  ['ar-Latn', 'ltr'], ['arn', 'ltr'], ['ku', 'ltr'], ['en', 'ltr'], ['zh-Hans', 'ltr'], ['', 'ltr'], ['not a tag', 'ltr'],
] as const)('texts in “%s” run %s', (language, direction) => {
  expect(directionOf({ language })).toBe(direction)
})

test('times are written as where the reader is, if they read the language of the texts there', () => {
  expect(localeFor(english, 'en-GB')).toBe('en-GB')
  expect(localeFor(english, 'de-CH')).toBe('en')
  expect(localeFor(english, undefined)).toBe('en')
  expect(localeFor({ language: 'zh-Hans' }, 'zh-CN')).toBe('zh-CN')
  expect(localeFor({ language: 'zh-Hans' }, 'zh-TW')).toBe('zh-Hans')
})

test('the language of a page may be anything: times are written all the same', () => {
  for (const lang of ['en_US', 'en-', 'x', '', '-', 'english please']) expect(localeFor(english, lang), lang).toBe('en')
  expect(localeFor({ language: 'de_DE' }, 'de_DE')).toBe('en')
})
