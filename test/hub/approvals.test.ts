import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import type { ReplyPart } from '../../src/contracts/index.ts'
import { tool } from '../../src/hub/index.ts'
import type { StoredEvent } from '../../src/protocol/index.ts'
import { scripted, type ScriptedReply } from '../../src/providers/scripted.ts'
import { settled, until } from './until.ts'
import type { World } from './world.ts'
import { createWorld, maria, sarah } from './world.ts'

const c = 'conversation-1'
const call = (input: unknown): ReplyPart => ({ type: 'tool-call', id: 'call-1', name: 'refund', input })
const calls: ReplyPart = { type: 'finish', reason: 'tool-call' }
const last = (events: readonly StoredEvent[], type: string) => events.findLast((event) => event.type === type)?.data as Readonly<Record<string, unknown>> | undefined

function scene(approval: 'visitor' | 'agent', script: readonly ScriptedReply[]) {
  const paid: unknown[] = []
  const refund = tool({
    name: 'refund',
    description: 'Pays an order back.',
    input: z.object({ order: z.string() }),
    approval,
    action: ({ order }) => ({ title: `Refund order ${order}`, details: '40 € to the card that paid.' }),
    run(input, { key }) {
      paid.push({ input, key })
      return 'Paid 40 €.'
    },
  })
  const provider = scripted(script, { supports: { tools: true } })
  const world = createWorld({ provider, tools: [refund] })
  return { paid, provider, world, link: world.link(maria) }
}

const done = async (world: World, count: number): Promise<void> => {
  await until(async () => (await world.types(c)).filter((type) => type === 'turn-done').length === count)
}

describe("what needs the visitor's permission", () => {
  const script = [['I can pay it back.', call({ order: '7' }), calls], ['It is on its way.']] as const

  test('is asked for in plain words, and nothing runs before the answer', async () => {
    const { world, link, paid } = scene('visitor', script)
    await link.say(c, 'Please pay order 7 back')
    await done(world, 1)
    const events = await world.events(c)
    expect(last(events, 'permission-asked')).toMatchObject({ title: 'Refund order 7', details: '40 € to the card that paid.' })
    expect(await world.said(c)).toEqual(['visitor: Please pay order 7 back', 'assistant: I can pay it back.'])
    expect((await world.store.load(c))?.permission).toBe(last(events, 'permission-asked')?.['permission'])
    expect(paid).toEqual([])
  })

  test('runs exactly as it was shown once the visitor agrees, and the model is told', async () => {
    const { world, link, paid, provider } = scene('visitor', script)
    await link.say(c, 'Please pay order 7 back')
    await done(world, 1)
    const permission = (await world.store.load(c))?.permission
    expect(await link.command(c, 'permission-answer', { permission, granted: true })).toMatchObject({ ok: true })
    await done(world, 2)
    expect(paid).toEqual([{ input: { order: '7' }, key: permission }])
    expect(provider.calls[1]?.request.messages.filter(({ role }) => role === 'system').map(({ text }) => text)).toEqual([
      'You asked the visitor to agree to: Refund order 7 (40 € to the card that paid.). They answer by a button; nothing is done before.',
      'The visitor agreed to: Refund order 7.',
      'You called refund, and it worked. Input: {"order":"7"} Result: Paid 40 €.',
    ])
    expect((await world.said(c)).at(-1)).toBe('assistant: It is on its way.')
    expect(await world.store.load(c)).not.toHaveProperty('granted')
    expect(await link.command(c, 'permission-answer', { permission, granted: true })).toMatchObject({ refusal: { code: 'permission/not-open' } })
  })

  test('never runs when the visitor does not agree', async () => {
    const { world, link, paid, provider } = scene('visitor', [script[0], ['Then I leave it.']])
    await link.say(c, 'Please pay order 7 back')
    await done(world, 1)
    await link.command(c, 'permission-answer', { permission: (await world.store.load(c))?.permission, granted: false })
    await done(world, 2)
    expect(paid).toEqual([])
    expect(provider.calls[1]?.request.messages.at(-1)?.text).toBe('The visitor did not agree to: Refund order 7.')
  })

  test.each([true, false])('is asked for once, however often a model wants the same again (agreed: %s)', async (granted) => {
    const again = [call({ order: '7' }), calls] as const
    const { world, link, paid, provider } = scene('visitor', [script[0], again, ['That is all.'], again, ['Done.']])
    await link.say(c, 'Please pay order 7 back')
    await done(world, 1)
    await link.command(c, 'permission-answer', { permission: (await world.store.load(c))?.permission, granted })
    await done(world, 2)
    expect(paid).toHaveLength(granted ? 1 : 0)
    expect((await world.types(c)).filter((type) => type === 'permission-asked')).toHaveLength(1)
    expect(provider.calls[2]?.request.steps?.[0]?.results[0]).toMatchObject(
      granted ? { output: 'Paid 40 €.' } : { output: 'They were asked, and did not agree.', failed: true },
    )
    // who writes again may have changed their mind
    await link.say(c, 'Please do it now')
    await until(async () => (await world.types(c)).filter((type) => type === 'permission-asked').length === 2)
    expect(paid).toHaveLength(granted ? 1 : 0)
  })

  test('is no longer asked for when the visitor writes something else, or a person comes', async () => {
    const { world, link, paid } = scene('visitor', [script[0], ['Of course.']])
    await link.say(c, 'Please pay order 7 back')
    await done(world, 1)
    const permission = (await world.store.load(c))?.permission
    await link.say(c, 'Wait, what about order 8?')
    expect(await link.command(c, 'permission-answer', { permission, granted: true })).toMatchObject({ refusal: { code: 'permission/not-open' } })
    await done(world, 2)
    await world.link(sarah).command(c, 'floor-claim')
    expect(await link.command(c, 'permission-answer', { permission, granted: true })).toMatchObject({ ok: false })
    expect(paid).toEqual([])
  })
})

