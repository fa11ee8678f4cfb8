import type { ConnectOptions, Connection } from '../../contracts/index.ts'
import { asyncQueue } from '../../internal/async-queue.ts'
import { after } from '../../internal/backoff.ts'
import { newId } from '../../internal/ids.ts'
import { closed, lost } from '../../internal/transport-errors.ts'
import { type ClientFrame, type Follow, type Id, PROTOCOL, type ServerFrame, type Topic } from '../../protocol/index.ts'
import type { Stage } from './stage.ts'

/** Frames that may wait for the owner, as of any transport in the same process. */
const UNREAD = 1_000
/** Between two proofs of life, in ms: a replay that pauses is silent for long. */
const BEAT = 15_000

/** One connection to a replay. */
export interface Feed extends Connection {
  /** Tells what the stage has moved on by since a seq of this side, or that it went back. */
  moved(since: number, back: boolean): void
}

export interface FeedOptions extends Pick<ConnectOptions, 'follow' | 'signal'> {
  readonly conversation: Id
  readonly staff: boolean
  readonly stage: Stage
  readonly onEnd: (feed: Feed) => void
}

type Takers = { readonly [T in ClientFrame['t']]: (frame: Extract<ClientFrame, { t: T }>) => void }

export function openFeed({ conversation, staff, stage, follow, signal, onEnd }: FeedOptions): Feed {
  const own: Topic = `conversation:${conversation}`
  const topics = new Set<Topic>()
  const queue = asyncQueue<ServerFrame>({ limit: UNREAD, onReturn: () => end() })
  let ended = false
  let stopBeat: () => void

  function end(): void {
    if (ended) return
    ended = true
    stopBeat()
    signal.removeEventListener('abort', end)
    queue.end()
    onEnd(feed)
  }

  function push(frame: ServerFrame): void {
    if (ended || queue.push(frame)) return
    queue.fail(lost('Frames come faster than they are read.'))
    end()
  }

  function begin({ topic, after: cursor }: Follow): void {
    if (topic === 'me') return
    if (topic !== own && !(topic === 'desk' && staff)) return push({ t: 'gone', topic })
    topics.add(topic)
    if (topic === 'desk') return push(stage.listed())
    const known = cursor && cursor.log === stage.cursor.log && cursor.seq <= stage.cursor.seq
    // from its first event on, so that the reader's own fold makes the same of it as it did then
    if (!known) push(stage.beginning())
    push(stage.since(known ? cursor.seq : 0))
  }

  function beat(): void {
    push({ t: 'beat', heads: topics.has(own) ? { [conversation]: stage.cursor } : {} })
    if (!ended) stopBeat = after(BEAT, beat)
  }

  const takers: Takers = {
    command: ({ command }) => push({ t: 'refused', command: command.id, refusal: { code: 'record/read-only', message: 'This conversation is only shown.' } }),
    follow: (frame) => begin(frame.follow),
    unfollow: ({ topic }) => topics.delete(topic),
    page: ({ before, limit, ...frame }) =>
      push(frame.conversation === conversation && before.log === stage.cursor.log ? stage.page(before, limit) : { t: 'gone', topic: `conversation:${frame.conversation}` }),
    // nobody is there to hear it
    signal: () => undefined,
  }

  const feed: Feed = {
    frames: queue,
    async send(frame) {
      if (ended) throw closed()
      const take = takers[frame.t] as (frame: ClientFrame) => void
      take(frame)
    },
    async close() {
      end()
    },
    moved(since, back) {
      // whoever hears of another log asks for it
      if (topics.has(own)) push(back ? { t: 'reset', conversation, log: stage.cursor.log } : stage.since(since))
      if (topics.has('desk')) push(stage.listed())
    },
  }
  stopBeat = after(BEAT, beat)
  signal.addEventListener('abort', end)
  push({ t: 'hello', link: newId(), protocol: PROTOCOL, now: Date.now() })
  for (const one of follow) begin(one)
  return feed
}
