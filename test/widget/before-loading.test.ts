// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mount } from '../../src/widget/mount.ts'
import type { WidgetHandle } from '../../src/widget/options.ts'

let widget: WidgetHandle
beforeEach(() => {
  widget = mount({ endpoint: '/handback' })
})
afterEach(() => widget.destroy())

const name = () => widget.element.shadowRoot?.querySelector('.launcher')?.getAttribute('aria-label')

test('a button whose new words say nothing of it keeps its name', async () => {
  await widget.setLocale({ language: 'de', title: 'Hilfe' })
  expect(name()).toBe('Open chat')
  await widget.setLocale({ language: 'de', openChat: 'Chat öffnen' })
  expect(name()).toBe('Chat öffnen')
  await widget.setLocale('fr')
  expect(name()).toBe('Chat öffnen')
})

test.each(['dark', null, 7])('%j is no theme, and leaves the one that is there', (none) => {
  widget.setTheme({ radius: 7, colorScheme: 'light' })
  widget.setTheme(none as never)
  expect([widget.element.style.getPropertyValue('--handback-radius'), widget.element.dataset['colorScheme']]).toEqual(['7px', 'light'])
})
