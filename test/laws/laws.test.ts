import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { proofs } from './proofs.ts'
import { lawIds, laws, openBook } from './laws.ts'
import { play, suites } from './suites.ts'

/** Laws that are held against each run, whatever its seed. */
const always: Readonly<Record<string, readonly (keyof typeof laws)[]>> = {
  machine: ['P1', 'P2', 'A1', 'A2', 'A3', 'A4', 'A5', 'A7', 'A8', 'B1', 'B8', 'C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C9', 'C13', 'C14', 'C18', 'C19', 'C20', 'C21', 'D11', 'D12', 'F1'],
  races: ['P1', 'B1', 'B2', 'B4', 'B5', 'B7', 'B8', 'C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'D2'],
  hub: ['A4', 'B1', 'B6', 'C1', 'C2', 'C4', 'C6', 'C13', 'C22', 'D1', 'D2', 'D12', 'D13', 'F1'],
  client: ['D1', 'D2', 'D3', 'D4', 'D6'],
}

describe.each(suites)('$name over $store', (suite) => {
  it('keeps every law that it is held against', { timeout: 60_000 }, async () => {
    const book = openBook()
    await play(suite, book, suite.short)
    for (const law of always[suite.name] ?? []) expect(book.checks.get(law) ?? 0, law).toBeGreaterThan(0)
    if (suite.name !== 'machine') expect(book.tally.races).toBeGreaterThan(0)
    if (suite.store === 'sqlite' && suite.name === 'races') expect(book.checks.get('B3') ?? 0).toBeGreaterThan(0)
  })
})

describe('docs/laws.md', () => {
  const page = readFileSync(new URL('../../docs/laws.md', import.meta.url), 'utf8')

  it('tells every law in its words, and where it is proven', () => {
    for (const law of lawIds) {
      const row = page.split('\n').find((line) => line.startsWith(`| ${law} |`))
      expect(row, law).toContain(laws[law])
      for (const file of proofs[law]) expect(row).toContain(file)
    }
  })

  it('names tests that are there', () => {
    const named = [...page.matchAll(/`(test\/[\w/.-]+)`/g)].map(([, file]) => file ?? '')
    expect(named.length).toBeGreaterThan(lawIds.length)
    for (const file of named) expect(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8').length, file).toBeGreaterThan(0)
  })
})
