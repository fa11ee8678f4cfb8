// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { FormField, FormPart } from '../../../src/protocol/index.ts'
import type { Values } from '../../../src/ui/forms/check-field.ts'
import { FormFill } from '../../../src/ui/forms/form-fill.tsx'
import { english } from '../../../src/ui/english.ts'

const fields: readonly FormField[] = [
  { name: 'name', label: 'Name', kind: 'text', required: true },
  { name: 'mail', label: 'E-mail', kind: 'email', required: true },
  { name: 'phone', label: 'Phone', kind: 'phone' },
  { name: 'count', label: 'How many', kind: 'number' },
  { name: 'why', label: 'Why', kind: 'long-text' },
  { name: 'colour', label: 'Colour', kind: 'choice', options: ['Black', 'Sand'] },
  { name: 'from', label: 'From', kind: 'date' },
  { name: 'odd', label: 'Odd', kind: 'colour-wheel' as FormField['kind'] },
]
let form: FormPart
let place: HTMLElement
let sent: Values[]
let answer: () => Promise<void> | void

const show = (one: FormPart = form) =>
  act(() => render(<FormFill form={one} strings={english} onSubmit={(values) => { sent.push(values); return answer() }} />, place))

beforeEach(() => {
  form = { type: 'form', form: 'form-0001', title: 'Your card', fields }
  place = document.createElement('div')
  document.body.append(place)
  sent = []
  answer = () => undefined
  show()
})
afterEach(() => {
  render(null, place)
  place.remove()
})

const field = (label: string) => {
  const found = [...place.querySelectorAll('label')].find((one) => one.firstChild?.textContent === label)
  return place.querySelector(`[id="${found?.htmlFor}"]`) as HTMLInputElement
}
const fill = (label: string, value: string) => act(() => {
  const box = field(label)
  box.value = value
  box.dispatchEvent(new Event(box.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }))
})
const submit = () => act(() => void place.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })))
const problem = (label: string) => place.querySelector(`[id="${field(label).getAttribute('aria-describedby')}"]`)?.textContent
const alert = () => place.querySelector('[role=alert]')?.textContent

test('each kind is asked in its own way, an unknown one as text, with the help that a browser has', () => {
  const kinds = fields.map(({ label }) => {
    const box = field(label)
    return [box.tagName, box.getAttribute('type'), box.getAttribute('inputmode'), box.getAttribute('autocomplete')]
  })
  expect(kinds).toEqual([
    ['INPUT', 'text', null, 'name'],
    ['INPUT', 'email', 'email', 'email'],
    ['INPUT', 'tel', null, 'tel'],
    ['INPUT', 'text', 'decimal', null],
    ['TEXTAREA', null, null, null],
    ['SELECT', null, null, null],
    ['INPUT', 'date', null, null],
    ['INPUT', 'text', null, null],
  ])
  expect([...place.querySelectorAll('option')].map((option) => option.textContent)).toEqual([english.formChoose, 'Black', 'Sand'])
  expect(place.querySelector('form')?.getAttribute('aria-label')).toBe('Your card')
  expect([field('Name').getAttribute('aria-required'), field('Phone').getAttribute('aria-required')]).toEqual(['true', null])
})

test('what is wrong is said at its question once it was to be sent, counted, and the first one has the focus', () => {
  fill('E-mail', 'maria')
  expect(alert()).toBe('')
  expect(field('E-mail').hasAttribute('aria-invalid')).toBe(false)
  submit()
  expect(sent).toEqual([])
  expect(alert()).toBe(english.formErrors(2))
  expect([problem('Name'), problem('E-mail'), problem('Phone')]).toEqual([english.fieldMissing, english.fieldEmail, undefined])
  expect(field('Name').getAttribute('aria-invalid')).toBe('true')
  expect(document.activeElement).toBe(field('Name'))
  fill('Name', 'Maria')
  expect(problem('Name')).toBeUndefined()
  expect(alert()).toBe(english.formErrors(1))
  submit()
  expect(document.activeElement).toBe(field('E-mail'))
})

test('the answers are sent by name, without outer space and without empty ones', () => {
  fill('Name', ' Maria ')
  fill('E-mail', 'maria@example.com')
  fill('Colour', 'Sand')
  fill('Odd', 'anything')
  fill('Why', '  ')
  submit()
  expect(sent).toEqual([{ name: 'Maria', mail: 'maria@example.com', colour: 'Sand', odd: 'anything' }])
})

test('it is sent once while it is on its way, and may be sent again when that was in vain', async () => {
  let done = (): void => undefined
  answer = () => new Promise((resolve) => (done = resolve))
  fill('Name', 'Maria')
  fill('E-mail', 'maria@example.com')
  submit()
  submit()
  expect(sent).toHaveLength(1)
  expect(place.querySelector('button')?.getAttribute('aria-disabled')).toBe('true')
  done()
  await vi.waitFor(() => expect(place.querySelector('button')?.hasAttribute('aria-disabled')).toBe(false))
  submit()
  expect(sent).toHaveLength(2)
})

test('what is half filled outlives another render, and a thread that takes the message out and in', () => {
  fill('Name', 'Maria')
  show()
  expect(field('Name').value).toBe('Maria')
  act(() => render(null, place))
  show()
  expect(field('Name').value).toBe('Maria')
  act(() => render(null, place))
  show({ ...form })
  expect(field('Name').value).toBe('')
})

test('fields that are called like parts of every object begin empty', () => {
  act(() => render(null, place))
  show({ ...form, fields: [{ name: 'constructor', label: 'C', kind: 'text' }, { name: '__proto__', label: 'P', kind: 'text', required: true }] })
  expect([field('C').value, field('P').value]).toEqual(['', ''])
  fill('P', 'p')
  expect(field('P').value).toBe('p')
  submit()
  expect(sent.map((values) => Object.entries(values))).toEqual([[['__proto__', 'p']]])
})
