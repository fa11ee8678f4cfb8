import { check, eventually, same, within } from '../check.ts'
import type { TransportCheck } from './bench.ts'
import { CONVERSATION } from './bench.ts'

export const signalChecks: readonly TransportCheck[] = [
  ['signals get through in both directions', async ({ open, hub }) => {
    const one = await open()
    const two = await open()
    // one on its way to the hub is passed on to those who follow only once the hub has heard that they do
    await Promise.all([one, two].map(({ reading }) => reading.find('events', 'the end of the past')))
    const signal = { ttl: 6_000, data: { type: 'typing' } } as const
    await within(one.connection.send({ t: 'signal', topic: CONVERSATION, signal }), 'sending a signal')
    await eventually(async () => check(one.link.received.some(({ t }) => t === 'signal'), 'the hub hears the signal'))
    same(one.link.received.filter(({ t }) => t === 'signal'), [{ t: 'signal', topic: CONVERSATION, signal }], 'what the hub heard')
    const told = two.link.written.find(({ t }) => t === 'signal')
    same(await two.reading.find('signal', 'the signal at another connection'), told, 'what another connection heard')
    same(hub.log.events, [], 'a signal leaves nothing in the log')
  }],
]
