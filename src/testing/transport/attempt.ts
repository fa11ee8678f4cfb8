import { once } from 'node:events'
import { type AddressInfo, type Socket, createServer } from 'node:net'
import type { Connection } from '../../contracts/index.ts'
import { check, eventually, same, within } from '../check.ts'
import type { KitLink } from './kit-link.ts'
import type { TransportBench, TransportCheck } from './bench.ts'
import { read } from './reading.ts'
import { type WatchedLife, watchedLife } from './watched-life.ts'

/** What an attempt that must fail has cost. */
async function cost({ connect, hub }: TransportBench, token: string | undefined, what: string): Promise<unknown> {
  let asked = 0
  const before = hub.shown.length
  const credentials = (): string | undefined => ((asked += 1), token)
  const connected = await within(connect({ credentials }).then(() => true, () => false), what)
  check(!connected, `${what}: it connected`)
  // a hub that cannot tell who asks may not even look at a missing token
  return { asked, shown: Math.max(1, hub.shown.length - before), links: hub.open }
}
const ONE = { asked: 1, shown: 1, links: 0 }

/** Resets every connection as soon as it says something, and counts them. */
async function refuser(): Promise<{ readonly port: number; readonly refused: () => number; readonly close: () => Promise<void> }> {
  const sockets = new Set<Socket>()
  let refused = 0
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.once('data', () => {
      refused += 1
      socket.resetAndDestroy()
    })
    // whoever has gone has nothing to say
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    refused: () => refused,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

type End = (its: { readonly connection: Connection; readonly life: WatchedLife; readonly link: KitLink }) => unknown
const ends: Readonly<Record<string, End>> = {
  'after close': ({ connection }) => connection.close(),
  'after the abort': ({ life }) => life.abort(new Error('No longer wanted.')),
  'after the hub has ended the link': ({ link }) => link.end(),
  'after bye': ({ link }) => link.end('hub/closing'),
}

const nobodyListens = (life: WatchedLife, what: string): Promise<void> =>
  eventually(async () => {
    const left = life.listeners
    check(left === 0, `${what}: ${left} listeners are left on the owner’s signal (requests are best given a signal of their own)`)
  })

export const attemptChecks: readonly TransportCheck[] = [
  ['connect is one attempt: what is refused or fails is not tried again', async (bench) => {
    const { hub, served: { through, port } } = bench
    const revoked = hub.issue()
    hub.revoke(revoked)
    same(await cost(bench, revoked, 'with a token that is refused'), ONE, 'a token that is refused')
    same(await cost(bench, undefined, 'without a token'), ONE, 'no token')
    if (port !== undefined && through) {
      const there = await refuser()
      try {
        const transport = through(there.port)
        same(await cost({ ...bench, connect: (options) => bench.connect({ ...options, transport }) }, hub.issue(), 'a line that is refused'), ONE,
          'a line that is refused')
        check(there.refused() <= 1, `a line that is refused was tried ${there.refused()} times`)
      } finally {
        await there.close()
      }
    }
    hub.fail()
    same(await cost(bench, hub.issue(), 'a hub that fails'), ONE, 'a hub that fails')
  }],

  ['a connection that is lost is not made again behind the owner’s back', async ({ open, hub, links }) => {
    const { reading, link } = await open()
    await reading.find('events', 'the end of the past')
    same(hub.links.length, 1, 'how many links one connection makes')
    link.end()
    same(await within(reading.end, 'the end of the frames'), 'transport/lost', 'how the frames end')
    await links(0, 'after the loss')
    same(hub.links.length, 1, 'how many links there were')
  }],

  ['nothing listens to the owner’s signal after the end', async ({ connect, hub }) => {
    for (const [what, end] of Object.entries(ends)) {
      const life = watchedLife()
      const connection = await within(connect({ signal: life.signal }), 'connecting')
      const link = hub.links.at(-1)
      check(link, 'the hub has a link')
      const reading = read(connection)
      await reading.find('events', 'the end of the past')
      await end({ connection, life, link })
      await within(reading.end, `${what}: the end of the frames`)
      await nobodyListens(life, what)
    }
    const life = watchedLife()
    const connection = await within(connect({ signal: life.signal }), 'connecting')
    for await (const frame of connection.frames) if (frame.t === 'hello') break
    await nobodyListens(life, 'after a break')
  }],

  ['nothing listens to the owner’s signal after an attempt that failed', async ({ connect, hub }) => {
    const revoked = hub.issue()
    hub.revoke(revoked)
    const failing = { 'credentials that reject': () => Promise.reject(new Error('No session.')), 'a token that is refused': () => revoked }
    for (const [what, credentials] of Object.entries(failing)) {
      const life = watchedLife()
      const connected = await within(connect({ credentials, signal: life.signal }).then(() => true, () => false), what)
      check(!connected, `${what}: it connected`)
      await nobodyListens(life, what)
    }
  }],
]
