// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { adopt, applyTheme, readableOn } from '../../src/ui/theme.ts'

test('text on an accent is black or white, whichever reads better', () => {
  expect(readableOn('#ffd400')).toBe('#000')
  expect(readableOn('#0c5a4b')).toBe('#fff')
  expect(readableOn('rebeccapurple')).toBeUndefined()
})

test('a theme is set, and what the next one leaves out goes back', () => {
  const host = document.createElement('div')
  applyTheme(host, { colorScheme: 'dark', accent: '#ffd400', radius: 8, density: 'compact', typography: { family: 'Inter', size: 14 } })
  expect(host.dataset).toMatchObject({ colorScheme: 'dark', density: 'compact' })
  expect(host.style.getPropertyValue('--handback-accent')).toBe('#ffd400')
  expect(host.style.getPropertyValue('--handback-on-accent')).toBe('#000')
  expect(host.style.getPropertyValue('--handback-radius')).toBe('8px')
  applyTheme(host, {})
  expect(host.dataset.colorScheme).toBeUndefined()
  expect(host.dataset.density).toBeUndefined()
  for (const name of ['accent', 'on-accent', 'radius', 'font', 'size']) expect(host.style.getPropertyValue(`--handback-${name}`)).toBe('')
})

test('styles are adopted, without an element, beside those that are there, and taken back', () => {
  const root = document.createElement('div').attachShadow({ mode: 'open' })
  const other = new CSSStyleSheet()
  root.adoptedStyleSheets = [other]
  const off = adopt(root, 'p{color:red}', 'b{color:blue}')
  expect(root.adoptedStyleSheets).toHaveLength(3)
  expect(root.childNodes).toHaveLength(0)
  off()
  expect(root.adoptedStyleSheets).toEqual([other])
})
