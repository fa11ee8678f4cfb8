import { expect, test, vi } from 'vitest'
import { createUploads } from '../../../src/ui/files/uploads.ts'

test('files of a message that could not be taken are there again, unless there are others by then', async () => {
  const uploads = createUploads(async (file, options) => ({ type: 'attachment', blob: `blob-${options?.name}`, name: options?.name ?? '', media: file.type, size: file.size }))
  const names = () => uploads.$list.get().items.map(({ file }) => file.name)
  const file = (name: string) => new File(['a'], name, { type: 'text/plain' })
  uploads.add([file('first.txt')])
  await vi.waitFor(() => expect(uploads.$list.get().items[0]?.part).toBeDefined())
  const putBack = uploads.clear()
  expect(names()).toEqual([])
  uploads.add([file('second.txt')])
  putBack()
  expect(names()).toEqual(['second.txt'])
  uploads.clear()
  putBack()
  expect(names()).toEqual(['first.txt'])
})
