import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { until } from '../hub/until.ts'
import { beforeHttp, beforeSockets, call, get, post } from './chaos-world.ts'

describe('a chaos proxy that understands answers', () => {
  it('holds each answer until its end, on a kept connection too, and lets go when the fault is over', async () => {
    const streams: ServerResponse[] = []
    const proxy = await beforeHttp((request, response) => {
      if (request.url === '/whole') return response.end('all of it')
      streams.push(response)
      return response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n')
    }, { hold: true })
    const caller = await call(proxy, get('/whole'))
    await until(() => caller.text().includes('all of it'))
    caller.socket.write(get('/stream'))
    await until(() => streams.length === 1)
    const other = await call(proxy, get('/whole'))
    await until(() => other.text().includes('all of it'))
    expect(caller.text()).not.toContain('data: 1')
    streams[0]?.end('data: 2\n\n')
    await until(() => caller.text().includes('data: 2'))
    caller.socket.write(get('/stream'))
    await until(() => streams.length === 2)
    const length = caller.text().length
    await new Promise((resolve) => streams[1]?.write('data: 3\n\n', resolve))
    // a round trip after which the proxy has it
    other.socket.write(get('/whole'))
    await until(() => other.text().match(/all of it/g)?.length === 2)
    proxy.set({})
    await until(() => caller.text().slice(length).includes('data: 3'))
  })

  it('lets a request through and its connection die instead of the answer', async () => {
    const heard: string[] = []
    const proxy = await beforeHttp((request, response) => {
      heard.push(request.url ?? '')
      response.end('done')
    }, { dropResponses: 1 })
    const caller = await call(proxy, post('/a', 'body'))
    expect(await caller.ended).toBe('ECONNRESET')
    expect([heard, caller.text()]).toEqual([['/a'], ''])
    proxy.set({ dropResponses: 0.5 })
    const ends = await Promise.all(
      Array.from({ length: 30 }, async () => {
        const { ended, socket, pieces } = await call(proxy, get('/b', 'connection: close\r\n'))
        const how = await ended
        socket.end()
        return how === 'FIN' && pieces.length > 0
      }),
    )
    expect(heard).toHaveLength(31)
    expect(ends.filter(Boolean).length).toBeGreaterThan(4)
    expect(ends.filter((each) => !each).length).toBeGreaterThan(4)
  })

  it('repeats a request and throws the second answer away, but never one for a stream', async () => {
    const bodies: string[] = []
    let streams = 0
    const proxy = await beforeHttp(async (request, response) => {
      if (request.url === '/stream') {
        streams += 1
        response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n')
        return
      }
      let body = ''
      for await (const bytes of request) body += String(bytes)
      bodies.push(body)
      response.end(`answer to ${body}`)
    }, { duplicateRequests: 1 })
    const caller = await call(proxy)
    for (let at = 0; at < 6; at += 1) {
      caller.socket.write(post('/frames', `body ${at}`))
      await until(() => caller.text().includes(`answer to body ${at}`))
    }
    await until(() => bodies.length === 12)
    expect(bodies.toSorted()).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5].map((at) => `body ${at}`))
    expect(caller.text().match(/answer to/g)).toHaveLength(6)
    for (let at = 0; at < 8; at += 1) {
      const reader = await call(proxy, get('/stream', 'accept: text/event-stream\r\n'))
      await until(() => reader.text().includes('data: 1'))
    }
    caller.socket.write(post('/frames', 'last'))
    await until(() => bodies.filter((body) => body === 'last').length === 2)
    expect(streams).toBe(8)
  })

  it('leaves alone what is no HTTP', async () => {
    const proxy = await beforeSockets((socket) => socket.pipe(socket), { hold: true, dropResponses: 1, duplicateRequests: 1 })
    const caller = await call(proxy, '\u0016\u0003\u0001 hello')
    await until(() => caller.text() === '\u0016\u0003\u0001 hello')
  })
})
