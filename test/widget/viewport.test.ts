// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { followViewport } from '../../src/widget/viewport.ts'

test('the keyboard that counts is that of the host’s own document, and only until it is stopped', () => {
  const viewport = Object.assign(new EventTarget(), { scale: 1, height: 400, offsetTop: 0 })
  const style = new Map<string, string>()
  const host = {
    ownerDocument: { defaultView: { visualViewport: viewport } },
    style: { setProperty: (name: string, value: string) => void style.set(name, value) },
  } as unknown as HTMLElement
  const room = () => [...style.values()]
  const stop = followViewport(host)
  expect(room()).toEqual(['400px', '0px'])
  Object.assign(viewport, { height: 220, offsetTop: 30 })
  viewport.dispatchEvent(new Event('resize'))
  expect(room()).toEqual(['220px', '30px'])
  // who has zoomed in looks through a glass
  Object.assign(viewport, { scale: 2, height: 110 })
  viewport.dispatchEvent(new Event('scroll'))
  expect(room()).toEqual(['220px', '30px'])
  stop()
  Object.assign(viewport, { scale: 1, height: 400 })
  viewport.dispatchEvent(new Event('resize'))
  expect(room()).toEqual(['220px', '30px'])
})
