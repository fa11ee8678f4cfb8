// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { MessageRow } from '../../src/conversation/rows.ts'
import { english } from '../../src/ui/english.ts'
import { Meta } from '../../src/ui/meta.tsx'
import type { MetaProps } from '../../src/ui/meta.tsx'

const at = new Date(2026, 2, 10, 14, 5).getTime()
const message: MessageRow = {
  type: 'message', id: 'm1', seq: 1, at, author: { id: 'visitor-1', kind: 'visitor', name: '' }, parts: [{ type: 'text', text: 'Hi' }], delivery: 'sent',
}

let place: HTMLElement
beforeEach(() => {
  place = document.createElement('div')
})
afterEach(() => render(null, place))
/** What stands under a message. */
function under(more: Partial<MetaProps>): string | undefined {
  act(() => render(<Meta message={message} at={at} last own strings={english} locale="en-GB" {...more} />, place))
  return place.textContent?.trim()
}

test('the last of a group says when, in the reader’s own way; those before it say nothing', () => {
  expect(under({})).toBe('14:05')
  expect(place.querySelector('time')?.dateTime).toBe(new Date(at).toISOString())
  expect(place.querySelector('time')?.title).toContain('10 March 2026')
  expect(under({ locale: 'en-US' })).toMatch(/^2:05\sPM$/)
  expect(under({ last: false })).toBe('')
})

test('what became of it is told with its time, also inside a group', () => {
  expect(under({ last: false, state: 'read' })).toBe(`14:05 · ${english.read}`)
  expect(under({ last: false, message: { ...message, delivery: 'sending' } })).toBe(`14:05 · ${english.sending}`)
  expect(under({ last: false, own: false, message: { ...message, cut: true } })).toBe(`14:05 · ${english.cut}`)
})

test('a machine’s text has its time too, and what is being written has none yet', () => {
  expect(under({ message: undefined, own: false })).toBe('14:05')
  expect(under({ message: { ...message, streaming: true }, own: false })).toBe('')
})
