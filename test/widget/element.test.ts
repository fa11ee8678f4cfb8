// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import '../../src/widget/element.ts'
import type { HandbackChatElement } from '../../src/widget/element.ts'

let element: HandbackChatElement

beforeEach(() => {
  localStorage.clear()
  element = document.createElement('handback-chat') as HandbackChatElement
})
afterEach(() => {
  element.remove()
})

test('it is a widget while it is in the page and has an endpoint', async () => {
  document.body.append(element)
  expect(element.widget).toBeUndefined()
  element.remove()
  element.setAttribute('endpoint', '/handback')
  const ready = vi.fn()
  document.addEventListener('handback:ready', ready)
  document.body.append(element)
  await Promise.resolve()
  expect(ready).toHaveBeenCalledOnce()
  document.removeEventListener('handback:ready', ready)
  expect(element.shadowRoot?.querySelector('.launcher')).not.toBeNull()
  element.remove()
  expect(element.widget).toBeUndefined()
  expect(element.shadowRoot?.childNodes).toHaveLength(0)
})

test('it survives being moved', () => {
  element.setAttribute('endpoint', '/handback')
  document.body.append(element)
  const place = document.createElement('div')
  document.body.append(place)
  place.append(element)
  expect(element.parentElement).toBe(place)
  expect(element.shadowRoot?.querySelectorAll('.launcher')).toHaveLength(1)
  place.remove()
})

test('attributes are its theme', () => {
  const attributes = { endpoint: '/handback', 'color-scheme': 'dark', accent: '#123456', radius: '12', density: 'compact' }
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  document.body.append(element)
  expect(element.dataset).toMatchObject({ colorScheme: 'dark', density: 'compact' })
  expect(element.style.getPropertyValue('--handback-accent')).toBe('#123456')
  expect(element.style.getPropertyValue('--handback-radius')).toBe('12px')
})

test('the open attribute opens it, inline fills its place', async () => {
  element.setAttribute('endpoint', '/handback')
  element.setAttribute('open', '')
  document.body.append(element)
  await vi.waitFor(() => expect(element.shadowRoot?.querySelector<HTMLElement>('.panel')?.hidden).toBe(false))
  element.remove()
  element.removeAttribute('open')
  element.setAttribute('inline', '')
  document.body.append(element)
  await vi.waitFor(() => expect(element.shadowRoot?.querySelector<HTMLElement>('.panel')?.hidden).toBe(false))
  expect(element.dataset.layout).toBe('inline')
})
