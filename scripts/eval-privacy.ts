/**
 * Measures what the redaction before the provider finds in the project's labelled strings, by kind. A value counts as found if a
 * finding of its kind overlaps it; a finding that overlaps none is false.
 *
 *   node scripts/eval-privacy.ts            the table
 *   node scripts/eval-privacy.ts --errors   also what was missed, and what was found wrongly
 */
import { parseArgs } from 'node:util'
import { labelledStrings, measure } from '../test/privacy/measure.ts'

const { values: flags } = parseArgs({ options: { errors: { type: 'boolean' } } })
const strings = labelledStrings()
const rows = measure(strings)

console.log(`${strings.length} strings, ${strings.filter(each => each.spans.length === 0).length} of them with nothing to find\n`)
console.log('kind    strings  spans  found  false  precision  recall')
for (const { kind, strings: texts, spans, found, false: wrong, precision, recall } of rows) {
  const counts = [String(texts).padStart(7), String(spans).padStart(5), String(found).padStart(5), String(wrong).padStart(5)]
  console.log([kind.padEnd(6), ...counts, precision.toFixed(3).padStart(9), recall.toFixed(3).padStart(6)].join('  '))
}
if (flags.errors) {
  for (const { kind, missed, wrong } of rows) {
    for (const each of missed) console.log(`\n${kind} missed: ${each}`)
    for (const each of wrong) console.log(`\n${kind} wrong: ${each}`)
  }
}
