import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pages } from './docs/pages.ts'
import { root } from './docs/sources.ts'

/** Writes docs/protocol.md and docs/machine.md from the sources. What the sources leave unsaid is listed, and fails. */

const { texts, undocumented } = pages()
for (const [name, text] of Object.entries(texts)) writeFileSync(join(root, 'docs', name), text)
if (undocumented.length > 0) {
  process.stderr.write(`Without a comment in the sources:\n${undocumented.map((each) => `  ${each}\n`).join('')}`)
  process.exitCode = 1
}
