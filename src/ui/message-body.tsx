import type { MessageRow } from '../conversation/rows.ts'
import type { Part } from '../protocol/index.ts'
import { textOf } from '../protocol/parts.ts'
import { Attachment } from './attachment.tsx'
import { Citation } from './citation.tsx'
import { Foreign } from './foreign.tsx'
import { later } from './later.tsx'
import { Markdown } from './markdown.tsx'
import { drawn } from './markdown-tree.ts'
import type { Strings } from './strings.ts'
import type { ThreadActions } from './thread-actions.ts'

const FormFill = later(() => import('./forms/form-fill.tsx'), (module) => module.FormFill)
const FormQuestions = later(() => import('./forms/form-questions.tsx'), (module) => module.FormQuestions)

export interface MessageBodyProps extends Pick<ThreadActions, 'onSource' | 'onSubmitForm' | 'readFile' | 'renderMessage'> {
  readonly row: MessageRow
  /** Ids of the forms that have answers, with a space between. */
  readonly filled?: string | undefined
  readonly strings: Strings
  readonly locale?: string | undefined
}

const ofType = <T extends Part['type']>(parts: readonly Part[], type: T) =>
  parts.filter((part): part is Extract<Part, { type: T }> => part.type === type)

/** What a message says, what came with it, what it asks, and under it what it rests on. Visitors write plain text, others Markdown. */
export function MessageBody({ row, filled, strings, locale, onSource, onSubmitForm, readFile, renderMessage }: MessageBodyProps) {
  const node = renderMessage?.(row)
  if (node) return <Foreign node={node} />
  const { parts } = row
  const text = textOf(parts)
  const base = document.baseURI
  const citations = ofType(parts, 'citation')
  const files = ofType(parts, 'attachment')
  const answered = filled?.split(' ') ?? []
  return (
    <>
      {text && (row.author.kind === 'visitor'
        ? <p class="plain" dir="auto">{drawn(text)}</p>
        : <Markdown text={text} done={!row.streaming} base={base} copy={strings} />)}
      {files.length > 0 && (
        <ul class="files" aria-label={strings.attachments}>
          {files.map((part) => <Attachment key={part.blob} part={part} strings={strings} locale={locale} read={readFile} />)}
        </ul>
      )}
      {ofType(parts, 'form').map((form) =>
        onSubmitForm && !answered.includes(form.form)
          ? <FormFill key={form.form} form={form} strings={strings} onSubmit={(values) => onSubmitForm(form.form, values)} />
          : <FormQuestions key={form.form} form={form} filled={answered.includes(form.form)} strings={strings} />
      )}
      {citations.length > 0 && (
        <div class="cites">
          <small>{strings.sources}</small>
          <ul aria-label={strings.sources}>{citations.map((part) => <Citation key={part.id} part={part} base={base} onSource={onSource} />)}</ul>
        </div>
      )}
    </>
  )
}
