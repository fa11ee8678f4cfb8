import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { startHubProcess } from './hub-process.ts'
import { dropPackets, dropped, layCable, noLoss, noNamespaces } from './namespaces.ts'
import { mustAgree } from './scene.ts'
import { startTalk } from './talk.ts'
import { figures, leave, real, until } from './waiting.ts'

/** How long the link is away, in ms: shorter than the watchdog's patience, and longer. */
const AWAY = real ? 60_000 : 5_000
/** Ms between two messages of one writer: what is written while the link is away has to be sent after it. */
const EVERY = real ? 1_000 : 60

let impossible: string | undefined
beforeAll(async () => {
  impossible = await noNamespaces()
})

describe('a hub and its clients in two network namespaces', () => {
  const ends = ['client', 'hub'] as const
  it.for(ends)('lose nothing when the link is down for a while at the end of the %s', { timeout: 300_000 }, async (end, { skip }) => {
    if (impossible !== undefined) leave(skip, `link down at the ${end}'s end`, impossible)
    const cable = await layCable()
    const hub = await startHubProcess({ host: '0.0.0.0', namespace: cable.hub.namespace })
    const talk = await startTalk(`http://${cable.hub.address}:${hub.port}/handback`, cable.client.namespace, EVERY)
    await until(async () => (await talk.written()) > 20)
    await cable.link(end, 'down')
    const before = await talk.written()
    // how long the link is away is the fault itself
    await pause(AWAY)
    expect(await talk.written()).toBeGreaterThan(before)
    await cable.link(end, 'up')
    const recovery = await talk.exchange()
    const written = await talk.written()
    await until(async () => (await talk.written()) > written + 20)
    const { outcome, states, errors } = await talk.end()
    await mustAgree(outcome, hub.store)
    figures(`link down at the ${end}'s end`, {
      'away ms': AWAY,
      'question and answer after it ms': recovery,
      messages: outcome.visitor.length,
      states: states.join(' '),
      errors: errors.join(' ') || 'none',
    })
  })

  it('lose nothing when a fifth of all packets is lost', async ({ skip }) => {
    const none = impossible ?? (await noLoss())
    if (none !== undefined) leave(skip, 'packets lost', none)
    const cable = await layCable()
    const hub = await startHubProcess({ host: '0.0.0.0', namespace: cable.hub.namespace })
    // on such a line an answer may take seconds: nobody writes faster than that for long
    const talk = await startTalk(`http://${cable.hub.address}:${hub.port}/handback`, cable.client.namespace, 1_000)
    const sides = [cable.hub.namespace, cable.client.namespace]
    for (const side of sides) await dropPackets(side, 20)
    await until(async () => (await talk.written()) > 20, 60_000)
    const times: number[] = []
    for (let round = 0; round < 5; round += 1) times.push(await talk.exchange())
    const { outcome, states } = await talk.end()
    const lost = await Promise.all(sides.map(dropped))
    await mustAgree(outcome, hub.store)
    figures('a fifth of all packets lost', {
      'packets lost': lost.join(' + '),
      messages: outcome.visitor.length,
      'question and answer ms': times.map(Math.round).join('/'),
      states: states.join(' '),
    })
    expect(Math.min(...lost)).toBeGreaterThan(0)
  }, 200_000)
})
