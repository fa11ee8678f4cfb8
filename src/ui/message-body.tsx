import type { CitationPart, Part } from '../protocol/index.ts'
import { textOf } from '../protocol/index.ts'
import { Icon } from './icons.tsx'
import { Markdown } from './markdown.tsx'
import { linkProps, safeLink } from './safe-link.ts'
import type { Strings } from './strings.ts'

function Citation({ part, base }: { readonly part: CitationPart; readonly base: string }) {
  const link = part.url === undefined ? undefined : safeLink(part.url, base)
  const inner = [
    <Icon key="i" name="doc" size={16} />,
    <span key="t"><bdi>{part.title}</bdi>{link?.external && <small class="host">{link.host}</small>}</span>,
  ]
  return <li>{link ? <a class="cite" {...linkProps(link)}>{inner}</a> : <span class="cite">{inner}</span>}</li>
}

export interface MessageBodyProps {
  readonly parts: readonly Part[]
  /** Markdown, as assistants and agents write it; otherwise plain. */
  readonly rich: boolean
  readonly done: boolean
  readonly strings: Strings
}

/** What a message says, and under it what it rests on. */
export function MessageBody({ parts, rich, done, strings }: MessageBodyProps) {
  const text = textOf(parts)
  const base = document.baseURI
  const citations = parts.filter((part): part is CitationPart => part.type === 'citation')
  return (
    <>
      {rich ? <Markdown text={text} done={done} base={base} /> : <p class="plain" dir="auto">{text}</p>}
      {citations.length > 0 && (
        <div class="cites">
          <small>{strings.sources}</small>
          <ul aria-label={strings.sources}>{citations.map((part) => <Citation key={part.id} part={part} base={base} />)}</ul>
        </div>
      )}
    </>
  )
}
