import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { builtInKinds, finder, type BuiltInKind } from '../../src/privacy/find.ts'
import { settle } from '../../src/privacy/finding.ts'

/** A text and the values that a person sees in it, in the order of the text. */
export interface Labelled {
  readonly text: string
  readonly spans: readonly { readonly kind: string; readonly value: string }[]
}

/** How one kind fares. A labelled value counts as found if a finding of its kind overlaps it. */
export interface Row {
  readonly kind: BuiltInKind
  /** Texts with a value of this kind. */
  readonly strings: number
  readonly spans: number
  readonly found: number
  /** Findings that overlap no value of their kind. */
  readonly false: number
  readonly precision: number
  readonly recall: number
  readonly missed: readonly string[]
  readonly wrong: readonly string[]
}

const file = fileURLToPath(new URL('../fixtures/privacy/strings.jsonl', import.meta.url))

/** The project's own labelled strings. */
export const labelledStrings = (): Labelled[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Labelled)

interface Place {
  readonly kind: string
  readonly start: number
  readonly end: number
}

const find = finder(builtInKinds, [])
const overlap = (one: Place, two: Place): boolean => one.kind === two.kind && one.start < two.end && two.start < one.end

/** Where the labelled values stand. */
function placesOf({ text, spans }: Labelled): Place[] {
  let from = 0
  return spans.map(({ kind, value }) => {
    const start = text.indexOf(value, from)
    if (start < 0) throw new Error(`no ${value} in: ${text}`)
    from = start + value.length
    return { kind: kind.toUpperCase(), start, end: from }
  })
}

export function measure(strings: readonly Labelled[]): Row[] {
  const seen = strings.map(each => {
    return { text: each.text, labelled: placesOf(each), findings: settle(find(each.text), each.text.length) }
  })
  return builtInKinds.map(kind => {
    const labelled = seen.flatMap(({ text, labelled, findings }) =>
      labelled
        .filter(place => place.kind === kind)
        .map(place => ({ hit: findings.some(finding => overlap(finding, place)), show: `${text.slice(place.start, place.end)}   in: ${text}` })),
    )
    const findings = seen.flatMap(({ text, labelled, findings }) =>
      findings
        .filter(finding => finding.kind === kind)
        .map(finding => ({ hit: labelled.some(place => overlap(finding, place)), show: `${text.slice(finding.start, finding.end)}   in: ${text}` })),
    )
    const missed = labelled.filter(({ hit }) => !hit).map(({ show }) => show)
    const wrong = findings.filter(({ hit }) => !hit).map(({ show }) => show)
    const found = labelled.length - missed.length
    return {
      kind,
      strings: seen.filter(({ labelled }) => labelled.some(place => place.kind === kind)).length,
      spans: labelled.length,
      found,
      false: wrong.length,
      precision: findings.length === 0 ? 1 : (findings.length - wrong.length) / findings.length,
      recall: labelled.length === 0 ? 1 : found / labelled.length,
      missed,
      wrong,
    }
  })
}
