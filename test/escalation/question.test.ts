import { describe, expect, it } from 'vitest'
import { asksQuestion } from '../../src/escalation/index.ts'

describe('asksQuestion', () => {
  it.each(['Where is my PIN', 'and how long does it take', 'My card is gone?', '¿Dónde está mi tarjeta?', 'カードはどこですか？', 'أين بطاقتي؟', 'ok, can I keep it'])(
    'sees a question in %j',
    (text) => expect(asksQuestion(text)).toBe(true),
  )
  it.each(['Thank you 1', 'hi', 'Great, that works', 'My card is blue', '', '👍', 'I will whatsoever', 'Whatever'])('sees none in %j', (text) =>
    expect(asksQuestion(text)).toBe(false),
  )
})
