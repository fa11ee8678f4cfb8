import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import type { ReplyPart, ReplyRequest } from '../../src/contracts/index.ts'
import type { Tool, ToolContext } from '../../src/hub/index.ts'
import { tool, ToolError } from '../../src/hub/index.ts'
import type { StoredEvent } from '../../src/protocol/index.ts'
import { HandbackError } from '../../src/protocol/index.ts'
import { memoryStore } from '../../src/stores/memory.ts'
import { scripted, type ScriptedReply } from '../../src/providers/scripted.ts'
import { settled, until } from './until.ts'
import type { World, WorldOptions } from './world.ts'
import { createWorld, maria, sarah, stopClock } from './world.ts'

const c = 'conversation-1'
const able = { supports: { tools: true } }
const call = (name: string, input: unknown, id = 'call-1'): ReplyPart => ({ type: 'tool-call', id, name, input })
const calls: ReplyPart = { type: 'finish', reason: 'tool-call' }
const kinds = (events: readonly StoredEvent[], ...types: string[]): StoredEvent[] => events.filter(({ type }) => types.includes(type))

const refunds: { readonly input: { order: string }; readonly context: ToolContext }[] = []
const refund = (more: Partial<Tool<{ order: string }>> = {}): Tool<{ order: string }> => {
  refunds.length = 0
  return tool({
    name: 'refund',
    description: 'Pays an order back.',
    input: z.object({ order: z.string().check(z.maxLength(20)) }),
    run(input, context) {
      refunds.push({ input, context })
      return { paid: 40, order: input.order }
    },
    ...more,
  })
}

async function asks(script: readonly ScriptedReply[] | ((request: ReplyRequest) => ScriptedReply), options: WorldOptions) {
  const provider = scripted(script, able)
  const world = createWorld({ provider, ...options })
  const link = world.link(maria)
  await link.say(c, 'Please pay order 7 back')
  await link.follow(c)
  return { provider, world, link }
}

const ended = async (world: World): Promise<void> => {
  await until(async () => (await world.types(c)).some((type) => type === 'turn-done' || type === 'turn-failed'))
}

