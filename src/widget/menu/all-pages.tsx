import type { Id } from '../../protocol/index.ts'
import { later } from '../../ui/later.tsx'
import { useStore } from '../../ui/use-store.ts'
import type { Page } from '../pages.tsx'
import type { ViewProps } from '../panel-view.tsx'
import type { WordsNow } from '../words.ts'
import { Conversations } from './conversations.tsx'
import { Languages } from './languages.tsx'

export { css } from './conversations.tsx'

const ArticlePreview = later(() => import('./article-preview.tsx'), (module) => module.ArticlePreview)

export interface AllPagesProps extends WordsNow, Pick<ViewProps, 'chat' | 'words' | 'languages' | 'onError'> {
  readonly page: Page
  readonly onConversation: (conversation: Id | null) => void
  readonly onBack: () => void
  /** It was left for something else before it stood. */
  readonly onAway: () => void
}

/** What is open over the thread. */
export function AllPages({ page, chat, words, languages, onConversation, strings, locale, onBack, onAway, onError }: AllPagesProps) {
  const { conversation } = useStore(chat.$state)
  const all = { chat, strings, locale, onBack, onError }
  if (page === 'conversations') return <Conversations {...all} current={conversation} onOpen={onConversation} />
  if (page === 'languages') return words.choose && languages && <Languages {...all} languages={languages} onChoose={words.choose} />
  return <ArticlePreview {...all} source={page} onAway={onAway} />
}
