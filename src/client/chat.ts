import type { PublicView } from '../conversation/index.ts'
import { evolvePublic, prependPublic, publicView } from '../conversation/index.ts'
import { newId } from '../internal/ids.ts'
import { createThreadLog } from '../internal/thread-log.ts'
import type { Cursor, ServerFrame, StoredEvent, Topic } from '../protocol/index.ts'
import { HandbackError } from '../protocol/index.ts'
import type { Chat, ChatEvents, ChatOptions, ConnectionState } from './api.ts'
import { createAttention } from './attention.ts'
import { createConnection } from './connection.ts'
import { createDelivery } from './delivery.ts'
import { createEarlier } from './earlier.ts'
import { createEmitter } from './emitter.ts'
import { createIssue } from './issue.ts'
import { createLedger } from './ledger.ts'
import type { Situation } from './state.ts'
import { browserStorage } from './storage.ts'
import { createStores } from './stores.ts'
import { createVerbs } from './verbs.ts'
import { createVisitorSignals } from './visitor-signals.ts'

type Receivers = { readonly [T in ServerFrame['t']]?: (frame: Extract<ServerFrame, { t: T }>) => void }

/**
 * A visitor's side of one conversation. Nothing is stored and nothing is requested before the first command, unless
 * `resume` finds an unfinished conversation.
 *
 * @example
 * const chat = createChat({ transport: http({ endpoint: '/handback' }), credentials: visitorSession({ endpoint: '/handback' }) })
 * chat.$status.subscribe((status) => console.log(status.type))
 * await chat.sendMessage('Where is my card?')
 */
