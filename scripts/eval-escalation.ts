/**
 * Measures the detectors of safety language and of promises on labelled sentences: recall and precision per language, and recall per kind.
 *
 *   node scripts/eval-escalation.ts           the old sets, and the odd and the even lines of the fresh ones
 *   node scripts/eval-escalation.ts --missed  also prints what is missed and what is heard wrongly; never of the even lines, which stay unread
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { promisesHuman, safetyOf } from '../src/escalation/index.ts'

interface Row {
  readonly text: string
  readonly lang: string
  readonly kind: string | undefined
  readonly expected: boolean
  readonly heard: boolean
  readonly heardKind: string | undefined
}

const { values: flags } = parseArgs({ options: { missed: { type: 'boolean' } } })

/** Which lines of a file: all, or those with an odd or an even number, counted from 1. */
type Part = 'all' | 'odd' | 'even'

const inPart = (part: Part, index: number): boolean => part === 'all' || (part === 'odd') === (index % 2 === 0)

function rows(file: string, part: Part, read: (line: Record<string, string | boolean>) => Omit<Row, 'text' | 'lang'>): Row[] {
  const path = join(import.meta.dirname, '../test/fixtures/escalation', file)
  const lines = readFileSync(path, 'utf8').split('\n').filter((line) => line !== '')
  return lines.flatMap((line, index) => {
    if (!inPart(part, index)) return []
    const parsed: Record<string, string | boolean> = JSON.parse(line)
    return [{ text: String(parsed.text), lang: String(parsed.lang), ...read(parsed) }]
  })
}

const share = (part: number, of: number): string => (of === 0 ? '–' : (part / of).toFixed(3)).padStart(10)

function report(title: string, all: readonly Row[], mayShow: boolean): void {
  console.log(`\n${title}: ${all.length} lines, ${all.filter(({ expected }) => expected).length} true`)
  console.log(`${''.padEnd(12)}${'lines'.padStart(6)}${'true'.padStart(6)}${'recall'.padStart(10)}${'precision'.padStart(10)}`)
  const line = (name: string, some: readonly Row[], precise = true): void => {
    const wanted = some.filter(({ expected }) => expected)
    const heard = some.filter((row) => row.heard)
    const both = wanted.filter((row) => row.heard).length
    const precision = precise ? share(both, heard.length) : ''
    console.log(`${name.padEnd(12)}${String(some.length).padStart(6)}${String(wanted.length).padStart(6)}${share(both, wanted.length)}${precision}`)
  }
  line('all', all)
  for (const lang of new Set(all.map((row) => row.lang))) line(lang, all.filter((row) => row.lang === lang))
  const kinds = new Set(all.flatMap(({ kind }) => (kind === undefined ? [] : [kind])))
  for (const kind of kinds) line(kind, all.filter((row) => row.kind === kind), false)
  if (kinds.size > 0) {
    const named = all.filter(({ expected, heard }) => expected && heard)
    const same = named.filter(({ kind, heardKind }) => kind === heardKind).length
    console.log(`of those heard, ${share(same, named.length).trim()} have the kind of the label`)
  }
  if (flags.missed && mayShow) {
    for (const { text, lang, kind, heardKind, expected, heard } of all) {
      if (expected !== heard) console.log(`${expected ? 'MISSED' : 'WRONG '} ${lang} ${kind ?? heardKind ?? ''}: ${text}`)
    }
  }
}

const sets: readonly (readonly [suffix: string, part: Part])[] = [
  ['', 'all'],
  ['-fresh', 'odd'],
  ['-fresh', 'even'],
]

for (const [suffix, part] of sets) {
  const safety = rows(`safety${suffix}.jsonl`, part, ({ text, safety: expected, kind }) => {
    const heardKind = safetyOf(String(text))?.kind
    return { expected: expected === true, kind: typeof kind === 'string' ? kind : undefined, heard: heardKind !== undefined, heardKind }
  })
  report(`safety${suffix}, ${part}`, safety, part !== 'even')
  const promises = rows(`promises${suffix}.jsonl`, part, ({ text, promise }) => {
    return { expected: promise === true, kind: undefined, heard: promisesHuman(String(text)), heardKind: undefined }
  })
  report(`promises${suffix}, ${part}`, promises, part !== 'even')
}
