// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { stayInBody } from '../../src/widget/stay-in-body.ts'

const offs: (() => void)[] = []
afterEach(() => {
  for (const off of offs.splice(0)) off()
  document.body.replaceChildren()
})

function staying(): HTMLElement {
  const element = document.createElement('div')
  offs.push(stayInBody(element))
  return element
}
const marked = () => [...document.body.querySelectorAll('[data-handback-stays]')]

test('what stays comes back into whatever body there is, once', async () => {
  const element = staying()
  const next = document.createElement('body')
  next.append(document.createElement('main'), element.cloneNode(true))
  document.documentElement.replaceChild(next, document.body)
  await vi.waitFor(() => expect(marked()).toEqual([element]))
})

test.each(['a copy that comes later', 'a copy that has a widget'])('%s goes', async (which) => {
  const [element, other] = [staying(), staying()]
  document.body.replaceChildren()
  await vi.waitFor(() => expect(marked()).toEqual([element, other]))
  const destroy = vi.fn()
  document.body.append(Object.assign(element.cloneNode(true), which.endsWith('widget') && { widget: { destroy } }))
  await vi.waitFor(() => expect(marked()).toEqual([element, other]))
  expect(destroy).toHaveBeenCalledTimes(which.endsWith('widget') ? 1 : 0)
})
