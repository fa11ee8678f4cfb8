import type { ComponentChildren } from 'preact'
import type { MessageRow, StaffRow } from '../conversation/rows.ts'
import type { Person } from '../protocol/index.ts'
import { Avatar } from './avatar.tsx'
import { Icon } from './icons.tsx'
import { memo } from './memo.ts'
import { MessageBody } from './message-body.tsx'
import type { Strings } from './strings.ts'
import { nameOf, noticeText } from './strings.ts'
import { Survey } from './survey.tsx'
import { formatDay, formatFull, formatTime } from './time.ts'

/** What pressing things in a thread does. */
export interface ThreadActions {
  readonly onRetry?: (message: string) => void
  readonly onRate?: (score: number, comment?: string) => void
}

export interface RowProps extends ThreadActions {
  readonly row: StaffRow
  readonly first: boolean
  readonly last: boolean
  readonly newDay: boolean
  /** Own messages stand at the end side. */
  readonly own: boolean
  /** Say that it has arrived. */
  readonly confirm?: boolean
  /** Its survey waits for an answer. */
  readonly open?: boolean
  readonly strings: Strings
  readonly locale?: string | undefined
}

/** Who speaks, by kind: never from what they wrote. Whoever is not the assistant is a person. */
const Badge = ({ kind, strings }: { readonly kind: string; readonly strings: Strings }) => {
  const bot = kind === 'assistant'
  return (
    <span class={bot ? 'badge bot' : 'badge'} part="badge">
      <Icon name={bot ? 'spark' : 'person'} size={11} />{bot ? strings.badgeAi : strings.badgeHuman}
    </span>
  )
}

type BubbleProps = Omit<RowProps, 'row' | 'newDay' | 'onRate' | 'open'> & {
  readonly author: Person
  readonly at: number
  readonly message?: MessageRow
  readonly children: ComponentChildren
}

function Bubble({ author, at, message, own, first, last, confirm, strings, locale, onRetry, children }: BubbleProps) {
  const bot = author.kind === 'assistant'
  const { delivery } = message ?? {}
  const state = delivery === 'sending' ? strings.sending : delivery === 'sent' && confirm ? strings.sent : undefined
  return (
    <div class={`row${own ? ' own' : bot ? ' bot' : ''}${first ? ' first' : ''}${last ? ' last' : ''}`} data-author={author.kind} part="row">
      {!own && <span class="side">{last && <Avatar person={author} />}</span>}
      <div class="stack">
        {own ? <span class="sr">{strings.you}</span> : first && (
          <div class="who"><bdi>{nameOf(strings, author)}</bdi> {author.kind !== 'visitor' && <Badge kind={author.kind} strings={strings} />}</div>
        )}
        <div class="bubble" part={`message message-${own ? 'own' : bot ? 'bot' : 'human'}`} aria-busy={message?.streaming ? 'true' : undefined}>
          {children}
        </div>
        {delivery === 'failed'
          ? (
            <div class="meta failed">
              <Icon name="alert" size={14} /> <span title={message?.failure}>{strings.notSent}</span>
              {message && onRetry && <button class="text" onClick={() => onRetry(message.id)}>{strings.retry}</button>}
            </div>
          )
          : (last || state) && !message?.streaming && (
            <div class="meta">
              <time dateTime={new Date(at).toISOString()} title={formatFull(at, locale)}>{formatTime(at, locale)}</time>{state && ` · ${state}`}
            </div>
          )}
      </div>
    </div>
  )
}

const Line = ({ icon, children }: { readonly icon?: 'check' | 'person'; readonly children: ComponentChildren }) =>
  <div class="line" part="notice">{icon && <Icon name={icon} size={14} />}<span dir="auto">{children}</span></div>

function Content(props: RowProps) {
  const { row, strings, open, onRate } = props
  switch (row.type) {
    case 'message':
      return (
        <Bubble {...props} author={row.author} at={row.at} message={row}>
          <MessageBody parts={row.parts} rich={row.author.kind !== 'visitor'} done={!row.streaming} strings={strings} />
        </Bubble>
      )
    case 'notice': {
      const text = noticeText(strings, row.key, row.params)
      if (row.by.kind !== 'assistant') return <Line {...(row.key === 'agent-joined' ? { icon: 'person' } : {})}>{text}</Line>
      return <Bubble {...props} author={{ ...row.by, name: '' }} at={row.at}><p dir="auto">{text}</p></Bubble>
    }
    case 'survey':
      return open && onRate ? <Survey strings={strings} onRate={onRate} /> : null
    case 'rating':
      return <Line icon="check">{strings.rated(row.score)}{row.comment && <q dir="auto">{row.comment}</q>}</Line>
    case 'ticket':
      return (
        <div class="card ticket">
          <strong><Icon name="check" size={16} /> {strings.ticketLeft}</strong>
          <p class="plain" dir="auto">{row.text}</p>
          {row.contact && <small dir="auto">{row.contact}</small>}
        </div>
      )
    case 'note':
      return (
        <div class="card note" part="note">
          <strong>
            <Icon name="note" size={16} /> {strings.note} · <bdi>{nameOf(strings, row.author)}</bdi>{' '}
            <small>{formatTime(row.at, props.locale)}</small>
          </strong>
          <p class="plain" dir="auto">{row.text}</p>
        </div>
      )
  }
}

/** One row of a thread, with the line of its day when a new one begins. */
export const Row = memo((props: RowProps) => (
  <>
    {props.newDay && <div class="day"><span>{formatDay(props.row.at, Date.now(), props.locale)}</span></div>}
    <Content {...props} />
  </>
))
