import type { EventStore } from '../contracts/index.ts'
import { emptyHeader, entryOf, evolveHeader, narrowPublic } from '../conversation/index.ts'
import type { EventType, Header, Id, StoredEvent } from '../protocol/index.ts'
import { HandbackError, isHandbackError } from '../protocol/index.ts'
import { contents, repeating } from './erasable.ts'
import type { Files } from './files/files.ts'
import { eventsAfter, loadHeader } from './records.ts'

/** These ask for contents to be removed. */
const asking: ReadonlySet<string> = new Set<EventType>(['events-redacted', 'conversation-erased'])

/** What is written beside the log after an erasure, unless the log has changed in a way that this header does not know of. */
const refold = (conversation: Id, known: Header) => (events: readonly StoredEvent[], log: number) => {
  const later = ({ seq, type }: StoredEvent): boolean => seq > known.seq && (asking.has(type) || repeating.has(type))
  const moved = log !== known.log + 1 || events.some(later)
  if (moved) throw new HandbackError('store/conflict', 'Something else was removed meanwhile.', { retryable: true })
  const header = events.reduce(evolveHeader, { ...emptyHeader(known.visitor), log })
  return { header, entry: entryOf(conversation, header) }
}

/** Shorter words are no hint that one text repeats another; of a longer one only so much may have been repeated. UTF-16 units. */
const FEWEST = 4
const QUOTED = 80

/** What points elsewhere, and nobody has written. */
const pointers: ReadonlySet<string> = new Set(['articles', 'type', 'reason', 'tool', 'call', 'turn', 'action', 'draft', 'permission', 'approval'])

/** All words in the data of an event, but for what points elsewhere. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value.trim()]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => (pointers.has(key) ? [] : wordsIn(part)))
}

const repeats = (words: readonly string[], removed: readonly string[]): boolean =>
  words.some((text) => removed.some((old) => Math.min(text.length, old.length) >= FEWEST && (old.includes(text) || text.includes(old.slice(0, QUOTED)))))

/** These events, and those after them that repeat their words for the team: what the next person is told, a summary, a draft. */
async function withRepeats(store: EventStore, conversation: Id, { log }: Header, seqs: readonly number[]): Promise<readonly number[]> {
  const wanted = new Set(seqs)
  const removed: string[] = []
  for await (const event of eventsAfter(store, conversation, { log, seq: Math.min(...seqs) - 1 })) {
    if (wanted.has(event.seq)) removed.push(...wordsIn(event.data))
    else if (repeating.has(event.type) && repeats(wordsIn(event.data), removed)) wanted.add(event.seq)
  }
  return [...wanted]
}

/** The files that a message holds. */
function filesOf(event: StoredEvent): readonly Id[] {
  const sent = event.type === 'message-sent' ? narrowPublic(event) : undefined
  return sent?.type === 'message-sent' ? sent.data.parts.flatMap((part) => (part.type === 'attachment' ? part.blob : [])) : []
}

/** The files that only these events hold: one that is in another message too stays with that. */
async function filesIn(store: EventStore, conversation: Id, { log }: Header, what: 'all' | readonly number[]): Promise<readonly Id[]> {
  const seqs = new Set(what === 'all' ? [] : what)
  const gone = new Set<Id>()
  const stay = new Set<Id>()
  // few redactions concern files, and those that do not need no look at the whole log
  for (const seq of seqs) {
    const [event] = await store.read(conversation, { after: { log, seq: seq - 1 }, limit: 1 })
    if (event?.seq === seq) for (const file of filesOf(event)) gone.add(file)
  }
  if (what !== 'all' && gone.size === 0) return []
  for await (const event of eventsAfter(store, conversation, { log, seq: 0 })) {
    if (!seqs.has(event.seq)) for (const file of filesOf(event)) (what === 'all' ? gone : stay).add(file)
  }
  return [...gone].filter((file) => !stay.has(file))
}

/**
 * Removes what the log says is to be removed and is still there, its files first, and resolves with the number of the log after that. Any
 * hub may do it at any time, and twice: until it is done, the deadline `erase` stands.
 */
export async function finishErasing(store: EventStore, conversation: Id, forget: Files['forget']): Promise<number> {
  for (;;) {
    const header = await loadHeader(store, conversation)
    if (!header?.erasing) return header?.log ?? 1
    const what = header.erasing === 'all' ? 'all' : await withRepeats(store, conversation, header, header.erasing)
    await forget(conversation, what === 'all' ? 'all' : 'named', () => filesIn(store, conversation, header, what))
    try {
      return (await store.erase(conversation, what, refold(conversation, header))).log
    } catch (error) {
      // another hub was quicker, or there is more to remove by now
      if (!isHandbackError(error) || error.code !== 'store/conflict') throw error
    }
  }
}

/** Whether these events hold nothing but contents; what type an event has never changes. */
export async function onlyContents(store: EventStore, conversation: Id, { log }: Header, seqs: readonly number[]): Promise<boolean> {
  for (const seq of new Set(seqs)) {
    const [event] = await store.read(conversation, { after: { log, seq: seq - 1 }, limit: 1 })
    // one that does not exist is the machine's to refuse; another log is read from its start, and decided on anew
    if (event?.seq === seq && !contents.has(event.type)) return false
  }
  return true
}
