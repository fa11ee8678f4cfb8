import { expect, test } from 'vitest'
import { DELIVERED_TTL } from '../../src/internal/read-marks.ts'
import { gates, scripted } from '../../src/providers/scripted.ts'
import type { Signal } from '../../src/protocol/index.ts'
import type { RecordedLink } from './recorded-link.ts'
import { settled, until } from './until.ts'
import { createWorld, maria, sarah, tom, vera } from './world.ts'

const c = 'conversation-1'
const topic = `conversation:${c}` as const
const deliver = (link: RecordedLink, seq: number, ttl = 1_000): Promise<void> => link.send({ t: 'signal', topic, signal: { ttl, data: { type: 'delivered', seq } } })
const heard = (link: RecordedLink): Signal[] => link.of('signal').flatMap(({ signal }) => (signal.data.type === 'delivered' ? [signal] : []))

async function both() {
  const world = createWorld({ provider: scripted(() => [gates().gate('never')]) })
  const visitor = world.link(maria)
  const desk = world.link(sarah)
  await visitor.command(c, 'handoff-request')
  await desk.say(c, 'Hello')
  await visitor.follow(c)
  await desk.follow(c)
  const shown = (await world.store.load(c))?.shown ?? 0
  return { world, visitor, desk, shown }
}

test('what one side has received is told to the other, stamped by the hub', async () => {
  const { visitor, desk, shown } = await both()
  await deliver(visitor, shown)
  await until(() => heard(desk).length === 1)
  expect(heard(desk)[0]).toEqual({ key: `delivered:${maria.sub}`, by: { kind: 'visitor', id: maria.sub }, audience: 'everyone', ttl: 1_000, data: { type: 'delivered', seq: shown } })
  await deliver(desk, shown)
  await until(() => heard(visitor).length === 1)
  expect(heard(visitor)[0]?.key).toBe(`delivered:${sarah.sub}`)
})

test('nobody has received more than everyone may see, nor for longer than a receipt lives', async () => {
  const { world, visitor, desk, shown } = await both()
  await desk.command(c, 'note-add', { text: 'A hidden number' })
  await deliver(desk, 4_000, 10 * DELIVERED_TTL)
  await until(() => heard(visitor).length === 1)
  expect(heard(visitor)[0]).toMatchObject({ ttl: DELIVERED_TTL, data: { seq: shown } })
  expect((await world.store.load(c))?.seq).toBeGreaterThan(shown)
})

test('of the staff only who writes there receives', async () => {
  const { world, visitor, desk, shown } = await both()
  const colleague = world.link(tom)
  const lead = world.link(vera)
  for (const link of [colleague, lead]) await link.follow(c)
  await deliver(colleague, shown)
  await deliver(lead, shown)
  await settled()
  expect(heard(visitor)).toEqual([])
  await desk.command(c, 'participant-invite', { agent: tom.sub })
  await colleague.command(c, 'participant-join')
  await until(() => visitor.events(c).some(({ type }) => type === 'participant-joined'))
  await deliver(colleague, shown)
  await until(() => heard(visitor).length === 1)
})

test('whoever does not follow the conversation says nothing of it', async () => {
  const { world, desk, shown } = await both()
  await deliver(world.link(maria), shown)
  await settled()
  expect(heard(desk)).toEqual([])
})

test('newcomers hear how far the other side has come, whichever tab told it last', async () => {
  const { world, visitor, desk, shown } = await both()
  await deliver(visitor, shown, DELIVERED_TTL)
  await deliver(visitor, shown - 1, DELIVERED_TTL)
  await until(() => heard(desk).length === 2)
  const late = world.link(sarah)
  await late.follow(c)
  expect(late.of('snapshot')[0]?.signals.map(({ data }) => data)).toEqual([{ type: 'delivered', seq: shown }])
})
