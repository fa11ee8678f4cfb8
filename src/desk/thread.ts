import { atom } from 'nanostores'
import { newId } from '../internal/ids.ts'
import { createPaging } from '../internal/paging.ts'
import { createReadMarks, DELIVERED_TTL } from '../internal/read-marks.ts'
import { createThreadLog } from '../internal/thread-log.ts'
import { transcript } from '../internal/transcript.ts'
import { evolveStaff, prependStaff, staffView, standing } from '../conversation/index.ts'
import type { Context, MessageRow, StaffRow, StaffView, Transcript } from '../conversation/index.ts'
import type { ClientFrame, Command, CommandMap, CommandType, Cursor, Follow, Header, Id, Person, ServerFrame, Signal, StoredEvent, Topic } from '../protocol/index.ts'
import type { Receipts } from '../client/receipts.ts'
import type { DeskThread } from './api.ts'
import type { Outcome } from './commands.ts'
import { createPendingMessages } from './pending-messages.ts'
import { createThreadSignals } from './thread-signals.ts'
import { createVerbs } from './thread-verbs.ts'

/** Events of one page. */
const PAGE = 100
/** Pages fetched unasked to find what the next person should know, when it lies before the snapshot. */
const CONTEXT_PAGES = 5

/** What a thread needs of its desk. */
export interface ThreadDesk {
  readonly me: Person
  readonly send: (frame: ClientFrame) => void
  /** May get lost. */
  readonly signal: (frame: ClientFrame) => void
  readonly issue: (conversation: Id, seen: Cursor | null, command: Command) => Promise<Outcome>
  readonly closed: () => void
  readonly files: Pick<DeskThread, 'uploadFile' | 'readFile'>
}

export interface OpenThread {
  readonly api: DeskThread
  readonly topic: Topic
  follow(): Follow
  receive(frame: ServerFrame): void
  /** Asks again for what was asked and not answered. */
  resend(): void
  lost(): void
  stop(): void
}

const noDrafts: StaffView['drafts'] = []
const noAttributes: ReturnType<typeof standing> = {}

/** Whether it is known of every open action what would be done. */
const actionsKnown = ({ header, drafts }: StaffView): boolean =>
  (header.actions ?? []).every((open) => drafts.some(({ id, action }) => id === open && action))

type Receivers = { readonly [T in ServerFrame['t']]?: (frame: Extract<ServerFrame, { t: T }>) => void }

