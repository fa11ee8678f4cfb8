import { expect, test } from 'vitest'
import { gates, scripted } from '../../src/providers/scripted.ts'
import { memoryStore } from '../../src/stores/memory.ts'
import type { RecordedLink } from './recorded-link.ts'
import { settled, until } from './until.ts'
import type { World } from './world.ts'
import { createWorld, maria, sarah, stopClock } from './world.ts'

const c = 'conversation-1'
const citation = { type: 'citation', id: 'cards', title: 'Cards' } as const

const words = (link: RecordedLink): string =>
  link.frames.map((frame) => (frame.t === 'signal' && frame.signal.data.type === 'text-delta' ? frame.signal.data.text : '')).join('')
const answers = async (world: World) => (await world.events(c)).flatMap(({ type, by, data }) => (type === 'message-sent' && by.kind === 'assistant' ? [data] : []))
const streamed = async (world: World): Promise<string> => (await world.store.load(c))?.stream?.message ?? ''

/** An answer that has shown two words and a source, and waits at a gate before the last. */
async function halfway(world: World, at: ReturnType<typeof gates>) {
  const visitor = world.link(maria)
  await visitor.say(c, 'Where is my card?')
  await visitor.follow(c)
  await at.reached('middle')
  await until(() => words(visitor) === 'Your card ')
  return visitor
}
const half = (at: ReturnType<typeof gates>) => scripted([['Your ', 'card ', citation, at.gate('middle'), 'is lost'], ['Something else']])

test('an answer that is stopped keeps what it had shown, with its sources, and not a word more', async () => {
  const at = gates()
  const provider = half(at)
  const world = createWorld({ provider })
  const visitor = await halfway(world, at)
  const message = await streamed(world)
  expect(await visitor.command(c, 'turn-stop', { message }, { id: 'command-stop' })).toMatchObject({ ok: true })
  await until(() => provider.calls[0]?.ended)
  expect(provider.calls[0]?.aborted).toBe(true)
  at.open('middle')
  await until(async () => (await answers(world)).length === 1)
  expect(await answers(world)).toEqual([{ message, parts: [{ type: 'text', text: 'Your card ' }, citation], stopped: true }])
  await until(() => visitor.events(c).some(({ type, by }) => type === 'message-sent' && by.kind === 'assistant'))
  expect(words(visitor)).toBe('Your card ')
  const header = await world.store.load(c)
  expect(header?.owed).toBeUndefined()
  expect(header?.stopped).toBeUndefined()
  // again, it changes nothing
  expect(await visitor.command(c, 'turn-stop', { message }, { id: 'command-stop' })).toMatchObject({ ok: true })
  await settled()
  expect(provider.calls).toHaveLength(1)
  // and the next question is answered
  await visitor.say(c, 'And my PIN?')
  await until(async () => (await world.said(c)).at(-1) === 'assistant: Something else')
  expect(provider.calls[1]?.request.messages).toContainEqual({ role: 'system', text: 'The visitor stopped this answer here.' })
})

test('an answer that is stopped before its first word leaves nothing', async () => {
  const at = gates()
  const provider = scripted([[at.gate('start'), 'Too late']])
  const world = createWorld({ provider })
  const visitor = world.link(maria)
  await visitor.say(c, 'Where is my card?')
  await at.reached('start')
  await visitor.command(c, 'turn-stop', { message: await streamed(world) })
  await until(() => provider.calls[0]?.ended)
  at.open('start')
  await settled()
  expect(await answers(world)).toEqual([])
  expect((await world.store.load(c))?.owed).toBeUndefined()
  expect((await world.types(c)).at(-1)).toBe('turn-aborted')
})

test('an answer is kept by the hub that writes it when another hub has heard the stop', async () => {
  const at = gates()
  const provider = half(at)
  const store = memoryStore()
  const world = createWorld({ provider, store })
  await halfway(world, at)
  const elsewhere = createWorld({ store })
  const message = await streamed(world)
  expect(await elsewhere.link(maria).command(c, 'turn-stop', { message })).toMatchObject({ ok: true })
  await until(async () => (await answers(world)).length === 1)
  expect(await answers(world)).toMatchObject([{ message, stopped: true, parts: [{ text: 'Your card ' }, citation] }])
  await elsewhere.close()
})

test('an answer that a person cut short keeps nothing', async () => {
  const at = gates()
  const provider = half(at)
  const world = createWorld({ provider })
  await halfway(world, at)
  await world.link(sarah).command(c, 'floor-claim')
  await until(() => provider.calls[0]?.ended)
  at.open('middle')
  await settled()
  expect(await answers(world)).toEqual([])
})

test('an answer that was complete when it was stopped is kept as it was shown', async () => {
  const memory = memoryStore()
  let waiting = false
  let release = (): void => undefined
  const released = new Promise<void>((resolve) => (release = resolve))
  const store: typeof memory = {
    ...memory,
    async append(id, batch) {
      if (batch.events.some(({ type }) => type === 'turn-done') && !waiting) {
        waiting = true
        await released
      }
      await memory.append(id, batch)
    },
  }
  const world = createWorld({ store, provider: scripted([['All done']]) })
  const visitor = world.link(maria)
  await visitor.say(c, 'Is it done?')
  await until(() => waiting)
  await visitor.command(c, 'turn-stop', { message: await streamed(world) })
  release()
  await until(async () => (await answers(world)).length === 1)
  expect(await answers(world)).toMatchObject([{ stopped: true, parts: [{ type: 'text', text: 'All done' }] }])
})

test('a question that came while the stopped answer was written is answered after it', async () => {
  stopClock()
  const at = gates()
  const world = createWorld({ provider: half(at) })
  const visitor = await halfway(world, at)
  await visitor.say(c, 'Never mind: my PIN?')
  await visitor.command(c, 'turn-stop', { message: await streamed(world) })
  await until(async () => (await world.said(c)).at(-1) === 'assistant: Something else')
  expect(await world.said(c)).toEqual(['visitor: Where is my card?', 'visitor: Never mind: my PIN?', 'assistant: Your card ', 'assistant: Something else'])
})
