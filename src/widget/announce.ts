import type { Chat } from '../client/api.ts'
import type { StaffRow } from '../conversation/rows.ts'
import { textOf } from '../protocol/index.ts'
import { announceRows } from '../ui/announcer.tsx'
import { plainText } from '../ui/markdown-tree.ts'
import type { Strings } from '../ui/strings.ts'
import { nameOf, noticeText } from '../ui/strings.ts'

/** What is said of a row; nothing of one's own, and nothing of what stood on the screen before. */
function spoken(strings: Strings, locale: string, row: StaffRow): string {
  if (row.type === 'message') {
    const { author } = row
    if (author.kind === 'visitor') return ''
    return strings.said(nameOf(strings, author), plainText(textOf(row.parts))) + (row.cut ? ` ${strings.cut}` : '')
  }
  if (row.type === 'permission') return strings.said(strings.assistantName, [strings.permission, row.title, row.details].filter(Boolean).join(' '))
  if (row.type === 'permission-answer') return row.granted ? strings.allowed : strings.denied
  if (row.type === 'survey') return strings.rateQuestion
  if (row.type !== 'notice' || row.key === 'ai-disclosure') return ''
  return noticeText(strings, row.key, row.params, locale) ?? ''
}

/** Announces what happens in a chat, each thing once. Returns its stop. */
export function announceChat(chat: Chat, strings: Strings, locale: string, say: (text: string) => void): () => void {
  let { conversation, erased } = chat.$state.get()
  const listen = (fresh: boolean): (() => void) =>
    announceRows(chat.$messages, {
      say,
      text: (row) => spoken(strings, locale, row),
      failed: strings.notSent,
      fresh,
      many: strings.newMessages,
    })
  let offRows = listen(conversation === null)
  const offState = chat.$state.listen((state) => {
    const before = conversation
    conversation = state.conversation
    // another conversation counts from its own beginning
    if (before !== null && before !== conversation) {
      offRows()
      offRows = listen(true)
    }
    if (state.erased && !erased) say(strings.erased)
    erased = state.erased
  })
  let place: number | undefined
  const offStatus = chat.$status.subscribe((status) => {
    const next = status.type === 'connecting' ? status.place : undefined
    if (next !== undefined && next !== place) say(strings.statusPlace(next))
    place = next
  })
  return () => {
    offRows()
    offState()
    offStatus()
  }
}