export function createChat(options: ChatOptions): Chat {
  const emitter = createEmitter<ChatEvents>()
  const fail = (error: HandbackError): void => emitter.emit('error', error)
  const ledger = createLedger(options.storage ?? browserStorage(), options.storageKey ?? 'handback', fail)
  let begun = false
  let destroyed = false
  const situation = (): Situation => ({
    conversation: ledger.conversation,
    view: log.view(),
    outgoing: ledger.outgoing,
    queue: signals.queue,
    agentTyping: signals.agentTyping,
  })

  const topic = (): Topic => `conversation:${ledger.conversation ?? ''}`
  const lossy = (frame: Parameters<typeof connection.send>[0]): void =>
    void connection.send(frame).catch(() => {
      // a signal, mark or question of a connection that is gone: the next one starts from a cursor anyway
    })

  const follow = (after: Cursor | null): void => lossy({ t: 'follow', follow: after ? { topic: topic(), after } : { topic: topic() } })
  const signals = createVisitorSignals({
    send: (data, ttl) => ledger.conversation && lossy({ t: 'signal', topic: topic(), signal: { ttl, data } }),
    showStream: (row) => stores.$streaming.set(row),
    onChange: () => show(),
  })
  const earlier = createEarlier({
    before() {
      const start = log.view()?.start ?? 0
      const cursor = log.cursor()
      return cursor && start > 0 ? { log: cursor.log, seq: start } : null
    },
    ask: (page) => ledger.conversation && lossy({ t: 'page', conversation: ledger.conversation, ...page }),
    rows: () => stores.$messages.get().length,
  })
  const log = createThreadLog<PublicView>({
    open: publicView,
    evolve: evolvePublic,
    prepend: prependPublic,
    next: (event, seq) => event.prev === seq,
    ask(after) {
      follow(after)
      // what was replaced does not stay on the screen while the new is on its way
      if (!after) show()
    },
    applied,
  })
  const connection = createConnection({
    transport: options.transport,
    ...(options.credentials ? { credentials: options.credentials } : {}),
    onFrame: receive,
    follow() {
      const after = log.cursor()
      return ledger.conversation ? [{ topic: 'me' }, after ? { topic: topic(), after } : { topic: topic() }] : [{ topic: 'me' }]
    },
  })
  const delivery = createDelivery({ ledger, send: connection.send, impossible: (command, refusal) => receive({ t: 'refused', command, refusal }) })

  const stores = createStores(emitter, situation())
  const attention = createAttention({
    $unread: stores.$unread,
    onUnread: (count) => emitter.emit('unread', count),
    mark(seq) {
      if (ledger.conversation) lossy({ t: 'command', conversation: ledger.conversation, seen: log.cursor(), command: { id: newId(), type: 'read-mark', data: { seq } } })
    },
  })

  function applied(event: StoredEvent, live: boolean): void {
    signals.applied(event)
    // a message may come with other events of its cause: its bubble stays until its own is there
    const pending = ledger.outbox?.all.find(({ command }) => command.id === event.cause)
    if (pending && (pending.command.type !== 'message-send' || event.type === 'message-sent')) ledger.outbox?.remove(event.cause)
    // its effect says more than an acknowledgement that may be lost
    if (pending) delivery.answered(event.cause)
    if (!live || event.type !== 'message-sent' || event.by.kind === 'visitor') return
    queueMicrotask(() => {
      const row = stores.$messages.get().findLast(({ seq }) => seq === event.seq)
      if (row?.type === 'message') emitter.emit('message', row)
    })
  }

  /** Brings every store in line with the log, the outbox and the signals. */
  function show(): void {
    const cursor = log.cursor()
    if (cursor) ledger.outbox?.reached(cursor)
    const header = log.view()?.header ?? null
    stores.showRows(situation())
    signals.follow(header)
    stores.showState(situation())
    attention.update(stores.$messages.get(), header?.read.visitor ?? 0)
  }

  const receivers: Receivers = {
    hello() {
      delivery.reconnected()
      earlier.resend()
      if (!ledger.conversation) connection.synced()
    },
    snapshot(frame) {
      if (frame.conversation !== ledger.conversation || !log.snapshot(frame)) return
      earlier.renew()
      show()
      for (const signal of frame.signals) signals.hear(signal, frame.header)
      connection.synced()
      earlier.prefetch()
    },
    events(frame) {
      if (frame.conversation !== ledger.conversation) return
      if (log.events(frame)) show()
      if (log.cursor()) connection.synced()
    },
    page(frame) {
      if (frame.conversation === ledger.conversation && log.page(frame)) show()
      earlier.arrived()
    },
    reset: ({ conversation }) => conversation === ledger.conversation && log.reset(),
    beat({ heads }) {
      const head = ledger.conversation ? heads[ledger.conversation] : undefined
      if (head) log.head(head)
      // the question for the first snapshot was lost
      else if (begun && !log.cursor()) follow(null)
    },
    signal: (frame) => frame.topic === topic() && signals.hear(frame.signal, log.view()?.header ?? null),
    ack({ command, at }) {
      // the first acknowledged command has begun the conversation: now it can be followed
      const own = ledger.outbox?.acknowledge(command, at)
      begun ||= own !== undefined
      if (own && !log.cursor()) follow(null)
      delivery.answered(command)
      show()
    },
    refused({ command, refusal }) {
      const refused = ledger.outbox?.refuse(command, refusal)
      // a read mark of ours, and nobody's business
      if (!refused) return
      // a refused message stays to be retried by hand, anything else is only told
      if (refused.command.type !== 'message-send') ledger.outbox?.remove(command)
      fail(new HandbackError('client/refused', refusal.message, { cause: refusal }))
      delivery.answered(command)
      show()
    },
    gone: () => connection.synced(),
  }

  function receive(frame: ServerFrame): void {
    const receiver = receivers[frame.t] as ((frame: ServerFrame) => void) | undefined
    receiver?.(frame)
  }

  const issue = createIssue({
    ledger,
    header: () => log.view()?.header ?? null,
    cursor: log.cursor,
    destroyed: () => destroyed,
    onIssued() {
      signals.sent()
      connection.start()
      delivery.flush()
      show()
    },
  })

  const stopState = connection.$state.listen((state: ConnectionState) => {
    if (state !== 'syncing' && state !== 'live' && state !== 'polling') {
      delivery.lost()
      signals.stop()
    }
    emitter.emit('connection', state)
  })
  const stopError = connection.$error.listen((error) => error && fail(error))

  return {
    $state: stores.$state,
    $messages: stores.$messages,
    $streaming: stores.$streaming,
    $status: stores.$status,
    $participants: stores.$participants,
    $queue: stores.$queue,
    $unread: stores.$unread,
    $connection: connection.$state,
    ...createVerbs(options, () => log.view()?.header ?? null, issue),
    retry(message) {
      if (!ledger.outbox?.revive(message)) return
      delivery.flush()
      show()
    },
    typing() {
      if (log.view()?.header.phase === 'human') signals.typed()
    },
    loadEarlier: earlier.load,
    setVisible: attention.setVisible,
    async resume() {
      await ledger.load()
      if (!ledger.conversation || destroyed) return
      connection.start()
      show()
    },
    async reset() {
      connection.stop()
      signals.stop()
      log.forget()
      attention.forget()
      await ledger.forget()
      show()
    },
    on: emitter.on,
    destroy() {
      if (destroyed) return
      destroyed = true
      stopState()
      stopError()
      connection.stop()
      delivery.lost()
      signals.stop()
      attention.stop()
      earlier.arrived()
    },
  }
}
