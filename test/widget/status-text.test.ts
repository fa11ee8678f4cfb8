import { expect, test } from 'vitest'
import { english } from '../../src/ui/english.ts'
import { statusText } from '../../src/widget/status-text.ts'
import { sarah } from './fake-chat.ts'

test.each([
  [0, 'About 1\u00a0min'],
  [1, 'About 1\u00a0min'],
  [60_000, 'About 1\u00a0min'],
  [60_001, 'About 2\u00a0min'],
] as const)('a wait of %i ms is %j: never none, and never less than it will be', (wait, words) => {
  expect(statusText(english, { type: 'connecting', wait }).details).toEqual([words])
})

test('that the person who is there has lost the connection is told under their name, and goes when they are back', () => {
  expect(statusText(english, { type: 'agent', agent: sarah, away: true })).toEqual({
    text: 'Chatting with Sarah',
    details: ['Sarah lost the connection and should be back in a moment'],
  })
  expect(statusText(english, { type: 'agent', agent: sarah, away: false })).toEqual({ text: 'Chatting with Sarah', details: [] })
})

test('a person without a name is called a person, and never by the assistant’s name', () => {
  const nameless = { ...sarah, name: '  ' }
  expect(statusText(english, { type: 'typing', agent: nameless }).text).toBe(english.statusTyping(english.agentName))
  expect(english.agentName).not.toBe(english.assistantName)
})
