// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { pastedFiles } from '../../../src/ui/composer/pasted-files.ts'

const png = new File(['x'], 'image.png', { type: 'image/png' })

function clipboard(text: string, ...files: readonly File[]): DataTransfer {
  const data = new DataTransfer()
  if (text) data.setData('text/plain', text)
  for (const file of files) data.items.add(file)
  return data
}
const names = (data: DataTransfer | null) => pastedFiles(data).map(({ name }) => name)

test('a picture without text is taken as a file', () => {
  expect(names(clipboard('', png))).toEqual(['image.png'])
})

test('what came as text stays text, whatever picture of it came along', () => {
  expect(names(clipboard('A1\tB1', png))).toEqual([])
  expect(names(clipboard('only words'))).toEqual([])
  expect(names(null)).toEqual([])
})

test('the names that a file manager puts beside its files are no text', () => {
  const report = new File(['x'], 'report.pdf')
  expect(names(clipboard('image.png\nreport.pdf\n', png, report))).toEqual(['image.png', 'report.pdf'])
  expect(names(clipboard('image.png\nand more', png, report))).toEqual([])
})
