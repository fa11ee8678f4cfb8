import { expect, test } from 'vitest'
import { createRecent } from '../../../src/hub/turns/recent.ts'
import type { Header, StoredEvent } from '../../../src/protocol/index.ts'

const event = (seq: number): StoredEvent => ({
  seq,
  at: seq,
  by: { kind: 'visitor', id: 'visitor-01' },
  type: seq === 1 ? 'conversation-started' : seq % 700 === 0 ? 'attributes-updated' : 'message-sent',
  audience: 'everyone',
  data: {},
  prev: seq - 1,
  cause: `command-${seq}`,
})

/** A log of so many events, and how many of them were read. */
function log(length: number) {
  const state = { length, read: 0 }
  const read = async (_id: string, options: { readonly limit: number; readonly before?: { readonly seq: number } }): Promise<StoredEvent[]> => {
    const end = Math.min(state.length, (options.before?.seq ?? 1) - 1)
    const begin = Math.max(1, end - options.limit + 1)
    const page = Array.from({ length: Math.max(0, end - begin + 1) }, (_, at) => event(begin + at))
    state.read += page.length
    return page
  }
  return { state, recent: createRecent({ read } as never), header: (number = 1): Header => ({ log: number, seq: state.length }) as Header }
}

const seqs = (events: readonly StoredEvent[]): number[] => events.map(({ seq }) => seq)

test('a short conversation is looked at whole', async () => {
  const { recent, header } = log(150)
  expect(seqs(await recent('conversation-1', header()))).toEqual(Array.from({ length: 150 }, (_, at) => at + 1))
})

test('of a long one the newest 200 events, and before them what lasts, in order and once', async () => {
  const { recent, header } = log(2_500)
  const events = await recent('conversation-1', header())
  expect(seqs(events).slice(0, 5)).toEqual([1, 700, 1_400, 2_100, 2_301])
  expect(events).toHaveLength(204)
})

test('what lasts is read once, however often a turn looks', async () => {
  const { state, recent, header } = log(4_000)
  await recent('conversation-1', header())
  expect(state.read).toBe(4_000)
  state.read = 0
  state.length = 4_250
  const events = await recent('conversation-1', header())
  expect(state.read).toBe(200 + 250)
  expect(seqs(events).slice(0, 7)).toEqual([1, 700, 1_400, 2_100, 2_800, 3_500, 4_051])
  expect(events.some(({ seq }) => seq === 4_200)).toBe(true)
})

test('another log is read anew, for what was in the last one may have been removed', async () => {
  const { state, recent, header } = log(1_000)
  await recent('conversation-1', header(1))
  state.read = 0
  await recent('conversation-1', header(2))
  expect(state.read).toBe(1_000)
})

test('the past of a very long conversation has an end', async () => {
  const { state, recent, header } = log(20_000)
  await recent('conversation-1', header())
  expect(state.read).toBeLessThan(7_000)
})
