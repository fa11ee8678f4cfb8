// @vitest-environment happy-dom
import { atom } from 'nanostores'
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Transcript } from '../../src/conversation/index.ts'
import type { MessageRow, StaffRow } from '../../src/conversation/rows.ts'
import type { Person } from '../../src/protocol/index.ts'
import { textOf } from '../../src/protocol/index.ts'
import { transcript } from '../../src/internal/transcript.ts'
import { announceRows } from '../../src/ui/announce-rows.ts'
import { createAnnouncer } from '../../src/ui/announcer.tsx'
import type { Spoken } from '../../src/ui/announcer.tsx'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const bot: Person = { id: 'assistant', kind: 'assistant', name: 'AI Assistant' }
const message = (seq: number, text = `message ${seq}`, more: Partial<MessageRow> = {}): MessageRow =>
  ({ type: 'message', id: `m${seq}`, seq, at: 0, author: bot, parts: [{ type: 'text', text }], ...more })

function listen(rows: Transcript<StaffRow>, fresh: boolean) {
  const $rows = atom(rows)
  const said: Spoken[] = []
  const off = announceRows($rows, {
    say: (text) => said.push(text),
    text: (row) => (row.type === 'message' && row.author.kind !== 'visitor' ? textOf(row.parts) : ''),
    failed: () => 'Not sent',
    fresh,
    many: (count) => `${count} new`,
  })
  return { $rows, said, off }
}

test('each new row is said once', () => {
  const { $rows, said, off } = listen([], true)
  $rows.set([message(1)])
  $rows.set([message(1), message(2)])
  $rows.set([message(1), message(2), message(3, 'own', { author: { ...bot, kind: 'visitor' } })])
  $rows.set([...$rows.get()])
  expect(said).toEqual(['message 1', 'message 2'])
  off()
  $rows.set([...$rows.get(), message(4)])
  expect(said).toHaveLength(2)
})

test('what was there before is taken as read, and so are older rows that are fetched', () => {
  const { $rows, said } = listen([], false)
  $rows.set([message(10), message(11)])
  $rows.set([message(8), message(9), message(10), message(11)])
  $rows.set([message(8), message(9), message(10), message(11), message(12)])
  expect(said).toEqual(['message 12'])
})

test('very many rows at once are said as a number', () => {
  const { $rows, said } = listen([message(1)], false)
  $rows.set(Array.from({ length: 9 }, (_, index) => message(index + 1)))
  expect(said).toEqual(['8 new'])
})

test('a message that was not sent is said once per failure', () => {
  const { $rows, said } = listen([message(1)], false)
  const own = (delivery: 'sending' | 'failed') => message(0, 'mine', { id: 'own', author: { ...bot, kind: 'visitor' }, delivery })
  $rows.set([message(1), own('sending')])
  $rows.set([message(1), own('failed')])
  $rows.set([message(1), own('failed')])
  $rows.set([message(1), own('sending')])
  $rows.set([message(1), own('failed')])
  expect(said).toEqual(['Not sent', 'Not sent'])
})

test('one more row costs one look, however many there are', () => {
  const list = transcript<StaffRow>(Array.from({ length: 10_000 }, (_, index) => message(index + 1)))
  const { $rows, said } = listen(list, false)
  let looks = 0
  const next = list.push(message(10_001, 'news'))
  $rows.set({ ...next, at: (index) => ((looks += 1), next.at(index)) })
  expect(said).toEqual(['news'])
  expect(looks).toBe(2)
})

test('the region is polite, holds several texts at once and is empty after two seconds', () => {
  const announcer = createAnnouncer()
  const place = document.createElement('div')
  act(() => render(<announcer.Region />, place))
  act(() => {
    announcer.say('one')
    announcer.say('two')
    announcer.say('')
  })
  const lines = () => [...place.querySelectorAll('p')].map((line) => line.textContent)
  expect(place.querySelector('[aria-live]')?.getAttribute('aria-live')).toBe('polite')
  expect(lines()).toEqual(['one', 'two'])
  act(() => void vi.advanceTimersByTime(1999))
  expect(lines()).toEqual(['one', 'two'])
  act(() => void vi.advanceTimersByTime(1))
  expect(lines()).toEqual([])
  announcer.stop()
  render(null, place)
})

test('what takes long to put into words is put into them once, and not before the frame that shows it is out', async () => {
  const announcer = createAnnouncer()
  const place = document.createElement('div')
  act(() => render(<announcer.Region />, place))
  const words = vi.fn(() => 'Bot: a long answer')
  const $rows = atom<Transcript<StaffRow>>([])
  announceRows($rows, { say: announcer.say, text: () => words, failed: () => '', fresh: true, many: String })
  const lines = () => [...place.querySelectorAll('p')].map((line) => line.textContent)
  $rows.set([message(1)])
  // everything that is rendered together with it
  await vi.advanceTimersByTimeAsync(0)
  expect(words).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(100)
  expect(lines()).toEqual(['Bot: a long answer'])
  act(() => announcer.say('next'))
  expect(lines()).toEqual(['Bot: a long answer', 'next'])
  expect(words).toHaveBeenCalledTimes(1)
  announcer.stop()
  render(null, place)
})
