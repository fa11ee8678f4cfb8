import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../import-graph.ts'
import { complaints } from '../types/compile.ts'
import { events as all } from '../../src/widget/told.ts'

const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const page = read('docs/widget.md')
const options = page.slice(page.indexOf('Their shapes:'), page.indexOf('## Attributes'))

describe('docs/widget.md', () => {
  it('shows the shapes of options as they are', () => {
    const block = /```ts\n(.*?)```/s.exec(options)?.[1] ?? ''
    expect(block).toContain('surveyFactors')
    expect(complaints({ block })).toEqual({ block: [] })
  })

  it('has recipes for frameworks that compile', () => {
    const recipes = page.slice(page.indexOf('## In a framework'), page.indexOf('## When something is wrong'))
    const blocks = [...recipes.matchAll(/```ts\n(.*?)```/gs)].map(([, code = '']) => code)
    const [jsx = '', hub = '', vue = ''] = blocks
    expect([blocks.length, /HTMLAttributes/.test(jsx), /createHub/.test(hub), /GlobalComponents/.test(vue)]).toEqual([3, true, true, true])
    expect(complaints({ jsx, hub, vue })).toEqual({ jsx: [], hub: [], vue: [] })
  })

  it('has a row with the detail of every event', () => {
    const own = /interface WidgetEvents.*?\n}/s.exec(read('src/widget/options.ts'))?.[0] ?? ''
    const names = [...[...own.matchAll(/^ {2}(\w+):/gm)].map(([, name = '']) => name), ...all]
    expect(names.length).toBeGreaterThan(10)
    const events = page.slice(page.indexOf('## Events'), page.indexOf('## Looks'))
    const rows = [...events.matchAll(/^\| (`.*?) \| \S/gm)].flatMap(([, cell = '']) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name))
    expect(rows.filter((name) => name !== 'detail').sort()).toEqual([...new Set(names)].sort())
  })

  it('names every kind of a field, as the form knows them and the options are held to', () => {
    const line = /^ {2}readonly kind: '(.*'choice'.*)'$/m.exec(read('src/protocol/parts.ts'))?.[1]?.split('\' | \'') ?? []
    expect(line).toHaveLength(7)
    for (const kind of line) expect(options).toContain(`\`${kind}\``)
    const held = /fieldKinds = '(.*)'/.exec(read('src/widget/check-options-inside.ts'))?.[1]?.split(' ')
    expect(held).toEqual(line)
  })
})
