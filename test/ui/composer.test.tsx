// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Composer } from '../../src/ui/composer.tsx'

let place: HTMLElement
let sent: string[]
let keys: number

beforeEach(() => {
  place = document.createElement('div')
  document.body.append(place)
  sent = []
  keys = 0
  act(() => render(<Composer label="Message" sendLabel="Send" onSend={(text) => sent.push(text)} onTyping={() => (keys += 1)} />, place))
})
afterEach(() => {
  render(null, place)
  place.remove()
})

const box = () => place.querySelector('textarea') as HTMLTextAreaElement
const button = () => place.querySelector('button') as HTMLButtonElement
const type = (text: string) => act(() => {
  box().value = text
  box().dispatchEvent(new InputEvent('input', { bubbles: true }))
})
const press = (init: KeyboardEventInit) => act(() => {
  box().dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, key: 'Enter', ...init }))
})

test('Enter sends what was written, without outer space, and empties the box', () => {
  type('  hello \n')
  press({})
  expect(sent).toEqual(['hello'])
  expect(box().value).toBe('')
  expect(keys).toBe(1)
})

test('Shift+Enter and the Enter that ends a composition do not send', () => {
  type('hello')
  press({ shiftKey: true })
  press({ isComposing: true })
  press({ keyCode: 229 })
  expect(sent).toEqual([])
  expect(box().value).toBe('hello')
})

test('nothing and mere space cannot be sent', () => {
  expect(button().disabled).toBe(true)
  type('   \n ')
  expect(button().disabled).toBe(true)
  press({})
  expect(sent).toEqual([])
  type('x')
  expect(button().disabled).toBe(false)
})

test('the button sends and leaves the focus in the box', () => {
  type('by button')
  act(() => button().click())
  expect(sent).toEqual(['by button'])
  expect(document.activeElement).toBe(box())
})
