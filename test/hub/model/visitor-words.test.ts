import { describe, expect, it } from 'vitest'
import { emptyHeader } from '../../../src/conversation/index.ts'
import { summaryFromLog } from '../../../src/hub/turns/summary-from-log.ts'
import { summaryMessages } from '../../../src/hub/turns/summary-text.ts'
import { isGrave, spoken, wantsPerson, WITHHELD } from '../../../src/hub/turns/visitor-words.ts'
import { DANGER, logged, sarah, sent, visitor } from './logged.ts'

describe('words of danger', () => {
  it.each([
    DANGER,
    'https://shop.example/?q=I%20want+to%20kill%20myself',
    '%FF%20I%20want%20to%20kill%20myself',
    `${'a '.repeat(8_000)}${DANGER}`,
  ])('are withheld in %j', (text) => {
    expect(spoken(text)).toBe(WITHHELD)
    expect(spoken(text)).toBe(WITHHELD)
  })

  it('are not what stands for them, nor other words', () => {
    expect([isGrave(WITHHELD), isGrave('Where is my card? 50% off'), wantsPerson('Where is my card?')]).toEqual([false, false, false])
    expect(wantsPerson('I want to talk to a human')).toBe(true)
  })

  it('are still known after a great many other texts', () => {
    const long = 'b '.repeat(8_000)
    expect(isGrave(DANGER)).toBe(true)
    for (let at = 0; at < 600; at += 1) isGrave(`${at} ${long}`)
    expect([isGrave(DANGER), isGrave(`0 ${long}`), isGrave(`0 ${long} ${DANGER}`)]).toEqual([true, false, true])
  })
})

describe('a summary that the log tells', () => {
  const header = { ...emptyHeader('visitor-1'), people: [{ id: 'agent-sarah', kind: 'agent' as const, name: 'Sarah' }] }
  const events = [
    sent(1, visitor, DANGER),
    logged(2, 'floor-claimed', sarah, { agent: { id: 'agent-sarah', kind: 'agent', name: 'Sarah' } }),
    sent(3, sarah, 'I am here for you.'),
    logged(4, 'floor-returned', sarah, { tasks: ['summary'] }),
  ]

  it('does not quote them, and can itself be told', () => {
    const text = summaryFromLog(header, events)
    expect(text.split('\n')).toEqual([
      'Asked: withheld, as somebody may be in danger.',
      'Handed over: Sarah took over.',
      'Answered by: Sarah, 1 message; the visitor wrote 0.',
      'Outcome: handed back to the assistant by Sarah. Last words of Sarah: “I am here for you.”',
      'Open: nothing.',
    ])
    expect(spoken(text)).toBe(text)
  })

  it('is asked for without them', () => {
    expect(summaryMessages(header, events, 8_000)[0]?.text).toBe(WITHHELD)
  })
})
