import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Chat } from '../client/api.ts'
import type { CitationPart, Id } from '../protocol/index.ts'
import { later } from '../ui/later.tsx'
import type { LanguageChoice } from './options.ts'
import type { WordsNow } from './words.ts'

const Conversations = later(() => import('./menu/conversations.tsx'), (module) => module.Conversations)
const Languages = later(() => import('./menu/languages.tsx'), (module) => module.Languages)
const ArticlePreview = later(() => import('./menu/article-preview.tsx'), (module) => module.ArticlePreview)

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
export function usePages(focused: () => Element | null | undefined): PagesState {
  const [page, setPage] = useState<Page>()
  const from = useRef<Element | null>(undefined)
  // what lies under a page takes no focus before that is gone
  useLayoutEffect(() => {
    if (page === undefined && from.current instanceof HTMLElement) from.current.focus({ preventScroll: true })
  }, [page])
  return {
    page,
    open(next) {
      from.current = focused()
      setPage(next)
    },
    close: () => setPage(undefined),
    drop() {
      from.current = undefined
      setPage(undefined)
    },
  }
}

export interface PagesProps extends WordsNow {
  readonly page: Page
  readonly chat: Chat
  readonly conversation: Id | null
  readonly languages: readonly LanguageChoice[]
  readonly onLanguage: (choice: LanguageChoice) => Promise<void>
  readonly onConversation: (conversation: Id | null) => void
  readonly onBack: () => void
  readonly onError: (error: unknown) => void
}

export function Pages({ page, chat, conversation, languages, onLanguage, onConversation, ...all }: PagesProps) {
  if (page === 'conversations') return <Conversations {...all} chat={chat} current={conversation} onOpen={onConversation} />
  if (page === 'languages') return <Languages {...all} languages={languages} onChoose={onLanguage} />
  return <ArticlePreview {...all} chat={chat} source={page} />
}
