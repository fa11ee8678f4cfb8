import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safetyOf } from '../../src/escalation/index.ts'
import { adversarial, half, labelled, measured } from './labelled.ts'
import { dataFile, firstColumn } from './questions.ts'

const heard = (text: string): boolean => safetyOf(text) !== undefined

describe('safety language', () => {
  it('is heard on the labelled set', () => {
    const rows = labelled('safety.jsonl')
    expect(rows.length).toBeGreaterThan(400)
    const { recall, precision } = measured(rows, ({ safety }) => safety === true, heard)
    expect(recall).toBeGreaterThanOrEqual(0.98)
    expect(precision).toBeGreaterThanOrEqual(0.98)
  })

  it.each([
    ['odd', 150, 0.97, 0.97],
    ['even', 150, 0.68, 0.88],
  ] as const)('is heard on the %s lines of the fresh set', (part, lines, least, right) => {
    const rows = half(labelled('safety-fresh.jsonl'), part)
    expect(rows).toHaveLength(lines)
    const { recall, precision } = measured(rows, ({ safety }) => safety === true, heard)
    expect(recall).toBeGreaterThanOrEqual(least)
    expect(precision).toBeGreaterThanOrEqual(right)
  })

  it('is heard in two hints, and in none alone', () => {
    const [leaving, order] = ['After Sunday I can be reached nowhere.', 'Everything is arranged.']
    expect(safetyOf(leaving)).toBeUndefined()
    expect(safetyOf(order)).toBeUndefined()
    expect(safetyOf(`${order} ${leaving}`)).toEqual({ kind: 'self-harm' })
  })

  it.each([
    ['I want to die', 'self-harm'],
    ['ich bringe mich um', 'self-harm'],
    ['I will kill you', 'violence'],
    ['mon mari me frappe', 'abuse'],
    ['mi padre no respira', 'medical'],
  ])('has its kind: “%s”', (text, kind) => {
    expect(safetyOf(text)).toEqual({ kind })
  })

  it.each([
    'ｋｉｌｌ　ｍｙｓｅｌｆ',
    'k\u0336i\u0336l\u0336l\u0336 myself',
    'I don’t want to live',
    'I don´t want to live',
    'I donʼt want to live',
    'ki\u200bll my\u200dse\u00adlf',
    'k😭ill myself',
    'kill😭myself',
    'k.i.l.l myself',
    'k i l l myself',
    'k1ll mys3lf',
    'k*ll myself',
    'su*cide',
    'kill mуsеlf',
    'KILL MYSELF',
    'killl myselff',
    'i am suicidel',
  ])('does not hide in “%s”', (text) => {
    expect(safetyOf(text)?.kind).toBe('self-harm')
  })

  it.each([
    'how do I kill the process on port 80?',
    'this app is killing me',
    'dead battery',
    'shoot me an email',
    'the site is dead',
    'der Akku ist tot',
    'je meurs de faim',
    'me muero de ganas de recibirlo',
    'a bateria morreu',
    'muoio dalla voglia',
    'de batterij is dood',
    'the screen turned blue',
    'I want to end it. The contract, I mean.',
    'Il a eu un infarctus il y a six ans',
  ])('is no idiom like “%s”', (text) => {
    expect(safetyOf(text)).toBeUndefined()
  })

  it('is heard behind an idiom', () => {
    expect(safetyOf('this app is killing me. I want to die')?.kind).toBe('self-harm')
  })
})

describe('the detector of safety language', () => {
  it('takes any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 200 })), (text) => {
        expect(['undefined', 'object']).toContain(typeof safetyOf(text))
      }),
      { numRuns: 300, seed: 502 },
    )
  })

  it('knows no words from prototypes', () => {
    for (const word of Object.getOwnPropertyNames(Object.prototype)) expect(safetyOf(word)).toBeUndefined()
  })

  // a reader whose time grows with the square would not come to the end of them; `npm run bench:growth` has the figures
  it('comes to the end of a million letters', () => {
    const seeds = ['i want to ', 'he ', 'kill ', 'my husband ', 'k😭', 'a.', '!', '...', 'k i ', '*', 'i']
    seeds.push('child left ', '😭', 'he will ', 'no no ', "'", 'é')
    for (const text of adversarial(seeds)) {
      expect(['undefined', 'object'], text.slice(0, 20)).toContain(typeof safetyOf(text))
    }
  })
})

const banking = dataFile('banking77/train.csv')
if (banking !== undefined) {
  it('is in hardly any of 10,003 real questions to a bank', () => {
    const questions = firstColumn(banking)
    expect(questions).toHaveLength(10_003)
    expect(questions.filter(heard).length).toBeLessThanOrEqual(20)
  })
}
