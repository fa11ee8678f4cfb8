import process from 'node:process'
import { background, check, eventually, rejects, same, within } from '../check.ts'
import type { Opened, TransportCheck } from './bench.ts'
import { say } from './bench.ts'

/** What holds for a connection that its owner has ended, however he did. */
async function isOver({ connection, reading }: Opened, what: string): Promise<void> {
  same(await within(reading.end, `${what}: the end of the frames`), 'quietly', `${what}: how the frames end`)
  await rejects(connection.send(say('too late')), 'transport/closed', `${what}: sending`)
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
    await rejects(connection.send(say('too late')), 'transport/closed', 'sending')
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
    await rejects(connection.send(say('too late')), 'transport/closed', 'sending')
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
