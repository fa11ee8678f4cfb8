import type { ComponentChildren } from 'preact'
import type { DeliveryState } from '../client/index.ts'
import type { MessageRow } from '../conversation/rows.ts'
import type { Person } from '../protocol/index.ts'
import { Avatar } from './avatar.tsx'
import { Icon } from './icons.tsx'
import { refusalText } from './refusal-text.ts'
import type { Strings } from './strings.ts'
import { nameOf } from './strings.ts'
import { formatFull, formatTime } from './time.ts'

/** Who speaks, by kind: never from what they wrote. Whoever is not the assistant is a person. */
const Badge = ({ kind, strings }: { readonly kind: string; readonly strings: Strings }) => {
  const bot = kind === 'assistant'
  return (
    <span class={bot ? 'badge bot' : 'badge'} part="badge">
      <Icon name={bot ? 'spark' : 'person'} size={11} />{bot ? strings.badgeAi : strings.badgeHuman}
    </span>
  )
}

export interface BubbleProps {
  readonly author: Person
  readonly at: number
  readonly message?: MessageRow
  readonly own: boolean
  readonly first: boolean
  readonly last: boolean
  /** Say what has become of it: that it was sent, delivered, or read. */
  readonly state?: DeliveryState
  readonly strings: Strings
  readonly locale?: string | undefined
  readonly onRetry?: (message: string) => void
  /** Takes it out for good, by its place in the log. */
  readonly onRemove?: (seq: number) => void
  readonly children: ComponentChildren
}

/** Words of somebody, with who and when. */
export function Bubble({ author, at, message, own, first, last, onRemove, strings, children, ...rest }: BubbleProps) {
  const bot = author.kind === 'assistant'
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
        <Meta {...rest} at={at} last={last} message={message} strings={strings} />
        {onRemove && message && message.seq > 0 && (
          <button type="button" class="remove" aria-label={strings.removeMessage} title={strings.removeMessage} onClick={() => onRemove(message.seq)}>
            <Icon name="trash" size={16} />
          </button>
        )}
      </div>
    </div>
  )
}

type MetaProps = Pick<BubbleProps, 'at' | 'last' | 'state' | 'strings' | 'locale' | 'onRetry'> & { readonly message: MessageRow | undefined }

/** When it was said, and what became of it. */
function Meta({ at, last, message, state, strings, locale, onRetry }: MetaProps) {
  if (message?.delivery === 'failed') {
    const why = refusalText(strings, message.failure)
    return (
      <div class="meta failed">
        <Icon name="alert" size={14} /> <span>{strings.notSent}</span>
        {onRetry && <button class="text" onClick={() => onRetry(message.id)}>{strings.retry}</button>}
        {why && <small>{why}</small>}
      </div>
    )
  }
  const became = message?.delivery === 'sending' ? 'sending' : state === 'sent' || state === 'delivered' || state === 'read' ? state : undefined
  const words = [message?.stopped && strings.stopped, message?.cut && strings.cut, became && strings[became]].filter(Boolean)
  const drafted = message?.assisted && strings.drafted
  if (message?.streaming || !(last || words.length > 0 || drafted)) return null
  return (
    <div class="meta">
      {drafted && <span class="chip"><Icon name="spark" size={11} />{drafted}</span>}
      <span>
        <time dateTime={new Date(at).toISOString()} title={formatFull(at, locale)}>{formatTime(at, locale)}</time>
        {words.map((word) => ` · ${word}`)}
      </span>
    </div>
  )
}
