import type { Chat } from '../../client/api.ts'
import type { Id } from '../../protocol/index.ts'
import { later } from '../../ui/later.tsx'
import type { LanguageChoice } from '../options.ts'
import type { Page } from '../pages.tsx'
import type { WordsNow } from '../words.ts'
import { Conversations } from './conversations.tsx'
import { Languages } from './languages.tsx'

export { css } from './conversations.tsx'

const ArticlePreview = later(() => import('./article-preview.tsx'), (module) => module.ArticlePreview)

export interface AllPagesProps extends WordsNow {
  readonly page: Page
  readonly chat: Chat
  readonly conversation: Id | null
  readonly languages: readonly LanguageChoice[]
  /** Absent where there is nothing to choose. */
  readonly onLanguage?: ((choice: LanguageChoice) => Promise<void>) | undefined
  readonly onConversation: (conversation: Id | null) => void
  readonly onBack: () => void
  readonly onError: (error: unknown) => void
}

/** What is open over the thread. */
export function AllPages({ page, chat, conversation, languages, onLanguage, onConversation, ...all }: AllPagesProps) {
  if (page === 'conversations') return <Conversations {...all} chat={chat} current={conversation} onOpen={onConversation} />
  if (page === 'languages') return onLanguage && <Languages {...all} languages={languages} onChoose={onLanguage} />
  return <ArticlePreview {...all} chat={chat} source={page} />
}
