import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { browserEntries, entries } from '../../scripts/entries.ts'
import { root } from '../import-graph.ts'
import { complaints } from '../types/compile.ts'

const page = readFileSync(join(root, 'docs/languages.md'), 'utf8')
const blocks = (language: string): string[] => [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, text = '']) => text)
const rows = [...page.matchAll(/^\| \w+ \| `handback([^`]+)` \| `(\w+)` \| `\/handback([^`]+)` \|/gm)].map(([, entry = '', name = '', file = '']) => ({ entry, name, file }))

describe('docs/languages.md', () => {
  it('names every language that there is, by its entry, its export and its file', async () => {
    const locales = Object.entries(entries).filter(([name]) => name.startsWith('./widget/locales/'))
    expect(rows.map(({ entry }) => `.${entry}`)).toEqual(locales.map(([name]) => name))
    for (const { entry, name, file } of rows) {
      const source = entries[`.${entry}` as keyof typeof entries]
      expect(Object.keys((await import(join(root, source))) as object)).toEqual([name])
      expect(browserEntries[`./browser${file}` as keyof typeof browserEntries].source).toBe(source)
    }
  })

  it('has examples that compile', () => {
    const pieces = Object.fromEntries(blocks('ts').map((text, index) => [`block ${index + 1}`, text]))
    expect(Object.keys(pieces).length).toBeGreaterThan(3)
    expect(complaints(pieces)).toEqual(Object.fromEntries(Object.keys(pieces).map((name) => [name, []])))
  })

  it('knows all tags where it chooses one of them', () => {
    const tags = /const tags = \[([^\]]*)\]/.exec(page)?.[1]?.match(/\w+/g)
    expect(tags).toEqual(rows.map(({ entry }) => entry.split('/').at(-1)))
  })
})
