import { createPaging } from '../internal/paging.ts'
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

export interface EarlierOptions {
  /** Older events lie before this seq; 0: there are none. */
  readonly start: () => number
  readonly cursor: () => Cursor | null
  readonly ask: (page: { readonly before: Cursor; readonly limit: number }) => void
  readonly rows: () => number
}

export function createEarlier({ start, cursor, ask, rows }: EarlierOptions): Earlier {
  const paging = createPaging((before) => ask({ before, limit: PAGE }))
  let fetched = false
  const before = (): Cursor | null => {
    const at = cursor()
    return at && start() > 0 ? { log: at.log, seq: start() } : null
  }
  const load = (): Promise<void> => {
    const page = before()
    return page ? paging.load(page) : Promise.resolve()
  }
  return {
    load,
    prefetch() {
      if (fetched || !before()) return
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
