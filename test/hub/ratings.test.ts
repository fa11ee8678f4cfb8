import { expect, test } from 'vitest'
import type { EventStore } from '../../src/contracts/index.ts'
import { emptyHeader } from '../../src/conversation/index.ts'
import { isRated } from '../../src/hub/ratings.ts'
import type { CommandMap, StoredEvent } from '../../src/protocol/index.ts'
import { gates, scripted } from '../../src/providers/scripted.ts'
import { memoryStore } from '../../src/stores/memory.ts'
import { createWorld, maria, sarah } from './world.ts'

const c = 'conversation-1'
const text = (words: string) => ({ parts: [{ type: 'text', text: words }] }) as const
type Rate = Omit<CommandMap['message-rate'], 'message'>

/** A conversation in which each command leaves nothing but its own events. */
const quiet = () => {
  const world = createWorld({ provider: scripted(() => [gates().gate('never')]) })
  const visitor = world.link(maria)
  return {
    world,
    visitor,
    ask: () => visitor.command(c, 'message-send', text('Where is my card?')),
    /** Rates, and tells how much longer the log is by it. */
    async rate(message: string, rate: Rate): Promise<number> {
      const before = (await world.events(c)).filter(({ type }) => type === 'message-rated').length
      expect(await visitor.command(c, 'message-rate', { message, ...rate })).toMatchObject({ ok: true })
      return (await world.events(c)).filter(({ type }) => type === 'message-rated').length - before
    },
  }
}

test('a thumb that stands is not written again, and any other word on it is', async () => {
  const { ask, rate } = quiet()
  await ask()
  const steps: readonly (readonly [Rate, number])[] = [
    [{ rating: 'none' }, 0],
    [{ rating: 'up' }, 1],
    [{ rating: 'up' }, 0],
    [{ rating: 'down' }, 1],
    [{ rating: 'down', comment: 'Wrong card' }, 1],
    [{ rating: 'down', comment: 'Wrong card' }, 0],
    // the thumb alone says nothing new
    [{ rating: 'down' }, 0],
    [{ rating: 'down', comment: 'Wrong address' }, 1],
    [{ rating: 'none' }, 1],
    [{ rating: 'none' }, 0],
    [{ rating: 'down' }, 1],
  ]
  for (const [index, [given, written]] of steps.entries()) expect([index, await rate('answer-number-1', given)]).toEqual([index, written])
  // each message has its own
  expect(await rate('answer-number-2', { rating: 'down' })).toBe(1)
  expect(await rate('answer-number-1', { rating: 'down' })).toBe(0)
})

test('a thumb stands however much was said since', async () => {
  const { world, visitor, ask, rate } = quiet()
  await ask()
  const sent = (await world.events(c)).find(({ type }) => type === 'message-sent')
  if (!sent) throw new Error('nothing was sent')
  const { message } = sent.data as { message: string }
  expect(await rate(message, { rating: 'none' })).toBe(0)
  expect(await rate(message, { rating: 'up' })).toBe(1)
  for (let count = 0; count < 450; count += 1) await visitor.command(c, 'attributes-update', { values: { count: String(count) } })
  expect(await rate(message, { rating: 'up' })).toBe(0)
  expect(await rate(message, { rating: 'none' })).toBe(1)
})

test('a thumb stands without its words when those were removed, and may have the same again', async () => {
  const { world, ask, rate } = quiet()
  await ask()
  await rate('answer-number-1', { rating: 'down', comment: 'My number is 4711' })
  const seq = (await world.events(c)).findLast(({ type }) => type === 'message-rated')?.seq ?? 0
  expect(await world.link(sarah).command(c, 'events-redact', { seqs: [seq] })).toMatchObject({ ok: true })
  expect(await rate('answer-number-1', { rating: 'down' })).toBe(0)
  expect(await rate('answer-number-1', { rating: 'down', comment: 'My number is 4711' })).toBe(1)
})

test('a rating of what is nowhere near makes nobody read a whole log', async () => {
  let read = 0
  const notes = async (_id: string, options: Parameters<EventStore['read']>[1]): Promise<StoredEvent[]> => {
    const before = 'before' in options ? options.before.seq : 0
    read += options.limit
    return Array.from({ length: options.limit }, (_, at) => ({ seq: before - options.limit + at, type: 'note-added', data: {} }) as StoredEvent)
  }
  const header = { ...emptyHeader(maria.sub), log: 1, seq: 1_000_000 }
  const rated = await isRated({ ...memoryStore(), read: notes }, c, header, { message: 'never-there', rating: 'none' })
  expect([rated, read]).toEqual([false, 2_000])
})

test('of two equal thumbs that come at once one is written', async () => {
  const { world, ask } = quiet()
  await ask()
  const twice = [world.link(maria), world.link(maria)].map((link) => link.command(c, 'message-rate', { message: 'answer-number-1', rating: 'up' }))
  expect(await Promise.all(twice)).toMatchObject([{ ok: true }, { ok: true }])
  expect((await world.types(c)).filter((type) => type === 'message-rated')).toHaveLength(1)
})
