import { lineLives } from '../internal/line-lives.ts'
import type { ServerFrame } from '../protocol/index.ts'
import { HandbackError } from '../protocol/index.ts'
import type { Chat, ChatEvents, ChatOptions, ConnectionState } from './api.ts'
import { createArrivals } from './arrivals.ts'
import { createAttention } from './attention.ts'
import { createConnection } from './connection.ts'
import { createDelivery } from './delivery.ts'
import { createEarlier } from './earlier.ts'
import { createEmitter } from './emitter.ts'
import { createFollowing } from './following.ts'
import { createIssue } from './issue.ts'
import { createLedger } from './ledger.ts'
import { createPublicLog } from './public-log.ts'
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
  let destroyed = false
  const situation = (): Situation => ({
    conversation: ledger.conversation,
    view: log.view(),
    outgoing: ledger.outgoing,
    queue: signals.queue,
    agentTyping: signals.agentTyping,
  })

  const lossy = (frame: Parameters<typeof connection.send>[0]): void =>
    void connection.send(frame).catch(() => {
      // a signal, mark or question of a connection that is gone: the next one starts from a cursor anyway
    })

  const following = createFollowing({ ledger, cursor: () => log.cursor(), send: lossy })
  const signals = createVisitorSignals({
    send: (data, ttl) => ledger.conversation && lossy({ t: 'signal', topic: following.topic(), signal: { ttl, data } }),
    showStream: (row) => $streaming.set(row),
    onChange: () => show(),
  })
  const earlier = createEarlier({
    start: () => log.view()?.start ?? 0,
    cursor: () => log.cursor(),
    ask: (page) => ledger.conversation && lossy({ t: 'page', conversation: ledger.conversation, ...page }),
    rows: () => $messages.get().length,
  })
  const log = createPublicLog({
    ask(after) {
      following.ask(after)
      // what was replaced does not stay on the screen while the new is on its way
      if (!after) show()
    },
    applied(event, live) {
      signals.applied(event)
      arrived(event, live)
    },
  })
  const connection = createConnection({
    transport: options.transport,
    ...(options.credentials ? { credentials: options.credentials } : {}),
    onFrame: receive,
    follow: following.first,
  })
  const delivery = createDelivery({ ledger, send: connection.send, impossible: (command, refusal) => receive({ t: 'refused', command, refusal }) })

  const stores = createStores(emitter, situation())
  const { $messages, $streaming, $unread } = stores.atoms
  const attention = createAttention({
    $unread,
    onUnread: (count) => emitter.emit('unread', count),
    mark: (command) => ledger.conversation && lossy({ t: 'command', conversation: ledger.conversation, seen: log.cursor(), command }),
  })
  const arrived = createArrivals({ ledger, delivery, emitter, $messages })

  /** Brings every store in line with the log, the outbox and the signals. */
  function show(): void {
    const cursor = log.cursor()
    if (cursor) ledger.outbox?.reached(cursor)
    const header = log.view()?.header ?? null
    stores.showRows(situation())
    signals.follow(header)
    stores.showState(situation())
    attention.update($messages.get(), header?.read.visitor ?? 0)
  }

  /** Nothing of the conversation stays, and no late word of it may be taken for one of the next. */
  function leave(): void {
    connection.stop()
    signals.stop()
    log.forget()
    attention.forget()
    earlier.renew()
  }

  /** The conversation belongs to somebody whom this browser profile can no longer be: the visitor goes on in another. */
  function moveOn(): void {
    leave()
    ledger.moveOn()
    if (!destroyed) connection.start()
    show()
    fail(new HandbackError('client/session-over', 'The session is over. What is written now begins another conversation.'))
  }

  const receivers: Receivers = {
    hello() {
      delivery.reconnected()
      attention.reconnected()
      earlier.resend()
      if (!ledger.conversation) connection.synced()
    },
    snapshot(frame) {
      if (frame.conversation !== ledger.conversation) return
      following.found()
      ledger.confirm()
      const news = log.snapshot(frame)
      if (news) {
        earlier.renew()
        show()
        for (const signal of frame.signals) signals.hear(signal, frame.header)
      }
      connection.synced()
      if (news) earlier.prefetch()
    },
    events(frame) {
      if (frame.conversation !== ledger.conversation) return
      following.found()
      if (log.events(frame)) show()
      if (log.cursor()) connection.synced()
    },
    page(frame) {
      if (frame.conversation === ledger.conversation && log.page(frame)) show()
      earlier.arrived()
    },
    reset: ({ conversation }) => conversation === ledger.conversation && log.reset(),
    beat(frame) {
      if (frame === lineLives) return
      const head = ledger.conversation ? frame.heads[ledger.conversation] : undefined
      if (head && log.cursor()) log.head(head)
      else if (!log.cursor() && (head || ledger.begun)) following.missing()
    },
    signal: (frame) => frame.topic === following.topic() && signals.hear(frame.signal, log.view()?.header ?? null),
    ack({ command, at }) {
      // the first acknowledged command has begun the conversation: now it can be followed
      const own = ledger.outbox?.acknowledge(command, at)
      if (own) ledger.confirm()
      else attention.answered(command)
      if (own && !log.cursor()) following.ask(null)
      delivery.answered(command)
      show()
    },
    refused({ command, refusal }) {
      const own = ledger.outgoing.find((one) => one.command.id === command)
      if (!own) return attention.answered(command)
      if (refusal.code === 'conversation/not-found' && ledger.begun) return moveOn()
      ledger.outbox?.refuse(command, refusal)
      // a refused message stays to be retried by hand, anything else is only told
      if (own.command.type !== 'message-send') ledger.outbox?.remove(command)
      fail(new HandbackError('client/refused', refusal.message, { cause: refusal }))
      delivery.answered(command)
      show()
    },
    gone({ topic }) {
      if (topic !== following.topic()) return
      const page = earlier.arrived()
      if (!ledger.begun) connection.synced()
      else if (following.gone(page)) moveOn()
    },
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
    ...stores.atoms,
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
      leave()
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
