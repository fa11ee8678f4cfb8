import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { formatEvent, sseEvents } from '../../src/internal/sse.ts'

const seed = 4711
const maxBufferSize = 1_000_000
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

function bodyOf(chunks: readonly Uint8Array[], onCancel?: () => void): ReadableStream<Uint8Array> {
  const left = [...chunks]
  return new ReadableStream(
    {
      pull(controller) {
        const chunk = left.shift()
        if (chunk) controller.enqueue(chunk)
        else controller.close()
      },
      ...(onCancel && { cancel: onCancel }),
    },
    { highWaterMark: 0 },
  )
}

function cut(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const chunks: Uint8Array[] = []
  for (let at = 0, i = 0; at < bytes.length; i += 1) {
    const size = sizes[i % sizes.length] as number
    chunks.push(bytes.subarray(at, at + size))
    at += size
  }
  return chunks
}

async function collect(body: ReadableStream<Uint8Array>, options = {}): Promise<string[]> {
  const out: string[] = []
  for await (const data of sseEvents(body, { maxBufferSize, ...options })) out.push(data)
  return out
}

const join = (parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]))
const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 })

test('what was formatted is read again, for any strings and any cutting of the bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'binary' })), sizes, async (strings, cuts) => {
      const bytes = join(strings.map((string) => formatEvent(JSON.stringify(string))))
      const read = await collect(bodyOf(cut(bytes, cuts)))
      expect(read.map((json) => JSON.parse(json) as string)).toEqual(strings)
    }),
    { seed },
  )
})

test('what was formatted is read again byte by byte', async () => {
  const strings = ['', ' ', 'ä€😀', '\u2028\u2029\u0000\uFEFF', 'data: {}\n\n: x', '\ud800']
  const bytes = join(strings.map((string) => formatEvent(JSON.stringify(string))))
  const read = await collect(bodyOf(cut(bytes, [1])))
  expect(read.map((json) => JSON.parse(json) as string)).toEqual(strings)
})

test('a line break between the tokens of a JSON text cannot begin another event', async () => {
  const json = '{"a":1,\n\ndata: {"evil":true}\r\n\r}'
  expect(await collect(bodyOf([formatEvent(json)]))).toEqual(['{"a":1,  data: {"evil":true}   }'])
  expect(await collect(bodyOf([formatEvent(JSON.stringify({ a: [1] }, null, 2))]))).toEqual(['{   "a": [     1   ] }'])
})

test('comments and other fields are passed over, and activity without an event is told', async () => {
  const onActivity = vi.fn()
  const chunks = [': hello\n\n', 'event: x\nid: 1\n', 'data: {}\n', '\n', 'retry: 5\n\n'].map(encode)
  expect(await collect(bodyOf(chunks), { onActivity })).toEqual(['{}'])
  expect(onActivity).toHaveBeenCalledTimes(4)
})

test('CR, LF and CRLF end lines, and several data lines are one text', async () => {
  const bytes = encode('data: 1\rdata: 2\r\rdata: 3\r\n\r\ndata:4\n\n')
  for (const size of [1, 2, 3, 100]) expect(await collect(bodyOf(cut(bytes, [size])))).toEqual(['1\n2', '3', '4'])
})

test('a last event without its blank line counts when it is a whole JSON object, and not when it was cut', async () => {
  expect(await collect(bodyOf([encode('data: {"a":1}')]))).toEqual(['{"a":1}'])
  expect(await collect(bodyOf([encode('data: {"a":1}\n')]))).toEqual(['{"a":1}'])
  expect(await collect(bodyOf([encode('data: {"a":1')]))).toEqual([])
  expect(await collect(bodyOf([encode('data: 12')]))).toEqual([])
})

test('an event that is too long throws', async () => {
  await expect(collect(bodyOf(cut(encode(`data: ${'x'.repeat(500)}`), [50])), { maxBufferSize: 100 })).rejects.toThrow(RangeError)
})

test('a body that breaks throws its error', async () => {
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.error(new TypeError('broken'))
    },
  })
  await expect(collect(body)).rejects.toThrow('broken')
})

test('breaking out of the loop cancels the body, and no more is read than asked for', async () => {
  const onCancel = vi.fn()
  const seen: string[] = []
  for await (const data of sseEvents(bodyOf([formatEvent('1'), formatEvent('2'), formatEvent('3')], onCancel), { maxBufferSize })) {
    seen.push(data)
    if (seen.length === 2) break
  }
  expect(seen).toEqual(['1', '2'])
  expect(onCancel).toHaveBeenCalledOnce()
})

test('aborting ends it quietly while it waits for bytes, and cancels the body', async () => {
  const controller = new AbortController()
  const cancel = vi.fn()
  const body = new ReadableStream<Uint8Array>({ start: (stream) => stream.enqueue(formatEvent('1')), cancel })
  const seen: string[] = []
  for await (const data of sseEvents(body, { maxBufferSize, signal: controller.signal })) {
    seen.push(data)
    setImmediate(() => controller.abort())
  }
  expect(seen).toEqual(['1'])
  expect(cancel).toHaveBeenCalledOnce()
})

test('aborting gives no further event of a chunk that was read already', async () => {
  const controller = new AbortController()
  const seen: string[] = []
  for await (const data of sseEvents(bodyOf([join([formatEvent('1'), formatEvent('2')])]), { maxBufferSize, signal: controller.signal })) {
    seen.push(data)
    controller.abort()
  }
  expect(seen).toEqual(['1'])
})

test('already aborted: nothing is read', async () => {
  const pull = vi.fn()
  const body = new ReadableStream<Uint8Array>({ pull }, { highWaterMark: 0 })
  expect(await collect(body, { signal: AbortSignal.abort() })).toEqual([])
  expect(pull).not.toHaveBeenCalled()
})
