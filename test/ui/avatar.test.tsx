// @vitest-environment happy-dom
import { render } from 'preact'
import { expect, test } from 'vitest'
import { Avatar } from '../../src/ui/avatar.tsx'
import { PictureOrigins } from '../../src/ui/picture-origins.ts'

test.each([
  ['Maria Jensen', 'MJ'],
  ['Ana Maria de Souza', 'AS'],
  ['sarah', 'S'],
  ['Visitor 4711', 'V'],
  ['4711', '4'],
  ['Östen Ågren', 'ÖÅ'],
  ['', ''],
])('the initials of "%s" are "%s"', (name, initials) => {
  const place = document.createElement('div')
  render(<Avatar person={{ id: 'person-1', kind: 'visitor', name }} />, place)
  expect(place.textContent).toBe(initials)
})

const allowed = ['https://cdn.example']

test('a picture is requested only from an allowed origin, without a referrer; else there are initials', () => {
  const place = document.createElement('div')
  const person = { id: 'agent-1', kind: 'agent', name: 'Sarah', avatar: 'https://cdn.example/sarah.png' } as const
  render(<Avatar person={person} />, place)
  expect([place.querySelector('img'), place.textContent]).toEqual([null, 'S'])
  render(<PictureOrigins.Provider value={allowed}><Avatar person={person} /></PictureOrigins.Provider>, place)
  const image = place.querySelector('img')
  expect([image?.getAttribute('src'), image?.getAttribute('referrerpolicy'), image?.alt]).toEqual(['https://cdn.example/sarah.png', 'no-referrer', ''])
})
