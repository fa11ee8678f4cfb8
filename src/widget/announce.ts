import type { Chat } from '../client/api.ts'
import type { StaffRow } from '../conversation/rows.ts'
import { textOf } from '../protocol/index.ts'
import { announceRows } from '../ui/announcer.tsx'
import { plainText } from '../ui/markdown-tree.ts'
import type { Strings } from '../ui/strings.ts'
import { nameOf, noticeText } from '../ui/strings.ts'

/** What is said of a row; nothing of one's own, and nothing of what stood on the screen before. */
function spoken(strings: Strings, row: StaffRow): string {
  if (row.type === 'message') {
    const { author } = row
    return author.kind === 'visitor' ? '' : strings.said(nameOf(strings, author), plainText(textOf(row.parts)))
  }
  if (row.type === 'survey') return strings.rateQuestion
  if (row.type !== 'notice' || row.key === 'ai-disclosure') return ''
  return noticeText(strings, row.key, row.params) ?? ''
}

/** Announces what happens in a chat, each thing once. Returns its stop. */
export function announceChat(chat: Chat, strings: Strings, say: (text: string) => void): () => void {
  const offRows = announceRows(chat.$messages, {
    say,
    text: (row) => spoken(strings, row),
    failed: strings.notSent,
    fresh: chat.$state.get().conversation === null,
    many: strings.newMessages,
  })
  let place: number | undefined
  const offStatus = chat.$status.subscribe((status) => {
    const next = status.type === 'connecting' ? status.place : undefined
    if (next !== undefined && next !== place) say(strings.statusPlace(next))
    place = next
  })
  return () => {
    offRows()
    offStatus()
  }
}
