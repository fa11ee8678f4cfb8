import { HandbackError, type Id, type PublicHeader, isId } from '../protocol/index.ts'
import type { Chat, ChatEvents, ChatOptions, ConnectionState } from './api.ts'
import { createArrivals } from './arrivals.ts'
import { createAttention } from './attention.ts'
import { createBelongings } from './belongings.ts'
import { createDelivery } from './delivery.ts'
import { createEarlier } from './earlier.ts'
import { createEmitter } from './emitter.ts'
import { checkFact } from './facts.ts'
import { createFollowing } from './following.ts'
import { createIssue, noId } from './issue.ts'
import { createLateAsking } from './late-asking.ts'
import { createLateConnection } from './late-connection.ts'
import type { PartSource } from './late-part.ts'
import { createLedger } from './ledger.ts'
import { shows } from './outbox.ts'
import { createPanelState } from './panel.ts'
import { createPublicLog } from './public-log.ts'
import { createReceive } from './receive.ts'
import type { Situation } from './state.ts'
import { browserStorage } from './storage.ts'
import { createStores } from './stores.ts'
import { browserTabs } from './tabs/environment.ts'
import { createTabs, noTabs } from './tabs/tabs.ts'
import { createVerbs } from './verbs.ts'
import { createVisitorSignals } from './visitor-signals.ts'

