// @vitest-environment happy-dom
import { createRef, render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ComposerHandle, ComposerProps } from '../../../src/ui/composer/composer.tsx'
import { Composer } from '../../../src/ui/composer/composer.tsx'
import { english } from '../../../src/ui/english.ts'

interface Fake {
  lang: string
  interimResults: boolean
  onresult: (event: { results: { transcript: string }[][] }) => void
  onerror: (event: { error: string }) => void
  onend: () => void
  aborted: boolean
}

let place: HTMLElement
let made: Fake[]
let sent: string[]
let refuses: boolean
const handle = createRef<ComposerHandle>()

const show = (props: Partial<ComposerProps> = {}) => act(() => {
  render(
    <Composer
      label="Message"
      sendLabel="Send"
      strings={english}
      locale="en-GB"
      voice
      handle={handle}
      onSend={(text) => void sent.push(text)}
      {...props}
    />,
    place,
  )
})

beforeEach(() => {
  place = document.createElement('div')
  document.body.append(place)
  made = []
  sent = []
  refuses = false
  vi.stubGlobal('webkitSpeechRecognition', class {
    aborted = false
    constructor() {
      made.push(this as unknown as Fake)
    }
    addEventListener(type: string, hear: unknown) {
      Object.assign(this, { [`on${type}`]: hear })
    }
    start() {
      if (refuses) throw new DOMException('no', 'InvalidStateError')
    }
    abort() {
      this.aborted = true
    }
  })
})
afterEach(() => {
  render(null, place)
  place.remove()
  vi.unstubAllGlobals()
})

const box = () => place.querySelector('textarea') as HTMLTextAreaElement
const button = () => place.querySelector('[part=dictate]') as HTMLButtonElement | null
const pressed = () => button()?.getAttribute('aria-pressed')
const until = (look: () => void) => vi.waitFor(look, { interval: 5, timeout: 4_000 })
const type = (text: string) => act(() => {
  box().value = text
  box().dispatchEvent(new InputEvent('input', { bubbles: true }))
})
const listen = async (): Promise<Fake> => {
  const before = made.length
  act(() => button()?.click())
  await until(() => expect(made.length).toBe(before + 1))
  return made.at(-1) as Fake
}
const hears = (fake: Fake, ...words: readonly string[]) => act(() => fake.onresult({ results: words.map((transcript) => [{ transcript }]) }))

test('there is no button where the browser cannot listen, and none where nobody wants one', () => {
  show({ voice: false })
  expect(button()).toBeNull()
  vi.unstubAllGlobals()
  show()
  expect(button()).toBeNull()
})

test('it never begins by itself', async () => {
  show()
  await act(() => vi.dynamicImportSettled())
  expect(button()).not.toBeNull()
  expect(made).toEqual([])
})

test('what is said stands behind what was written while it is said, in the language of the reader', async () => {
  show()
  type('Hello')
  const fake = await listen()
  expect([fake.lang, fake.interimResults, pressed()]).toEqual(['en-GB', true, 'true'])
  expect(button()?.title).toBe(english.stopDictating)
  hears(fake, 'my car')
  expect(box().value).toBe('Hello my car')
  hears(fake, 'my card is', ' lost')
  expect(box().value).toBe('Hello my card is lost')
  act(() => fake.onend())
  expect(pressed()).toBe('false')
  expect(box().value).toBe('Hello my card is lost')
  expect(sent).toEqual([])
})

test('pressing again stops, and what comes later is not heard', async () => {
  show()
  const fake = await listen()
  hears(fake, 'one')
  act(() => button()?.click())
  await until(() => expect(fake.aborted).toBe(true))
  hears(fake, 'one two')
  expect(box().value).toBe('one')
})

test.each([
  ['typing', () => type('by hand'), 'by hand'],
  ['sending', () => act(() => (place.querySelector('[part=send]') as HTMLButtonElement).click()), ''],
  ['text of the page', () => act(() => handle.current?.setText('of the page')), 'of the page'],
])('%s ends it', async (_, act_, left) => {
  show()
  const fake = await listen()
  hears(fake, 'spoken')
  act_()
  await until(() => expect(fake.aborted).toBe(true))
  hears(fake, 'spoken on')
  expect(box().value).toBe(left)
  expect(pressed()).toBe('false')
})

test('what goes wrong is said in words, until it is tried again', async () => {
  show()
  const fake = await listen()
  act(() => fake.onerror({ error: 'not-allowed' }))
  expect(place.querySelector('[role=alert]')?.textContent).toBe(english.dictationFailed)
  expect(pressed()).toBe('false')
  await listen()
  await until(() => expect(place.querySelector('[role=alert]')?.textContent).toBe(''))
  expect(pressed()).toBe('true')
})

test('a recogniser that does not even start is said in words too', async () => {
  refuses = true
  show()
  await listen()
  await until(() => expect(place.querySelector('[role=alert]')?.textContent).toBe(english.dictationFailed))
  expect(pressed()).toBe('false')
})

test('it listens to nobody once the box is gone', async () => {
  show()
  const fake = await listen()
  act(() => render(null, place))
  await until(() => expect(fake.aborted).toBe(true))
})
