import { describe, expect, it } from 'vitest'
import { createAllowance } from '../../src/hub/allowance.ts'
import { hubId } from '../../src/hub/hub-ids.ts'
import { triage } from '../../src/hub/turns/triage.ts'
import type { Header } from '../../src/protocol/index.ts'
import { emptyHeader } from '../../src/conversation/index.ts'
import { gates, scripted } from '../../src/providers/scripted.ts'
import { post, serve, tokenOf } from './http-world.ts'
import { until } from './until.ts'
import { createWorld, maria, sarah } from './world.ts'

const c = 'conversation-1'

describe('an allowance', () => {
  it('lets a burst through, then as much as time brings, each party for itself', () => {
    let now = 0
    const allowance = createAllowance({ now: () => now, burst: 3, perSecond: 2 })
    const takes = (sub: string): boolean => {
      try {
        allowance.take(sub)
        return true
      } catch {
        return false
      }
    }
    expect([1, 2, 3, 4].map(() => takes('one'))).toEqual([true, true, true, false])
    expect(takes('two')).toBe(true)
    now = 500
    expect([takes('one'), takes('one')]).toEqual([true, false])
    now = 10_000
    expect([1, 2, 3, 4].map(() => takes('one'))).toEqual([true, true, true, false])
    expect(() => allowance.take('one')).toThrow(expect.objectContaining({ code: 'request/rate-limited', retryable: true, retryAfter: 500 }))
  })
})

describe('a hub', () => {
  it('tells a visitor who asks too much when to come back, and goes on with agents', async () => {
    const world = createWorld({ allowance: { burst: 2, perSecond: 1 } })
    const { ask } = await serve(world)
    const visitor = await tokenOf(world, maria)
    const command = (id: string) => ({ t: 'command', conversation: c, seen: null, command: { id, type: 'message-send', data: { parts: [{ type: 'text', text: id }] } } }) as const
    expect((await post(ask, visitor, [command('command-1'), command('command-2')])).status).toBe(200)
    const refused = await post(ask, visitor, [command('command-3')])
    expect(refused.status).toBeGreaterThanOrEqual(429)
    expect(refused.body).toContain('request/rate-limited')
    expect((await post(ask, await tokenOf(world, sarah), [command('command-4')])).body).toContain('"t":"ack"')
    world.clock.now += 1_000
    expect((await post(ask, visitor, [command('command-3')])).body).toContain('"t":"ack"')
    expect((await world.said(c)).filter((text) => text === 'visitor: command-3')).toHaveLength(1)
  })

  it('keeps the ids that it derives for itself', async () => {
    const world = createWorld()
    const link = world.link(maria)
    await link.say(c, 'Hello')
    await link.command(c, 'message-send', { parts: [{ type: 'text', text: 'Mine' }] }, { id: hubId(c, 'deadline:1:queue:1') })
    expect(link.frames.find(({ t }) => t === 'refused')).toMatchObject({ refusal: { code: 'command/forbidden' } })
    expect(await world.said(c)).not.toContain('visitor: Mine')
  })

  it('gives a turn up in time when its articles cannot be searched', async () => {
    const at = gates()
    const world = createWorld({
      provider: scripted(() => ['Never']),
      policy: { turnTime: 50, turnAttempts: 1 },
      knowledge: { search: async () => (await at.gate('search').pass(new AbortController().signal), []), article: () => undefined },
    })
    await world.link(maria).say(c, 'Where is my card?')
    await until(async () => (await world.phase(c)) === 'queued')
    expect(await world.types(c)).toContain('turn-failed')
    at.open('search')
  })

  it('lets one party hold fifty links, and the next when one of them is gone', () => {
    const world = createWorld()
    const links = Array.from({ length: 50 }, () => world.link(maria))
    const oneMore = world.link(maria)
    expect(oneMore.frames.map(({ t }) => t)).toEqual(['hello', 'bye'])
    expect(oneMore.of('bye')[0]).toMatchObject({ code: 'link/too-many', after: 30_000 })
    expect([oneMore.ended, ...links.map(({ ended }) => ended)]).toEqual([true, ...links.map(() => false)])
    expect(world.link(sarah).ended).toBe(false)
    links[0]?.close()
    expect(world.link(maria).ended).toBe(false)
    expect(world.link(maria).ended).toBe(true)
  })

  it('asks the provider once for a burst of questions that cut a turn short', async () => {
    const at = gates()
    const provider = scripted([[at.gate('first'), 'Never said'], ['All of them']])
    const world = createWorld({ provider })
    const link = world.link(maria)
    await link.say(c, 'Question 1')
    await at.reached('first')
    await Promise.all([2, 3, 4, 5].map((number) => link.say(c, `Question ${number}`)))
    await until(async () => (await world.said(c)).at(-1) === 'assistant: All of them')
    expect(provider.calls.map(({ aborted }) => aborted)).toEqual([true, false])
    expect(provider.calls[1]?.request.messages.filter(({ role }) => role === 'visitor')).toHaveLength(5)
  })

  it('acknowledges a visitor with the number of an event that everybody may see', async () => {
    const world = createWorld()
    const answer = await world.link(maria).command(c, 'handoff-request')
    const header = await world.store.load(c)
    expect(header?.seq).toBeGreaterThan(header?.shown ?? 0)
    expect(answer).toEqual({ ok: true, at: { log: 1, seq: header?.shown } })
  })

  it('reads all of a message to know what it wants, in no time that anybody notices', () => {
    const header: Header = { ...emptyHeader('visitor-1'), owed: 1, seq: 1 }
    const long = `${'a@'.repeat(8_000)} can I speak to a real person please`
    const event = { seq: 1, at: 1, by: { kind: 'visitor', id: 'visitor-1' }, type: 'message-sent', audience: 'everyone', prev: 0, cause: 'command-1' } as const
    const message = (text: string) => [{ ...event, data: { message: 'command-1', parts: [{ type: 'text', text }] } }]
    const begun = performance.now()
    expect(triage(header, message(long))).toBe('handoff')
    expect(performance.now() - begun).toBeLessThan(500)
    expect(triage(header, message('can I speak to a real person please'))).toBe('handoff')
  })
})
