import { expect, test } from 'vitest'
import { directionOf, english, localeFor, mergeStrings, nameOf, noticeText, replyLabel } from '../../src/ui/strings.ts'

test('numbers have the right words', () => {
  expect(english.unread(1)).toBe('1 unread message')
  expect(english.unread(2)).toBe('2 unread messages')
  expect(english.newMessages(1)).toBe('1 new message')
  expect(english.newMessages(12)).toBe('12 new messages')
  expect(english.statusPlace(1)).toBe("You're number 1 in line")
  expect(english.statusWait(3)).toBe('About 3 min')
  expect(english.statusWait(60)).toBe('About 1 h')
  expect(english.statusWait(75)).toBe('About 1 h 15 min')
})

test('notices name who did it', () => {
  expect(noticeText(english, 'agent-joined', { agent: 'Sarah' })).toBe('Sarah joined')
  expect(noticeText(english, 'floor-returned', { agent: 'Sarah' })).toBe('Sarah handed you back to the AI Assistant')
  expect(noticeText(english, 'agent-joined', {})).toBe('Somebody joined')
})

test('every notice of this version has words, and a key of a later one has none', () => {
  const keys = [
    'ai-disclosure', 'handoff-started', 'handoff-cancelled', 'handoff-expired', 'agent-joined', 'agent-lost', 'floor-transferred', 'floor-returned',
    'survey-thanks', 'anything-else', 'answer-failed', 'ticket-created', 'conversation-closed', 'conversation-reopened',
  ]
  for (const key of keys) expect(noticeText(english, key, {}), key).toMatch(/\w{3}/)
  for (const key of ['to-be-invented', 'send', 'constructor', 'toString', '__proto__']) expect(noticeText(english, key, {})).toBeUndefined()
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
  expect(replyLabel(english, { action: 'conversation-end' })).toBe("No, that's all")
  expect(replyLabel(english, { action: 'conversation-end', label: 'Bye' })).toBe('Bye')
  expect(replyLabel(english, { action: 'send' })).toBe('')
})

test('the language of the texts decides the direction and how times are written', () => {
  expect(directionOf({ language: 'ar-EG' })).toBe('rtl')
  expect(directionOf({ language: 'arn' })).toBe('ltr')
  expect(directionOf(english)).toBe('ltr')
  expect(localeFor(english, 'en-GB')).toBe('en-GB')
  expect(localeFor(english, 'de-CH')).toBe('en')
  expect(localeFor(english, undefined)).toBe('en')
})
