import type { CitationPart, Part } from '../protocol/index.ts'
import { textOf } from '../protocol/index.ts'
import { Attachment } from './attachment.tsx'
import { FormQuestions } from './form-view.tsx'
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
  /** Ids of the forms that have answers, with a space between. */
  readonly filled?: string | undefined
  readonly strings: Strings
  readonly locale?: string | undefined
}

const ofType = <T extends Part['type']>(parts: readonly Part[], type: T) =>
  parts.filter((part): part is Extract<Part, { type: T }> => part.type === type)

/** What a message says, what came with it, what it asks, and under it what it rests on. */
export function MessageBody({ parts, rich, done, filled, strings, locale }: MessageBodyProps) {
  const text = textOf(parts)
  const base = document.baseURI
  const citations = ofType(parts, 'citation')
  const files = ofType(parts, 'attachment')
  const answered = filled?.split(' ') ?? []
  return (
    <>
      {text && (rich ? <Markdown text={text} done={done} base={base} /> : <p class="plain" dir="auto">{text}</p>)}
      {files.length > 0 && (
        <ul class="files" aria-label={strings.attachments}>{files.map((part) => <Attachment key={part.blob} part={part} locale={locale} />)}</ul>
      )}
      {ofType(parts, 'form').map((form) => <FormQuestions key={form.form} form={form} filled={answered.includes(form.form)} strings={strings} />)}
      {citations.length > 0 && (
        <div class="cites">
          <small>{strings.sources}</small>
          <ul aria-label={strings.sources}>{citations.map((part) => <Citation key={part.id} part={part} base={base} />)}</ul>
        </div>
      )}
    </>
  )
}
