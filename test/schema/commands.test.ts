import { describe, expect, it } from 'vitest'
import { parseCommand } from '../../src/schema/index.ts'

describe('the schemas', () => {
  it('keep only known fields', () => {
    const parsed = parseCommand({ id: 'command-1', type: 'survey-answer', data: { episode: 3, score: 6, by: 'somebody else' } })
    expect(parsed).toEqual({ ok: true, command: { id: 'command-1', type: 'survey-answer', data: { episode: 3, score: 6 } } })
  })

  it.each([
    ['survey-answer', { episode: 3, score: 8 }, 'score'],
    ['survey-answer', { episode: 3, score: 1.5 }, 'score'],
    ['message-send', { parts: [] }, 'parts'],
    ['message-send', { parts: [{ type: 'text', text: 'x'.repeat(16_385) }] }, 'parts.0.text'],
    ['message-send', { parts: [{ type: 'html', text: 'x' }] }, 'parts.0.type'],
    ['ticket-create', {}, 'text'],
    ['turn-meter', { turn: 'turn-0001', attempt: 1 }, 'meter'],
    ['turn-meter', { turn: 'turn-0001', attempt: 1, meter: { provider: 'models', inputTokens: -1, outputTokens: 0 } }, 'meter.inputTokens'],
    ['turn-start', { turn: 'turn-0001', attempt: 1, message: 'answer-01', upTo: '9' }, 'upTo'],
    ['no-such-command', {}, 'type'],
    ['__proto__', {}, 'type'],
    ['toString', {}, 'type'],
  ])('refuse %s with %j by naming what is wrong', (type, data, path) => {
    expect(parseCommand({ id: 'command-1', type, data })).toEqual({ ok: false, path })
  })
})
