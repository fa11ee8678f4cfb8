import type { ReadableAtom } from 'nanostores'
import type { ComponentChildren } from 'preact'
import { useMemo, useReducer, useRef } from 'preact/hooks'
import type { DeliveryState } from '../client/index.ts'
import type { Transcript } from '../conversation/index.ts'
import type { MessageRow, StaffRow } from '../conversation/rows.ts'
import type { Person } from '../protocol/index.ts'
import { useAutoscroll } from './autoscroll.ts'
import { Avatar } from './avatar.tsx'
import { Icon } from './icons.tsx'
import { Row } from './row.tsx'
import type { ThreadActions } from './row.tsx'
import type { Strings } from './strings.ts'
import { isNotice } from './strings.ts'
import { continues, countAfter, filledIn, formsOf, newestOwn, newestSeq, threadItems } from './thread-items.ts'
import { useStore } from './use-store.ts'

export interface ThreadProps extends ThreadActions {
  readonly rows: Transcript<StaffRow>
  /** Stands before the very first row, as a row. */
  readonly head?: StaffRow | undefined
  /** What has become of an own message, said of the newest one. Default: what its row tells. */
  readonly stateOf?: (row: MessageRow) => DeliveryState
  /** The answer that is being written: a store of its own, so that a delta renders one row. */
  readonly $streaming: ReadableAtom<MessageRow | null>
  /** Whose messages stand at the end side: every visitor's, or those of one staff member by id. */
  readonly me: 'visitor' | (string & {})
  readonly strings: Strings
  readonly locale?: string | undefined
  /** The episode whose survey is open. */
  readonly survey?: number | null
  /** What the assistant asks permission for, and whether the answer is on its way. */
  readonly permission?: { readonly id: string; readonly answered: boolean } | null
  /** Whose dots are shown under the rows. */
  readonly typing?: Person | null
  /** All contents were removed: nothing is shown but the intro. */
  readonly erased?: boolean
  /** Older rows can be fetched. */
  readonly hasEarlier?: boolean
  readonly onEarlier?: () => void
  /** Above the very first row. */
  readonly intro?: ComponentChildren
  /** Under the newest row: quick replies, forms. */
  readonly children?: ComponentChildren
}

/** Rows that are in the document at first, up to twice as many later, and that each press of "earlier" adds: a long thread costs what a short one does. */
const page = 60

const Dots = ({ person, first }: { readonly person: Person; readonly first: boolean }) => (
  <div class={`row last${person.kind === 'assistant' ? ' bot' : ''}${first ? ' first' : ''}`} aria-hidden="true">
    <span class="side"><Avatar person={person} /></span>
    <div class="stack"><div class="bubble dots"><i /><i /><i /></div></div>
  </div>
)

type StreamProps = Pick<ThreadProps, '$streaming' | 'strings' | 'locale' | 'typing'> & { readonly before: StaffRow | undefined }

/** The row being written, or dots while nothing of it can be shown. */
function Stream({ $streaming, before, strings, locale, typing }: StreamProps) {
  const row = useStore($streaming)
  if (row && before?.id !== row.id && row.parts.some((part) => part.type === 'text' && part.text)) {
    return <Row row={row} own={false} first={!continues(before, row)} last newDay={false} strings={strings} locale={locale} />
  }
  return typing ? <Dots person={typing} first={!before || before.type !== 'message' || before.author.id !== typing.id} /> : null
}

/**
 * The conversation as rows: grouped by writer, newest at the end and kept in view.
 *
 * @example <Thread rows={rows} $streaming={chat.$streaming} me="visitor" strings={strings} />
 */
export function Thread(props: ThreadProps) {
  const { rows, head, me, strings, locale, survey, permission, erased, hasEarlier, onEarlier, stateOf = (row) => row.delivery } = props
  const { onRetry, onRate, onPermit, onRemove, renderOther } = props
  const [, render] = useReducer((count: number) => count + 1, 0)
  const start = useRef(0)
  const seen = useRef(0)
  const sent = useRef<string | undefined>(undefined)
  const own = (author: Person) => (me === 'visitor' ? author.kind === 'visitor' : author.id === me)

  const last = rows.at(-1)
  if (last?.type === 'message' && own(last.author)) sent.current = last.id
  const scroll = useAutoscroll(rows.at(start.current)?.id, last?.id, sent.current)
  if (!scroll.away) {
    // two pages at most, and then one again: a row that leaves above with each that comes below would cost more than that one
    const shown = rows.length - start.current
    if (shown < page || shown > 2 * page) start.current = Math.max(0, rows.length - page)
    seen.current = newestSeq(rows)
  }
  const missed = scroll.away ? countAfter(rows, seen.current) : 0

  // All that is worked out is worked out for what is shown, however much there is.
  const items = useMemo(() => {
    if (erased) return []
    const shown = rows.slice(start.current).filter((row) => row.type !== 'notice' || isNotice(row.key))
    return threadItems(head && start.current === 0 ? [head, ...shown] : shown, Date.now())
  }, [rows, head, erased, start.current])
  const forms = useMemo(() => formsOf(items), [items])
  const newest = useMemo(() => newestOwn(items, own), [items, me])
  const earlier = () => {
    scroll.hold()
    if (start.current < page) onEarlier?.()
    start.current = Math.max(0, start.current - page)
    render(undefined)
  }

  return (
    <div class="thread">
      <div class="log" part="log" role="log" aria-live="off" aria-label={strings.conversation} tabIndex={0} ref={scroll.scroller}>
        <div class="rows" ref={scroll.content}>
          {!erased && (hasEarlier || start.current > 0) ? <button class="text earlier" onClick={earlier}>{strings.showEarlier}</button> : props.intro}
          {items.map(({ row, first, last, newDay }) => (
            <Row
              key={row.id}
              row={row}
              first={first}
              last={last}
              newDay={newDay}
              own={row.type === 'message' && own(row.author)}
              state={newest && row === newest ? stateOf(newest) : undefined}
              filled={filledIn(row, forms)}
              form={row.type === 'form' ? forms.asked.get(row.form) : undefined}
              open={row.type === 'survey' ? row.episode === survey : row.type === 'permission' && row.permission === permission?.id}
              answered={row.type === 'permission' && permission?.answered === true}
              strings={strings}
              locale={locale}
              {...(onRetry && { onRetry })}
              {...(onRate && { onRate })}
              {...(onPermit && { onPermit })}
              {...(onRemove && { onRemove })}
              {...(renderOther && { renderOther })}
            />
          ))}
          <Stream {...props} before={items.at(-1)?.row} />
          {props.children}
        </div>
      </div>
      {scroll.away && (
        <button class="jump" onClick={scroll.jump}>
          <Icon name="down" size={16} /><span class="sr">{strings.jumpToNewest}</span>{missed > 0 && <span>{strings.newMessages(missed)}</span>}
        </button>
      )}
    </div>
  )
}
