import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tailLines } from '../../../src/hub/turns/model/tail-lines.ts'

const SOURCES = 'SOURCES:'
const WISH = 'PERSON-1a2b:'

interface Read {
  readonly pushed: string
  readonly text: string
  readonly lines: readonly string[]
}

function read(text: string, size = text.length, secret: readonly string[] = []): Read {
  const stream = tailLines([SOURCES, WISH].filter((mark) => !secret.includes(mark)), secret)
  let pushed = ''
  for (let at = 0; at < text.length; at += Math.max(size, 1)) pushed += stream.push(text.slice(at, at + Math.max(size, 1)))
  const { text: rest, lines } = stream.end()
  return { pushed, text: pushed + rest, lines: lines.map((line) => `${line.mark} ${line.text}`) }
}

describe('lines for the hub', () => {
  it.each([
    ['the last line', 'All is well.\n\nSOURCES: a, b', 'All is well.', ['SOURCES: a, b']],
    ['the last line that says something', 'All is well.\nSOURCES: a\n\n  \n', 'All is well.', ['SOURCES: a']],
    ['several last lines', 'All is well.\nSOURCES: a\n\nPERSON-1a2b: upset', 'All is well.', ['SOURCES: a', 'PERSON-1a2b: upset']],
    ['a decorated line', 'All is well.\n> **SOURCES:** a', 'All is well.', ['SOURCES: ** a']],
    ['a line in a fence', 'All is well.\n```\nSOURCES: a\n```\n', 'All is well.\n```\n```', ['SOURCES: a']],
    ['the only line', 'PERSON-1a2b: upset', '', ['PERSON-1a2b: upset']],
    ['the last of two', 'SOURCES: a\nAll is well.\nSOURCES: b', 'SOURCES: a\nAll is well.', ['SOURCES: b']],
  ])('count and are not shown: %s', (_name, said, shown, lines) => {
    expect(read(said)).toMatchObject({ text: shown, lines })
  })

  it.each([
    'Here is your file:\nSOURCES: main.c util.c\nTARGET: app\nGood luck.',
    'See SOURCES: a',
    'SOURCE',
    'All is well.\n---\n- one\n- two',
    '**Bold** and\n\n\n# more',
  ])('are nothing but words elsewhere: %j', (said) => {
    expect(read(said)).toMatchObject({ text: said, lines: [] })
  })

  it('count wherever they stand when nobody writes them by chance, and nothing is shown from there on', () => {
    expect(read('I get somebody.\nPERSON-1a2b: upset\nNo, I pay 500 euros.\nSOURCES: a', 1, [WISH])).toMatchObject({
      text: 'I get somebody.',
      lines: ['PERSON-1a2b: upset', 'SOURCES: a'],
    })
  })

  it('are found however the stream is cut, are never shown when they come last, and everything else is', () => {
    const piece = fc.constantFrom('SOURCES:', 'SOURCES', 'PERSON-1a2b:', 'PERSON-', ' a', '\n', '\n', '-', '**', ' ', 'word', '`', 'S')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), fc.integer({ min: 1, max: 9 }), fc.boolean(), (pieces, size, known) => {
        const said = pieces.join('')
        const secret = known ? [WISH] : []
        const { text, lines } = read(said, size, secret)
        expect({ text, lines }).toMatchObject({ text: read(said, said.length, secret).text, lines: read(said, said.length, secret).lines })
        const ended = read(`${said}\nPERSON-1a2b: x`, size, secret)
        expect(ended.lines).toContain('PERSON-1a2b: x')
        expect(ended.text).not.toContain('PERSON-1a2b: x')
        if (lines.length === 0) expect(text.trimEnd()).toBe(said.trimEnd())
      }),
      { seed: 5, numRuns: 2_000 },
    )
  })

  it('hold nothing back that cannot become one', () => {
    const stream = tailLines([SOURCES])
    const said = ['Hel', 'lo\n', 'SOUR', 'SEL is', ' a town\n\n', '- and']
    expect(said.map((text) => stream.push(text))).toEqual(['Hel', 'lo', '', '\nSOURSEL is', ' a town', '\n\n- and'])
  })

  it.each(['-', ' ', '\n', '-\n', '\nSOURCES:', 'SOURCES: a\n'])('are read in a long row of %j, bit by bit', (filler) => {
    expect(read(filler.repeat(50_000), 1).lines.length).toBeLessThanOrEqual(50_000)
  })
})
