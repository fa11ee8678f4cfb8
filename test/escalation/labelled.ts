import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Labelled {
  readonly text: string
  readonly lang: string
  readonly kind?: string
  readonly safety?: boolean
  readonly promise?: boolean
}

/** The labelled sentences of test/fixtures/escalation. */
export const labelled = (file: string): Labelled[] =>
  readFileSync(join(import.meta.dirname, '../fixtures/escalation', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Labelled => JSON.parse(line))

/** Lines with an odd or an even number, counted from 1. */
export const half = (rows: readonly Labelled[], part: 'odd' | 'even'): Labelled[] =>
  rows.filter((_, index) => (part === 'odd') === (index % 2 === 0))

/** Recall and precision of a detector on labelled sentences. */
export function measured(rows: readonly Labelled[], expected: (row: Labelled) => boolean, heard: (text: string) => boolean) {
  const both = rows.filter((row) => expected(row) && heard(row.text)).length
  return {
    recall: both / rows.filter(expected).length,
    precision: both / rows.filter(({ text }) => heard(text)).length,
  }
}

/** Texts of a million letters that make careless readers slow. */
export const adversarial = (seeds: readonly string[]): string[] => seeds.map((seed) => seed.repeat(Math.ceil(1_000_000 / seed.length)))
