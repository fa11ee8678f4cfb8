import type { EventStore } from '../../contracts/index.ts'
import { untilAbort } from '../../internal/abort.ts'
import type { CommandMap, Header, Id } from '../../protocol/index.ts'
import type { Exporter } from '../export.ts'
import { hubId } from '../hub-ids.ts'
import type { HubLog } from '../options.ts'
import { loadHeader } from '../records.ts'
import { known } from '../turns/known-event.ts'
import { visitorOf } from '../turns/visitor-of.ts'
import { shorten } from '../words.ts'
import type { Ticket, Tickets } from './ticket.ts'

/** Milliseconds that the site's system is given, and for how long a hub that died keeps others from trying. */
const TIME = 30_000
const LEASE = 60_000
/** Milliseconds before another try: twice as long each time, up to ten minutes. */
const FIRST = 2_000
const LONGEST = 600_000
/** Conversations that are worked at at once, and how many of them where all has failed before: what a system refuses for good takes no place of what is new. */
const AT_ONCE = 8
const AGAIN = 4
/** Messages whose failures are remembered. */
const REMEMBERED = 10_000
/** Longest transcript, in UTF-16 units: the end of it. */
const TRANSCRIPT = 50_000
const REFERENCE = 200

export interface FilingOptions {
  readonly store: EventStore
  readonly tickets: Tickets | undefined
  readonly hub: Id
  /** Milliseconds that never jump. */
  readonly steady: () => number
  readonly text: Exporter['text']
  readonly log: HubLog
  readonly file: (conversation: Id, data: CommandMap['ticket-file'], id: Id) => Promise<unknown>
}

/** Gives what visitors leave for later to the site's own system. */
export interface Filing {
  /** These of this conversation wait for it. */
  consider(conversation: Id, waiting: Header['filing']): void
  close(): void
}

type Waiting = NonNullable<Header['filing']>[number]

/** The end of a text, from a line on. */
function ending(text: string): string {
  if (text.length <= TRANSCRIPT) return text
  const tail = text.slice(-TRANSCRIPT)
  return tail.slice(tail.indexOf('\n[') + 1)
}

export function createFiling({ store, tickets, hub, steady, text, log, file }: FilingOptions): Filing {
  const stop = new AbortController()
  /** Conversations that are being worked at, and those of them where all has failed before. */
  const running = new Set<Id>()
  const again = new Set<Id>()
  /** Messages after a failure: how many there were, and when to try again. */
  const later = new Map<Id, { readonly tries: number; readonly at: number }>()
  const isDue = ({ ticket }: Waiting): boolean => steady() >= (later.get(ticket)?.at ?? -Infinity)

  function failed(conversation: Id, ticket: Id, error: unknown): void {
    if (stop.signal.aborted) return
    const tries = later.get(ticket)?.tries ?? 0
    const [oldest] = later.keys()
    if (later.size >= REMEMBERED && oldest !== undefined) later.delete(oldest)
    later.set(ticket, { tries: tries + 1, at: steady() + Math.min(LONGEST, FIRST * 2 ** tries) })
    log.warn({ conversation, ticket, error }, 'A message for later could not be given to the system of the site; it is tried again')
  }

  /** What is there to be given; `undefined` when it is not any more, or when something is being removed: nothing of that leaves the hub. */
  async function ticketOf(conversation: Id, { ticket, seq }: Waiting): Promise<Ticket | undefined> {
    const header = await loadHeader(store, conversation)
    if (!header?.filing?.some((waiting) => waiting.ticket === ticket)) return undefined
    const { log } = header
    const [stored] = await store.read(conversation, { after: { log, seq: seq - 1 }, limit: 1 })
    const event = stored?.seq === seq ? known(stored) : undefined
    if (event?.type !== 'ticket-created') return undefined
    let transcript = ''
    for await (const piece of (await text(conversation)) ?? []) transcript = ending(transcript + piece)
    const { id, name } = visitorOf(header)
    const { data, at } = event
    const contact = data.contact === undefined ? {} : { contact: data.contact }
    // reading takes its time
    const now = await loadHeader(store, conversation)
    if (now?.log !== log || now.erasing) return undefined
    return { ticket, conversation, text: data.text, ...contact, at, visitor: { id, name }, transcript }
  }

  async function give(conversation: Id, waiting: Waiting, hook: Tickets): Promise<void> {
    const made = await ticketOf(conversation, waiting)
    if (!made) return
    const { ticket } = made
    const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(TIME)])
    const taken = await untilAbort(signal, () => hook.create(made, { signal }))
    const { reference } = taken ?? {}
    const named = typeof reference === 'string' && reference !== '' ? { reference: shorten(reference, REFERENCE) } : {}
    await file(conversation, { ticket, ...named }, hubId(conversation, `ticket:${ticket}`))
    later.delete(ticket)
  }

  /** One hub at a time: the others need not ask for the same. One that is refused keeps no other back. */
  async function work(conversation: Id, hook: Tickets): Promise<void> {
    const key = `ticket:${conversation}`
    const alone = async (): Promise<boolean> => (await store.lease(key, { holder: hub, ttl: LEASE })).held
    if (!(await alone())) return
    try {
      const header = await loadHeader(store, conversation)
      for (const waiting of header?.filing?.filter(isDue) ?? []) {
        // each may take half the time for which this place is held
        if (stop.signal.aborted || !(await alone())) return
        await give(conversation, waiting, hook).catch((error: unknown) => failed(conversation, waiting.ticket, error))
      }
    } finally {
      await store.lease(key, { holder: hub, ttl: 0 })
    }
  }

  return {
    consider(conversation, waiting = []) {
      if (!tickets || stop.signal.aborted || running.has(conversation) || running.size >= AT_ONCE) return
      const due = waiting.filter(isDue)
      const failedAll = due.every(({ ticket }) => later.has(ticket))
      if (due.length === 0 || (failedAll && again.size >= AGAIN)) return
      running.add(conversation)
      if (failedAll) again.add(conversation)
      work(conversation, tickets)
        // the store has failed, for all of them
        .catch((error: unknown) => due.forEach(({ ticket }) => failed(conversation, ticket, error)))
        .finally(() => {
          running.delete(conversation)
          again.delete(conversation)
        })
    },
    close: () => stop.abort(),
  }
}