/** A visitor's side of one conversation, with what it needs from its first use on in `source`. */
export function chatOf(options: ChatOptions, source: PartSource): Chat {
  const emitter = createEmitter<ChatEvents>()
  const fail = (error: HandbackError): void => emitter.emit('error', error)
  const { storage = browserStorage(), storageKey: key = 'handback', tabs: environment = browserTabs() } = options
  const tabs = environment ? createTabs(environment, `handback:${key}`, () => ledger.reload()) : noTabs
  const ledger = createLedger({
    storage,
    key,
    onChange: changed,
    onStored: tabs.changed,
    onError(error) {
      // what only this tab knows, only this tab can send
      tabs.alone()
      fail(error)
    },
  })
  let { credentials } = options
  const life = new AbortController()
  /** The conversation that everything here belongs to. */
  let current: Id | null = null
  /** How often somebody has left. */
  let left = 0
  /** This tab itself is about to say so. */
  let leaving = 0
  const gone = (): void => {
    left += 1
    if (!leaving) belongings.forget()
    emitter.emit('forget', null)
  }
  const situation = (): Situation => ({ ...ledger, ...signals, view: log.view() })

  const lossy = (frame: Parameters<typeof connection.send>[0]): void =>
    void connection.send(frame).catch(() => {
      // a signal, mark or question of a connection that is gone: the next one starts from a cursor anyway
    })

  /** A snapshot is being taken in: until all of it is, what is in the log and what is on its way do not fit together. */
  let taking = false
  const log = createPublicLog({
    ask(after) {
      following.ask(after)
      // what was replaced does not stay on the screen while the new is on its way
      if (!after) show()
    },
    applied(event, live) {
      signals.applied(event)
      if (shows(event.type)) ledger.outbox.happened(event.cause)
      arrived(event, live)
    },
  })
  const header = (): PublicHeader | null => log.view()?.header ?? null

  const following = createFollowing(ledger, log.cursor, lossy)
  const signals = createVisitorSignals({
    send: (data, ttl) => ledger.conversation && lossy({ t: 'signal', topic: following.topic(), signal: { ttl, data } }),
    showStream: (row) => $streaming.set(row),
    onChange: () => show(),
  })
  const earlier = createEarlier(
    log,
    (page) => ledger.conversation && lossy({ t: 'page', conversation: ledger.conversation, ...page }),
    () => $messages.get().length,
  )
  const connection = createLateConnection({
    transport: tabs.share(options.transport),
    credentials: (why) => credentials?.(why),
    onFrame: (frame) => receive(frame),
    follow: following.first,
    mayChoose: () => tabs.leads,
  }, source)
  const delivery = createDelivery({
    ledger,
    leads: () => tabs.leads,
    send: connection.send,
    impossible: (command, refusal) => receive({ t: 'refused', command, refusal }),
  })

  const stores = createStores(emitter)
  const { $messages, $streaming, $unread } = stores.atoms
  const attention = createAttention({
    $unread,
    onUnread: (count) => emitter.emit('unread', count),
    mark: (command) => ledger.conversation && lossy({ t: 'command', conversation: ledger.conversation, seen: log.cursor(), command }),
    deliver: signals.deliver,
  })
  const arrived = createArrivals(ledger, delivery, emitter, $messages, () => tabs.leads && !attention.visible)

  /** Brings every store in line with the log, the outbox and the signals. */
  function show(): void {
    if (taking) return
    const cursor = log.cursor()
    if (cursor) ledger.outbox.reached(cursor)
    stores.showRows(situation())
    signals.follow(header())
    stores.showState(situation())
    attention.update($messages.get(), header()?.read.visitor ?? 0)
  }

  /** The ledger knows something else than before, by this tab or another. */
  function changed(): void {
    if (life.signal.aborted) return
    const before = current
    const erased = header()?.erased
    current = ledger.conversation
    if (before !== current) {
      // nothing of a conversation stays, and no late word of it may be taken for one of the next
      connection.stop()
      signals.stop()
      log.forget()
      attention.forget()
      earlier.renew()
    }
    // what was written in another conversation still has to be told
    const unsent = ledger.outbox.unsent()[0]
    if (current || unsent) {
      connection.start()
      // the sign-in may be a better one by now
      if (unsent && connection.$error.get()?.code === 'transport/unauthorized') connection.wake()
    } else {
      connection.stop()
      tabs.rest()
    }
    delivery.flush()
    show()
    if (before && !current && !ledger.past && !erased) gone()
    // it belongs to somebody whom this browser profile can no longer be
    if (before && current && before !== current && !ledger.begun && !ledger.past) {
      fail(new HandbackError('client/session-over', 'The session is over.'))
    }
  }

  /** Tells that somebody is gone, unless that they leave a conversation has told so. */
  async function leave(work: () => Promise<boolean>): Promise<void> {
    const before = left
    leaving += 1
    try {
      if ((await work()) && before === left) gone()
    } finally {
      leaving -= 1
    }
  }

  const take = (work: () => boolean): boolean => {
    taking = true
    try {
      return work()
    } finally {
      taking = false
    }
  }
  const receive = createReceive({ ledger, log, take, following, signals, earlier, attention, delivery, connection, show, fail })
  const belongings = createBelongings(ledger, () => header()?.erased)
  const issue = createIssue(ledger, header, log.cursor, life.signal, signals.sent)
  const { here, ...asking } = createLateAsking(source, options.transport, (why) => credentials?.(why), ledger, belongings, life.signal, fail)

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
    ...createPanelState(emitter),
    ...createVerbs(options, header, () => ledger.conversation !== null, issue, belongings, here),
    ...asking,
    async openConversation(conversation) {
      life.signal.throwIfAborted()
      if (conversation !== null && !isId(conversation)) throw noId()
      await ledger.load()
      await ledger.open(conversation)
    },
    typing() {
      ledger.own()
      if (header()?.phase === 'human') signals.typed()
    },
    loadEarlier: earlier.load,
    setVisible: attention.setVisible,
    async resume() {
      await ledger.load()
      emitter.emit('ready', null)
    },
    async identify(who) {
      checkFact.identify(who)
      credentials = who ? who.credentials : options.credentials
      const other = belongings.become(who?.id)
      // what was asked for with the old token is asked for again
      connection.stop()
      await leave(() => ledger.identify(who?.id, other))
      if (ledger.conversation && !life.signal.aborted) connection.start()
    },
    reset() {
      belongings.forget()
      return leave(() => ledger.forget().then(() => true))
    },
    on: emitter.on,
    destroy() {
      if (life.signal.aborted) return
      life.abort(new HandbackError('client/closed', 'Destroyed.'))
      stopState()
      stopError()
      connection.stop()
      tabs.stop()
      delivery.lost()
      signals.stop()
      attention.stop()
      earlier.arrived()
    },
  }
}
