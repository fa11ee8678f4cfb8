// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { MessageRow } from '../../src/conversation/index.ts'
import { english } from '../../src/ui/english.ts'
import { type MarkdownNode, createMarkdownTree } from '../../src/ui/markdown-tree.ts'
import { MessageBody } from '../../src/ui/message-body.tsx'

let place: HTMLElement
beforeEach(() => {
  place = document.createElement('div')
  document.body.append(place)
})
afterEach(() => {
  render(null, place)
  place.remove()
})

const row = (kind: 'visitor' | 'assistant', text: string): MessageRow => (
  { type: 'message', id: 'message-1', seq: 1, at: 0, author: { id: kind, kind, name: kind }, parts: [{ type: 'text', text }] }
)
const show = (kind: 'visitor' | 'assistant', text: string): string => {
  void act(() => render(<MessageBody row={row(kind, text)} strings={english} />, place))
  return place.textContent ?? ''
}

test.each(['visitor', 'assistant'] as const)('no letter of a message of the %s has more marks than can be drawn', (kind) => {
  const marks = '\u0301\u0316'
  expect(show(kind, `za${marks.repeat(5_000)}lgo`)).toBe(`za${marks.repeat(15)}lgo`)
  // as many as any language has, and more, stay
  const most = `न\u093f\u0902 a${marks.repeat(15)} ก\u0e35\u0e48 🏳️‍🌈`
  expect(show(kind, most)).toBe(most)
})

const wordsOf = ({ children }: MarkdownNode): string => children.map((child) => (typeof child === 'string' ? child : wordsOf(child))).join('')

test('nor has one while it is written', () => {
  const tree = createMarkdownTree()
  for (const length of [10, 40, 100, 10_000]) {
    // it goes on, and does not start over
    expect(tree.feed(`a${'\u0301'.repeat(length)}`)).toBe(true)
    expect(wordsOf(tree.root).length).toBeLessThanOrEqual(31)
  }
  expect(tree.feed(`a${'\u0301'.repeat(10_000)}b`)).toBe(true)
  tree.end()
  expect(wordsOf(tree.root)).toBe(`a${'\u0301'.repeat(30)}b`)
})
