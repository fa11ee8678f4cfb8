import { describe, expect, test, vi } from 'vitest'
import type { ClientFrame, ServerFrame } from '../../src/protocol/index.ts'
import { decodeServerFrames } from '../../src/protocol/index.ts'
import { gates, scripted } from '../../src/providers/scripted.ts'
import { mounted, post, serve, stream, tokenOf } from './http-world.ts'
import { parts } from './recorded-link.ts'
import { until } from './until.ts'
import type { WorldOptions } from './world.ts'
import { createWorld, maria, sarah } from './world.ts'

const c = 'conversation-1'
const topic = `conversation:${c}` as const
const mute = () => scripted(() => [gates().gate('never')])
const saying = (id: string): ClientFrame => {
  const command = { id, type: 'message-send', data: { parts: parts(id) } }
  return { t: 'command', conversation: c, seen: null, command }
}
const framesOf = (body: string): readonly ServerFrame[] => decodeServerFrames(body) ?? []

/** A conversation of which one page is as long as a page may be. */
async function long(options: WorldOptions = {}) {
  const world = createWorld({ provider: mute(), ...options })
  const link = world.link(maria)
  await link.command(c, 'handoff-request')
  await world.link(sarah).command(c, 'floor-claim')
  for (let count = 0; count < 20; count += 1) await link.say(c, `${count} ${'x'.repeat(15_000)}`)
  const { seq } = (await world.store.load(c)) ?? { seq: 0 }
  const page: ClientFrame = { t: 'page', conversation: c, before: { log: 1, seq: seq + 1 }, limit: 200 }
  return { world, page, token: await tokenOf(world, maria) }
}
const times = (count: number, frame: ClientFrame): ClientFrame[] => Array.from({ length: count }, () => frame)

test.each(['node', 'fetch'] as const)('a body holds fifty frames; of more none is done (%s)', async (adapter) => {
  const { world, token } = await long()
  const ask = adapter === 'node' ? (await serve(world)).ask : mounted(world)
  const frames = Array.from({ length: 51 }, (_, index) => saying(`command-${index}`))
  const refused = await post(ask, token, frames)
  expect([refused.status, refused.body.includes('"request/invalid","retryable":false')]).toEqual([400, true])
  expect((await world.said(c)).filter((text) => text.includes('command-'))).toEqual([])
  const taken = await post(ask, token, frames.slice(1))
  expect(framesOf(taken.body).map(({ t }) => t)).toEqual(Array(50).fill('ack'))
})

describe('an answer with more pages than it has room for', () => {
  test('holds the first ones whole; the others come by the link, of one event each, so that one can go on from there', async () => {
    const { world, page, token } = await long()
    const ask = mounted(world)
    const reading = await stream(ask, token, ['me'])
    const hello = await until(() => reading.frames.find((frame) => frame.t === 'hello'))
    const answer = await post(ask, token, [...times(20, page), saying('command-1')], { 'handback-link': hello.link })
    expect([answer.status, answer.body.length < 1_000_000]).toEqual([200, true])
    const frames = framesOf(answer.body)
    expect(frames.slice(0, -1).every((frame) => frame.t === 'page' && frame.events.length > 10)).toBe(true)
    // commands are small, and are answered whatever came before them
    expect(frames.at(-1)).toMatchObject({ t: 'ack', command: 'command-1' })
    const whole = frames.length - 1
    expect(whole).toBeGreaterThan(1)
    const rest = await until(() => {
      const pages = reading.frames.flatMap((frame) => (frame.t === 'page' ? [frame] : []))
      return pages.length === 20 - whole ? pages : undefined
    })
    expect(rest.map(({ events, more }) => [events.length, more])).toEqual(rest.map(() => [1, true]))
    reading.stop()
  })

  test('is refused where there is no link, and what had been done is done once when it comes again', async () => {
    const { world, page, token } = await long()
    const frames = [saying('command-1'), ...times(20, page), saying('command-2')]
    const refused = await post(mounted(world), token, frames)
    expect([refused.status, refused.body.length < 1_000, refused.body.includes('"hub/busy","retryable":true')]).toEqual([503, true, true])
    expect((await world.said(c)).filter((text) => text.includes('command-'))).toEqual(['visitor: command-1'])
    const again = await post(mounted(world), token, [saying('command-1'), saying('command-2')])
    expect(framesOf(again.body).map(({ t }) => t)).toEqual(['ack', 'ack'])
    expect((await world.said(c)).filter((text) => text.includes('command-'))).toEqual(['visitor: command-1', 'visitor: command-2'])
  })
})

describe('what a visitor may ask for', () => {
  const allowance = { burst: 30, perSecond: 1 }

  test('counts pages, and a body that asks for more is not begun', async () => {
    const { world, page, token } = await long({ allowance })
    const load = vi.spyOn(world.store, 'load')
    world.clock.now += 60_000
    expect((await post(mounted(world), token, times(2, page))).status).toBe(200)
    load.mockClear()
    const refused = await post(mounted(world), token, [saying('command-1'), ...times(28, page)])
    expect([refused.status, refused.body.includes('"retryAfter":1000')]).toEqual([429, true])
    expect(load).not.toHaveBeenCalled()
    // after that time it is done, whole, however little comes back in a second
    world.clock.now += 1_000
    expect((await post(mounted(world), token, times(1, page))).status).toBe(200)
    world.clock.now += 30_000
    expect((await post(mounted(world), token, [saying('command-1')])).status).toBe(200)
    expect((await post(mounted(world), await tokenOf(world, sarah), times(2, page))).status).toBe(200)
    load.mockRestore()
  })

  test('counts pages and follows of a link, which ends when they are too many; an agent’s does not', async () => {
    const { world, page } = await long({ allowance })
    world.clock.now += 60_000
    const visitor = world.link(maria)
    for (let count = 0; count < 15; count += 1) await visitor.send(page)
    for (let count = 0; count < 15; count += 1) await visitor.send({ t: 'follow', follow: { topic } })
    expect(visitor.ended).toBe(false)
    // what asks for nothing costs nothing
    await visitor.send({ t: 'unfollow', topic })
    expect(visitor.ended).toBe(false)
    await visitor.send({ t: 'follow', follow: { topic } })
    expect(visitor.of('bye')).toMatchObject([{ code: 'request/rate-limited', after: 1_000 }])
    const agent = world.link(sarah)
    for (let count = 0; count < 40; count += 1) await agent.send({ t: 'follow', follow: { topic } })
    expect(agent.ended).toBe(false)
  })

  test('more than a burst at once counts as a burst: what is asked for together is done in the end', async () => {
    const { world, token } = await long({ allowance: { burst: 30, perSecond: 10 } })
    world.clock.now += 60_000
    const frames = Array.from({ length: 40 }, (_, index) => saying(`command-${index}`))
    expect((await post(mounted(world), token, frames)).status).toBe(200)
    expect((await post(mounted(world), token, frames)).status).toBe(429)
    world.clock.now += 3_000
    expect((await post(mounted(world), token, frames)).status).toBe(200)
  })
})
