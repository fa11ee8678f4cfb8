// @vitest-environment happy-dom
import { render } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { act } from 'preact/test-utils'
import { expect, onTestFinished, test, vi } from 'vitest'
import { later, LateRoot } from '../../src/ui/later.tsx'

/** It begins with the focus. */
function Asked() {
  const own = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => own.current?.focus(), [])
  return <button class="asked" ref={own}>Asked for</button>
}

test('a wish that comes true is not taken for one that was left, also where what is around it hears of the code first', async () => {
  let come = (): void => {}
  const gate = new Promise<void>((resolve) => (come = resolve))
  const Part = later(async () => {
    await gate
    return { Asked, css: '' }
  }, (module) => module.Asked)
  const left = vi.fn()
  function Around() {
    const [wanted, setWanted] = useState(false)
    const [there, setThere] = useState(false)
    useEffect(() => void Part.ready.then(() => setThere(true)), [])
    return <div data-there={there}><button class="by" onClick={() => setWanted(true)}>Ask</button>{wanted && <Part onAway={left} />}</div>
  }
  const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' })
  const place = root.appendChild(document.createElement('div'))
  onTestFinished(() => {
    render(null, place)
    root.host.remove()
  })
  const by = () => root.querySelector<HTMLElement>('.by')
  act(() => render(<LateRoot.Provider value={root}><Around /></LateRoot.Provider>, place))
  // from here on it is drawn as in a browser, a microtask later
  by()?.focus()
  by()?.click()
  await vi.waitFor(() => expect(by()?.style.cursor).toBe('progress'))
  come()
  await vi.waitFor(() => expect(root.activeElement).toBe(root.querySelector('.asked')))
  await vi.dynamicImportSettled()
  expect([left.mock.calls.length, by()?.style.cursor]).toEqual([0, ''])
})
