import { describe, expect, it } from 'vitest'
import { budgets, core, imports } from '../bench/size/budgets.ts'
import { importSize, packedSizes, widgetSizes } from '../bench/size/widget.ts'
import { entries } from '../scripts/entries.ts'

describe('what a page loads', () => {
  it.each([['a page', widgetSizes], ["a page's own bundler", packedSizes]] as const)('of the widget is within its budgets, made for %s', async (_, sizesOf) => {
    const sizes = await sizesOf()
    const stages = Object.entries(budgets.page) as [keyof typeof budgets.page, number][]
    expect(stages.filter(([stage, budget]) => sizes[stage] > budget), JSON.stringify(sizes)).toEqual([])
    // a stage that loads next to nothing was not measured
    expect(stages.filter(([stage, budget]) => sizes[stage] < budget * 0.9)).toEqual([])
  })

  it('of the widget when it is wanted is within its budget, part by part', async () => {
    const { parts } = await widgetSizes()
    expect(parts.length).toBeGreaterThan(20)
    expect(parts.filter(([, bytes]) => bytes > budgets.part)).toEqual([])
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
