import type { PublicView } from '../conversation/index.ts'
import { lineLives } from '../internal/line-lives.ts'
import type { ThreadLog } from '../internal/thread-log.ts'
import { HandbackError, type ServerFrame } from '../protocol/index.ts'
import type { Attention } from './attention.ts'
import type { ClientConnection } from './connection.ts'
import type { Delivery } from './delivery.ts'
import type { Earlier } from './earlier.ts'
import type { Following } from './following.ts'
import type { Ledger } from './ledger.ts'
import { refusedBy } from './outbox.ts'
import type { VisitorSignals } from './visitor-signals.ts'

type Receivers = { readonly [T in ServerFrame['t']]?: (frame: Extract<ServerFrame, { t: T }>) => void }

export interface ReceiveOptions {
  readonly ledger: Ledger
  readonly log: ThreadLog<PublicView>
  /** Does work in one piece: nothing is shown of it before its end. */
  readonly take: (work: () => boolean) => boolean
  readonly following: Following
  readonly signals: VisitorSignals
  readonly earlier: Earlier
  readonly attention: Attention
  readonly delivery: Delivery
  readonly connection: Pick<ClientConnection, 'synced'>
  readonly show: () => void
  readonly fail: (error: HandbackError) => void
}

/** What each frame of the hub means for a chat; it may have been asked for by another tab. */
export function createReceive(options: ReceiveOptions): (frame: ServerFrame) => void {
  const { ledger, log, take, following, signals, earlier, attention, delivery, connection, show, fail } = options
  function leave(): void {
    if (ledger.unsure) fail(new HandbackError('conversation/not-found', 'There is no such conversation.'))
    ledger.moveOn()
  }
  const receivers: Receivers = {
    // an older hub does not say
    hello({ files = true }) {
      // shown with what is read again
      ledger.files = files
      // what was written while nobody listened
      ledger.reload()
      delivery.reconnected()
      attention.reconnected()
      earlier.resend()
      if (!ledger.conversation) connection.synced()
    },
    snapshot(frame) {
      if (frame.conversation !== ledger.conversation) return
      following.found()
      ledger.confirm()
      const news = take(() => log.snapshot(frame))
      if (news) {
        ledger.outbox.renewed()
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
      const head = frame.heads[ledger.conversation ?? '']
      if (!log.cursor()) {
        if (head || ledger.begun) following.missing()
      } else if (head) log.head(head)
    },
    signal: (frame) => frame.topic === following.topic() && signals.hear(frame.signal, log.view()?.header ?? null),
    ack({ command, at }) {
      // the first acknowledged command has begun the conversation: now it can be followed
      const own = ledger.outbox.acknowledge(command, at)
      if (!own) attention.answered(command)
      // otherwise of a conversation that is not looked at now
      else if (!own.conversation) {
        ledger.confirm()
        if (!log.cursor()) following.ask(null)
      }
      delivery.answered(command)
      show()
    },
    refused({ command, refusal }) {
      const own = ledger.outbox.find(command)
      if (!own) return attention.answered(command)
      if (refusal.code === 'conversation/not-found' && ledger.begun && !own.conversation) return leave()
      ledger.outbox.refuse(command, refusal)
      // refused words stay to be retried by hand, anything else is only told
      if (!/^(message-send|ticket-create)$/.test(own.command.type)) ledger.outbox.remove(command)
      fail(refusedBy(refusal))
      delivery.answered(command)
      show()
    },
    gone({ topic }) {
      if (topic !== following.topic()) return
      const page = earlier.arrived()
      if (!ledger.begun) connection.synced()
      else if (following.gone(page)) leave()
    },
  }

  return (frame) => (receivers[frame.t] as ((frame: ServerFrame) => void) | undefined)?.(frame)
}
