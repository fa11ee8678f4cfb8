import { expect, test } from 'vitest'
import { createHub, createTokens } from '../../src/hub/index.ts'
import { scripted } from '../../src/providers/scripted.ts'
import { memoryStore } from '../../src/stores/memory.ts'
import { settled, until } from './until.ts'
import { createWorld, key, maria, sarah } from './world.ts'

const c = 'conversation-1'
const text = (words: string) => ({ parts: [{ type: 'text', text: words }] }) as const
/** A Friday at 09:00 in Zurich. */
const friday = Date.parse('2027-01-15T08:00Z')
const week = { mon: ['09:00-17:00'], fri: ['09:00-17:00'] }
const hours = { timeZone: 'Europe/Zurich', week }
const monday = Date.parse('2027-01-18T08:00Z')

const notices = (events: readonly { type: string; data: unknown }[]): unknown[] => events.flatMap(({ type, data }) => (type === 'notice' ? [data] : []))

test('words that ask for a person after hours are answered by when somebody is back, once, and nothing goes round', async () => {
  const provider = scripted(() => ['All is well.'])
  const world = createWorld({ hours, provider, clock: { now: friday + 9 * 3_600_000 } })
  const visitor = world.link(maria)
  await visitor.command(c, 'message-send', text('I want to talk to a human'))
  await until(async () => (await world.types(c)).includes('turn-skipped'))
  await settled()
  const types = await world.types(c)
  expect(types).toEqual(['conversation-started', 'notice', 'message-sent', 'notice', 'turn-skipped'])
  expect(notices(await world.events(c))).toContainEqual({ key: 'out-of-hours', params: { at: monday } })
  expect(provider.calls).toEqual([])
  // the assistant is still there
  await visitor.command(c, 'message-send', text('Where is my card?'))
  await until(async () => (await world.said(c)).includes('assistant: All is well.'))
  expect(await world.phase(c)).toBe('bot')
})

test.each([
  ['before', ['Where is my card?', 'I want to talk to a human']],
  ['after', ['I want to talk to a human', 'Where is my card?']],
])('a question %s the wish for a person is answered after hours all the same, once', async (_name, words) => {
  const provider = scripted(() => ['All is well.'])
  const world = createWorld({ hours, provider, clock: { now: friday + 9 * 3_600_000 } })
  const visitor = world.link(maria)
  await Promise.all(words.map((one) => visitor.command(c, 'message-send', text(one))))
  await until(async () => (await world.said(c)).includes('assistant: All is well.'))
  await until(async () => (await world.store.load(c))?.owed === undefined)
  await settled()
  expect(notices(await world.events(c)).filter((data) => (data as { key: string }).key === 'out-of-hours')).toEqual([{ key: 'out-of-hours', params: { at: monday } }])
  expect((await world.types(c)).filter((type) => type === 'turn-done')).toHaveLength(1)
  // who asks again is told again
  await visitor.command(c, 'message-send', text('I want to talk to a human'))
  await until(async () => (await world.types(c)).includes('turn-skipped'))
  expect(notices(await world.events(c)).at(-1)).toEqual({ key: 'out-of-hours', params: { at: monday } })
})

test('within the hours the same words wait for a person', async () => {
  const world = createWorld({ hours, clock: { now: friday } })
  await world.link(maria).command(c, 'message-send', text('I want to talk to a human'))
  await until(async () => (await world.phase(c)) === 'queued')
  expect(notices(await world.events(c))).not.toContainEqual(expect.objectContaining({ key: 'out-of-hours' }))
})

test('who may be in danger is put through to the team at any time', async () => {
  const world = createWorld({ hours, clock: { now: friday + 9 * 3_600_000 } })
  await world.link(maria).command(c, 'message-send', text('I want to kill myself'))
  await until(async () => (await world.phase(c)) === 'queued')
  expect(notices(await world.events(c))).toContainEqual({ key: 'safety-started', params: {} })
})

test('a model that wants a person after hours has answered with that', async () => {
  const provider = scripted(() => [{ type: 'handoff-request', reason: 'Needs judgement' }])
  const world = createWorld({ hours, provider, clock: { now: friday + 9 * 3_600_000 } })
  await world.link(maria).command(c, 'message-send', text('May I have a refund?'))
  await until(async () => (await world.types(c)).includes('turn-done'))
  await settled()
  expect(notices(await world.events(c)).at(-1)).toEqual({ key: 'out-of-hours', params: { at: monday } })
  expect(provider.calls).toHaveLength(1)
  expect(await world.phase(c)).toBe('bot')
  // who takes it all the same is there
  expect(await world.link(sarah).command(c, 'floor-claim', {})).toMatchObject({ ok: true })
})

test.each([
  ['budget', { policy: { budget: { turns: 1 } } }, 1],
  ['no assistant', { policy: { humanOnly: true } }, 2],
])('where no model may answer after hours each question is told so, and none goes round (%s)', async (_name, options, count) => {
  const world = createWorld({ hours, ...options, clock: { now: friday + 9 * 3_600_000 } })
  const visitor = world.link(maria)
  for (const [index, words] of ['Where is my card?', 'And my PIN?'].entries()) {
    await visitor.command(c, 'message-send', text(words))
    await until(async () => (await world.types(c)).filter((type) => type === 'turn-done').length === index + 1)
  }
  await settled()
  const told = notices(await world.events(c)).filter((data) => (data as { key: string }).key === 'out-of-hours')
  expect(told).toHaveLength(count)
  expect(await world.phase(c)).toBe('bot')
})

test('a question beside the button is told once where no model may answer', async () => {
  const world = createWorld({ hours, policy: { humanOnly: true }, clock: { now: friday + 9 * 3_600_000 } })
  const visitor = world.link(maria)
  const told = async () => notices(await world.events(c)).filter((data) => (data as { key: string }).key === 'out-of-hours').length
  await Promise.all([visitor.command(c, 'message-send', text('Where is my card?')), visitor.command(c, 'handoff-request', {})])
  await until(async () => (await world.types(c)).includes('turn-done') && (await world.store.load(c))?.owed === undefined)
  await visitor.command(c, 'handoff-request', {})
  await settled()
  expect(await told()).toBe(1)
})

test('hours that cannot be are refused when the hub is made', () => {
  const make = () => createHub({ store: memoryStore(), provider: scripted([]), tokens: createTokens(key), hours: { timeZone: 'Europe/Zurich', week: { mon: ['9-17'] } } })
  expect(make).toThrow(/"9-17" on mon is not like "09:00-17:00"/)
})
