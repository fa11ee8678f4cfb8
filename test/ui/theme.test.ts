// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { adopt } from '../../src/ui/adopt.ts'
import { applyTheme } from '../../src/ui/theme.ts'

const value = (host: HTMLElement, name: string) => host.style.getPropertyValue(`--handback-${name}`)

test('a theme is set, and what the next one leaves out goes back', () => {
  const host = document.createElement('div')
  host.style.setProperty('--handback-viewport', '600px')
  applyTheme(host, {
    colorScheme: 'dark', accent: '#ffd400', radius: 8, density: 'compact', motion: 'none', typography: { family: 'Inter', size: 14 },
    tokens: { sunken: ['#fff', '#111'], stroke: '2px' },
  })
  expect(host.dataset).toMatchObject({ colorScheme: 'dark', density: 'compact', motion: 'none' })
  expect(['accent', 'radius', 'font', 'size', 'sunken', 'stroke'].map((name) => value(host, name))).toEqual([
    '#ffd400', '8px', 'Inter', '14px', 'light-dark(#fff,#111)', '2px',
  ])
  applyTheme(host, {})
  expect([host.dataset.colorScheme, host.dataset.density, host.dataset.motion]).toEqual(['auto', 'comfortable', 'auto'])
  for (const name of ['accent', 'radius', 'font', 'size', 'sunken', 'stroke']) expect(value(host, name)).toBe('')
  // what is not the theme's stays
  expect(value(host, 'viewport')).toBe('600px')
})

test('what stands beside a ready theme wins over its tokens, also as one colour for light and another for dark', () => {
  const host = document.createElement('div')
  const ready = { tokens: { accent: '#111', bg: '#fff' } }
  applyTheme(host, { tokens: ready.tokens, accent: ['#06c', '#6cf'] })
  expect(value(host, 'accent')).toBe('light-dark(#06c,#6cf)')
  applyTheme(host, { tokens: ready.tokens })
  expect(value(host, 'accent')).toBe('#111')
})

test('square is a radius, too; what is no length is left out', () => {
  const host = document.createElement('div')
  applyTheme(host, { radius: 0 })
  expect(value(host, 'radius')).toBe('0px')
  for (const radius of [-1, NaN]) {
    applyTheme(host, { radius })
    expect(value(host, 'radius')).toBe('')
  }
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
