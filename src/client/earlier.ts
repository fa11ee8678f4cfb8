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
  /** A page is there, or will never come. */
  arrived(): void
  /** A new connection: a page that was asked for is asked for again. */
  resend(): void
  /** The next snapshot may prefetch again. */
  renew(): void
}

export interface EarlierOptions {
  /** Where older events lie before, or `null` when there are none. */
  readonly before: () => Cursor | null
  readonly ask: (page: { readonly before: Cursor; readonly limit: number }) => void
  readonly rows: () => number
}

export function createEarlier({ before, ask, rows }: EarlierOptions): Earlier {
  const paging = createPaging((before) => ask({ before, limit: PAGE }))
  let fetched = false
  const load = (): Promise<void> => {
    const cursor = before()
    return cursor ? paging.load(cursor) : Promise.resolve()
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
