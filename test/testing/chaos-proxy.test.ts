import type { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { until } from '../hub/until.ts'
import { chaosProxy } from '../../src/testing/index.ts'
import { beforeSockets, call, freePort } from './chaos-world.ts'

const echo = (socket: Socket): unknown => socket.pipe(socket)

describe('a chaos proxy without faults', () => {
  it('passes on every byte both ways, and the end of each way by itself', async () => {
    const proxy = await beforeSockets(echo)
    const caller = await call(proxy)
    const sent = Buffer.from(Array.from({ length: 300_000 }, (_, at) => at % 256))
    caller.socket.end(sent)
    expect(await caller.ended).toBe('FIN')
    expect(Buffer.concat(caller.pieces).equals(sent)).toBe(true)
  })

  it('resets the client when the target resets, or is not there', async () => {
    const resetting = await beforeSockets((socket) => socket.once('data', () => socket.resetAndDestroy()))
    expect(await (await call(resetting, 'x')).ended).toBe('ECONNRESET')
    const gone = await chaosProxy({ target: await freePort() })
    expect(await (await call(gone, 'x')).ended).toBe('ECONNRESET')
    await gone.close()
    await gone.close()
    expect(await (await call(gone)).ended).toBe('ECONNREFUSED')
  })

  it('counts what is open, and ends it at once by a reset or a FIN', async () => {
    let gone = 0
    const proxy = await beforeSockets((socket) => {
      socket.on('close', () => (gone += 1))
      echo(socket)
    })
    const callers = [await call(proxy, 'a'), await call(proxy, 'b')]
    await until(() => callers.every(({ pieces }) => pieces.length === 1))
    expect(proxy.connections).toBe(2)
    proxy.cut()
    expect(proxy.connections).toBe(0)
    expect(await Promise.all(callers.map(({ ended }) => ended))).toEqual(['ECONNRESET', 'ECONNRESET'])
    const third = await call(proxy, 'c')
    await until(() => third.pieces.length === 1)
    proxy.cut('end')
    expect(await third.ended).toBe('FIN')
    await until(() => gone === 3)
  })

  it('lets a sender wait whose receiver does not read', async () => {
    let taken = 0
    const proxy = await beforeSockets((socket) => {
      const block = Buffer.alloc(65_536)
      const fill = (): void => {
        do taken += block.length
        while (socket.write(block) && taken < 200_000_000)
      }
      socket.on('drain', fill)
      fill()
    })
    const caller = await call(proxy)
    caller.socket.pause()
    let before = -1
    await until(async () => {
      const still = before === taken
      before = taken
      await new Promise((resolve) => setTimeout(resolve, 200))
      return still
    })
    // what the kernel buffers for three sockets, and not the two hundred million
    expect(taken).toBeLessThan(40_000_000)
    caller.socket.resume()
    await until(() => taken > before)
  })

  it('lets a sender wait whose target does not read', async () => {
    const proxy = await beforeSockets((socket) => socket.pause())
    const caller = await call(proxy)
    let given = 0
    const block = Buffer.alloc(65_536)
    const fill = (): void => {
      do given += block.length
      while (caller.socket.write(block) && given < 200_000_000)
    }
    caller.socket.on('drain', fill)
    fill()
    let before = -1
    await until(async () => {
      const still = before === given
      before = given
      await new Promise((resolve) => setTimeout(resolve, 200))
      return still
    })
    expect(given).toBeLessThan(40_000_000)
  })

  it.each([{ delay: -1 }, { chunk: 0 }, { corrupt: 1.5 }, { rate: Number.NaN }, { rate: 0 }, { cutAfter: Infinity }])('refuses %o', async (faults) => {
    const proxy = await beforeSockets(echo)
    expect(() => proxy.set(faults)).toThrow(TypeError)
  })
})

describe('a chaos proxy that hurts connections', () => {
  it('refuses new ones and leaves the open ones alone', async () => {
    const proxy = await beforeSockets(echo)
    const open = await call(proxy, 'a')
    await until(() => open.text() === 'a')
    proxy.set({ refuse: true })
    expect(await (await call(proxy)).ended).toBe('ECONNRESET')
    open.socket.write('b')
    await until(() => open.text() === 'ab')
  })

  it('swallows bytes and ends in a black hole, and what lost some never comes back', async () => {
    let heard = ''
    let ends = 0
    const proxy = await beforeSockets((socket) => {
      socket.on('data', (bytes) => {
        heard += bytes.toString()
        socket.write(bytes)
      })
      socket.on('end', () => (ends += 1))
    })
    const torn = await call(proxy, '1')
    const idle = await call(proxy, '2')
    const leaving = await call(proxy, '3')
    await until(() => torn.text() === '1' && idle.text() === '2' && leaving.text() === '3')
    proxy.set({ blackHole: true })
    torn.socket.write('4')
    leaving.socket.end()
    const late = await call(proxy, '5')
    expect(proxy.connections).toBe(4)
    // a round trip of another connection would have brought what is lost
    const sibling = await beforeSockets(echo)
    const other = await call(sibling, 'x')
    await until(() => other.text() === 'x')
    expect([torn.text(), late.text(), ends]).toEqual(['1', '', 0])
    proxy.set({})
    torn.socket.write('6')
    idle.socket.write('7')
    const fresh = await call(proxy, '8')
    await until(() => idle.text() === '27' && fresh.text() === '8')
    expect(heard.split('').sort().join('')).toBe('12378')
    expect(torn.text()).toBe('1')
    // whoever left in the dark is gone now, and so is who leaves what is torn
    expect(proxy.connections).toBe(4)
    torn.socket.end()
    await until(() => proxy.connections === 3)
  })

  it('swallows in a black hole what comes from the other side too, and what was on its way when it opened', async () => {
    const targets: Socket[] = []
    const proxy = await beforeSockets((socket) => void targets.push(socket))
    const [torn, slow] = [await call(proxy, '1'), await call(proxy, '2')]
    await until(() => targets.length === 2)
    proxy.set({ delay: 200 })
    targets[1]?.write('late')
    const sibling = await beforeSockets(echo)
    // a round trip of another connection, after which the proxy has it
    const turn = async (): Promise<unknown> => {
      const other = await call(sibling, 'x')
      return until(() => other.text() === 'x')
    }
    await turn()
    proxy.set({ blackHole: true })
    targets[0]?.write('lost')
    await turn()
    proxy.set({})
    for (const target of targets) target.write('after')
    const fresh = await call(proxy, '3')
    await until(() => targets.length === 3)
    targets[2]?.write('fine')
    await until(() => fresh.text() === 'fine')
    // longer than what was on its way would have taken
    await new Promise((resolve) => setTimeout(resolve, 250))
    expect([torn.text(), slow.text()]).toEqual(['', ''])
  })

  it('delays both ways by the same, and by jitter each chunk by something else', async () => {
    let heard = 0
    const proxy = await beforeSockets((socket) => {
      socket.once('data', () => (heard = performance.now()))
      echo(socket)
    }, { delay: 100 })
    const start = performance.now()
    const caller = await call(proxy, 'x')
    await until(() => caller.text() === 'x')
    // timers of Node may be a millisecond early
    expect([heard - start > 98, performance.now() - heard > 98]).toEqual([true, true])
    proxy.set({ jitter: 150 })
    const times = await Promise.all(Array.from({ length: 8 }, async () => {
      const from = performance.now()
      const one = await call(proxy, 'y')
      await until(() => one.text() === 'y')
      return performance.now() - from
    }))
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(50)
  })

  it('delays every chunk and keeps their order', async () => {
    const proxy = await beforeSockets(echo, { delay: 60, jitter: 60 })
    const start = performance.now()
    const caller = await call(proxy)
    for (let at = 0; at < 10; at += 1) {
      caller.socket.write(String(at))
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await until(() => caller.text().length === 10)
    expect(caller.text()).toBe('0123456789')
    expect(performance.now() - start).toBeGreaterThan(120)
  })

  it('lets down so many bytes per second', async () => {
    const proxy = await beforeSockets((socket) => socket.write('x'.repeat(300)), { rate: 1_000 })
    const caller = await call(proxy)
    const start = performance.now()
    await until(() => caller.text().length === 300)
    expect(performance.now() - start).toBeGreaterThan(200)
    expect(Math.max(...caller.pieces.map(({ length }) => length))).toBeLessThanOrEqual(100)
  })

  it('lets up as many bytes as come', async () => {
    let heard = 0
    const proxy = await beforeSockets((socket) => socket.on('data', ({ length }) => (heard += length)), { rate: 1_000 })
    const start = performance.now()
    await call(proxy, 'x'.repeat(5_000))
    await until(() => heard === 5_000)
    expect(performance.now() - start).toBeLessThan(2_500)
  })

  it('cuts everything into pieces, through the middle of characters too', async () => {
    const pieces: Buffer[] = []
    const text = 'Grüße ✓'
    const proxy = await beforeSockets((socket) => {
      socket.on('data', (piece) => pieces.push(piece))
      socket.write(text)
    }, { chunk: 1 })
    const caller = await call(proxy, text)
    await until(() => caller.text() === text && Buffer.concat(pieces).toString() === text)
    expect(caller.pieces.length).toBeGreaterThan(text.length)
    expect(pieces.length).toBeGreaterThan(text.length)
  })

  const ending = async (faults: { cutAfter: number } | { endAfter: number }, seed: number): Promise<{ size: number; how: string }> => {
    const proxy = await beforeSockets((socket) => socket.write('x'.repeat(50_000)), faults, seed)
    const caller = await call(proxy)
    const how = await caller.ended
    return { size: caller.text().length, how }
  }

  it('ends a connection after about so many bytes, the same for the same seed', async () => {
    const cuts = [await ending({ cutAfter: 1_000 }, 1), await ending({ cutAfter: 1_000 }, 1), await ending({ cutAfter: 1_000 }, 2)]
    expect(cuts[0]).toEqual(cuts[1])
    expect(cuts[0]?.size).not.toBe(cuts[2]?.size)
    for (const { size, how } of cuts) {
      expect(how).toBe('ECONNRESET')
      expect(size).toBeGreaterThanOrEqual(500)
      expect(size).toBeLessThanOrEqual(1_500)
    }
    expect((await ending({ endAfter: 1_000 }, 1)).how).toBe('FIN')
  })

  it('counts only what comes down since it was told to, for the end of a connection', async () => {
    let target: Socket | undefined
    let heard = 0
    const proxy = await beforeSockets((socket) => {
      target = socket
      socket.on('data', ({ length }) => (heard += length))
    })
    const caller = await call(proxy, 'x')
    await until(() => heard === 1)
    target?.write('x'.repeat(5_000))
    await until(() => caller.text().length === 5_000)
    proxy.set({ cutAfter: 1_000 })
    caller.socket.write('x'.repeat(5_000))
    await until(() => heard === 5_001)
    target?.write('x'.repeat(400))
    await until(() => caller.text().length === 5_400)
    expect(proxy.connections).toBe(1)
    target?.write('x'.repeat(5_000))
    expect(await caller.ended).toBe('ECONNRESET')
    expect(caller.text().length).toBeLessThanOrEqual(6_500)
  })

  it('changes some chunks and not others, at any place, to bytes that are no UTF-8 or no JSON', async () => {
    const proxy = await beforeSockets((socket) => socket.once('data', () => socket.end('x'.repeat(200))), { corrupt: 0.5 })
    const bytes: number[] = []
    const places: number[] = []
    for (let round = 0; round < 40; round += 1) {
      const caller = await call(proxy, 'go')
      await caller.ended
      const all = Buffer.concat(caller.pieces)
      const at = all.findIndex((byte) => byte !== 120)
      if (at >= 0) places.push(at)
      if (at >= 0) bytes.push(all[at] ?? 0)
    }
    expect([places.length > 8, places.length < 32, new Set(places).size > 5]).toEqual([true, true, true])
    expect([bytes.some((byte) => byte === 0xff), bytes.some((byte) => byte < 32)]).toEqual([true, true])
  })

  it('changes one byte of a chunk to one that no JSON text holds', async () => {
    const json = JSON.stringify({ text: 'x'.repeat(500) })
    const proxy = await beforeSockets((socket) => socket.once('data', () => socket.end(json)), { corrupt: 1 })
    for (let round = 0; round < 8; round += 1) {
      const caller = await call(proxy, 'go')
      expect(await caller.ended).toBe('FIN')
      const bytes = Buffer.concat(caller.pieces)
      const changed = [...bytes].filter((byte, at) => byte !== json.charCodeAt(at))
      expect(bytes.length).toBe(json.length)
      expect(changed).toHaveLength(1)
      expect(() => JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))).toThrow(/JSON|encoded/)
    }
  })
})
