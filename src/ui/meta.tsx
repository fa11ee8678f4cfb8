import type { DeliveryState } from '../client/index.ts'
import type { MessageRatingRow, MessageRow } from '../conversation/rows.ts'
import { Icon } from './late-icons.tsx'
import { later } from './later.tsx'
import { refusalText } from './refusal-text.ts'
import type { Strings } from './strings.ts'
import type { ThreadActions } from './thread-actions.ts'
import { formatFull, formatTime } from './time.ts'

const Thumbs = later(() => import('./thumbs.tsx'), (module) => module.Thumbs, undefined, true)

export interface MetaProps extends Pick<ThreadActions, 'onRetry' | 'onRateMessage' | 'renderRating'> {
  readonly message: MessageRow | undefined
  readonly at: number
  /** The last of a group says when. */
  readonly last: boolean
  readonly own: boolean
  /** Say what has become of it: that it was sent, delivered, or read. */
  readonly state?: DeliveryState
  /** What the visitor thinks of it. */
  readonly rating?: MessageRatingRow | undefined
  readonly strings: Strings
  readonly locale?: string | undefined
}

/** When something was said, what became of it, and what is thought of it. */
export function Meta({ at, last, own, message, state, rating, strings, locale, onRetry, onRateMessage, renderRating }: MetaProps) {
  if (message?.delivery === 'failed') {
    const why = refusalText(strings, message.failure)
    return (
      <div class="meta failed" part="meta">
        <Icon name="alert" size={14} /> <span>{strings.notSent}</span>
        {onRetry && <button class="text" onClick={() => onRetry(message.id)}>{strings.retry}</button>}
        {why && <small>{why}</small>}
      </div>
    )
  }
  const became = message?.delivery === 'sending' ? 'sending' : state === 'sent' || state === 'delivered' || state === 'read' ? state : undefined
  const words = [message?.stopped && strings.stopped, message?.cut && strings.cut, became && strings[became]].filter(Boolean)
  const drafted = message?.assisted && strings.drafted
  const rated = rating && renderRating?.(rating, strings)
  const timed = last || words.length > 0 || drafted || rated
  if (message?.streaming) return null
  const thumbs = onRateMessage && message && !own && message.seq > 0 && (
    <Thumbs rating={rating?.rating ?? 'none'} strings={strings} onRate={(value) => onRateMessage(message.id, value)} />
  )
  // inside a group they take no room
  if (!timed) return thumbs
  return (
    <div class="meta" part="meta">
      {drafted && <span class="chip"><Icon name="spark" size={11} />{drafted}</span>}
      {rated}
      <span>
        <time dateTime={new Date(at).toISOString()} title={formatFull(at, locale)}>{formatTime(at, locale)}</time>
        {words.map((word) => ` · ${word}`)}
      </span>
      {thumbs}
    </div>
  )
}
