import type { ClientFrame, Cursor, Follow, Topic } from '../protocol/index.ts'
import type { Ledger } from './ledger.ts'

/** A question for a snapshot is not asked again within this time (ms): a long one takes a while on a slow line. */
const PATIENCE = 10_000

/** Keeps a chat following its conversation, and notices when that is out of reach. */
export interface Following {
  topic(): Topic
  /** What a new connection follows. */
  first(): readonly Follow[]
  /** Asks for what lies after a cursor, or for a snapshot. */
  ask(after: Cursor | null): void
  /** No snapshot is there although the hub knows the conversation: the question or its answer was lost. */
  missing(): void
  /** The hub has told something of the conversation. */
  found(): void
  /** The hub says that something does not exist: a page, or the conversation. True when it has said so of the conversation twice. */
  gone(page: boolean): boolean
}

/** What `send` is given may get lost. */
export function createFollowing(ledger: Ledger, cursor: () => Cursor | null, send: (frame: ClientFrame) => void): Following {
  let asked = 0
  let doubted = false
  const topic = (): Topic => `conversation:${ledger.conversation ?? ''}`
  const follow = (after: Cursor | null): Follow => {
    asked = Date.now()
    return after ? { topic: topic(), after } : { topic: topic() }
  }
  const ask = (after: Cursor | null): void => send({ t: 'follow', follow: follow(after) })
  return {
    topic,
    first() {
      doubted = false
      return ledger.conversation ? [{ topic: 'me' }, follow(cursor())] : [{ topic: 'me' }]
    },
    ask,
    missing() {
      if (Date.now() - asked >= PATIENCE) ask(null)
    },
    found() {
      doubted = false
    },
    gone(page) {
      // a page is gone when the log was replaced, which the answer to this question will tell
      const over = doubted && !page
      // once may be late, from before the conversation began
      doubted ||= !page
      if (!over) ask(cursor())
      return over
    },
  }
}
