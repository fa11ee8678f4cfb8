import { useId } from 'preact/hooks'
import type { IndexEntry } from '../protocol/index.ts'
import { useStore } from '../ui/use-store.ts'
import { useEnvironment } from './environment.ts'
import { reasonText } from './reason-text.ts'
import { agoText, durationText, type Say, type StringKey } from './strings.ts'
import { UnreadMark } from './unread-mark.tsx'

/** A wait that should worry somebody, and one that is too long. Milliseconds. */
const LONG_WAIT = 2 * 60_000
const TOO_LONG_WAIT = 5 * 60_000

export interface EntryItemProps {
  readonly entry: IndexEntry
  readonly selected: boolean
  readonly onOpen: () => void
  /** Only for conversations that wait for somebody. */
  readonly onClaim?: () => void
  /** Whether new words of the visitor are marked: for own conversations. */
  readonly unread?: boolean
}

/** One conversation in a list. */
export function EntryItem({ entry, selected, onOpen, onClaim, unread }: EntryItemProps) {
  const { say, $now } = useEnvironment()
  const now = useStore($now)
  const name = useId()
  const waited = Math.max(0, now - entry.since)
  const queued = entry.phase === 'queued'
  return (
    <li class="item" data-selected={selected || undefined}>
      <button type="button" class="item-open" aria-current={selected ? 'true' : undefined} onClick={onOpen}>
        <span class="item-line">
          <span class="item-name" id={name}>
            <bdi>{entry.visitorName || say('visitor')}</bdi>
          </span>
          {unread && !selected && <UnreadMark conversation={entry.conversation} />}
          {queued ? (
            <span class="item-wait" data-level={waited >= TOO_LONG_WAIT ? 'high' : waited >= LONG_WAIT ? 'raised' : undefined}>
              {durationText(say, waited)}
            </span>
          ) : (
            <span class="item-time">{agoText(say, Math.max(0, now - entry.updated))}</span>
          )}
        </span>
        <ItemTag entry={entry} now={now} />
        <span class="item-preview" dir="auto">{entry.preview || say('noWords')}</span>
      </button>
      {onClaim && (
        <button type="button" class="button claim" aria-describedby={name} onClick={onClaim}>
          {say('claim')}
        </button>
      )}
    </li>
  )
}

/** What is special about a conversation in its list: what needs somebody, then where it stands. */
function ItemTag({ entry, now }: { readonly entry: IndexEntry; readonly now: number }) {
  const { say } = useEnvironment()
  const tag = (key: StringKey, look = '', params?: Parameters<Say>[1]) => <span key={key} class={`tag ${look}`}>{say(key, params)}</span>
  const tags = [
    entry.left !== undefined && tag('visitorLeft', 'tag-left', { time: agoText(say, Math.max(0, now - entry.left)) }),
    entry.phase === 'queued' && entry.priority > 0 && tag('urgent', 'tag-urgent'),
    entry.escalated && tag('supervisorWanted', 'tag-urgent'),
    entry.followUp && tag('followUpNow', 'tag-ticket'),
    entry.ticket && tag('leftMessage', 'tag-ticket'),
    entry.phase === 'queued' && <span key="reason" class="item-reason">{reasonText(say, entry.reason ?? 'rule', entry.rule)}</span>,
    entry.phase === 'handback' && tag('closingTasks'),
    entry.phase === 'human' && entry.holderName && tag('heldBy', '', { name: entry.holderName }),
  ].filter(Boolean)
  return tags.length > 0 ? <span class="item-tags">{tags}</span> : null
}
