// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import type { SnippetCall, SnippetQueue } from '../../src/browser/snippet.ts'

const told: string[] = []
document.addEventListener('handback:error', (event) => told.push((event as CustomEvent<Error>).detail.message))

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
