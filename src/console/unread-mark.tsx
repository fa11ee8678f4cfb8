import type { StaffRow } from '../conversation/rows.ts'
import type { Header, Id } from '../protocol/index.ts'
import { useStore } from '../ui/use-store.ts'
import { useEnvironment } from './environment.ts'

/** Beyond this the number says nothing more. */
const MOST = 9

/** Messages of the visitor that nobody at the desk has seen. */
function unreadCount(rows: readonly StaffRow[], header: Header | null): number {
  if (!header) return 0
  return rows.filter((row) => row.type === 'message' && row.author.kind === 'visitor' && row.seq > header.read.staff).length
}

export function UnreadMark({ conversation }: { readonly conversation: Id }) {
  const { desk, say } = useEnvironment()
  const thread = desk.open(conversation)
  const count = unreadCount(useStore(thread.$rows), useStore(thread.$header))
  if (count === 0) return null
  return (
    <span class="unread" aria-label={say('unread', { count })} role="img">
      {count > MOST ? `${MOST}+` : count}
    </span>
  )
}
