import type { ComponentChildren } from 'preact'
import type { Context, StaffRow } from '../conversation/index.ts'
import type { DeskThread } from '../desk/index.ts'
import type { Header } from '../protocol/index.ts'
import { safeLink, linkProps } from '../ui/safe-link.ts'
import { formatTime } from '../ui/time.ts'
import { useStore } from '../ui/use-store.ts'
import { useEnvironment } from './environment.ts'
import { visitorName } from './state-text.ts'
import { reasonText, type Say } from './strings.ts'

const dateFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

/** What an agent should know without reading everything. */
export function ContextPanel({ thread, header }: { readonly thread: DeskThread; readonly header: Header }) {
  const { say } = useEnvironment()
  const context = useStore(thread.$context)
  const rows = useStore(thread.$rows)
  const hasEarlier = useStore(thread.$hasEarlier)
  const reason = header.handoff?.reason ?? context?.reason
  return (
    <aside class="context" aria-label={say('context')}>
      <h3 class="context-title">{say('context')}</h3>
      {reason && (
        <Section title={say('reason')}>
          <p class="reason">{reasonText(say, reason)}</p>
        </Section>
      )}
      {context ? <Found context={context} say={say} /> : <p class="context-empty">{say('contextEmpty')}</p>}
      <Visitor header={header} first={hasEarlier ? undefined : rows[0]} say={say} />
      <Rating rows={rows} say={say} />
      <Notes rows={rows} say={say} />
    </aside>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="context-section">
      <h4>{title}</h4>
      {children}
    </section>
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
          <p class="summary">{context.summary}</p>
        </Section>
      )}
      {fields.length > 0 && (
        <Section title={say('details')}>
          <dl class="fields">
            {fields.map(([name, value]) => (
              <div key={name}>
                <dt>{labelOf(name)}</dt>
                <dd>{value}</dd>
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

interface VisitorProps {
  readonly header: Header
  /** The very first row, once it is there. */
  readonly first: StaffRow | undefined
  readonly say: Say
}

function Visitor({ header, first, say }: VisitorProps) {
  const { desk } = useEnvironment()
  const agents = header.people.filter(({ kind }) => kind === 'agent' || kind === 'supervisor')
  return (
    <Section title={say('visitor')}>
      <dl class="fields">
        <div>
          <dt>{say('name')}</dt>
          <dd>{visitorName(say, header)}</dd>
        </div>
        {first && (
          <div>
            <dt>{say('visitorSince')}</dt>
            <dd>
              <time dateTime={new Date(first.at).toISOString()}>{dateFormat.format(first.at)}</time>
            </dd>
          </div>
        )}
        {header.handoff && (
          <div>
            <dt>{say('waitingSince')}</dt>
            <dd>
              <time dateTime={new Date(header.handoff.since).toISOString()}>{formatTime(header.handoff.since)}</time>
            </dd>
          </div>
        )}
        {agents.length > 0 && (
          <div>
            <dt>{say('people')}</dt>
            <dd>{agents.map((agent) => (agent.id === desk.me.id ? say('you', { name: agent.name }) : agent.name)).join(', ')}</dd>
          </div>
        )}
      </dl>
    </Section>
  )
}

function Rating({ rows, say }: { readonly rows: readonly StaffRow[]; readonly say: Say }) {
  const rating = rows.findLast((row) => row.type === 'rating')
  if (rating?.type !== 'rating') return null
  return (
    <Section title={say('rating')}>
      <p class="rating">{say('ratingOf', { score: rating.score })}</p>
      {rating.comment && <p class="quote">{rating.comment}</p>}
    </Section>
  )
}

function Notes({ rows, say }: { readonly rows: readonly StaffRow[]; readonly say: Say }) {
  const notes = rows.filter((row) => row.type === 'note')
  return (
    <Section title={say('notes')}>
      {notes.length === 0 ? (
        <p class="context-empty">{say('notesEmpty')}</p>
      ) : (
        <ul class="notes">
          {notes.map((note) => (
            <li key={note.id}>
              <p>{note.text}</p>
              <p class="note-by">
                {note.author.name}, <time dateTime={new Date(note.at).toISOString()}>{formatTime(note.at)}</time>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
