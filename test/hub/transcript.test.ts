import { expect, it } from 'vitest'
import { replyMessages } from '../../src/hub/turns/transcript.ts'
import type { StoredEvent } from '../../src/protocol/index.ts'

const sent = (seq: number, kind: 'visitor' | 'assistant' | 'agent', text: string): StoredEvent => ({
  seq,
  at: seq,
  by: { kind, id: `${kind}-01` },
  type: 'message-sent',
  audience: 'everyone',
  data: { message: `message-${seq}`, parts: [{ type: 'text', text }] },
  prev: seq - 1,
  cause: `command-${seq}`,
})

it('gives a question that came while the last answer was written after that answer', () => {
  const events = [sent(1, 'visitor', 'First'), sent(2, 'visitor', 'Second'), sent(3, 'assistant', 'Answer to the first')]
  expect(replyMessages(events, [], 2).map(({ role, text }) => `${role}: ${text}`)).toEqual([
    'visitor: First',
    'assistant: Answer to the first',
    'visitor: Second',
  ])
})

it('gives a model the newest of a long conversation, and always what is to be answered', () => {
  const events = [sent(1, 'visitor', 'a'.repeat(30_000)), sent(2, 'assistant', 'b'.repeat(15_000)), sent(3, 'visitor', 'c'.repeat(16_000))]
  expect(replyMessages(events, [], 3).map(({ text }) => text[0])).toEqual(['b', 'c'])
  expect(replyMessages([sent(1, 'visitor', 'd'.repeat(50_000))], [], 1)).toHaveLength(1)
})
