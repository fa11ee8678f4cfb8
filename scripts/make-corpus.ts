import { existsSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as today from '../src/conversation/index.ts'
import type { Views } from '../test/fixtures/views.ts'
import { digestOf, fieldsOf, shownOf, viewsAlong, viewsOf, within } from '../test/fixtures/views.ts'
import { conversations } from './corpus/conversations.ts'

/**
 * Writes test/fixtures/corpus/v<number>.json: conversations that hold the whole vocabulary, and what both sides see of each.
 * It never writes over a file: a corpus that was released stays as it is, for good. A later vocabulary is a later file:
 * write the conversations that it needs, and run `node scripts/make-corpus.ts 2`. Read what it says of the views before it
 * is committed, for nothing else does.
 */

const version = Number(process.argv[2])
if (!Number.isSafeInteger(version) || version < 1) throw new Error('Say which version of the corpus is to be written: 1, 2, …')
const file = fileURLToPath(new URL(`../test/fixtures/corpus/v${version}.json`, import.meta.url))
if (existsSync(file)) throw new Error(`${file} is there already, and a corpus is never changed.`)

const trails = conversations.map(({ events, visitor }) => viewsAlong(today, events, visitor))
const fields = fieldsOf(trails.flat())

const list = (values: readonly unknown[]): string => {
  const lines = values.map((value) => `      ${JSON.stringify(value)}`)
  return lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n    ]`
}
const side = ({ rows, ...rest }: Views['staff']): string => {
  const facts = Object.entries(rest).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`)
  return `{\n    ${facts.join(',\n    ')},\n    "rows": ${list(rows)} }`
}

// one event a line, so that the file can be read
const texts = conversations.map(({ name, visitor, events }, index) => {
  const trail = trails[index] ?? []
  const last = trail.at(-1) ?? viewsOf(today, events, visitor)
  const parts = {
    name: JSON.stringify(name),
    visitor: JSON.stringify(visitor),
    events: list(events),
    shown: JSON.stringify(shownOf(today, events)),
    trail: JSON.stringify(trail.map((views) => digestOf(within(fields, views)))),
    public: side(last.public),
    staff: side(last.staff),
  }
  return `  {\n${Object.entries(parts).map(([key, text]) => `    "${key}": ${text}`).join(',\n')}\n  }`
})
writeFileSync(file, `{ "version": ${version}, "fields": ${JSON.stringify([...fields].sort())}, "conversations": [\n${texts.join(',\n')}\n] }\n`)
process.stdout.write(`${file}: ${conversations.length} conversations\n`)