/** One followed conversation. */
export function createThread(conversation: Id, desk: ThreadDesk): OpenThread {
  const topic: Topic = `conversation:${conversation}`
  const $header = atom<Header | null>(null)
  const none = transcript<StaffRow>()
  const $rows = atom<Transcript<StaffRow>>(none)
  const $context = atom<Context | null>(null)
  const $drafts = atom<StaffView['drafts']>(noDrafts)
  const $followUp = atom<StaffView['followUp']>(null)
  /** What the facts were made of, so that they are only told when they change. */
  let told: StaffView['attributes'] | undefined
  const $attributes = atom<ReturnType<typeof standing>>(noAttributes)
  const $receipts = atom<Receipts>({ delivered: 0, read: 0 })
  const $hasEarlier = atom(false)
  const $gone = atom(false)
  let visible = false
  let contextPages = 0
  let confirmed = none
  let waiting: readonly MessageRow[] = []
  /** Seq of the newest message of the visitor. */
  let heard = 0

  const follow = (after: Cursor | null): Follow => (after ? { topic, after } : { topic })
  const issue = <T extends CommandType>(type: T, data: CommandMap[T], id: Id = newId()): Promise<Outcome> =>
    desk.issue(conversation, log.cursor(), { id, type, data })

  const pending = createPendingMessages(desk.me)
  const signals = createThreadSignals((data, ttl) => desk.signal({ t: 'signal', topic, signal: { ttl, data } }))
  const paging = createPaging((before) => desk.send({ t: 'page', conversation, before, limit: PAGE }))
  const marks = createReadMarks((seq) => void issue('read-mark', { seq }))
  const deliveries = createReadMarks((seq) => desk.signal({ t: 'signal', topic, signal: { ttl: DELIVERED_TTL, data: { type: 'delivered', seq } } }))
  const log = createThreadLog<StaffView>({
    // A hub sends its whole record to staff; the frame's type names the part that everyone gets.
    open: (header, tail) => staffView(header as Header, tail),
    evolve: evolveStaff,
    prepend: prependStaff,
    next: (event, seq) => event.seq === seq + 1,
    ask(after) {
      // the numbers of another log mean other events
      if (!after) heard = 0
      desk.send({ t: 'follow', follow: follow(after) })
    },
    applied(event: StoredEvent) {
      // a message that also claims is two events of one cause: the bubble stays until its own is there
      if (event.type === 'message-sent') pending.remove(event.cause)
      if (event.type === 'message-sent' && event.by.kind === 'visitor') heard = event.seq
      signals.applied(event)
    },
  })

  const holds = (): boolean => $header.get()?.floor.holder?.id === desk.me.id

  /** Only what the holder has and reads is told: a colleague who looks in must not promise the visitor an answer. */
  function markRead(): void {
    if (!holds() || heard <= ($header.get()?.read.staff ?? 0)) return
    if (visible) marks.seen(heard)
    else deliveries.seen(heard)
  }

  /** Events without a row and commands without a message leave the list as it is, and a change of one row leaves the others. */
  function showRows(view: StaffView | null, next: readonly MessageRow[]): void {
    const rows = view?.transcript ?? none
    if (rows === confirmed && next.length === waiting.length && next.every((row, index) => row === waiting[index])) return
    confirmed = rows
    waiting = next
    $rows.set(next.length > 0 ? rows.and(next) : rows)
  }

  function showReceipts(): void {
    const read = $header.get()?.read.visitor ?? 0
    const receipts = { delivered: Math.max(read, signals.delivered()), read }
    const before = $receipts.get()
    if (receipts.delivered !== before.delivered || read !== before.read) $receipts.set(receipts)
  }

  function show(): void {
    const view = log.view()
    const cursor = log.cursor()
    if (cursor) pending.reached(cursor)
    $context.set(view?.context ?? null)
    // atoms tell of another value only
    $drafts.set(view?.drafts ?? noDrafts)
    $followUp.set(view?.followUp ?? null)
    if (view?.attributes !== told) $attributes.set(view ? standing(view.attributes) : noAttributes)
    told = view?.attributes
    $hasEarlier.set(view !== null && view.start > 0)
    showRows(view, pending.rows())
    $header.set(view?.header ?? null)
    signals.follow(view?.header)
    showReceipts()
    markRead()
  }

  function hear(signal: Signal): void {
    signals.hear(signal, $header.get())
    showReceipts()
  }

  function loadEarlier(): Promise<void> {
    const view = log.view()
    const cursor = log.cursor()
    if (!view || !cursor || view.start === 0) return Promise.resolve()
    return paging.load({ log: cursor.log, seq: view.start })
  }

  /** A snapshot holds the newest events only: what was found out before a handoff, and what is to be approved, may lie further back. */
  function findContext(): void {
    const view = log.view()
    if (!view || (view.context && actionsKnown(view)) || view.start === 0 || view.header.floor.number === 1 || contextPages >= CONTEXT_PAGES) return
    contextPages += 1
    void loadEarlier()
  }

  const receivers: Receivers = {
    snapshot(frame) {
      if (!log.snapshot(frame)) return
      $gone.set(false)
      paging.arrived()
      contextPages = 0
      show()
      for (const signal of frame.signals) hear(signal)
      findContext()
    },
    events(frame) {
      if (log.events(frame)) show()
    },
    page(frame) {
      const changed = log.page(frame)
      if (changed) show()
      paging.arrived()
      if (changed) findContext()
    },
    reset() {
      log.reset()
      signals.stop()
      paging.arrived()
      show()
    },
    beat({ heads }) {
      const head = heads[conversation]
      if (head) log.head(head)
    },
    signal: (frame) => hear(frame.signal),
    gone() {
      $gone.set(true)
      paging.arrived()
    },
  }

  function stop(): void {
    signals.stop()
    marks.stop()
    deliveries.stop()
    paging.arrived()
  }

  const api: DeskThread = {
    conversation,
    $header,
    $rows,
    $streaming: signals.$streaming,
    $context,
    $drafts,
    $attributes,
    $followUp,
    $receipts,
    $visitorTyping: signals.$visitorTyping,
    $hasEarlier,
    $gone,
    ...desk.files,
    ...createVerbs({ issue, pending, newId, sent: signals.sent, show }),
    typing() {
      if (holds()) signals.typed()
    },
    setVisible(next) {
      visible = next
      markRead()
    },
    loadEarlier,
    close() {
      stop()
      desk.closed()
    },
  }

  return {
    api,
    topic,
    follow: () => follow(log.cursor()),
    receive(frame) {
      const receiver = receivers[frame.t] as ((frame: ServerFrame) => void) | undefined
      receiver?.(frame)
    },
    resend: paging.resend,
    lost: signals.stop,
    stop,
  }
}
