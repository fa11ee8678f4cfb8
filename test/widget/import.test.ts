import { expect, test } from 'vitest'
import { entries } from '../../scripts/entries.ts'

const names = [
  'document', 'window', 'localStorage', 'sessionStorage', 'fetch', 'HTMLElement', 'customElements', 'CSSStyleSheet', 'matchMedia', 'navigator',
] as const

/** What modules look at while they are imported, where there is no page. */
async function touches(modules: () => Promise<unknown>): Promise<ReadonlySet<string>> {
  const touched = new Set<string>()
  const kept = names.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const)
  for (const name of names) Object.defineProperty(globalThis, name, { configurable: true, get: () => void touched.add(name) })
  try {
    await modules()
  } finally {
    for (const [name, descriptor] of kept) {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor)
      else Reflect.deleteProperty(globalThis, name)
    }
  }
  return touched
}

test('importing the widget, its parts, its themes and its languages where there is no page touches nothing', async () => {
  const own = Object.values(entries).filter((source) => /^src\/(widget|ui)\//.test(source) && !source.endsWith('element.ts'))
  expect(own.length).toBeGreaterThan(10)
  const parts = ['src/widget/first-look.ts', 'src/widget/compose.ts', 'src/widget/strings-at.ts']
  const touched = await touches(async () => {
    for (const source of [...own, ...parts]) await import(/* @vite-ignore */ `../../${source}`)
  })
  expect(touched).toEqual(new Set())
})

test('importing the hooks and the component touches nothing', async () => {
  expect(await touches(() => import('../../src/react/index.ts'))).toEqual(new Set())
})

test('the element asks whether there are elements, and the snippet whether there is a page, and that is all', async () => {
  expect(await touches(() => import('../../src/widget/element.ts'))).toEqual(new Set(['customElements']))
  expect(await touches(() => import('../../src/browser/snippet.ts'))).toEqual(new Set(['document']))
})
