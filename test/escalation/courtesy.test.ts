import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { courtesy, needsNothing } from '../../src/escalation/index.ts'
import { declined, more, thanks } from './courtesy-phrases.ts'
import { requests } from './human-phrases.ts'
import { dataFile, firstColumn } from './questions.ts'

describe('courtesy', () => {
  it('is tried with phrases enough', () => {
    expect(thanks.length + declined.length).toBeGreaterThan(120)
    expect(more.length).toBeGreaterThan(120)
  })

  it.each(thanks)('is thanks in “%s”', (text) => {
    expect([courtesy(text), needsNothing(text)]).toEqual(['thanks', true])
  })

  it.each(declined)('declines in “%s”', (text) => {
    expect([courtesy(text), needsNothing(text)]).toEqual(['declined', true])
  })

  it.each(more)('is not all of “%s”', (text) => {
    expect([courtesy(text), needsNothing(text)]).toEqual([undefined, false])
  })

  it('is no request for a person', () => {
    expect(requests.filter(needsNothing)).toEqual([])
  })

  it('ends where a question begins', () => {
    for (const text of [...thanks, ...declined]) {
      expect([text, courtesy(`${text}, where is my card`)]).toEqual([text, undefined])
      expect([text, courtesy(`${text}?`)]).toEqual([text, undefined])
    }
  })

  it('is heard whatever the case and the punctuation, and declining wins over thanks', () => {
    for (const text of [...thanks, ...declined]) expect([text, needsNothing(` ${text.toUpperCase()} !! `)]).toEqual([text, true])
    for (const text of thanks) expect([text, courtesy(`${text}, bye`)]).toEqual([text, 'declined'])
  })

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect([undefined, 'thanks', 'declined']).toContain(courtesy(text))
      }),
      { numRuns: 300, seed: 502 },
    )
  })
})

const banking = dataFile('banking77/train.csv')
if (banking !== undefined) {
  it('hardly any of 10,003 real questions to a bank needs no answer', ({ annotate }) => {
    const silent = firstColumn(banking).filter(needsNothing)
    void annotate(`${silent.length} of 10,003 need no answer:\n${silent.join('\n')}`)
    expect(silent.length).toBeLessThanOrEqual(10)
  })
}
