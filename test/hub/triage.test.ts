import { describe, expect, it } from 'vitest'
import { emptyHeader } from '../../src/conversation/index.ts'
import { owedTexts, triage } from '../../src/hub/turns/triage.ts'
import type { Header, Phase, StoredEvent } from '../../src/protocol/index.ts'

const LONG = 'My order came late and the box was open. '.repeat(380)
const DANGER = 'I want to kill myself tonight'

/** A log of what the visitor said, and `|` where the assistant got the floor back. */
function waiting(phase: Phase, ...lines: readonly string[]): readonly [Header, readonly StoredEvent[]] {
  const events = lines.map((line, index): StoredEvent => {
    const base = { seq: index + 1, at: index, audience: 'everyone', prev: index, cause: `command-${index}` } as const
    if (line === '|') return { ...base, by: { kind: 'agent', id: 'agent-sarah' }, type: 'floor-returned', data: { tasks: [] } }
    const data = { message: `message-${index}`, parts: [{ type: 'text', text: line }] }
    return { ...base, by: { kind: 'visitor', id: 'visitor-1' }, type: 'message-sent', data }
  })
  const owed = events.find(({ type }) => type === 'message-sent')?.seq
  const header: Header = { ...emptyHeader('visitor-1'), phase, seq: events.length, ...(owed === undefined ? {} : { owed }) }
  return [header, events]
}

const decided = (phase: Phase, ...lines: readonly string[]): string => triage(...waiting(phase, ...lines))

describe('what is owed', () => {
  it.each([
    ['answer', 'bot', ['How do I change my PIN?']],
    ['handoff', 'bot', ['can I speak to a real person please']],
    ['handoff', 'bot', ['thanks', 'can I speak to a real person please']],
    // what else was asked is not forgotten over it
    ['handoff-beside', 'bot', ['can I speak to a real person please', 'hello?']],
    ['handoff-beside', 'bot', ['Where is my card?', 'can I speak to a real person please']],
    ['handoff', 'handback', ['Thank you 1', '|', 'can I speak to a real person please']],
    ['answer', 'bot', ['no thanks']],
    // what was said to the person
    ['skip', 'handback', ['Thank you 1', '|']],
    ['skip', 'handback', ['Good to talk to a human, can I get a person next time too', '|', 'thanks']],
    ['answer', 'handback', ['And where is my PIN?', '|']],
    // what is said to the assistant after it
    ['finish', 'handback', ['|', 'no thanks']],
    ['skip', 'handback', ['|', 'thank you']],
    ['answer', 'handback', ['|', 'My card is blue']],
    ['handoff', 'handback', ['|', 'I want to talk to a human again']],
  ] as const)('leads to %s in %s after %j', (expected, phase, lines) => {
    expect(decided(phase, ...lines)).toBe(expected)
  })
})

it.each([
  ['safety', DANGER],
  ['handoff', 'I want to talk to a human.', 'handoff-beside'],
])('leads to %s however much stands before, or is said after: %j', (expected, text, later = expected) => {
  expect(decided('bot', `${LONG} ${text}`)).toBe(expected)
  expect(decided('bot', text, ...Array.from({ length: 20 }, () => 'hello?'))).toBe(later)
})

it('leaves what only a person may read out of what is looked for', () => {
  expect(owedTexts(...waiting('bot', 'Where is my card?', DANGER))).toEqual(['Where is my card?'])
})

it('brings a person for words of danger in the name of a file', () => {
  const [header, [message]] = waiting('bot', 'Look')
  const part = { type: 'attachment', blob: 'blob-0001', name: `${DANGER}.txt`, media: 'text/plain', size: 9 }
  expect(triage(header, message ? [{ ...message, data: { message: 'message-1', parts: [part] } }] : [])).toBe('safety')
})
