import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { CitationPart } from '../protocol/index.ts'
import { later } from '../ui/later.tsx'

export const Pages = later(() => import('./menu/all-pages.tsx'), (module) => module.AllPages)

/** What stands in place of the thread. */
export type Page = 'conversations' | 'languages' | CitationPart

export interface PagesState {
  readonly page: Page | undefined
  /** Remembers where the focus was. */
  open(page: Page): void
  /** Brings it back there. */
  close(): void
  /** Leaves it where it is. */
  drop(): void
}

/** Which page is open over the thread. `focused`: what has the focus. */
export function usePages(focused: () => Element | null): PagesState {
  const [page, setPage] = useState<Page>()
  const from = useRef<HTMLElement | null>(undefined)
  // what lies under a page takes no focus before that is gone
  useLayoutEffect(() => {
    if (!page) from.current?.focus({ preventScroll: true })
  }, [page])
  return {
    page,
    open(next) {
      from.current = focused() as HTMLElement | null
      setPage(next)
    },
    close: () => setPage(undefined),
    drop() {
      from.current = undefined
      setPage(undefined)
    },
  }
}
