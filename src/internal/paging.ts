import type { Cursor } from '../protocol/index.ts'

/** Fetches older events page by page; asking while a page is on its way waits for that page. */
export interface Paging {
  load(before: Cursor): Promise<void>
  /** The page is there, or will never come. True when one was on its way. */
  arrived(): boolean
  /** A connection was lost meanwhile: the same page is asked for again. */
  resend(): void
}

export function createPaging(ask: (before: Cursor) => void): Paging {
  let waiting: { before: Cursor; done: Promise<void>; resolve: () => void } | null = null
  return {
    load(before) {
      if (waiting) return waiting.done
      let resolve = (): void => undefined
      const done = new Promise<void>((settle) => (resolve = settle))
      waiting = { before, done, resolve }
      ask(before)
      return done
    },
    arrived() {
      const found = waiting !== null
      waiting?.resolve()
      waiting = null
      return found
    },
    resend() {
      if (waiting) ask(waiting.before)
    },
  }
}
