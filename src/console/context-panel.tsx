import type { Context, StaffRow, Transcript } from '../conversation/index.ts'
import { abilitiesOf, type DeskResult, type DeskThread } from '../desk/index.ts'
import type { Header } from '../protocol/index.ts'
import { safeLink, linkProps } from '../ui/safe-link.ts'
import { nameOf } from '../ui/name-of.ts'
import { formatTime } from '../ui/time.ts'
import { useStore } from '../ui/use-store.ts'
import { Care } from './care.tsx'
import { useEnvironment } from './environment.ts'
import { reasonText } from './reason-text.ts'
import { Section } from './section.tsx'
import type { Say } from './strings.ts'
import { Tags } from './tags.tsx'
import { useEntry } from './use-entry.ts'
import { useRowsOf } from './use-rows-of.ts'
import { Visitor } from './visitor.tsx'

export interface ContextPanelProps {
  readonly thread: DeskThread
  readonly header: Header
  readonly onResult: (result: DeskResult) => void
}

/** What an agent should know without reading everything. */
export function ContextPanel({ thread, header, onResult }: ContextPanelProps) {
  const { desk, say } = useEnvironment()
  const context = useStore(thread.$context)
  const rows = useStore(thread.$rows)
  const hasEarlier = useStore(thread.$hasEarlier)
  const rule = useEntry(thread.conversation)?.rule
  const reason = header.handoff?.reason ?? context?.reason
  return (
    <aside class="context" aria-label={say('context')}>
      <h3 class="context-title">{say('context')}</h3>
      {reason && (
        <Section title={say('reason')}>
          <p class="reason">{reasonText(say, reason, rule)}</p>
        </Section>
      )}
      {context ? <Found context={context} say={say} /> : <p class="context-empty">{say('contextEmpty')}</p>}
      <Care thread={thread} header={header} onResult={onResult} />
      <Visitor thread={thread} header={header} first={hasEarlier ? undefined : rows.at(0)} />
      <Section title={say('tags')}>
        <Tags thread={thread} tags={header.tags ?? []} editable={abilitiesOf(header, desk.me).tag} onResult={onResult} />
      </Section>
      <Rating rows={rows} log={header.log} declined={header.survey?.state === 'declined'} />
      <Notes rows={rows} log={header.log} />
    </aside>
  )
}

/** Fields are named by machines: `page`. */
const labelOf = (field: string): string => field.charAt(0).toUpperCase() + field.slice(1)

/** What the assistant found out before it asked for a person. */
function Found({ context, say }: { readonly context: Context; readonly say: Say }) {
  const fields = Object.entries(context.fields)
  return (
    <>
      {context.summary && (
        <Section title={say('summary')}>
          <p class="summary" dir="auto">{context.summary}</p>
        </Section>
      )}
      {fields.length > 0 && (
        <Section title={say('details')}>
          <dl class="fields">
            {fields.map(([name, value]) => (
              <div key={name}>
                <dt>{labelOf(name)}</dt>
                <dd><bdi>{value}</bdi></dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
      {context.articles.length > 0 && (
        <Section title={say('articles')}>
          <ul class="articles">
            {context.articles.map((article) => {
              const link = article.url === undefined ? undefined : safeLink(article.url, document.baseURI)
              return <li key={article.id}>{link ? <a {...linkProps(link)}>{article.title}</a> : article.title}</li>
            })}
          </ul>
        </Section>
      )}
      {context.confidence !== undefined && (
        <Section title={say('confidence')}>
          <p class="confidence">
            <Bar share={context.confidence} />
            <span>{Math.round(context.confidence * 100)} %</span>
          </p>
        </Section>
      )}
      {context.sentiment !== undefined && (
        <Section title={say('sentiment')}>
          <p>{say(context.sentiment <= -0.25 ? 'sentimentBad' : context.sentiment >= 0.25 ? 'sentimentGood' : 'sentimentNeutral')}</p>
        </Section>
      )}
    </>
  )
}

/** Below these shares an answer was doubtful, or no more than a guess. */
const DOUBTFUL = 0.7
const GUESS = 0.4

/** A share as a bar; its number stands beside it. */
function Bar({ share }: { readonly share: number }) {
  const level = share < GUESS ? 'low' : share < DOUBTFUL ? 'middle' : 'high'
  return (
    <svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false" data-level={level}>
      <rect class="bar-rest" width="100" height="6" />
      <rect width={Math.max(0, Math.min(1, share)) * 100} height="6" />
    </svg>
  )
}

interface RowsProps {
  readonly rows: Transcript<StaffRow>
  /** Number of the log that they are of. */
  readonly log: number
}

function Rating({ rows, log, declined }: RowsProps & { readonly declined: boolean }) {
  const { say } = useEnvironment()
  const rating = useRowsOf(rows, 'rating', log).at(-1)
  if (!rating && !declined) return null
  return (
    <Section title={say('rating')}>
      {rating ? <p class="rating">{say('ratingOf', { score: rating.score })}</p> : <p class="context-empty">{say('ratingDeclined')}</p>}
      {rating?.comment && <p class="quote" dir="auto">{rating.comment}</p>}
    </Section>
  )
}

function Notes({ rows, log }: RowsProps) {
  const { say, strings, locale } = useEnvironment()
  const notes = useRowsOf(rows, 'note', log)
  return (
    <Section title={say('notes')}>
      {notes.length === 0 ? (
        <p class="context-empty">{say('notesEmpty')}</p>
      ) : (
        <ul class="notes">
          {notes.map((note) => (
            <li key={note.id}>
              <p dir="auto">{note.text}</p>
              <p class="note-by">
                <bdi>{nameOf(strings, note.author)}</bdi>, <time dateTime={new Date(note.at).toISOString()}>{formatTime(note.at, locale)}</time>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
