// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import type { UploadOptions } from '../../../src/client/api.ts'
import type { AttachmentPart, ErrorCode } from '../../../src/protocol/index.ts'
import { HandbackError } from '../../../src/protocol/index.ts'
import { createUploads, LARGEST_FILE } from '../../../src/ui/files/uploads.ts'

interface Asked {
  readonly name: string
  readonly options: UploadOptions
  done(): void
  fail(code: ErrorCode): void
}

function bench() {
  const asked: Asked[] = []
  const uploads = createUploads((file, options = {}) => new Promise<AttachmentPart>((resolve, reject) => {
    const name = options.name ?? ''
    const part: AttachmentPart = { type: 'attachment', blob: `blob-${name}`, name, media: 'text/plain', size: file.size }
    asked.push({ name, options, done: () => resolve(part), fail: (code) => reject(new HandbackError(code, 'the hub says so')) })
  }))
  const state = () => {
    const { items, refused, tooMany } = uploads.$list.get()
    return { items: items.map(({ file, share, part, failed }) => `${file.name} ${part ? 'there' : failed ? 'failed' : share}`), refused, tooMany }
  }
  return { asked, uploads, state, last: () => asked.at(-1) as Asked }
}

const file = (name: string, size = 3): File => {
  const made = new File(['abc'], name)
  if (size !== 3) Object.defineProperty(made, 'size', { value: size })
  return made
}
const settled = (look: () => unknown, value: unknown) => vi.waitFor(() => expect(look()).toEqual(value), { interval: 1 })

test('a file is on its way with its progress, and then there with its part', async () => {
  const { uploads, state, last } = bench()
  uploads.add([file('a.txt')])
  expect(state().items).toEqual(['a.txt 0'])
  last().options.onProgress?.(0.5)
  expect(state().items).toEqual(['a.txt 0.5'])
  last().done()
  await settled(() => state().items, ['a.txt there'])
  expect(uploads.$list.get().items[0]?.part?.blob).toBe('blob-a.txt')
})

test('what is larger than 10 MB is refused before a byte of it goes, and the others go', () => {
  const { uploads, state, asked } = bench()
  uploads.add([file('big.pdf', LARGEST_FILE + 1), file('fits.pdf', LARGEST_FILE)])
  expect(state()).toEqual({ items: ['fits.pdf 0'], refused: [{ name: 'big.pdf', why: 'too-large' }], tooMany: false })
  expect(asked.map(({ name }) => name)).toEqual(['fits.pdf'])
})

test('what is empty is refused as such, and nobody is asked to take it', () => {
  const { uploads, state, asked } = bench()
  uploads.add([file('empty.txt', 0), file('big.pdf', LARGEST_FILE + 1), file('fits.pdf', 1)])
  const refused = [{ name: 'empty.txt', why: 'empty' }, { name: 'big.pdf', why: 'too-large' }]
  expect(state()).toEqual({ items: ['fits.pdf 0'], refused, tooMany: false })
  expect(asked.map(({ name }) => name)).toEqual(['fits.pdf'])
})

test('at most five go into one message, also when they come one after the other', () => {
  const { uploads, state, asked } = bench()
  uploads.add(['1', '2', '3'].map((name) => file(name)))
  expect(state().tooMany).toBe(false)
  uploads.add(['4', '5', '6'].map((name) => file(name)))
  expect(state()).toMatchObject({ items: ['1 0', '2 0', '3 0', '4 0', '5 0'], tooMany: true })
  expect(asked).toHaveLength(5)
  uploads.remove(0)
  expect(state().tooMany).toBe(false)
})

test('a failed one can be tried again, and is another upload then', async () => {
  const { uploads, state, asked, last } = bench()
  uploads.add([file('a.txt')])
  last().fail('transport/lost')
  await settled(() => state().items, ['a.txt failed'])
  uploads.retry(0)
  expect(state().items).toEqual(['a.txt 0'])
  expect(asked).toHaveLength(2)
  last().done()
  await settled(() => state().items, ['a.txt there'])
})

test('a kind that the hub does not take, and a hub that takes none, are no matter of trying again', async () => {
  const { uploads, state, last } = bench()
  for (const [code, why] of [['request/invalid', 'kind'], ['request/not-found', 'off'], ['request/too-large', 'too-large']] as const) {
    uploads.add([file('a.svg')])
    last().fail(code)
    await settled(() => state(), { items: [], refused: [{ name: 'a.svg', why }], tooMany: false })
  }
})

test('one that is taken out stops, and what it says afterwards changes nothing', async () => {
  const { uploads, state, asked, last } = bench()
  uploads.add([file('a.txt'), file('b.txt')])
  uploads.remove(0)
  expect(asked[0]?.options.signal?.aborted).toBe(true)
  asked[0]?.options.onProgress?.(0.9)
  asked[0]?.fail('request/invalid')
  last().done()
  await settled(() => state(), { items: ['b.txt there'], refused: [], tooMany: false })
})

test('clearing stops all and forgets them', () => {
  const { uploads, state, asked } = bench()
  uploads.add([file('a.txt'), file('b.txt')])
  uploads.clear()
  expect(asked.map(({ options }) => options.signal?.aborted)).toEqual([true, true])
  expect(state().items).toEqual([])
})
