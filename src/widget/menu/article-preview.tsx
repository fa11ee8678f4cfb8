import { useMemo } from 'preact/hooks'
import type { Chat } from '../../client/api.ts'
import type { CitationPart } from '../../protocol/index.ts'
import { Icon } from '../../ui/late-icons.tsx'
import { Markdown } from '../../ui/markdown.tsx'
import { linkProps, safeLink } from '../../ui/safe-link.ts'
import type { Strings } from '../../ui/strings.ts'
import { menu } from '../../ui/styles/late/menu.ts'
import { Answer } from './answer.tsx'
import { pageStyles } from './page-styles.ts'
import { Sheet } from './sheet.tsx'

export const css = menu + pageStyles

export interface ArticlePreviewProps {
  readonly chat: Chat
  readonly source: CitationPart
  readonly strings: Strings
  readonly onBack: () => void
  readonly onError: (error: unknown) => void
}

/** What an answer rests on, as its article says it. Where the hub has none, the way to its page is left. */
export function ArticlePreview({ chat, source, strings, onBack, onError }: ArticlePreviewProps) {
  const ask = useMemo(() => (options: { signal: AbortSignal }) => chat.article(source.id, options), [chat, source])
  const base = document.baseURI
  const way = (url: string | undefined) => {
    const link = url === undefined ? undefined : safeLink(url, base)
    return link && (
      <a class="other way" {...linkProps(link)}>
        <Icon name="open" size={16} /><span>{strings.articleOpen}{link.external && <> <small class="host">{link.host}</small></>}</span>
      </a>
    )
  }
  return (
    <Sheet title={source.title} strings={strings} onBack={onBack}>
      <Answer
        ask={ask}
        strings={strings}
        failure={strings.articleFailed}
        otherwise={way(source.url)}
        onError={onError}
      >
        {(article) => {
          const link = way(article?.url ?? source.url)
          return (
            <>
              <div class="sheet-body article" tabIndex={0} role="region" aria-label={source.title}>
                {article ? <Markdown text={article.text} base={base} /> : <p class="quiet">{strings.articleFailed}</p>}
              </div>
              {link && <div class="sheet-foot">{link}</div>}
            </>
          )
        }}
      </Answer>
    </Sheet>
  )
}
