import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultPolicy } from '../../src/conversation/index.ts'
import { createTokens } from '../../src/hub/index.ts'
import { hubOptionNames } from '../../src/hub/check-options.ts'
import { policyNames } from '../../src/hub/check-policy.ts'
import { root } from '../import-graph.ts'

const page = readFileSync(join(root, 'docs/hub.md'), 'utf8')
const part = page.slice(page.indexOf('## Every option'), page.indexOf('## Files'))
const [options = '', policy = '', tokens = ''] = part.split(/^\|---.*$/m).slice(1)
/** The cells of each row. */
const rows = (table: string): string[][] =>
  table
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')))
const names = (table: string): string[] => rows(table).map(([cell = '']) => /`(\w+)/.exec(cell)?.[1] ?? '')

// both lists of names are held to the types by test/hub/check-options
describe('docs/hub.md', () => {
  it('has a row with type, default and words for every option of createHub', () => {
    expect(names(options).sort()).toEqual([...hubOptionNames].sort())
    for (const row of rows(options)) expect(row.filter((cell) => cell.trim() !== ''), row[0]).toHaveLength(4)
  })

  it('has a row for every name of a policy, with its default', () => {
    expect(names(policy).sort()).toEqual([...policyNames].sort())
    const told = Object.fromEntries(rows(policy).map(([cell = '', , value = '']) => [/`(\w+)/.exec(cell)?.[1], value.replace(/[`',]/g, '')]))
    for (const [name, value] of Object.entries(defaultPolicy)) expect(told[name], name).toBe(Array.isArray(value) ? 'all three' : String(value))
  })

  it('has a row for every function of tokens', () => {
    expect(names(tokens).sort()).toEqual(Object.keys(createTokens(new Uint8Array(32))).sort())
  })
})
