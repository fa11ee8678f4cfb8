import { atom } from 'nanostores'
import { newId } from '../internal/ids.ts'
import { createPaging } from '../internal/paging.ts'
import { createReadMarks } from '../internal/read-marks.ts'
import { createThreadLog } from '../internal/thread-log.ts'
import { evolveStaff, prependStaff, staffView } from '../conversation/index.ts'
import type { Context, MessageRow, StaffRow, StaffView } from '../conversation/index.ts'
import type { ClientFrame, Command, CommandMap, CommandType, Cursor, Follow, Header, Id, Person, ServerFrame, StoredEvent, Topic } from '../protocol/index.ts'
import type { DeskThread } from './api.ts'
import type { Outcome } from './commands.ts'
import { createPendingMessages } from './pending-messages.ts'
import { createThreadSignals } from './thread-signals.ts'

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

type Receivers = { readonly [T in ServerFrame['t']]?: (frame: Extract<ServerFrame, { t: T }>) => void }

/** One followed conversation. */
export function createThread(conversation: Id, desk: ThreadDesk): OpenThread {
  const topic: Topic = `conversation:${conversation}`
  const $header = atom<Header | null>(null)
  const $rows = atom<readonly StaffRow[]>([])
  const $context = atom<Context | null>(null)
  const $hasEarlier = atom(false)
  const $gone = atom(false)
  let visible = false
  let contextPages = 0
  let shown: { transcript?: StaffView['transcript'] | undefined; waiting: number } = { waiting: 0 }

  const follow = (after: Cursor | null): Follow => (after ? { topic, after } : { topic })
  const issue = <T extends CommandType>(type: T, data: CommandMap[T], id: Id = newId()): Promise<Outcome> =>
    desk.issue(conversation, log.cursor(), { id, type, data })

  const pending = createPendingMessages(desk.me)
  const signals = createThreadSignals((data, ttl) => desk.signal({ t: 'signal', topic, signal: { ttl, data } }))
  const paging = createPaging((before) => desk.send({ t: 'page', conversation, before, limit: PAGE }))
  const marks = createReadMarks((seq) => void issue('read-mark', { seq }))
  const log = createThreadLog<StaffView>({
    // A hub sends its whole record to staff; the frame's type names the part that everyone gets.
    open: (header, tail) => staffView(header as Header, tail),
    evolve: evolveStaff,
    prepend: prependStaff,
    next: (event, seq) => event.seq === seq + 1,
    ask: (after) => desk.send({ t: 'follow', follow: follow(after) }),
    applied(event: StoredEvent) {
      // a message that also claims is two events of one cause: the bubble stays until its own is there
      if (event.type === 'message-sent') pending.remove(event.cause)
      signals.applied(event)
    },
  })

  const holds = (): boolean => $header.get()?.floor.holder?.id === desk.me.id

  /** Only the holder's reading is told: a colleague who looks in must not promise the visitor an answer. */
  function markRead(): void {
    if (!visible || !holds()) return
    const seq = $rows.get().findLast((row) => row.type === 'message' && row.author.kind === 'visitor')?.seq ?? 0
    if (seq > ($header.get()?.read.staff ?? 0)) marks.seen(seq)
  }

  /** Events without a row and commands without a message leave the list as it is. */
  function showRows(view: StaffView | null, waiting: readonly MessageRow[]): void {
    if (view?.transcript === shown.transcript && waiting.length === 0 && shown.waiting === 0) return
    shown = { transcript: view?.transcript, waiting: waiting.length }
    $rows.set([...(view?.transcript ?? []), ...waiting])
  }

  function show(): void {
    const view = log.view()
    const cursor = log.cursor()
    if (cursor) pending.reached(cursor)
    $context.set(view?.context ?? null)
    $hasEarlier.set(view !== null && view.start > 0)
    showRows(view, pending.rows())
    $header.set(view?.header ?? null)
    signals.follow(view?.header.stream)
    markRead()
  }

  function loadEarlier(): Promise<void> {
    const view = log.view()
    const cursor = log.cursor()
    if (!view || !cursor || view.start === 0) return Promise.resolve()
    return paging.load({ log: cursor.log, seq: view.start })
  }

  /** A snapshot holds the newest events only: what was found out before a handoff may lie further back. */
  function findContext(): void {
    const view = log.view()
    if (!view || view.context || view.start === 0 || view.header.floor.number === 1 || contextPages >= CONTEXT_PAGES) return
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
      for (const signal of frame.signals) signals.hear(signal, frame.header.stream)
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
    signal: (frame) => signals.hear(frame.signal, $header.get()?.stream),
    gone() {
      $gone.set(true)
      paging.arrived()
    },
  }

  function stop(): void {
    signals.stop()
    marks.stop()
    paging.arrived()
  }

  const api: DeskThread = {
    conversation,
    $header,
    $rows,
    $streaming: signals.$streaming,
    $context,
    $visitorTyping: signals.$visitorTyping,
    $hasEarlier,
    $gone,
    claim: () => issue('floor-claim', {}),
    async sendMessage(text) {
      const id = newId()
      pending.add(id, text)
      signals.sent()
      const answer = issue('message-send', { parts: [{ type: 'text', text }] }, id)
      show()
      const outcome = await answer
      if (outcome.ok) pending.acknowledge(id, outcome.at)
      else pending.remove(id)
      show()
      return outcome
    },
    handBack: () => issue('floor-return', {}),
    transfer: () => issue('floor-transfer', {}),
    resolve: () => issue('conversation-resolve', {}),
    addNote: (text) => issue('note-add', { text }),
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
