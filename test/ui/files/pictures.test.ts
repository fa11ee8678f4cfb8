// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import type { AttachmentPart } from '../../../src/protocol/index.ts'
import { forgetPicture, loadPicture, rememberPicture } from '../../../src/ui/files/pictures.ts'

const part = (blob: string): AttachmentPart => ({ type: 'attachment', blob, name: `${blob}.png`, media: 'image/png', size: 3 })
const file = new File(['abc'], 'a.png', { type: 'image/png' })

test('a file that was brought is read from where it lies, until it is taken back or nothing of its box is wanted', async () => {
  const asked: string[] = []
  const read = async ({ blob }: AttachmentPart) => {
    asked.push(blob)
    return new Blob()
  }
  const [one, two, three] = [part('blob-one'), part('blob-two'), part('blob-three')]
  for (const each of [one, two, three]) rememberPicture(each, file)
  const { signal } = new AbortController()
  await loadPicture(read, one, signal)
  expect(asked).toEqual([])
  forgetPicture(two)
  await loadPicture(read, two, signal)
  expect(asked).toEqual(['blob-two'])
  forgetPicture()
  await loadPicture(read, three, signal)
  expect(asked).toEqual(['blob-two', 'blob-three'])
})
