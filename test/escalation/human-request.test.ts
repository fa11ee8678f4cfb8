import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asksForHuman } from '../../src/escalation/index.ts'
import { others, requests } from './human-phrases.ts'
import { dataFile, firstColumn } from './questions.ts'

describe('a request for a person', () => {
  it('is tried with phrases enough, each on one side', () => {
    expect(requests.length).toBeGreaterThan(400)
    expect(others.length).toBeGreaterThan(400)
    expect(requests.filter((text) => others.includes(text))).toEqual([])
  })

  it.each(requests)('is heard in “%s”', (text) => {
    expect(asksForHuman(text)).toBe(true)
  })

  it('is heard among other sentences, in capitals and with any punctuation', () => {
    for (const text of requests) {
      expect([text, asksForHuman(`My card has not arrived. ${text}\nThe order was last week.`)]).toEqual([text, true])
      expect([text, asksForHuman(`  ${text.toUpperCase()}!!! `)]).toEqual([text, true])
    }
  })

  it.each(others)('is not heard in “%s”', (text) => {
    expect(asksForHuman(text)).toBe(false)
  })

  it('is not heard in other texts one after the other', () => {
    expect(asksForHuman(others.join('. '))).toBe(false)
  })
})

describe('the detector', () => {
  it('takes any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 200 })), (text) => {
        expect(typeof asksForHuman(text)).toBe('boolean')
      }),
      { numRuns: 300, seed: 501 },
    )
  })

  it('knows no words from prototypes', () => {
    for (const word of Object.getOwnPropertyNames(Object.prototype)) expect(asksForHuman(word)).toBe(false)
  })

  // a reader whose time grows with the square would not come to the end of them; `npm run bench:growth` has the figures
  it('comes to the end of texts that are far too long', () => {
    const seeds = ['human to the ', 'i dont want to ', 'speak to with a ', 'no ', 'a', '!?', 'someone who is ', 'is there ', "''''", 'aab']
    for (const seed of seeds) {
      const text = seed.repeat(Math.ceil(128_000 / seed.length))
      expect(typeof asksForHuman(text), JSON.stringify(seed)).toBe('boolean')
    }
  })
})

const banking = dataFile('banking77/train.csv')
if (banking !== undefined) {
  it('hardly any of 10,003 real questions to a bank asks for a person', ({ annotate }) => {
    const questions = firstColumn(banking)
    expect(questions).toHaveLength(10_003)
    const heard = questions.filter(asksForHuman)
    void annotate(`${heard.length} of ${questions.length} ask for a person:\n${heard.join('\n')}`)
    expect(heard.length).toBeLessThanOrEqual(10)
  })
}
