// @vitest-environment happy-dom
import { atom } from 'nanostores'
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { MessageRow, StaffRow } from '../../src/conversation/rows.ts'
import type { Rows } from '../../src/internal/transcript.ts'
import { transcript } from '../../src/internal/transcript.ts'
import { english } from '../../src/ui/english.ts'
import { Thread } from '../../src/ui/thread.tsx'
import type { ThreadProps } from '../../src/ui/thread.tsx'

const visitor = { id: 'visitor-1', kind: 'visitor', name: '' } as const
const bot = { id: 'assistant', kind: 'assistant', name: 'AI Assistant' } as const
const row = (seq: number, text = `message ${seq}.`, id = `m${seq}`): MessageRow =>
  ({ type: 'message', id, seq, at: 1_760_000_000_000 + seq * 1000, author: seq % 2 ? visitor : bot, parts: [{ type: 'text', text }] })
const some = (from: number, to: number): MessageRow[] => Array.from({ length: to - from + 1 }, (_, index) => row(from + index))

/** Pixels of a row, and of the view. */
const HIGH = 50
const ROOM = 500

let place: HTMLElement
let rows: Rows<StaffRow>
const $streaming = atom<MessageRow | null>(null)
let asked = 0

const restore: (() => void)[] = []
const layout = (name: 'offsetHeight' | 'offsetTop' | 'clientHeight' | 'scrollHeight', get: (element: HTMLElement) => number) => {
  const before = Object.getOwnPropertyDescriptor(HTMLElement.prototype, name)
  Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get(this: HTMLElement) { return get(this) } })
  restore.push(() => (before ? Object.defineProperty(HTMLElement.prototype, name, before) : Reflect.deleteProperty(HTMLElement.prototype, name)))
}
const height = (element: Element): number => {
  if (element.matches('.gap')) return Number.parseFloat((element as HTMLElement).style.height)
  if (element.matches('.page')) return [...element.children].reduce((sum, child) => sum + height(child), 0)
  return element.matches('.row') ? HIGH : 0
}
const top = (element: Element): number => {
  const parent = element.parentElement
  if (!parent || element.matches('.log, .rows')) return 0
  const before = [...parent.children].slice(0, [...parent.children].indexOf(element))
  return (parent.matches('.page') ? top(parent) : 0) + before.reduce((sum, each) => sum + height(each), 0)
}

beforeEach(() => {
  layout('offsetHeight', height)
  layout('offsetTop', top)
  layout('clientHeight', (element) => (element.matches('.log') ? ROOM : 0))
  layout('scrollHeight', (element) => [...(element.firstElementChild?.children ?? [])].reduce((sum, each) => sum + height(each), 0))
  place = document.createElement('div')
  document.body.append(place)
  asked = 0
  $streaming.set(null)
})
afterEach(() => {
  render(null, place)
  place.remove()
  for (const undo of restore.splice(0)) undo()
})

const show = (more: Partial<ThreadProps> = {}) =>
  act(() => render(<Thread rows={rows} $streaming={$streaming} me="visitor" strings={english} onEarlier={() => void (asked += 1)} {...more} />, place))
const log = () => place.querySelector('.log') as HTMLElement
const numbers = () => [...place.querySelectorAll('.page .row')].map(({ textContent }) => Number(/message (\d+)\./.exec(textContent ?? '')?.[1]))
const scrollTo = (y: number) =>
  act(() => {
    log().scrollTop = y
    log().dispatchEvent(new Event('scroll'))
  })
/** From where the view is now; the end is where a browser would stop. */
const scrollBy = (y: number) => scrollTo(Math.max(0, Math.min(log().scrollTop, log().scrollHeight - ROOM) + y))
/** Numbers of the rows in view, by where they stand. */
const inView = () =>
  [...place.querySelectorAll<HTMLElement>('.page .row')]
    .filter((element) => top(element) < log().scrollTop + ROOM && top(element) + HIGH > log().scrollTop)
    .map(({ textContent }) => Number(/message (\d+)\./.exec(textContent ?? '')?.[1]))

test('a long thread has its newest rows in the document and is as high as all of them', () => {
  rows = transcript(some(1, 1000))
  show()
  expect(numbers()).toEqual(some(981, 1000).map(({ seq }) => seq))
  scrollBy(-1000)
  expect(log().scrollHeight).toBe(1000 * HIGH)
})

test('wherever the reader scrolls there are rows, and never many more than can be seen', () => {
  rows = transcript(some(1, 2000))
  show()
  let most = 0
  while (log().scrollTop > 0) {
    scrollBy(-700)
    expect(inView().length).toBeGreaterThanOrEqual(ROOM / HIGH)
    most = Math.max(most, numbers().length)
  }
  expect(inView()[0]).toBe(1)
  expect(most).toBeLessThanOrEqual(130)
})

