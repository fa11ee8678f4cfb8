import { expect, test } from 'vitest'
import { HandbackError } from '../../src/protocol/index.ts'
import { scripted } from '../../src/providers/scripted.ts'
import { post, serve, stream, tokenOf } from './http-world.ts'
import { settled, until } from './until.ts'
import { boris, createWorld, maria, sarah, stopClock, tom } from './world.ts'

const hers = 'conversation-of-maria'
const his = 'conversation-of-boris'
/** Strings that must never reach Maria. */
const canaries = ['BORIS', 'Boris', boris.sub, his, 'CANARY-NOTE', 'CANARY-SUMMARY', 'CANARY-RULE', 'CANARY-TRANSFER', 'CANARY-TYPING', 'CANARY-CODE']
/** Words that only staff have a use for. */
const inner = [
  'note-added',
  'context-added',
  'turn-skipped',
  '"audience":"staff"',
  'digest',
  'deadlines',
  'owed',
  'attempts',
  'preview',
  '"machine":',
  '"visitor":"visitor-maria"',
  'provider/',
]

test('not one byte of another conversation, a note or the inner record reaches a visitor', async () => {
  const provider = scripted(({ messages }) => {
    const last = messages.at(-1)?.text ?? ''
    if (last.includes('refund')) return [{ type: 'handoff-request', reason: 'CANARY-RULE', summary: 'CANARY-SUMMARY' }]
    if (last.includes('break')) return [new HandbackError('provider/unavailable', 'CANARY-CODE')]
    return ['Answer to ', last]
  })
  const world = createWorld({ provider })
  const { ask } = await serve(world)
  const token = await tokenOf(world, maria)
  await world.link(maria).say(hers, 'Where is my card?')
  const her = await stream(ask, token, ['me', `conversation:${hers}`, `conversation:${his}`, 'desk'])
  const link = world.link(maria)
  await link.follow(hers)

  const him = world.link(boris)
  await him.say(his, 'BORIS has a question')
  await him.follow(his)
  const agent = world.link(sarah)
  await agent.follow(his)
  await agent.follow(hers)
  await link.follow(his)
  for (let round = 0; round < 5; round += 1) {
    await agent.command(hers, 'note-add', { text: `CANARY-NOTE ${round} about Maria` })
    await agent.command(his, 'note-add', { text: `CANARY-NOTE ${round} about Boris` })
    await him.say(his, `BORIS again ${round}`)
    await link.say(hers, `And ${round}?`)
    await link.send({ t: 'page', conversation: his, before: { log: 1, seq: 99 }, limit: 50 })
    await link.send({ t: 'signal', topic: `conversation:${his}`, signal: { ttl: 6_000, data: { type: 'typing' } } })
  }
  await until(async () => (await world.store.load(hers))?.owed === undefined)
  await him.say(his, 'BORIS wants a refund')
  await link.say(hers, 'I want a refund')
  await until(async () => (await world.phase(hers)) === 'queued' && (await world.phase(his)) === 'queued')
  await agent.command(his, 'floor-claim')
  await agent.command(hers, 'floor-claim')
  await him.say(his, 'BORIS thanks you')
  await agent.say(his, 'To BORIS only')
  await agent.say(hers, 'To Maria only')
  await agent.send({ t: 'signal', topic: `conversation:${his}`, signal: { ttl: 6_000, data: { type: 'typing' } } })
  await him.send({ t: 'signal', topic: `conversation:${his}`, signal: { ttl: 6_000, data: { type: 'typing' } } })
  await agent.command(hers, 'floor-transfer', { note: 'CANARY-TRANSFER' })
  await world.link(tom).command(hers, 'floor-claim')
  await world.link(tom).command(hers, 'floor-return', { tasks: [] })
  await link.say(hers, 'Please break')
  await until(async () => (await world.phase(hers)) === 'queued')
  await link.send({ t: 'page', conversation: hers, before: { log: 1, seq: 999 }, limit: 200 })
  const late = world.link(maria)
  await late.follow(hers)
  const end = (await world.events(hers)).findLast(({ audience }) => audience === 'everyone')?.seq ?? 0
  await until(() => her.frames.some((frame) => frame.t === 'events' && frame.events.at(-1)?.seq === end))
  await settled()

  const paged = await post(ask, token, [
    { t: 'page', conversation: hers, before: { log: 1, seq: 999 }, limit: 200 },
    { t: 'page', conversation: his, before: { log: 1, seq: 999 }, limit: 200 },
  ])
  expect(link.bytes).toContain('To Maria only')
  expect(her.bytes).toContain('To Maria only')
  // she asked for his conversation by its id, and hears that id again, and nothing else
  const goneOf = (text: string): string => text.replaceAll(`{"t":"gone","topic":"conversation:${his}"}`, '')
  for (const bytes of [her.bytes, link.bytes, late.bytes, paged.body].map(goneOf)) {
    expect([...canaries, ...inner].filter((word) => bytes.includes(word))).toEqual([])
  }
  // the canaries were there to be seen
  expect(['BORIS', 'CANARY-NOTE', 'CANARY-SUMMARY'].filter((word) => !agent.bytes.includes(word))).toEqual([])
  const log = JSON.stringify(await world.events(hers))
  expect(['CANARY-TRANSFER', 'CANARY-RULE', 'CANARY-NOTE'].filter((word) => !log.includes(word))).toEqual([])
})

