import process from 'node:process'
import type { Connection } from '../../contracts/index.ts'
import type { ClientFrame } from '../../protocol/index.ts'
import { background, check, eventually, rejects, same, within } from '../check.ts'
import type { Opened, TransportCheck } from './bench.ts'
import { CONVERSATION, OTHER, say } from './bench.ts'

/** One of each kind that a client can send. */
const TOO_LATE: readonly ClientFrame[] = [
  say('too late'),
  { t: 'page', conversation: 'conversation-0001', before: { log: 1, seq: 3 }, limit: 1 },
  { t: 'follow', follow: { topic: OTHER } },
  { t: 'unfollow', topic: CONVERSATION },
  { t: 'signal', topic: CONVERSATION, signal: { ttl: 6_000, data: { type: 'typing' } } },
]
async function nothingIsSent(connection: Connection, what: string): Promise<void> {
  for (const frame of TOO_LATE) await rejects(connection.send(frame), 'transport/closed', `${what}: sending ${frame.t}`)
}

/** What holds for a connection that its owner has ended, however he did. */
async function isOver({ connection, reading }: Opened, what: string): Promise<void> {
  same(await within(reading.end, `${what}: the end of the frames`), 'quietly', `${what}: how the frames end`)
  await nothingIsSent(connection, what)
  await within(connection.close(), `${what}: closing what is over`)
}

export const endChecks: readonly TransportCheck[] = [
  ['closing ends the frames quietly, nothing can be sent, and the hub’s link is gone', async ({ open, hub, links }) => {
    const opened = await open()
    hub.append(['something to read'])
    await within(opened.connection.close(), 'closing')
    await isOver(opened, 'after close')
    await links(0, 'after close')
    same(hub.commands, [], 'what reached the hub')
  }],

  ['close is idempotent, also at the same time', async ({ open, links }) => {
    const { connection, reading } = await open()
    await within(Promise.all([connection.close(), connection.close()]), 'closing twice at once')
    await within(connection.close(), 'closing again')
    same(await within(reading.end, 'the end of the frames'), 'quietly', 'how the frames end')
    await links(0, 'after close')
  }],

  ['aborting a connection ends the frames quietly, nothing can be sent, and the hub’s link is gone', async ({ open, links }) => {
    const opened = await open()
    opened.life.abort(new Error('No longer wanted.'))
    await isOver(opened, 'after the abort')
    await links(0, 'after the abort')
  }],

  ['breaking out of the loop closes the connection', async ({ connect, links }) => {
    const connection = await within(connect(), 'connecting')
    const leave = async (): Promise<void> => {
      for await (const frame of connection.frames) if (frame.t === 'hello') break
    }
    await within(leave(), 'reading until hello')
    await links(0, 'after the break')
    await nothingIsSent(connection, 'after the break')
    await within(connection.close(), 'closing what is over')
  }],

  ['one connection ends without the other', async ({ open, hub, links }) => {
    const [one, two] = [await open(), await open()]
    await within(one.connection.close(), 'closing one')
    await links(1, 'after closing one of two')
    await within(two.connection.send(say('still here')), 'sending on the other')
    await two.reading.find('ack', 'the ack on the other')
    same(hub.log.events.length, 1, 'the effect')
  }],

  ['a hub that ends the link makes the frames throw transport/lost, after what was written', async ({ open, hub }) => {
    const { connection, reading, link } = await open()
    await reading.find('events', 'the end of the past')
    hub.append(['the last words'])
    link.end()
    same(await within(reading.end, 'the end of the frames'), 'transport/lost', 'how the frames end')
    same(reading.frames.at(-1), link.written.at(-1), 'the last frame')
    await nothingIsSent(connection, 'after the loss')
  }],

  ['nothing is handed out after close but what had come before', async ({ open, hub }) => {
    const still = await open()
    await still.reading.find('events', 'the end of the past')
    const before = still.reading.all.length
    const closing = still.connection.close()
    hub.append(['too late'])
    await within(closing, 'closing')
    same(await within(still.reading.end, 'the end of the frames'), 'quietly', 'how the frames end')
    same(still.reading.all.slice(before), [], 'what was handed out after close, when nothing waited')

    const busy = await open()
    hub.append(Array.from({ length: 20 }, (_, index) => `number ${index}`))
    await busy.reading.find('events', 'some of it')
    const written = busy.link.written.length
    const last = busy.connection.close()
    hub.append(['too late'])
    await within(last, 'closing')
    same(await within(busy.reading.end, 'the end of the frames'), 'quietly', 'how the frames end')
    const { frames } = busy.reading
    same(frames, busy.link.written.slice(0, Math.min(written, frames.length)), 'what was handed out in all')
  }],

  ['after bye the frames end or are lost, and never hang', async ({ open }) => {
    const { reading, link } = await open()
    await reading.find('events', 'the end of the past')
    link.end('hub/closing')
    const end = await within(reading.end, 'the end of the frames')
    check(end === 'quietly' || end === 'transport/lost', `after bye the frames end quietly or are lost, but: ${end}`)
    same(reading.frames.at(-1), { t: 'bye', code: 'hub/closing', after: 10 }, 'the last frame')
  }],

  ['nothing is rejected behind the owner’s back', async ({ open, connect, hub, links }) => {
    const unhandled: unknown[] = []
    const note = (reason: unknown): void => void unhandled.push(reason)
    process.on('unhandledRejection', note)
    try {
      const revoked = hub.issue()
      hub.revoke(revoked)
      await within(connect({ credentials: () => revoked }).catch(() => undefined), 'an attempt that is refused')
      const ends: readonly ((opened: Opened) => unknown)[] = [
        ({ connection }) => connection.close(),
        ({ life }) => life.abort(new Error('No longer wanted.')),
        ({ link }) => link.end(),
        ({ link }) => link.end('hub/closing'),
      ]
      for (const end of ends) {
        const opened = await open()
        const sent = background(opened.connection.send(say('at the end')))
        hub.append(['at the end'])
        await end(opened)
        await within(opened.reading.end, 'the end of the frames')
        await within(sent.catch(() => undefined), 'what was being sent is resolved or rejected')
      }
      // a connection that nobody reads
      const release = await within(connect(), 'connecting')
      for (const link of hub.links) link.end()
      await links(0, 'after the end of all links')
      await eventually(() => rejects(release.send(say('too late')), 'transport/closed', 'sending on a connection that nobody reads'))
      // Node tells of them between two turns of its loop
      await new Promise((resolve) => setTimeout(resolve, 20))
      same(unhandled.map(String), [], 'rejections that nobody could handle')
    } finally {
      process.off('unhandledRejection', note)
    }
  }],
]