describe('a tool', () => {
  test('is offered with the JSON Schema of its input, runs once it was logged, and its result answers the call', async () => {
    const { provider, world } = await asks([['One moment.', call('refund', { order: '7' }), { type: 'state', data: { mind: 1 } }, calls], ['It is paid.']], { tools: [refund()] })
    await ended(world)
    expect(await world.said(c)).toEqual(['visitor: Please pay order 7 back', 'assistant: One moment.\n\nIt is paid.'])
    expect(provider.calls[0]?.request.tools?.find(({ name }) => name === 'refund')).toEqual({
      name: 'refund',
      description: 'Pays an order back.',
      parameters: { type: 'object', properties: { order: { type: 'string', maxLength: 20 } }, required: ['order'] },
    })
    expect(provider.calls[1]?.request.steps).toEqual([
      {
        text: 'One moment.',
        calls: [{ id: 'call-1', name: 'refund', input: { order: '7' } }],
        results: [{ id: 'call-1', name: 'refund', output: '{"paid":40,"order":"7"}' }],
        state: { mind: 1 },
      },
    ])
    expect(refunds).toMatchObject([{ input: { order: '7' }, context: { conversation: c, visitor: { id: maria.sub, name: 'Maria' } } }])
    const events = await world.events(c)
    const logged = kinds(events, 'tool-called', 'tool-returned', 'turn-done')
    expect(logged.map(({ type, audience }) => [type, audience])).toEqual([
      ['tool-called', 'staff'],
      ['tool-returned', 'staff'],
      ['turn-done', 'everyone'],
    ])
    expect(logged[0]?.data).toMatchObject({ call: refunds[0]?.context.key })
    expect((await world.store.load(c))?.calls).toBeUndefined()
  })

  test('may leave nothing more to say', async () => {
    const { provider, world } = await asks([['I pay it back now.', call('refund', { order: '7' }), calls], []], { tools: [refund()] })
    await ended(world)
    expect(provider.calls).toHaveLength(2)
    expect(await world.said(c)).toContain('assistant: I pay it back now.')
    expect(await world.types(c)).toContain('turn-done')
  })

  test('is logged before it runs', async () => {
    const seen: string[][] = []
    const world: { now?: World } = {}
    const watch = refund({
      async run() {
        seen.push((await world.now?.types(c)) ?? [])
        return 'done'
      },
    })
    const asked = await asks([[call('refund', { order: '7' }), calls], ['Paid.']], { tools: [watch] })
    world.now = asked.world
    await ended(asked.world)
    expect(seen).toHaveLength(1)
    expect(seen[0]?.at(-1)).toBe('tool-called')
  })

  test('shows a visitor nothing of its name, its input or its result', async () => {
    const { world, link } = await asks([[call('refund', { order: '7-secret' }), calls], ['Paid.']], { tools: [refund()] })
    await ended(world)
    await until(() => link.bytes.includes('turn-done'))
    expect(link.bytes).not.toMatch(/tool-|7-secret|"paid"|refund"/)
  })

  test.each<[string, unknown, Partial<Tool<{ order: string }>>, RegExp]>([
    ['with input that does not fit', { order: 7 }, {}, /does not fit at order/],
    ['with arguments that are no JSON', '{"order": "7', {}, /does not fit/],
    ['with far too much input', { order: 'x'.repeat(9_000) }, {}, /too long/],
    ['that fails with words of ours', { order: '7' }, { run: () => Promise.reject(new ToolError('Order 7 is too old.')) }, /^Order 7 is too old\.$/],
    ['that fails with words of its own', { order: '7' }, { idempotent: true, run: () => Promise.reject(new Error('ECONNREFUSED 10.0.0.7')) }, /^It failed\.$/],
  ])('%s is told to the model as a failed call', async (_how, input, more, output) => {
    const { provider, world } = await asks([[call('refund', input), calls], ['I could not do it.']], { tools: [refund(more)] })
    await ended(world)
    expect(provider.calls[1]?.request.steps?.[0]?.results).toEqual([{ id: 'call-1', name: 'refund', output: expect.stringMatching(output), failed: true }])
    expect(await world.said(c)).toContain('assistant: I could not do it.')
  })

  test.each<[string, Partial<Tool<{ order: string }>>, object]>([
    ['gives what is no JSON', { run: () => 1n }, { output: 'Done; what came of it cannot be told.' }],
    ['gives nothing', { run: () => undefined }, { output: 'Done.' }],
    ['has a schema that throws', { input: { '~standard': { validate: () => { throw new Error('bad schema') } } }, parameters: {} }, { failed: true, output: 'The input does not fit: it cannot be read' }],
    ['cannot say what it would do', { approval: 'visitor', action: () => { throw new Error('no words') } }, { failed: true, output: 'It failed.' }],
  ])('that %s ends no turn', async (_how, more, result) => {
    const { provider, world } = await asks([[call('refund', { order: '7' }), calls], ['All right.']], { tools: [refund(more)] })
    await ended(world)
    expect(provider.calls[1]?.request.steps?.[0]?.results).toEqual([{ id: 'call-1', name: 'refund', ...result }])
    expect(await world.said(c)).toContain('assistant: All right.')
  })

  test('of a team may be called what it likes: it is no wish for a person', async () => {
    const { world } = await asks([[{ type: 'tool-start', name: 'transfer' }, call('transfer', { order: '7' }), calls], ['Sent.']], { tools: [refund({ name: 'transfer' })] })
    await ended(world)
    expect(refunds).toHaveLength(1)
    expect(await world.phase(c)).toBe('bot')
  })

  test('that does not exist is told to be none, and nothing runs', async () => {
    const { provider, world } = await asks([[call('delete_all', {}), calls], ['Sorry.']], { tools: [refund()] })
    await ended(world)
    expect(provider.calls[1]?.request.steps?.[0]?.results).toEqual([{ id: 'call-1', name: 'delete_all', output: 'There is no such tool.', failed: true }])
    expect(refunds).toEqual([])
  })

  test.each(['length', 'filtered'] as const)('never runs when the answer ended as %s', async (reason) => {
    const { world } = await asks([['One moment.', call('refund', { order: '7' }), { type: 'finish', reason }]], { tools: [refund()] })
    await ended(world)
    expect(refunds).toEqual([])
    expect(await world.types(c)).not.toContain('tool-called')
  })

  test('never runs when the stream broke off after its call', async () => {
    const { world } = await asks([['One moment.', call('refund', { order: '7' }), { type: 'cut' }]], { tools: [refund()] })
    await ended(world)
    expect(refunds).toEqual([])
  })

  test('that is called again and again ends in a person after five rounds', async () => {
    let count = 0
    const { provider, world } = await asks(() => [call('refund', { order: String((count += 1)) }), calls], { tools: [refund()] })
    await until(async () => (await world.phase(c)) === 'queued')
    expect(provider.calls).toHaveLength(6)
    expect(refunds).toHaveLength(5)
    expect(kinds(await world.events(c), 'context-added')[0]?.data).toMatchObject({ rule: 'tool-loop' })
  })

  test('that is called twice with the same input in one turn runs once', async () => {
    const same = [call('refund', { order: '7' }), call('refund', { order: '7' }, 'call-2'), calls]
    const { provider, world } = await asks([same, ['Paid.']], { tools: [refund()] })
    await ended(world)
    expect(refunds).toHaveLength(1)
    expect(provider.calls[1]?.request.steps?.[0]?.results).toHaveLength(2)
  })

  test('runs no more often in a conversation than it allows', async () => {
    const many = [1, 2, 3].map((order) => call('refund', { order: String(order) }, `call-${order}`))
    const { provider, world } = await asks([[...many, calls], ['Two are paid.']], { tools: [refund({ limit: 2 })] })
    await ended(world)
    expect(refunds).toHaveLength(2)
    expect(provider.calls[1]?.request.steps?.[0]?.results.map(({ failed }) => failed ?? false)).toEqual([false, false, true])
  })

  test('that is called more than eight times at once runs eight times, and each call gets a result', async () => {
    const many = Array.from({ length: 10 }, (_, at) => call('refund', { order: String(at) }, `call-${at}`))
    const { provider, world } = await asks([[...many, calls], ['Eight are paid.']], { tools: [refund()] })
    await ended(world)
    expect(refunds).toHaveLength(8)
    expect(provider.calls[1]?.request.steps?.[0]?.results.map(({ failed }) => failed ?? false)).toEqual([...Array(8).fill(false), true, true])
  })

  test('never runs again when the model fails after it: another attempt is told what it gave', async () => {
    let rounds = 0
    const { provider, world } = await asks(
      () => {
        rounds += 1
        if (rounds === 2) return [new HandbackError('provider/unavailable', 'Down.', { retryable: true })]
        return rounds === 4 ? ['It is paid.'] : [call('refund', { order: '7' }), calls]
      },
      { tools: [refund()], policy: { turnRetry: 0 } },
    )
    await until(async () => (await world.types(c)).includes('turn-done'))
    expect(refunds).toHaveLength(1)
    expect(kinds(await world.events(c), 'tool-called')).toHaveLength(1)
    const second = provider.calls[2]?.request
    expect(second?.messages.some(({ role, text }) => role === 'system' && text.includes('"paid":40'))).toBe(true)
    expect(await world.said(c)).toContain('assistant: It is paid.')
  })

  test('that is not over in time and may not run twice goes to a person', async () => {
    const { world } = await asks([[call('refund', { order: '7' }), calls]], { tools: [refund({ timeout: 20, run: () => new Promise(() => undefined) })] })
    await until(async () => (await world.phase(c)) === 'queued')
    const events = await world.events(c)
    expect(kinds(events, 'tool-returned')[0]?.data).toMatchObject({ failed: true })
    expect(kinds(events, 'context-added')[0]?.data).toMatchObject({ rule: 'tool-unclear' })
  })

  test('that fails with words of its own and may not run twice goes to a person: nobody knows how far it came', async () => {
    const { world } = await asks([['One moment.', call('refund', { order: '7' }), calls]], { tools: [refund({ run: () => Promise.reject(new Error('socket hang up')) })] })
    await until(async () => (await world.phase(c)) === 'queued')
    const events = await world.events(c)
    expect(kinds(events, 'context-added')[0]?.data).toMatchObject({ rule: 'tool-unclear', summary: 'Nobody knows whether refund was done.' })
    expect(await world.said(c)).toEqual(['visitor: Please pay order 7 back', 'assistant: One moment.'])
  })

  test('whose result comes while the next turn waits for it is told to that turn, and does not run again', async () => {
    let finish = (_value: string): void => undefined
    const slow = refund({
      run: (input, context) => {
        refunds.push({ input, context })
        return new Promise((resolve) => (finish = resolve))
      },
    })
    const { provider, world, link } = await asks(({ steps = [], messages }) => (steps.length > 0 || messages.some(({ text }) => text.includes('PAID')) ? ['It is paid.'] : [call('refund', { order: '7' }), calls]), { tools: [slow] })
    await until(() => refunds.length === 1)
    await link.say(c, 'It is urgent for me')
    await until(async () => kinds(await world.events(c), 'turn-started').length === 2)
    await settled()
    finish('PAID-40')
    await until(async () => (await world.types(c)).includes('turn-done'))
    expect(refunds).toHaveLength(1)
    expect(provider.calls.at(-1)?.request.messages.some(({ text }) => text.includes('PAID-40'))).toBe(true)
    expect(await world.types(c)).not.toContain('handoff-requested')
  })

  test('whose schema never answers ends its turn like a service that hangs', async () => {
    const hangs = refund({ input: { '~standard': { validate: () => new Promise(() => undefined) } }, parameters: {} })
    const { world, link } = await asks([[call('refund', { order: '7' }), calls], ['I am still there.']], { tools: [hangs], policy: { turnTime: 200, turnAttempts: 1, onFailure: 'notice' } })
    await until(async () => (await world.types(c)).includes('turn-failed'))
    await link.say(c, 'And now?')
    await until(async () => (await world.said(c)).at(-1) === 'assistant: I am still there.')
    expect(refunds).toEqual([])
  })

  test('whose result comes after a person took over is still logged', async () => {
    let finish = (_value: string): void => undefined
    const slow = refund({ run: () => new Promise((resolve) => (finish = resolve)) })
    const { world } = await asks([[call('refund', { order: '7' }), calls], ['Paid.']], { tools: [slow] })
    await until(async () => (await world.types(c)).includes('tool-called'))
    await world.link(sarah).command(c, 'floor-claim')
    await settled()
    finish('late')
    await until(async () => (await world.types(c)).includes('tool-returned'))
    expect(kinds(await world.events(c), 'tool-returned')[0]?.data).toMatchObject({ output: 'late' })
    expect(await world.said(c)).toEqual(['visitor: Please pay order 7 back'])
  })

  test.each([
    [true, 1],
    [false, 0],
  ])('that a hub left open when it died runs again only if it is idempotent (%s)', async (idempotent, runs) => {
    const never = refund({ run: () => new Promise(() => undefined) })
    const first = await asks([[call('refund', { order: '7' }), calls]], { tools: [never] })
    await until(async () => (await first.world.types(c)).includes('tool-called'))
    await first.world.close()
    const clock = { now: first.world.clock.now + 120_000 }
    const provider = scripted(() => ['All is well now.'], able)
    const world = createWorld({ provider, store: first.world.store, clock, policy: { turnRetry: 0 }, tools: [refund({ idempotent })] })
    await until(async () => (await world.types(c)).includes('tool-returned'))
    await until(async () => (await world.types(c)).some((type) => type === 'turn-done' || type === 'handoff-requested'))
    expect(refunds).toHaveLength(runs)
    expect((await world.types(c)).includes('handoff-requested')).toBe(!idempotent)
    if (idempotent) expect(kinds(await world.events(c), 'tool-called')[0]?.data).toMatchObject({ call: refunds[0]?.context.key })
  })

  test('runs once when two hubs take up the same turn, and neither spoils it for the other', async () => {
    stopClock()
    const store = memoryStore()
    const clock = { now: 1_800_000_000_000 }
    let down = true
    const provider = scripted(({ steps = [] }) => {
      if (down) return [new HandbackError('provider/unavailable', 'Down.', { retryable: true })]
      return steps.length > 0 ? ['Paid.'] : [call('refund', { order: '7' }), calls]
    }, able)
    const slow = refund({
      async run(input, context) {
        refunds.push({ input, context })
        await settled(4)
        return 'Paid.'
      },
    })
    const [one, other] = [1, 2].map(() => createWorld({ store, clock, provider, tools: [slow], policy: { turnRetry: 10 } })) as [World, World]
    await one.link(maria).say(c, 'Please pay order 7 back')
    await until(async () => (await one.types(c)).includes('turn-failed'))
    await settled()
    down = false
    // both hubs look at the deadline in the same moment
    await one.tick(1_000)
    await until(async () => (await one.types(c)).some((type) => type === 'turn-done' || type === 'handoff-requested'))
    await settled(60)
    expect(refunds).toHaveLength(1)
    expect(await other.types(c)).not.toContain('handoff-requested')
    expect(kinds(await one.events(c), 'turn-failed')).toHaveLength(1)
    expect(kinds(await one.events(c), 'message-sent')).toHaveLength(2)
  })

  test('may not have the name of another, or one that no service takes', () => {
    expect(() => createWorld({ tools: [refund(), refund()] })).toThrow(expect.objectContaining({ code: 'provider/misuse' }))
    expect(() => createWorld({ tools: [refund({ name: 'pay back!' })] })).toThrow(expect.objectContaining({ code: 'provider/misuse' }))
    expect(() => createWorld({ tools: [refund({ name: 'transfer_to_human' })] })).toThrow(expect.objectContaining({ code: 'provider/misuse' }))
    expect(() => createWorld({ tools: [refund({ name: 'constructor' })] })).toThrow(expect.objectContaining({ code: 'provider/misuse' }))
    expect(() => createWorld({ tools: Array.from({ length: 33 }, (_, n) => refund({ name: `refund_${n}` })) })).toThrow(expect.objectContaining({ code: 'provider/misuse' }))
  })

  test.each<[string, object, RegExp]>([
    ['nothing to run', { run: undefined }, /has no run/],
    ['no schema', { input: { type: 'object' } }, /no schema as its input/],
    ['an approval that nobody can give', { approval: 'user' }, /"visitor" or "agent"/],
    ['an input that is no object', { input: z.string() }, /takes no object/],
  ])('with %s is refused before the first visitor comes, by name', (_what, more, message) => {
    expect(() => createWorld({ tools: [{ ...refund(), ...more } as unknown as Tool] })).toThrow(expect.objectContaining({ code: 'provider/misuse', message: expect.stringMatching(message) as string }))
    expect(() => createWorld({ tools: [{ ...refund(), ...more } as unknown as Tool] })).toThrow(/refund/)
  })

  test('is not offered to a provider that takes none', async () => {
    const provider = scripted([['No tools here.']])
    const world = createWorld({ provider, tools: [refund()] })
    await world.link(maria).say(c, 'Hello there, how are you?')
    await ended(world)
    expect(provider.calls[0]?.request.tools).toBeUndefined()
  })
})
