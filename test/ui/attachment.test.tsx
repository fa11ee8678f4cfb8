// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { AttachmentPart } from '../../src/protocol/index.ts'
import { HandbackError } from '../../src/protocol/index.ts'
import { Attachment } from '../../src/ui/attachment.tsx'
import type { ReadFile } from '../../src/ui/files/read-file.ts'
import { english } from '../../src/ui/english.ts'

const picture: AttachmentPart = { type: 'attachment', blob: 'blob-0001', name: 'receipt.png', media: 'image/png', size: 482_113, alt: 'A receipt' }
const paper: AttachmentPart = { type: 'attachment', blob: 'blob-0002', name: 'terms.pdf', media: 'application/pdf', size: 2_400_000 }
const refused: ReadFile = () => Promise.reject(new HandbackError('request/not-found', 'none'))

let place: HTMLElement
beforeEach(() => {
  place = document.createElement('ul')
  document.body.append(place)
})
afterEach(() => {
  render(null, place)
  place.remove()
})
const show = (part: AttachmentPart, read?: ReadFile) => act(() => render(<Attachment part={part} strings={english} locale="en" read={read} />, place))

test('a file that cannot be read here is told by its name, its words and its size', () => {
  show(picture)
  expect(place.querySelector('.cite')?.textContent).toBe('receipt.pngA receipt482\u00a0kB')
  expect(place.querySelector('.shot')).toBeNull()
  expect(place.querySelector('button')).toBeNull()
})

test('a picture that can be read has its room before its code is there', () => {
  show(picture, refused)
  expect(place.querySelector('.shot')).not.toBeNull()
  show(paper, refused)
  expect(place.querySelector('.shot')).toBeNull()
})

test('what cannot be got is said in words, at the picture and at the button', async () => {
  vi.stubGlobal('IntersectionObserver', undefined)
  show(picture, refused)
  await vi.waitFor(() => expect(place.querySelector('.shot [role=alert]')?.textContent).toBe(english.fileFailed))
  const button = place.querySelector(`[aria-label="${english.downloadFile('receipt.png')}"]`) as HTMLButtonElement
  act(() => button.click())
  await vi.waitFor(() => expect(place.querySelector('.cite [role=alert]')?.textContent).toBe(english.fileFailed))
  vi.unstubAllGlobals()
})

test('a picture is one figure: what is drawn has its name, its size and the way to save it under it, and no card of a file', async () => {
  show(picture, refused)
  await vi.waitFor(() => expect(place.querySelector('figure .get')).not.toBeNull())
  expect(place.querySelector('figcaption')?.textContent).toBe('receipt.png482\u00a0kB')
  expect(place.querySelectorAll('.cite > .icon')).toHaveLength(0)
})
