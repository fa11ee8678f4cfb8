import { describe, expect, it } from 'vitest'
import { createVault } from '../../src/privacy/index.ts'
import { hardCases } from './hard-cases.ts'
import { labelledStrings, measure } from './measure.ts'

/** The least share of labelled values that must be found. */
const recall = { CARD: 0.98, IBAN: 0.98, EMAIL: 0.95, PHONE: 0.95, IP: 0.95 } as const
const precision = 0.95

describe('the redaction, measured', () => {
  const strings = labelledStrings()
  const rows = measure(strings)

  it('is measured on at least 500 labelled strings, a third of them with nothing to find', () => {
    expect(strings.length).toBeGreaterThanOrEqual(500)
    expect(strings.filter(({ spans }) => spans.length === 0).length).toBeGreaterThan(strings.length / 3)
    for (const { kind, spans } of rows) expect(spans, kind).toBeGreaterThan(50)
  })

  for (const row of rows) {
    it(`finds what it must of ${row.kind}, and little else`, () => {
      expect(row.recall, row.missed.join('\n')).toBeGreaterThanOrEqual(recall[row.kind])
      expect(row.precision, row.wrong.join('\n')).toBeGreaterThanOrEqual(precision)
    })
  }

  it('misses nothing and invents nothing in a hundred hard cases', () => {
    expect(hardCases.length).toBeGreaterThanOrEqual(100)
    expect(measure(hardCases).flatMap(({ missed, wrong }) => [...missed, ...wrong])).toEqual([])
  })

  it('leaves no labelled value of the hard cases in the text', () => {
    const left = hardCases.flatMap(({ text, spans }) => {
      const hidden = createVault().hide(text)
      return spans.filter(({ value }) => hidden.includes(value)).map(({ value }) => `${value} in ${hidden}`)
    })
    expect(left).toEqual([])
  })
})

describe('the measure', () => {
  it('counts a miss, a false finding, and a finding of another kind as both', () => {
    const rows = measure([
      { text: 'jane@example.com', spans: [] },
      { text: 'ask Jane', spans: [{ kind: 'email', value: 'Jane' }] },
      { text: '192.0.2.1', spans: [{ kind: 'card', value: '192.0.2.1' }] },
    ])
    expect(rows.map(({ kind, spans, found, false: wrong, precision, recall }) => [kind, spans, found, wrong, precision, recall])).toEqual([
      ['EMAIL', 1, 0, 1, 0, 0],
      ['IBAN', 0, 0, 0, 1, 1],
      ['CARD', 1, 0, 0, 1, 0],
      ['IP', 0, 0, 1, 0, 1],
      ['PHONE', 0, 0, 0, 1, 1],
    ])
  })
})
