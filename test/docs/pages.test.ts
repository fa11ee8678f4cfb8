import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pages } from '../../scripts/docs/pages.ts'
import { root } from '../../scripts/docs/sources.ts'

const { texts, undocumented } = pages()

describe('the generated pages', () => {
  it.each(Object.keys(texts))('docs/%s is what `npm run docs` makes of the sources', (name) => {
    expect(readFileSync(join(root, 'docs', name), 'utf8')).toBe(texts[name])
  })

  it('leave nothing unsaid: every event, command, signal, frame and field has its comment', () => {
    expect(undocumented).toEqual([])
  })

  it.each(Object.entries(texts))('%s links only to what is there', (name, text) => {
    const anchors = (page: string): Set<string> => {
      const headings = [...(texts[page] ?? '').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading.toLowerCase())
      return new Set(headings.map((heading) => heading.replaceAll(/[^\w\- ]/g, '').replaceAll(' ', '-')))
    }
    const dead = [...text.matchAll(/\]\(([\w.-]*)#([\w-]+)\)/g)].filter(([, page = '', place = '']) => !anchors(page || name).has(place))
    expect(dead.map(([link]) => link)).toEqual([])
  })

  it.each(Object.entries(texts))('%s has no heading twice', (_name, text) => {
    const headings = [...text.matchAll(/^#+ .+$/gm)].map(([heading]) => heading)
    expect(headings.filter((heading, index) => headings.indexOf(heading) !== index)).toEqual([])
  })
})
