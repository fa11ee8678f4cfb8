import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EventStore, Identity, Sink } from '../../src/contracts/index.ts'
import { project, projectForStaff } from '../../src/conversation/index.ts'
import type { Cursor, Follow, ServerFrame, StoredEvent } from '../../src/protocol/index.ts'
import { decodeServerFrame, decodeServerFrames } from '../../src/protocol/index.ts'
import { gates, scripted } from '../../src/providers/scripted.ts'
import { memoryStore } from '../../src/stores/memory.ts'
import { settled, until } from './until.ts'
import type { World } from './world.ts'
import { createWorld, maria, sarah } from './world.ts'

const c = 'conversation-1'

/** What happens in the world and on the way, in any order. */
type Step =
  | { readonly do: 'write'; readonly hidden: boolean }
  /** The connection dies: after so many frames that still get through, or at once. */
  | { readonly do: 'cut'; readonly after: number }
  | { readonly do: 'resume' }
  | { readonly do: 'let-time-pass'; readonly rounds: number }
  /** So little time that nothing but promises moves on. */
  | { readonly do: 'blink'; readonly times: number }
  /** Polls only: asks, and the answer gets lost; the request is repeated, or not. */
  | { readonly do: 'lose-answer'; readonly repeat: boolean }
  | { readonly do: 'ask'; readonly wait: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('write' as const), hidden: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cut' as const), after: fc.nat(4) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('resume' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('let-time-pass' as const), rounds: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('blink' as const), times: fc.nat(40) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lose-answer' as const), repeat: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('ask' as const), wait: fc.nat(3) }) },
)

/** A client that holds what it was told, and throws at a gap, a double or a swap. */
function reader(staff: boolean) {
  const events: StoredEvent[] = []
  let cursor: Cursor | undefined
  return {
    events,
    get cursor(): Cursor | undefined {
      return cursor
    },
    take(frame: ServerFrame): void {
      if (frame.t === 'reset') throw new Error('Nothing was ever lost here.')
      if (frame.t === 'snapshot') {
        if (cursor) throw new Error('A cursor of this log needs no snapshot.')
        events.push(...frame.tail)
        cursor = frame.at
      }
      if (frame.t !== 'events') return
      for (const event of frame.events) {
        expect(staff ? event.seq - 1 : event.prev).toBe(cursor?.seq)
        events.push(event)
        cursor = { log: frame.log, seq: event.seq }
      }
    },
  }
}

interface Way {
  resume(): Promise<void>
  cut(after: number): void
  ask(wait: number): Promise<void>
  lose(repeat: boolean): Promise<void>
}

function byStream(world: World, who: Identity, take: (frame: ServerFrame) => void, follow: () => Follow): Way {
  const decoder = new TextDecoder()
  let stop = (_: number): void => undefined
  let open = false
  return {
    async resume() {
      if (open) return
      open = true
      let left = Infinity
      const sink: Sink = {
        write(bytes) {
          if (left === 0) return 'full'
          left -= 1
          const frame = decodeServerFrame(decoder.decode(bytes).slice(6))
          if (frame) take(frame)
          return 'ok'
        },
        close() {
          left = 0
          open = false
        },
      }
      const link = world.hub.link(who, sink)
      stop = (after) => {
        left = Math.min(left, after)
        if (left === 0) link.close()
      }
      // not waited for: what happens next may happen while it is being answered
      void link.receive({ t: 'follow', follow: follow() })
    },
    cut: (after) => stop(after),
    ask: async () => {},
    lose: async () => {},
  }
}

function byPoll(world: World, who: Identity, take: (frame: ServerFrame) => void, follow: () => Follow): Way {
  const { polls } = world.hub.ports
  const here = new AbortController().signal
  let link: string | undefined
  let got = 0
  const next = (wait: number): Promise<string> => polls.next(who, link ?? '', got, wait, here)
  const accept = (text: string): void => {
    got += 1
    for (const frame of decodeServerFrames(text) ?? []) {
      if (frame.t === 'hello') link = frame.link
      take(frame)
    }
  }
  return {
    async resume() {
      if (link !== undefined) return
      got = 0
      accept(polls.open(who, [follow()]))
    },
    cut() {
      if (link !== undefined) polls.end(who, link)
      link = undefined
    },
    async ask(wait) {
      if (link !== undefined) accept(await next(wait))
    },
    async lose(repeat) {
      if (link === undefined) return
      await next(0)
      if (repeat) accept(await next(0))
    },
  }
}

/** A store that reads at its own pace: what is read may be old when it comes. */
function slow(): EventStore {
  const base = memoryStore()
  let reads = 0
  return {
    ...base,
    async read(...args) {
      const events = await base.read(...args)
      reads += 1
      for (let round = reads % 4; round > 0; round -= 1) await settled(1)
      return events
    },
  }
}

const ways = { stream: byStream, poll: byPoll }

test.each([
  ['stream', maria],
  ['stream', sarah],
  ['poll', maria],
  ['poll', sarah],
] as const)('whatever is written, cut and resumed, each event comes once and in its place (%s, %j)', { timeout: 60_000 }, async (way, who) => {
  const staff = who.role === 'agent'
  const world = createWorld({ store: slow(), provider: scripted(() => [gates().gate('never')]), admission: { burst: 1e9, perSecond: 1e9 } })
  let run = 0
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(step, { minLength: 4, maxLength: 40 }), async (kept, steps) => {
      run += 1
      const store = world.store
      const id = `${c}-${run}`
      const visitor = world.link(maria)
      const agent = world.link(sarah)
      await visitor.command(id, 'handoff-request')
      await agent.command(id, 'floor-claim')
      // while somebody else follows, the room is one that has told things already
      if (kept) await visitor.follow(id)
      const client = reader(staff)
      const following = (): Follow => ({ topic: `conversation:${id}`, ...(client.cursor ? { after: client.cursor } : {}) })
      const line = ways[way](world, who, client.take, following)
      const writing: Promise<unknown>[] = []
      await line.resume()
      for (const [index, one] of steps.entries()) {
        if (one.do === 'write') writing.push(one.hidden ? agent.command(id, 'note-add', { text: `Note ${index}` }) : agent.say(id, `Words ${index}`))
        else if (one.do === 'cut') line.cut(one.after)
        else if (one.do === 'resume') await line.resume()
        else if (one.do === 'ask') await line.ask(one.wait)
        else if (one.do === 'lose-answer') await line.lose(one.repeat)
        else if (one.do === 'blink') for (let time = 0; time < one.times; time += 1) await Promise.resolve()
        else await settled(one.rounds)
      }
      await Promise.all(writing)
      const log = await store.read(id, { after: { log: 1, seq: 0 }, limit: 1_000 })
      const visible = log.flatMap((event) => (staff ? projectForStaff(event) : project(event)) ?? [])
      line.cut(0)
      await line.resume()
      await until(async () => {
        await line.ask(0)
        return client.events.length >= visible.length
      })
      expect(client.events).toEqual(visible)
      line.cut(0)
      visitor.close()
      agent.close()
    }),
    { numRuns: 100, seed: 20_260_401 },
  )
  expect(run).toBe(100)
})
