import { expect, test } from 'vitest'

test('importing the widget and its element where there is no page touches nothing', async () => {
  const touched: string[] = []
  const names = ['document', 'window', 'localStorage', 'sessionStorage', 'fetch', 'HTMLElement', 'customElements', 'CSSStyleSheet'] as const
  const kept = names.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const)
  for (const name of names) {
    Object.defineProperty(globalThis, name, { configurable: true, get: () => void touched.push(name) })
  }
  try {
    const { mount } = await import('../../src/widget/index.ts')
    await import('../../src/widget/panel.tsx')
    await import('../../src/widget/compose.ts')
    expect(mount).toBeTypeOf('function')
    expect(touched).toEqual([])
    // The element asks whether there are elements, and that is all.
    await import('../../src/widget/element.ts')
    expect(new Set(touched)).toEqual(new Set(['customElements']))
  } finally {
    for (const [name, descriptor] of kept) {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor)
      else Reflect.deleteProperty(globalThis, name)
    }
  }
})