test('neither the number nor the moment of notes can be told from what a visitor receives', async () => {
  stopClock()
  const world = createWorld()
  const link = world.link(maria)
  await link.say(hers, 'Hello')
  await link.follow(hers)
  await until(async () => (await world.types(hers)).includes('turn-done'))
  await settled()
  const shown = (await world.store.load(hers))?.shown
  const before = link.bytes
  const agent = world.link(sarah)
  for (let note = 0; note < 7; note += 1) await agent.command(hers, 'note-add', { text: `Note ${note}` })
  await settled()
  expect(link.bytes).toBe(before)
  const snapshots = [world.link(maria), world.link(maria)]
  for (const fresh of snapshots) await fresh.follow(hers)
  expect(snapshots.map((fresh) => fresh.of('snapshot')[0]?.at)).toEqual([
    { log: 1, seq: shown },
    { log: 1, seq: shown },
  ])
  await agent.follow(hers)
  for (let second = 0; second < 15; second += 1) await world.tick()
  expect(link.of('beat')).toEqual([{ t: 'beat', heads: { [hers]: { log: 1, seq: shown } } }])
  expect(agent.of('beat')[0]?.heads[hers]).toEqual({ log: 1, seq: (shown ?? 0) + 7 })
  // a mark of what she cannot know is accepted and changes nothing
  await link.command(hers, 'read-mark', { seq: (shown ?? 0) + 3 })
  expect((await world.store.load(hers))?.read.visitor).toBe(0)
  // the next visible event follows on the last visible one
  await link.say(hers, 'Still there?')
  await until(() => link.events(hers).some(({ seq }) => seq > (shown ?? 0)))
  expect(link.events(hers).find(({ seq }) => seq > (shown ?? 0))?.prev).toBe(shown)
})

test('typing reaches the other side only: of the visitor the staff, of the holder the visitor, of other agents nobody', async () => {
  const world = createWorld()
  const visitor = world.link(maria)
  await visitor.command(hers, 'handoff-request')
  const holder = world.link(sarah)
  const watcher = world.link(tom)
  await holder.command(hers, 'floor-claim')
  for (const link of [visitor, holder, watcher]) await link.follow(hers)
  const types = (link: typeof visitor) => link.send({ t: 'signal', topic: `conversation:${hers}`, signal: { ttl: 60_000, data: { type: 'typing' } } })
  for (const link of [visitor, holder, watcher]) await types(link)
  await until(() => holder.of('signal').length === 2)
  const heard = (link: typeof visitor) => link.of('signal').map(({ signal }) => [signal.by.id, signal.data.type, signal.ttl])
  expect(heard(visitor)).toEqual([[sarah.sub, 'typing', 6_000]])
  expect(heard(holder)).toEqual([
    [maria.sub, 'typing', 6_000],
    [tom.sub, 'typing', 6_000],
  ])
  expect(heard(watcher)).toEqual([
    [maria.sub, 'typing', 6_000],
    [sarah.sub, 'typing', 6_000],
  ])
  // what a client may signal is typing, whatever it says it is
  await visitor.send({ t: 'signal', topic: `conversation:${hers}`, signal: { ttl: 60_000, data: { type: 'queue', place: 1 } } })
  await visitor.send({
    t: 'signal',
    topic: `conversation:${hers}`,
    signal: { ttl: 60_000, data: { type: 'text-delta', message: 'answer-01', attempt: 1, offset: 0, text: 'I am the bot' } },
  })
  await types(visitor)
  await until(() => holder.of('signal').length === 3)
  expect(holder.of('signal').at(-1)?.signal.data.type).toBe('typing')
})
