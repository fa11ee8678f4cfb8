import { describe, expect, test } from 'vitest'
import type { ChatState } from '../../src/client/api.ts'
import type { QuickReply } from '../../src/protocol/index.ts'
import { english } from '../../src/ui/english.ts'
import { repliesNow } from '../../src/widget/replies-now.ts'
import { bot, createFakeChat } from './fake-chat.ts'

/** What may be pressed after an answer with these, in a state. */
function now(options: readonly QuickReply[], change: Partial<ChatState> = {}) {
  const fake = createFakeChat()
  fake.says(bot, 'Which one?', { parts: [{ type: 'quick-replies', options }] })
  fake.state(change)
  return repliesNow(fake.$messages.get(), fake.$state.get(), english)
}

const card: QuickReply = { action: 'send', label: 'Card payment' }
const person: QuickReply = { action: 'handoff-request' }
const none = { options: [], human: false }

describe('what the assistant offers', () => {
  test('can be pressed while it is there', () => {
    expect(now([card, person])).toEqual({ options: [card], human: true })
  })

  test('is gone while a person is there, is being fetched, and when all was removed', () => {
    expect(now([card, person], { phase: 'human' })).toEqual(none)
    expect(now([card, person], { waiting: true })).toEqual(none)
    expect(now([card, person], { phase: 'queued', waiting: true })).toEqual(none)
    expect(now([card, person], { erased: true })).toEqual(none)
  })

  test('is no button without words, which would send nothing', () => {
    expect(now([{ action: 'send' }, { action: 'send', label: '' }, card])).toEqual({ options: [card], human: false })
  })
})
