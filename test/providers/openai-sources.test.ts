import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sourcesFilter } from '../../src/providers/openai/sources.ts'

function run(pieces: readonly string[]): { shown: string; ids: readonly string[]; steps: readonly string[] } {
  const filter = sourcesFilter()
  const steps = pieces.map((piece) => filter.push(piece))
  const { text, ids } = filter.end()
  return { shown: steps.join('') + text, ids, steps }
}

describe('the line of sources', () => {
  it('is taken out and read, however it is decorated', () => {
    for (const last of ['SOURCES: a, b-2', '**SOURCES:** a, b-2', '- SOURCES: [a], [b-2]', '> SOURCES:a b-2', 'SOURCES: `a`; `b-2`\n']) {
      expect(run([`An answer.\n\n${last}`])).toMatchObject({ shown: 'An answer.', ids: ['a', 'b-2'] })
    }
  })

  it('is taken out in the middle and at the start too', () => {
    expect(run(['SOURCES: a\nAn answer.\nSOURCES: b\n\nAnything else?'])).toMatchObject({ shown: '\nAn answer.\n\nAnything else?', ids: ['a', 'b'] })
  })

  it('may be missing', () => {
    expect(run(['An ', 'answer.\n', '\nMore. '])).toMatchObject({ shown: 'An answer.\n\nMore.', ids: [] })
  })

  it('is only a line of its own', () => {
    const text = 'See SOURCES: a. SOURCES are here:\nSOURCE: b\nsources: c'
    expect(run([text])).toMatchObject({ shown: text, ids: [] })
    expect(run(['See ', 'SOURCES: a\nmore'])).toMatchObject({ shown: 'See SOURCES: a\nmore', ids: [] })
  })

  it('holds back nothing but what may become it', () => {
    expect(run(['Hello', ' there', '\nSO', 'on', '\n\nSOUR', 'CES: ', 'a']).steps).toEqual(['Hello', ' there', '', '\nSOon', '', '', ''])
  })

  it('is read the same however the text is cut', () => {
    const text = 'First *line*.\n\n- SOUR grapes\n- SOURCES\n\n**SOURCES:** a, b\n\n'
    const wanted = run([text])
    expect(wanted).toMatchObject({ shown: 'First *line*.\n\n- SOUR grapes\n- SOURCES', ids: ['a', 'b'] })
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 20 }), (cuts) => {
        const at = [0, ...cuts.toSorted((a, b) => a - b), text.length]
        const { shown, ids } = run(at.slice(1).map((end, i) => text.slice(at[i], end)))
        expect({ shown, ids }).toEqual({ shown: wanted.shown, ids: wanted.ids })
      }),
      { seed: 11, numRuns: 500 },
    )
  })
})