describe('what needs the approval of a person of the team', () => {
  const script = [['Let me ask.', call({ order: '7' }), calls], ['Tell them: it is on its way.']] as const

  async function offered() {
    const all = scene('agent', script)
    await all.link.say(c, 'Please pay order 7 back')
    await all.link.follow(c)
    await until(async () => (await all.world.phase(c)) === 'queued')
    const desk = all.world.link(sarah)
    await desk.command(c, 'floor-claim')
    return { ...all, desk, draft: last(await all.world.events(c), 'draft-offered')?.['draft'] as string }
  }

  test('brings a person, who finds the action waiting', async () => {
    const { world, paid, link, draft } = await offered()
    const events = await world.events(c)
    expect(last(events, 'context-added')).toMatchObject({ rule: 'approval', summary: expect.stringContaining('Refund order 7') })
    expect(last(events, 'action-held')).toMatchObject({ action: draft, tool: 'refund', input: '{"order":"7"}', approval: 'agent' })
    expect((await world.store.load(c))?.actions).toEqual([draft])
    expect(await world.said(c)).toEqual(['visitor: Please pay order 7 back', 'assistant: Let me ask.'])
    await until(() => link.events(c).some(({ type }) => type === 'floor-claimed'))
    expect(link.bytes).not.toContain('action-held')
    expect(paid).toEqual([])
  })

  test('runs once it is approved, exactly as it was shown, and ends in words for the person', async () => {
    const { world, paid, desk, draft } = await offered()
    expect(await desk.command(c, 'draft-approve', { draft })).toMatchObject({ ok: true })
    await until(async () => (await world.types(c)).filter((type) => type === 'draft-offered').length === 2)
    expect(paid).toEqual([{ input: { order: '7' }, key: draft }])
    expect(last(await world.events(c), 'draft-offered')).toMatchObject({ parts: [{ text: 'Tell them: it is on its way.' }] })
    expect((await world.said(c)).filter((text) => text.startsWith('assistant'))).toEqual(['assistant: Let me ask.'])
    expect(await desk.command(c, 'draft-approve', { draft })).toMatchObject({ refusal: { code: 'draft/not-open' } })
  })

  test('runs also when the person has talked for long before', async () => {
    const { desk, paid, draft } = await offered()
    for (let n = 0; n < 210; n += 1) await desk.command(c, 'note-add', { text: `Note ${n}` })
    expect(await desk.command(c, 'draft-approve', { draft })).toMatchObject({ ok: true })
    await until(() => paid.length === 1)
    expect(paid).toEqual([{ input: { order: '7' }, key: draft }])
  })

  test('never runs when it is dropped, or approved by a visitor', async () => {
    const { world, paid, desk, link, draft } = await offered()
    expect(await link.command(c, 'draft-approve', { draft })).toMatchObject({ ok: false })
    await desk.command(c, 'draft-drop', { draft })
    expect(await desk.command(c, 'draft-approve', { draft })).toMatchObject({ refusal: { code: 'draft/not-open' } })
    await settled()
    expect(paid).toEqual([])
    expect((await world.store.load(c))?.actions).toBeUndefined()
  })

  test('is dropped when nobody comes', async () => {
    const { world, link, paid } = scene('agent', script)
    await link.say(c, 'Please pay order 7 back')
    await until(async () => (await world.phase(c)) === 'queued')
    await link.command(c, 'handoff-cancel')
    expect(await world.types(c)).toContain('draft-dropped')
    expect((await world.store.load(c))?.drafts).toBeUndefined()
    expect(paid).toEqual([])
  })
})

test('while a person holds the floor it is that person who approves what the visitor would be asked for', async () => {
  const { world, paid } = scene('visitor', [[call({ order: '7' }), calls], ['Done, tell them.']])
  await world.link(maria).command(c, 'handoff-request')
  const desk = world.link(sarah)
  await desk.command(c, 'floor-claim')
  await desk.command(c, 'assist-request', { text: 'Pay order 7 back' })
  await until(async () => (await world.types(c)).includes('draft-offered'))
  const events = await world.events(c)
  expect(last(events, 'action-held')).toMatchObject({ approval: 'agent' })
  expect(await world.types(c)).not.toContain('permission-asked')
  await desk.command(c, 'draft-approve', { draft: last(events, 'draft-offered')?.['draft'] })
  await until(() => paid.length === 1)
  expect(paid).toHaveLength(1)
})
