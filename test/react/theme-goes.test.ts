// @vitest-environment happy-dom
import { act, createElement, createRef } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, onTestFinished, test, vi } from 'vitest'
import { HandbackChat } from '../../src/react/index.ts'
import type { WidgetHandle } from '../../src/widget/index.ts'

test('a theme that is left out goes, and the widget stays', () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  onTestFinished(() => {
    act(() => root.unmount())
    place.remove()
    vi.unstubAllGlobals()
  })
  const ref = createRef<WidgetHandle>()
  const accent = () => ref.current?.element.style.getPropertyValue('--handback-accent')
  act(() => root.render(createElement(HandbackChat, { ref, endpoint: '/handback', theme: { accent: '#111111' } })))
  const widget = ref.current
  expect(accent()).toBe('#111111')
  act(() => root.render(createElement(HandbackChat, { ref, endpoint: '/handback' })))
  expect([ref.current, accent()]).toEqual([widget, ''])
})
