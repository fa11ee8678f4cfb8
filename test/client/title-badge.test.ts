// @vitest-environment happy-dom
import { atom } from 'nanostores'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { titleBadge } from '../../src/client/title-badge.ts'

const $unread = atom(0)
beforeEach(() => {
  $unread.set(0)
  document.title = 'Help'
})
const start = (): (() => void) => {
  const stop = titleBadge({ $unread })
  onTestFinished(stop)
  return stop
}

test('a title that the page sets has the number too, without another message', async () => {
  start()
  $unread.set(2)
  expect(document.title).toBe('(2) Help')
  document.title = 'Cards'
  await vi.waitFor(() => expect(document.title).toBe('(2) Cards'))
  document.head.replaceChildren(Object.assign(document.createElement('title'), { textContent: 'Loans' }))
  await vi.waitFor(() => expect(document.title).toBe('(2) Loans'))
})

test('a page that exchanges its head keeps it', async () => {
  start()
  $unread.set(1)
  for (const words of ['Cards', 'Loans']) {
    const head = document.createElement('head')
    head.append(Object.assign(document.createElement('title'), { textContent: words }))
    document.head.replaceWith(head)
    await vi.waitFor(() => expect(document.title).toBe(`(1) ${words}`))
  }
  document.title = 'Rates'
  await vi.waitFor(() => expect(document.title).toBe('(1) Rates'))
})

test('stopped, it leaves the bare title, and what is set afterwards as it is', async () => {
  const stop = start()
  $unread.set(3)
  stop()
  expect(document.title).toBe('Help')
  document.title = 'Cards'
  $unread.set(4)
  await new Promise((resolve) => new MutationObserver(resolve).observe(document.head, { childList: true }) ?? document.head.append(document.createElement('meta')))
  expect(document.title).toBe('Cards')
})

test('a number that the page has in its title itself stays, and stands behind', async () => {
  document.title = '(12) Reports'
  const stop = start()
  expect(document.title).toBe('(12) Reports')
  $unread.set(2)
  expect(document.title).toBe('(2) (12) Reports')
  $unread.set(3)
  expect(document.title).toBe('(3) (12) Reports')
  document.title = '(13) Reports'
  await vi.waitFor(() => expect(document.title).toBe('(3) (13) Reports'))
  // a title as it was a while ago, with the number of that time
  document.title = '(2) (12) Reports'
  await vi.waitFor(() => expect(document.title).toBe('(3) (12) Reports'))
  $unread.set(0)
  expect(document.title).toBe('(12) Reports')
  stop()
  expect(document.title).toBe('(12) Reports')
})

test('of two chats the title has the sum, each counted once, and what is left when one stops', async () => {
  const $other = atom(0)
  start()
  start()
  const stop = titleBadge({ $unread: $other })
  onTestFinished(stop)
  $unread.set(2)
  expect(document.title).toBe('(2) Help')
  $other.set(3)
  document.title = 'Cards'
  await vi.waitFor(() => expect(document.title).toBe('(5) Cards'))
  stop()
  // once more is no other's
  stop()
  expect(document.title).toBe('(2) Cards')
})
