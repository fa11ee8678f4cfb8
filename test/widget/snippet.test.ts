// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import type { SnippetCall, SnippetQueue } from '../../src/browser/snippet.ts'
import { HandbackError } from '../../src/protocol/errors.ts'

const told: string[] = []
const read = (event: Event) => told.push((event as CustomEvent<Error>).detail.message)
document.addEventListener('handback:error', read)

/** Runs the tag with what was queued before it. */
async function tag(...queued: unknown[]): Promise<SnippetQueue> {
  const script = document.createElement('script')
  script.dataset.endpoint = 'https://hub.example/handback'
  const page = globalThis as { handback?: unknown }
  page.handback = queued
  Object.defineProperty(document, 'currentScript', { configurable: true, value: script })
  await import('../../src/browser/snippet.ts')
  return page.handback as SnippetQueue
}

test('a call that there is not, and one that is none, are told on the document, queued or not, and hurt no other', async () => {
  const run = vi.fn()
  const heard = vi.fn()
  const wrong = [['opne'], 'open', ['on', 'unread', 'badge'], ['on', 'mesage', run], ['options', 'wide'], ['on', 'error', heard], run]
  const expected = [
    'There is no verb opne.', 'A call is an array such as [\'open\'], or a function.', 'There is no function to hear unread with.',
    'There is no event mesage.', 'The options are no object.',
  ]
  const queue = await tag(...wrong)
  await vi.waitFor(() => expect(told).toEqual(expected))
  expect(run).toHaveBeenCalledTimes(1)
  expect(document.querySelectorAll('handback-chat')).toHaveLength(1)
  queue.push(...(wrong as SnippetCall[]))
  await vi.waitFor(() => expect(told).toEqual([...expected, ...expected]))
  // what is told on the element is heard there too
  expect(heard.mock.calls.length).toBeGreaterThan(0)
  document.querySelector('handback-chat')?.remove()
})

test('what throws is told as what it is, and by the page where nobody reads it', async () => {
  told.length = 0
  vi.resetModules()
  const reported: unknown[] = []
  vi.stubGlobal('reportError', (error: unknown) => reported.push(error))
  const mine = new Error('a mistake of mine')
  const queue = await tag()
  await vi.waitFor(() => expect(document.querySelectorAll('handback-chat')).toHaveLength(1))
  queue.push(() => Promise.reject(mine))
  await vi.waitFor(() => expect(told).toContain('a mistake of mine'))
  expect(reported).toEqual([])
  document.removeEventListener('handback:error', read)
  queue.push(() => Promise.reject(mine), ['opne'])
  await vi.waitFor(() => expect(reported).toHaveLength(2))
  expect(reported).toEqual(expect.arrayContaining([mine, expect.objectContaining({ code: 'command/unknown' })]))
  // what passes is nothing that who builds the page could mend
  const calls = [() => Promise.reject(new HandbackError('client/unavailable', 'No network.', { retryable: true })), () => Promise.reject(undefined), ['close', 'all']] as const
  queue.push(...(calls as readonly SnippetCall[]))
  queue.push(() => Promise.reject(new Error('the last one')))
  await vi.waitFor(() => expect(reported.slice(2)).toEqual([undefined, new Error('the last one')]))
  vi.unstubAllGlobals()
  document.querySelector('handback-chat')?.remove()
})
