import { createParser } from 'eventsource-parser'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { formatEvent, sseEvents as hubEvents } from '../../src/internal/sse.ts'
import { serviceEvents } from '../../src/providers/service/events.ts'

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

const join = (parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]))
const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 })

/** A service's stream may hold one megabyte of an event, and each chunk of it is a sign of life. */
const ofService: typeof hubEvents = (body, { signal = new AbortController().signal, onActivity = () => undefined }) => serviceEvents(body, { signal, onActivity })

describe.each([['the reader of a hub’s stream', hubEvents], ['the reader of a service’s stream', ofService]])('%s', (name, sseEvents) => {
  const service = name.includes('service')

  async function collect(body: ReadableStream<Uint8Array>, options = {}): Promise<string[]> {
    const out: string[] = []
    for await (const data of sseEvents(body, { maxBufferSize, ...options })) out.push(data)
    return out
  }

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
    // a service's clock is over its silence, whatever comes, and hears the end too
    expect(onActivity).toHaveBeenCalledTimes(service ? 6 : 4)
  })

  test('CR, LF and CRLF end lines, and several data lines are one text', async () => {
    const bytes = encode('data: 1\rdata: 2\r\rdata: 3\r\n\r\ndata:4\n\n')
    for (const size of [1, 2, 3, 100]) expect(await collect(bodyOf(cut(bytes, [size])))).toEqual(['1\n2', '3', '4'])
    expect(await collect(bodyOf(['data: 1\r', '', '\ndata: 2\n\n'].map(encode)))).toEqual(['1\n2'])
  })

  test('a last event without its blank line counts when it is a whole JSON object, and not when it was cut', async () => {
    expect(await collect(bodyOf([encode('data: {"a":1}')]))).toEqual(['{"a":1}'])
    expect(await collect(bodyOf([encode('data: {"a":1}\n')]))).toEqual(['{"a":1}'])
    expect(await collect(bodyOf([encode('data: {"a":1')]))).toEqual([])
    expect(await collect(bodyOf([encode('data: 12')]))).toEqual([])
  })

  test('an event that is too long throws', async () => {
    const times = service ? 20_000 : 1
    await expect(collect(bodyOf(cut(encode(`data: ${'x'.repeat(500 * times)}`), [50 * times])), { maxBufferSize: 100 })).rejects.toThrow(RangeError)
    // as one line or as many
    await expect(collect(bodyOf(cut(encode('data: x\n'.repeat(100 * times)), [8 * times])), { maxBufferSize: 100 })).rejects.toThrow(RangeError)
  })

  test('any text is read as a reader of the whole standard reads it, however it is cut', async () => {
    const fields = ['data', 'data:', 'data: ', 'dat', 'datax: ', 'event: x', 'id: 1', 'retry: 5', ':']
    const token = fc.constantFrom(...fields, ' ', 'ä😀', '{}', '\r', '\n', '\r\n', '\n\n')
    await fc.assert(
      fc.asyncProperty(fc.array(token, { maxLength: 40 }), sizes, async (tokens, cuts) => {
        const text = `${tokens.join('')}\n`
        const expected: string[] = []
        createParser({ onEvent: ({ data }) => expected.push(data) }).feed(text)
        const chunks = cut(encode(text), cuts)
        // the body stays open, so that nothing is completed for it
        const life = new AbortController()
        const body = new ReadableStream<Uint8Array>(
          {
            pull(controller) {
              const chunk = chunks.shift()
              if (chunk) controller.enqueue(chunk)
              else life.abort()
            },
          },
          { highWaterMark: 0 },
        )
        expect(await collect(body, { signal: life.signal })).toEqual(expected)
      }),
      { seed, numRuns: 500 },
    )
  })

  test('bytes that are no UTF-8 throw, wherever they are cut; a character that the end cuts off ends a hub’s stream so, and a service’s as half an event', async () => {
    const whole = [...encode('data: {"text":"ä'), 0xff, ...encode('"}\n\n')]
    for (const size of [1, 3, 100]) await expect(collect(bodyOf(cut(Uint8Array.from(whole), [size])))).rejects.toThrow(TypeError)
    const half = collect(bodyOf([encode('data: {"text":"ä').slice(0, -1)]))
    await (service ? expect(half).resolves.toEqual([]) : expect(half).rejects.toThrow(TypeError))
  })

  test('a long line in a great many pieces costs no more than its length', async () => {
    const bytes = formatEvent(JSON.stringify('x'.repeat(400_000)))
    let at = 0
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          controller.enqueue(bytes.subarray(at, (at += 1)))
          if (at === bytes.length) controller.close()
        },
      },
      { highWaterMark: 0 },
    )
    const started = performance.now()
    expect((await collect(body)).map(({ length }) => length)).toEqual([400_002])
    // searching the line again for each piece would take minutes
    expect(performance.now() - started).toBeLessThan(15_000)
  }, 60_000)

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
})
