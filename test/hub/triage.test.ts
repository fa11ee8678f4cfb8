import { describe, expect, it } from 'vitest'
import { emptyHeader } from '../../src/conversation/index.ts'
import { triage } from '../../src/hub/turns/triage.ts'
import type { Header, Phase, StoredEvent } from '../../src/protocol/index.ts'

/** A log of what the visitor said, and `|` where the assistant got the floor back. */
function decided(phase: Phase, ...lines: readonly string[]): string {
  const events = lines.map((line, index): StoredEvent => {
    const base = { seq: index + 1, at: index, audience: 'everyone', prev: index, cause: `command-${index}` } as const
    if (line === '|') return { ...base, by: { kind: 'agent', id: 'agent-sarah' }, type: 'floor-returned', data: { tasks: [] } }
    const data = { message: `message-${index}`, parts: [{ type: 'text', text: line }] }
    return { ...base, by: { kind: 'visitor', id: 'visitor-1' }, type: 'message-sent', data }
  })
  const owed = events.find(({ type }) => type === 'message-sent')?.seq
  const header: Header = { ...emptyHeader('visitor-1'), phase, seq: events.length, ...(owed === undefined ? {} : { owed }) }
  return triage(header, events)
}

describe('what is owed', () => {
  it.each([
    ['answer', 'bot', ['How do I change my PIN?']],
    ['handoff', 'bot', ['can I speak to a real person please']],
    ['handoff', 'bot', ['can I speak to a real person please', 'hello?']],
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
