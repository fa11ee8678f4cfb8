import { expect, test } from 'vitest'
import { type FetchLike, exchange } from '../../src/transports/http/request.ts'

const bytes = new TextEncoder()

/** A service that answers so, and what it was told meanwhile. */
function service(status: number, body: string) {
  const told: string[] = []
  const fetch: FetchLike = async (_, { signal }) => {
    signal.addEventListener('abort', () => told.push('aborted'))
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(bytes.encode(body)),
      // ends after its words, as a network does
      pull: (controller) => (status === 200 ? controller.close() : undefined),
      cancel: () => void told.push('cancelled'),
    })
    return { status, headers: new Headers(), body: stream }
  }
  return { told, fetch }
}

test('an answer that was read to its end is not aborted: browsers would call it a failed request', async () => {
  const { told, fetch } = service(200, '{}')
  const leaving = new AbortController()
  expect(await exchange('/x', { fetch, timeout: 1000, signal: leaving.signal })).toMatchObject({ status: 200, text: '{}' })
  leaving.abort()
  expect(told).toEqual([])
})

test('of a page that is too long to be an answer no more is read, nor sent', async () => {
  const { told, fetch } = service(502, 'x'.repeat(5000))
  expect(await exchange('/x', { fetch, timeout: 1000 })).toMatchObject({ status: 502 })
  expect(told).toEqual(['cancelled'])
})

test('who leaves aborts a request that has not ended', async () => {
  const { told, fetch } = service(500, 'wait')
  const leaving = new AbortController()
  const asked = exchange('/x', { fetch, timeout: 1000, signal: leaving.signal, onPart: () => leaving.abort(new Error('left')) })
  await expect(asked).rejects.toThrow('left')
  expect(told).toContain('aborted')
})
