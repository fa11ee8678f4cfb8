import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { tokens } from '../../src/ui/styles/tokens.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const page = readFileSync(`${root}docs/theming.md`, 'utf8')
const sources = globSync('src/{ui,widget}/**/*.{ts,tsx}', { cwd: root }).map((path) => readFileSync(`${root}${path}`, 'utf8'))
const section = (title: string) => page.split(`## ${title}`)[1]?.split('\n## ')[0] ?? ''
const all = (text: string, pattern: RegExp) => new Set([...text.matchAll(pattern)].map(([, name = '']) => name))

test('the page on theming names every part, and each that it names stands in the sources', () => {
  const named = all(section('3. Parts').split('|---|')[1] ?? '', /`([\w-]+)`/g)
  const written = new Set(sources.flatMap((source) => [...source.matchAll(/part(?:=|: )["']([\w -]+)["']/g)].flatMap(([, names = '']) => names.split(' '))))
  expect([...written].filter((part) => !named.has(part))).toEqual([])
  // some are chosen among several
  const text = sources.join('\n')
  const missing = [...named].filter((part) => !written.has(part) && !text.includes(`'${part}'`) && !part.startsWith('message-'))
  expect(missing).toEqual([])
})

test('it names every token that has a default or is asked for, and no other', () => {
  const named = all(section('2. Tokens'), /\| `--handback-([\w-]+)` \|/g)
  const defined = all(tokens, /--handback-([\w-]+):/g)
  const used = all(sources.join('\n'), /var\(--handback-([\w-]+)/g)
  // told by the window, not by a theme
  for (const own of ['viewport', 'viewport-top']) used.delete(own)
  expect([...named].sort()).toEqual([...new Set([...defined, ...used])].sort())
})

test('what it says of the default colours is what the style sheet has', () => {
  for (const [, name = '', light = '', dark = ''] of section('2. Tokens').matchAll(/\| `--handback-([\w-]+)` \| `(#[\da-f]+)` \| (?:`(#[\da-f]+)`|the same) \|/g)) {
    expect(tokens).toContain(`--handback-${name}:${dark ? `light-dark(${light},${dark})` : light}`)
  }
})

test('every slot of the page stands in the sources', () => {
  const slots = all(section('4. Slots').split('```')[0] ?? '', /\n\| `([\w-]+)` \|/g)
  const written = all(sources.join('\n'), /(?:slot name="|createElement\('slot'\), \{ name: ')([\w-]+)/g)
  expect(slots).toEqual(written)
})
