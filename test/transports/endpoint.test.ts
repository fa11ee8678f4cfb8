import { expect, test } from 'vitest'
import { hubAddress } from '../../src/internal/hub-address.ts'
import { http, visitorSession } from '../../src/transports/http.ts'
import { webSocket } from '../../src/transports/websocket.ts'

test.each([
  ['/handback', '/handback/session'],
  ['/handback/', '/handback/session'],
  ['/handback//', '/handback/session'],
  ['https://hub.example', 'https://hub.example/session'],
  ['https://hub.example/', 'https://hub.example/session'],
  ['/', '/session'],
  ['', '/session'],
])('a hub at %j is asked at %j', (endpoint, address) => expect(hubAddress(endpoint, '/session')).toBe(address))

test('an endpoint that ends in a slash is the same hub, whatever is asked of it', async () => {
  const asked: string[] = []
  const fetch = async (url: string) => {
    asked.push(url)
    return new Response(null, { status: 503 })
  }
  const endpoint = 'https://hub.example/handback/'
  const { signal } = new AbortController()
  const credentials = async () => 'token'
  const refused = { code: 'transport/unreachable' }
  const [sse, longPoll] = http({ endpoint, fetch })
  await expect(visitorSession({ endpoint, fetch })('first')).rejects.toMatchObject(refused)
  await expect(sse?.connect({ follow: [], signal, credentials })).rejects.toMatchObject(refused)
  await expect(longPoll?.connect({ follow: [], signal, credentials })).rejects.toMatchObject(refused)
  await expect(sse?.request?.({ method: 'GET', path: '/transcript', signal, credentials })).rejects.toMatchObject(refused)
  function Socket(url: string): never {
    asked.push(url)
    throw new Error('none')
  }
  await expect(webSocket({ endpoint, WebSocket: Socket as never }).connect({ follow: [], signal, credentials })).rejects.toMatchObject(refused)
  expect(new Set(asked.map((url) => new URL(url).pathname))).toEqual(new Set(['session', 'stream', 'poll', 'transcript', 'socket'].map((name) => `/handback/${name}`)))
})
