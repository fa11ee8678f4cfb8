import type { ReadableAtom } from 'nanostores'
import type { ComponentChildren } from 'preact'
import { useMemo, useReducer, useRef } from 'preact/hooks'
import type { MessageRow, StaffRow } from '../conversation/rows.ts'
import type { Person } from '../protocol/index.ts'
import { useAutoscroll } from './autoscroll.ts'
import { Avatar } from './avatar.tsx'
import { Icon } from './icons.tsx'
import { Row } from './row.tsx'
import type { ThreadActions } from './row.tsx'
import type { Strings } from './strings.ts'
import { noticeText } from './strings.ts'
import { continues, newestOwn, threadItems } from './thread-items.ts'
import { useStore } from './use-store.ts'

export interface ThreadProps extends ThreadActions {
  readonly rows: readonly StaffRow[]
  /** The answer that is being written: a store of its own, so that a delta renders one row. */
  readonly $streaming: ReadableAtom<MessageRow | null>
  /** Whose messages stand at the end side: every visitor's, or those of one staff member by id. */
  readonly me: 'visitor' | (string & {})
  readonly strings: Strings
  readonly locale?: string | undefined
  /** The episode whose survey is open. */
  readonly survey?: number | null
  /** Whose dots are shown under the rows. */
  readonly typing?: Person | null
  /** Older rows can be fetched. */
  readonly hasEarlier?: boolean
  readonly onEarlier?: () => void
  /** Above the very first row. */
  readonly intro?: ComponentChildren
  /** Under the newest row: quick replies, forms. */
  readonly children?: ComponentChildren
}

/** Rows that are in the document at first, and that each press of "earlier" adds: a long thread costs what a short one does. */
const page = 60

const Dots = ({ person, first }: { readonly person: Person; readonly first: boolean }) => (
  <div class={`row last${person.kind === 'assistant' ? ' bot' : ''}${first ? ' first' : ''}`} aria-hidden="true">
    <span class="side"><Avatar person={person} /></span>
    <div class="stack"><div class="bubble dots"><i /><i /><i /></div></div>
  </div>
)

type StreamProps = Pick<ThreadProps, '$streaming' | 'rows' | 'strings' | 'locale' | 'typing'>

/** The row being written, or dots while nothing of it can be shown. */
function Stream({ $streaming, rows, strings, locale, typing }: StreamProps) {
  const row = useStore($streaming)
  const before = rows.at(-1)
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
  const { me, strings, locale, survey, hasEarlier, onEarlier, onRetry, onRate } = props
  const [, render] = useReducer((count: number) => count + 1, 0)
  const start = useRef(0)
  const seen = useRef(0)
  const own = (author: Person) => (me === 'visitor' ? author.kind === 'visitor' : author.id === me)

  const rows = useMemo(
    () => props.rows.filter((row) => row.type !== 'notice' || noticeText(strings, row.key, row.params) !== undefined),
    [props.rows, strings],
  )
  const newest = newestOwn(rows, (row) => own(row.author))
  const scroll = useAutoscroll(rows[start.current]?.id, rows.at(-1)?.id, newest?.id)
  if (!scroll.away) start.current = Math.max(0, rows.length - page)

  const seq = rows.reduce((most, row) => Math.max(most, row.seq), 0)
  if (!scroll.away) seen.current = seq
  const missed = rows.filter((row) => row.seq > seen.current).length

  const shown = useMemo(() => threadItems(rows.slice(start.current), Date.now()), [rows, start.current])
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
          {hasEarlier || start.current > 0 ? <button class="text earlier" onClick={earlier}>{strings.showEarlier}</button> : props.intro}
          {shown.map(({ row, first, last, newDay }) => (
            <Row
              key={row.id}
              row={row}
              first={first}
              last={last}
              newDay={newDay}
              own={row.type === 'message' && own(row.author)}
              confirm={row === newest}
              open={row.type === 'survey' && row.episode === survey}
              strings={strings}
              locale={locale}
              {...(onRetry && { onRetry })}
              {...(onRate && { onRate })}
            />
          ))}
          <Stream {...props} rows={rows} />
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