test('a hard flick lays out what is seen, and then the rows around it, a few in each frame', async () => {
  rows = transcript(some(1, 2000))
  show()
  scrollBy(-10)
  let before = new Set(numbers())
  const added = (): number => {
    const now = numbers()
    const count = now.filter((number) => !before.has(number)).length
    before = new Set(now)
    return count
  }
  for (let flick = 0; flick < 5; flick += 1) {
    scrollBy(-2500)
    expect(inView().length).toBeGreaterThanOrEqual(ROOM / HIGH)
    expect(added()).toBeLessThanOrEqual(ROOM / HIGH + 10)
    let frames = 0
    for (let first = 0; first !== numbers()[0]; frames += 1) {
      first = numbers()[0] ?? 0
      await act(() => new Promise<number>((resolve) => requestAnimationFrame(resolve)).then(() => undefined))
      expect(added()).toBeLessThanOrEqual(10)
    }
    expect(frames).toBeGreaterThan(1)
    // a view's height above what is seen
    expect(numbers()[0]).toBeLessThanOrEqual((inView()[0] ?? 0) - ROOM / HIGH)
  }
})

test('a leap to the top shows the first message at once', () => {
  rows = transcript(some(1, 10_000))
  show()
  scrollBy(-10)
  scrollTo(0)
  expect(inView()[0]).toBe(1)
  expect(numbers().length).toBeLessThan(200)
})

test('what the reader sees stays where it is when older rows come in above', () => {
  rows = transcript(some(101, 400))
  show()
  scrollBy(-2000)
  const before = inView()
  expect(before.length).toBeGreaterThanOrEqual(ROOM / HIGH)
  rows = rows.prepend(some(1, 100))
  show()
  expect(inView()).toEqual(before)
})

test('older rows are asked for once when the oldest comes near, and again by the button', () => {
  rows = transcript(some(101, 400))
  show({ hasEarlier: true })
  expect(asked).toBe(0)
  scrollBy(-10)
  expect(asked).toBe(0)
  scrollTo(200)
  scrollTo(100)
  expect(asked).toBe(1)
  scrollTo(0)
  act(() => place.querySelector<HTMLElement>('.earlier')?.click())
  expect(asked).toBe(2)
  rows = rows.prepend(some(51, 100))
  show({ hasEarlier: true })
  scrollTo(log().scrollTop - 1)
  scrollTo(100)
  expect(asked).toBe(3)
})

test('who reads further up is told how much was said since, and comes to it by one press', () => {
  rows = transcript(some(1, 100))
  show()
  const jump = () => place.querySelector<HTMLElement>('.jump')
  expect(jump()).toBeNull()
  scrollBy(-1000)
  const before = inView()
  expect(jump()?.textContent).toBe(english.jumpToNewest)
  rows = rows.push(row(102))
  show()
  expect(jump()?.textContent).toBe(`${english.jumpToNewest}${english.newMessages(1)}`)
  rows = rows.push(row(104))
  show()
  expect(jump()?.textContent).toBe(`${english.jumpToNewest}${english.newMessages(2)}`)
  expect(inView()).toEqual(before)
  act(() => jump()?.click())
  expect([jump(), numbers().at(-1)]).toEqual([null, 104])
  expect(log().scrollTop).toBeGreaterThanOrEqual(log().scrollHeight - ROOM)
  // what was said until then is not counted a second time
  scrollBy(-1000)
  expect(jump()?.textContent).toBe(english.jumpToNewest)
})

test('what somebody sends brings them back to the end, and what others say does not', () => {
  rows = transcript(some(1, 100))
  show()
  scrollBy(-1000)
  rows = rows.push(row(102))
  show()
  expect(place.querySelector('.jump')).not.toBeNull()
  rows = rows.push(row(103))
  show()
  expect([place.querySelector('.jump'), numbers().at(-1)]).toEqual([null, 103])
  expect(log().scrollTop).toBeGreaterThanOrEqual(log().scrollHeight - ROOM)
})

test('another conversation begins at its end', () => {
  rows = transcript(some(1, 300))
  show()
  rows = transcript(Array.from({ length: 100 }, (_, index) => row(index + 1, `message ${index + 1}.`, `other-${index}`)))
  show()
  expect(numbers()).toEqual(some(81, 100).map(({ seq }) => seq))
})

test('a written answer is rendered once per frame, and stays the same elements when it is whole', async () => {
  rows = transcript(some(1, 40))
  show()
  const frame = () => act(() => new Promise<number>((resolve) => requestAnimationFrame(resolve)).then(() => undefined))
  let changes = 0
  const observer = new MutationObserver((records) => (changes += records.length > 0 ? 1 : 0))
  observer.observe(place, { subtree: true, childList: true, characterData: true })
  const said = (text: string): MessageRow => ({ ...row(42, text, 'answer'), seq: 0, streaming: true })
  act(() => $streaming.set(said('**One**')))
  const first = place.querySelector('.md strong')
  await frame()
  changes = 0
  for (const end of ['two', 'two three', 'two three four', 'two three four five']) $streaming.set(said(`**One** ${end}`))
  // what waits for no frame is rendered by now; the observer itself is told of it later
  await Promise.resolve()
  expect([observer.takeRecords(), changes]).toEqual([[], 0])
  await frame()
  expect(changes).toBe(1)
  expect([...place.querySelectorAll('.md')].at(-1)?.textContent).toBe('One two three four fiv')
  act(() => {
    $streaming.set(null)
    rows = rows.push(row(42, '**One** two three four five', 'answer'))
    show()
  })
  observer.disconnect()
  expect(place.querySelector('.md strong')).toBe(first)
  expect(place.querySelectorAll('.md')).toHaveLength(11)
  expect([...place.querySelectorAll('.md')].at(-1)?.textContent).toBe('One two three four five')
})
