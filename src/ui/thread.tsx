import type { ReadableAtom } from 'nanostores'
import type { ComponentChildren } from 'preact'
import { useMemo, useRef, useState } from 'preact/hooks'
import type { DeliveryState } from '../client/index.ts'
import type { Transcript } from '../conversation/index.ts'
import type { MessageRow, StaffRow } from '../conversation/rows.ts'
import type { Person } from '../protocol/index.ts'
import { useAutoscroll } from './autoscroll.ts'
import { Avatar } from './avatar.tsx'
import { Icon } from './late-icons.tsx'
import { Growing } from './markdown.tsx'
import { Row } from './row.tsx'
import type { RowProps } from './row.tsx'
import type { Strings } from './strings.ts'
import type { ThreadActions } from './thread-actions.ts'
import { continues, filledIn, formsOf, isGiven, newestBy, newestSeq, ratingsOf, saidAfter, shownFrom, threadItems } from './thread-items.ts'
import type { ThreadItem } from './thread-items.ts'
import { PAGE, useThreadWindow } from './thread-window.ts'
import { useFrames } from './use-frames.ts'
import { useStore } from './use-store.ts'

export interface ThreadProps {
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
  /** Fetches them: asked for once when the reader comes near the oldest row, and each time that the button is pressed. */
  readonly onEarlier?: () => void
  /** What pressing things does, the same object as long as it does the same. */
  readonly actions?: ThreadActions
  /** Above the very first row. */
  readonly intro?: ComponentChildren
  /** Under the newest row: quick replies, forms. */
  readonly children?: ComponentChildren
}

const Dots = ({ person, first }: { readonly person: Person; readonly first: boolean }) => (
  <div class={`row last typing${person.kind === 'assistant' ? ' bot' : ''}${first ? ' first' : ''}`} part="typing" aria-hidden="true">
    <span class="side"><Avatar person={person} /></span>
    <div class="stack"><div class="bubble dots"><i /><i /><i /></div></div>
  </div>
)

interface WrittenProps extends Omit<RowProps, 'row'> {
  /** Once it is whole. */
  readonly row: StaffRow | undefined
  readonly $row: ReadableAtom<MessageRow | null> | undefined
}

/**
 * A row that was written before the reader's eyes: when it is whole it stays the same elements. While it is written only its words are
 * rendered again, unless somebody else renders the row.
 */
function Written({ $row, row, ...props }: WrittenProps) {
  const begun = useRef($row?.get())
  const now = useFrames(props.renderMessage && $row)
  const shown = row ?? now ?? begun.current
  return shown && <Growing.Provider value={$row}><Row {...props} row={shown} /></Growing.Provider>
}

const hasWords = (row: MessageRow | null): row is MessageRow => row?.parts.some((part) => part.type === 'text' && part.text) === true
/** Begins and ends are all that the thread itself looks at. */
const sameStream = (a: MessageRow | null, b: MessageRow | null): boolean => a?.id === b?.id && hasWords(a) === hasWords(b)

/**
 * The conversation as rows: grouped by writer, newest at the end and kept in view. Of a long one the pages near what is seen are in the
 * document, and gaps as high as the others in place of them.
 *
 * @example <Thread rows={rows} $streaming={chat.$streaming} me="visitor" strings={strings} />
 */
