import { describe, expect, it } from 'vitest'
import { budgets, core, imports } from '../bench/size/budgets.ts'
import { importSize, widgetSizes } from '../bench/size/widget.ts'
import { entries } from '../scripts/entries.ts'

describe('what a page loads', () => {
  it.each([['page', true], ['bundler', false]] as const)('of the widget is within its budgets, made for a page or by one (%s)', async (name, merged) => {
    const { parts, ...sizes } = await widgetSizes(merged)
    const over = Object.entries(budgets[name]).filter(([stage, budget]) => sizes[stage as keyof typeof budgets.bundler] > budget)
    expect(over, JSON.stringify(sizes)).toEqual([])
    // a stage that loads next to nothing was not measured
    for (const stage of ['launcher', 'firstOpen', 'firstMessage'] as const) expect(sizes[stage]).toBeGreaterThan(budgets[name][stage] * 0.9)
    if (merged) expect(parts.filter(([, bytes]) => bytes > budgets.part)).toEqual([])
  })

  it.each(imports)('by an import of $subpath is within its budget', async ({ subpath, budget, external = [] }) => {
    const size = await importSize(entries[subpath], { external: [...external] })
    expect(size).toBeLessThanOrEqual(budget)
    expect(size).toBeGreaterThan(budget * 0.8)
  })

  it('of the chat alone is within its budget', async () => {
    const size = await importSize(core)
    expect(size).toBeLessThanOrEqual(budgets.core)
    expect(size).toBeGreaterThan(budgets.core * 0.9)
  })
})
