import type { EventStore, Identity, Link } from '../contracts/index.ts'
import { after, backoff, sleep } from '../internal/backoff.ts'
import { newId } from '../internal/ids.ts'
import type { ClientFrame, Id } from '../protocol/index.ts'
import { HandbackError, decodeClientFrame, encodeFrame } from '../protocol/index.ts'
import { createBus } from './bus.ts'
import { createTurnstile } from './turnstile.ts'

/** Frames that come by a request of their own, wherever their link is. */
export interface Forwarding {
  /**
   * Gives a frame to the hub that has this link for this identity. `false`: there is no other hub. Rejects `hub/busy` when
   * none said within 1 s that it has it, or too many wait for such an answer: that no hub has it cannot be known.
   */
  forward(identity: Identity, link: string, frame: ClientFrame): Promise<boolean>
  close(): void
}

export interface ForwardingOptions {
  readonly store: EventStore
  /** This hub. */
  readonly hub: Id
  readonly linkOf: (identity: Identity, link: string) => Link | undefined
  readonly onFailure: (error: unknown) => void
}

interface Asked {
  readonly type: 'link-frame'
  readonly nonce: Id
  /** Who asks. */
  readonly hub: Id
  readonly link: string
  readonly sub: Id
  readonly role: Identity['role']
  /** A frame of a client, as text. */
  readonly frame: string
}

interface Answered {
  readonly type: 'link-found'
  readonly nonce: Id
}

/** Where every hub listens, and how long it is waited for, in ms. */
const ASK = 'hub:links'
const PATIENCE = 1_000
/** Frames that may wait for their answer at once, of all and of one party. */
const WAITING = 1_000
const PER_PARTY = 20
/** Milliseconds between two tries to listen, after the bus has failed. */
const CAP = 5_000

const answersOf = (hub: Id): string => `hub:${hub}`

const unsure = (): HandbackError =>
  new HandbackError('hub/busy', 'The hub of this link did not answer.', { retryable: true, retryAfter: PATIENCE })

/** Works where the store's bus reaches other hubs (`supports.shared`); elsewhere nothing is told, and nobody has a link but this hub. */
export function createForwarding({ store, hub, linkOf, onFailure }: ForwardingOptions): Forwarding {
  const stop = new AbortController()
  const { signal } = stop
  const bus = createBus(store)
  const waiting = new Map<Id, (found: boolean) => void>()
  const asking = createTurnstile(PER_PARTY)

  const serve = ({ nonce, hub: asker, link, sub, role, frame }: Asked): void => {
    const found = linkOf({ sub, role }, link)
    const read = found && decodeClientFrame(frame)
    if (!read) return
    // told before it is handled: what a follow brings may take longer than anybody waits
    bus.tell(answersOf(asker), nonce, { type: 'link-found', nonce } satisfies Answered)
    void found.receive(read)
  }
  const hear = async (topic: string, take: (message: Asked | Answered) => void): Promise<void> => {
    const pause = backoff({ cap: CAP })
    while (!signal.aborted) {
      try {
        for await (const message of bus.hear(topic, signal)) {
          pause.reset()
          take(message as Asked | Answered)
        }
      } catch (error) {
        if (!signal.aborted) onFailure(error)
      }
      await sleep(pause.next(), signal).catch(() => {
        // closed meanwhile
      })
    }
  }
  if (store.supports.shared) {
    void hear(ASK, (message) => {
      if (message.type === 'link-frame') serve(message)
    })
    void hear(answersOf(hub), ({ nonce }) => waiting.get(nonce)?.(true))
  }

  return {
    async forward({ sub, role }, link, frame) {
      if (!store.supports.shared) return false
      const leave = signal.aborted || waiting.size >= WAITING ? undefined : asking.enter(sub)
      if (!leave) throw unsure()
      const nonce = newId()
      return await new Promise<boolean>((resolve, reject) => {
        const done = (found: boolean): void => {
          forget()
          waiting.delete(nonce)
          leave()
          if (found) resolve(true)
          else reject(unsure())
        }
        const forget = after(PATIENCE, () => done(false))
        waiting.set(nonce, done)
        bus.tell(ASK, nonce, { type: 'link-frame', nonce, hub, link, sub, role, frame: encodeFrame(frame) } satisfies Asked)
      })
    },
    close() {
      stop.abort()
      for (const done of [...waiting.values()]) done(false)
    },
  }
}
