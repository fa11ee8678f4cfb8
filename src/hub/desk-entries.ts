import type { EventStore } from '../contracts/index.ts'
import type { HandoffReason, Id, IndexEntry } from '../protocol/index.ts'
import { known } from './turns/known-event.ts'

/** How far back the rule is looked for, in events. */
const LOOKED = 100

/** These say all there is to say; of every other reason, also of later versions, the log may know a rule. */
const complete: ReadonlySet<string> = new Set<HandoffReason>(['visitor-request', 'assistant-failed', 'transfer', 'agent-lost', 'reopened'])

/** Entries as desks are told them: with what no store keeps of them. */
export interface DeskEntries {
  /** With the rule that matched. */
  ruled(entry: IndexEntry): Promise<IndexEntry>
  /** And with what holds in this moment: for the moment of sending, so that of two frames the later one is right. */
  told(ruled: IndexEntry): IndexEntry
  /** Nobody waits there for a person any more, and nobody of the team is there. */
  forget(conversation: Id): void
}

export interface DeskEntriesOptions {
  readonly store: Pick<EventStore, 'read'>
  /** When the visitor was last seen, if they wait and are gone. */
  readonly left: (entry: IndexEntry) => number | undefined
}

export function createDeskEntries({ store, left }: DeskEntriesOptions): DeskEntries {
  /** By conversation: of which time in the queue. */
  const rules = new Map<Id, { readonly log: number; readonly since: number; readonly rule: string | undefined }>()

  /** The machine's record has the reason only; the rule stands in the log, and does not change while somebody waits. */
  async function ruleOf({ conversation, at, phase, since, reason }: IndexEntry): Promise<string | undefined> {
    const incomplete = phase === 'queued' && reason !== undefined && !complete.has(reason)
    const kept = rules.get(conversation)
    if (kept?.log === at.log && (phase === 'human' || (incomplete && kept.since === since))) return kept.rule
    rules.delete(conversation)
    if (!incomplete) return undefined
    // a word beside the entry: without it the desk goes on, and next time it is looked for again
    const events = await store.read(conversation, { before: { log: at.log, seq: at.seq + 1 }, limit: LOOKED }).catch(() => undefined)
    if (!events) return undefined
    const found = events.findLast(({ type }) => type === 'context-added')
    const event = found && known(found)
    const rule = event?.type === 'context-added' ? event.data.rule : undefined
    rules.set(conversation, { log: at.log, since, rule })
    return rule
  }

  return {
    async ruled(entry) {
      const rule = await ruleOf(entry)
      return rule === undefined ? entry : { ...entry, rule }
    },
    told(ruled) {
      const gone = left(ruled)
      return gone === undefined ? ruled : { ...ruled, left: gone }
    },
    forget: (conversation) => void rules.delete(conversation),
  }
}
