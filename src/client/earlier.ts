import type { PublicView } from '../conversation/index.ts'
import { createPaging } from '../internal/paging.ts'
import type { ThreadLog } from '../internal/thread-log.ts'
import type { Cursor } from '../protocol/index.ts'

/** Events of one page. */
const PAGE = 100
/** Rows fetched unasked behind a snapshot, so that an ordinary conversation is there whole. */
const EAGER = 150

/** Older rows than a snapshot brought. */
export interface Earlier {
  /** Fetches one page; resolves when it is there. */
  load(): Promise<void>
  /** A new snapshot stands: what an ordinary conversation has before it follows unasked, once. */
  prefetch(): void
  /** A page is there, or will never come. True when one was on its way. */
  arrived(): boolean
  /** A new connection: a page that was asked for is asked for again. */
  resend(): void
  /** The next snapshot may prefetch again. */
  renew(): void
}

/** `ask` asks the hub for a page, `rows` tells how many rows there are. */
export function createEarlier(
  log: Pick<ThreadLog<PublicView>, 'view' | 'cursor'>,
  ask: (page: { readonly before: Cursor; readonly limit: number }) => void,
  rows: () => number,
): Earlier {
  const paging = createPaging((before) => ask({ before, limit: PAGE }))
  let fetched = false
  const load = async (): Promise<void> => {
    const at = log.cursor()
    const seq = log.view()?.start
    if (at && seq) await paging.load({ log: at.log, seq })
  }
  return {
    load,
    prefetch() {
      if (fetched || !log.view()?.start) return
      fetched = true
      void load().then(() => (rows() < EAGER ? load() : undefined))
    },
    arrived: paging.arrived,
    resend: paging.resend,
    renew() {
      fetched = false
      paging.arrived()
    },
  }
}
