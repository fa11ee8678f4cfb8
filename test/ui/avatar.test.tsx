// @vitest-environment happy-dom
import { render } from 'preact'
import { expect, test } from 'vitest'
import { Avatar } from '../../src/ui/avatar.tsx'

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
