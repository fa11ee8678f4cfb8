import type { StaffRow, Transcript } from '../conversation/index.ts'
import type { Header, Id } from '../protocol/index.ts'
import { useStore } from '../ui/use-store.ts'
import { useEnvironment } from './environment.ts'

/** Beyond this the number says nothing more. */
const MOST = 9

/** Messages of the visitor that nobody at the desk has seen, counted from the newest, to one more than is said. */
function unreadCount(rows: Transcript<StaffRow>, header: Header | null): number {
  let count = 0
  let row: StaffRow | undefined
  for (let back = 1; header && count <= MOST && (row = rows.at(-back)); back += 1) {
    if (row.seq > 0 && row.seq <= header.read.staff) break
    if (row.type === 'message' && row.author.kind === 'visitor') count += 1
  }
  return count
}

export function UnreadMark({ conversation }: { readonly conversation: Id }) {
  const { desk, say } = useEnvironment()
  const thread = desk.open(conversation)
  const count = unreadCount(useStore(thread.$rows), useStore(thread.$header))
  if (count === 0) return null
  const text = count > MOST ? `${MOST}+` : String(count)
  return (
    <span class="unread" aria-label={say('unread', { count: text })} role="img">
      {text}
    </span>
  )
}