export function Thread(props: ThreadProps) {
  const { rows, head, $streaming, me, strings, locale, survey, permission, typing, erased, hasEarlier, onEarlier, actions, stateOf = (row) => row.delivery } = props
  const seen = useRef(0)
  const sent = useRef<string | undefined>(undefined)
  const asked = useRef<string | undefined>(undefined)
  const written = useRef(new Set<string>()).current
  const isOwn = (author: Person) => (me === 'visitor' ? author.kind === 'visitor' : author.id === me)

  const last = rows.at(-1)
  // what the hub says to a rating or a form comes together with it
  const given = rows.slice(-3).findLast((row) => (row.type === 'message' ? isOwn(row.author) : me === 'visitor' && isGiven(row)))
  // a form's row is another one when it is confirmed
  if (given) sent.current = given.type === 'form' ? given.form : given.id
  const [away, setAway] = useState(false)
  const view = useThreadWindow(rows, away)
  const { origin, shown, all } = view
  const oldest = rows.at(0)?.id
  const above = view.height(all.from, shown.from)
  const below = view.height(shown.to, all.to)
  const scroll = useAutoscroll(`${oldest} ${last?.id} ${above} ${below} ${shown.from}`, sent.current, setAway, (top, room, content, pinned) => {
    if (!view.look(top, room, content, pinned) || !hasEarlier || asked.current === oldest) return
    asked.current = oldest
    onEarlier?.()
  })
  if (!away) seen.current = newestSeq(rows)
  const missed = away ? saidAfter(rows, seen.current) : 0
  const earlier = () => {
    scroll.hold()
    if (shown.from === all.from) onEarlier?.()
    else view.grow()
  }

  // All that is worked out is worked out for what is shown, however much there is.
  const [items, pages] = useMemo(() => {
    const [from, to] = [Math.max(0, shown.from * PAGE - origin), Math.min(rows.length, shown.to * PAGE - origin)]
    const first = from === 0 && head
    const around = { before: shownFrom(rows, from - 1, -1), after: shownFrom(rows, to, 1) }
    const items = erased ? [] : threadItems([...(first ? [first] : []), ...rows.slice(from, to)], Date.now(), around)
    const pages = new Map<number, ThreadItem[]>()
    for (let page = shown.from; page < shown.to; page += 1) pages.set(page, [])
    let next = first && items[0] ? (pages.get(shown.from)?.push(items[0]) ?? 0) : 0
    for (let index = from; index < to; index += 1) {
      const item = items[next]
      if (item?.row !== rows.at(index) || !item) continue
      pages.get(Math.floor((origin + index) / PAGE))?.push(item)
      next += 1
    }
    return [items, pages] as const
  }, [rows, head, erased, origin, shown.from, shown.to])
  const forms = useMemo(() => formsOf(items), [items])
  const ratings = useMemo(() => ratingsOf(rows), [rows])
  const newest = useMemo(() => newestBy(items, isOwn), [items, me])
  const newestOther = useMemo(() => newestBy(items, (author) => !isOwn(author)), [items, me])

  const before = items.at(-1)?.row
  const stream = useStore($streaming, sameStream)
  const live = hasWords(stream) && before?.id !== stream.id && shown.to === all.to && !erased ? stream : undefined
  const writing = Math.floor((origin + rows.length) / PAGE)
  if (live) written.add(live.id)

  const draw = ({ row, first, last, newDay }: ThreadItem) => {
    const known = {
      key: row.id, first, last, newDay, strings, locale, ...actions,
      own: row.type === 'message' && isOwn(row.author),
      // only where it is of use, for it costs a row at each message
      newest: actions?.onRateMessage ? row === newestOther : undefined,
      state: row === newest ? stateOf(newest) : undefined,
      rating: ratings.get(row.id),
      filled: filledIn(row, forms),
      form: row.type === 'form' ? forms.asked.get(row.form) : undefined,
      open: row.type === 'survey' ? row.episode === survey : row.type === 'permission' && row.permission === permission?.id,
      answered: row.type === 'permission' && permission?.answered === true,
    }
    const isLive = row === live
    if (!written.has(row.id)) return <Row {...known} row={row} />
    return <Written {...known} row={isLive ? undefined : row} $row={isLive ? $streaming : undefined} />
  }
  const liveItem = live && { row: live, first: !continues(before, live), last: true, newDay: false }
  const more = !erased && (hasEarlier || above > 0)
  const intro = !more && props.intro
  const drawn = (live ? new Map([...pages, [writing, [...(pages.get(writing) ?? []), liveItem as ThreadItem]]]) : pages)

  return (
    <div class="thread">
      <div class="log" part="log" role="log" aria-live="off" aria-label={strings.conversation} tabIndex={0} ref={scroll.scroller}>
        <div class={intro ? 'rows alone' : 'rows'} ref={scroll.content}>
          {above > 0 && <div key="above" class="gap" style={{ height: `${above}px` }} />}
          {more ? <button key="earlier" class="text earlier" part="earlier" onClick={earlier}>{strings.showEarlier}</button> : intro}
          {[...drawn].map(([page, items]) => <div key={page} class="page">{items.map(draw)}</div>)}
          {below > 0 && <div key="below" class="gap" style={{ height: `${below}px` }} />}
          {!live && typing && <Dots person={typing} first={!before || before.type !== 'message' || before.author.id !== typing.id} />}
          {props.children}
        </div>
      </div>
      {away && (
        <button class={missed > 0 ? 'jump' : 'jump bare'} part="jump" onClick={scroll.jump}>
          <Icon name="down" size={16} /><span class="sr">{strings.jumpToNewest}</span>{missed > 0 && <span>{strings.newMessages(missed)}</span>}
        </button>
      )}
    </div>
  )
}
