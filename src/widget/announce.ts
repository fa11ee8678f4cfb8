import type { ReadableAtom } from 'nanostores'
import type { Chat } from '../client/api.ts'
import type { StaffRow } from '../conversation/rows.ts'
import type { Part } from '../protocol/index.ts'
import { textOf } from '../protocol/parts.ts'
import { announceRows } from '../ui/announce-rows.ts'
import type { Spoken } from '../ui/announcer.tsx'
import { plainText } from '../ui/markdown-tree.ts'
import { noticeText } from '../ui/notice-text.ts'
import type { Strings } from '../ui/strings.ts'
import { nameOf } from '../ui/name-of.ts'
import type { WordsNow } from './words.ts'

/** What a message says and holds, in words. */
const inWords = (strings: Strings, parts: readonly Part[]): string =>
  [
    plainText(textOf(parts)),
    ...parts.map((part) => (part.type === 'attachment' ? part.alt || part.name : part.type === 'form' ? part.title || strings.form : '')),
  ].filter(Boolean).join(' ')

/** What is said of a row; nothing of one's own, and nothing of what stood on the screen before. */
function spoken({ strings, locale }: WordsNow, row: StaffRow): Spoken {
  if (row.type === 'message') {
    const { author } = row
    if (author.kind === 'visitor') return ''
    return () => strings.said(nameOf(strings, author), inWords(strings, row.parts)) + (row.cut ? ` ${strings.cut}` : '')
  }
  // the answers leave the screen as the visitor sends them, and the focus goes elsewhere
  if (row.type === 'form') return strings.sent
  if (row.type === 'message-rating') return row.rating === 'none' ? '' : strings.rateThanks
  if (row.type === 'permission') return strings.said(strings.assistantName, [strings.permission, row.title, row.details].filter(Boolean).join(' '))
  if (row.type === 'permission-answer') return row.granted ? strings.allowed : strings.denied
  if (row.type === 'survey') return strings.rateQuestion
  if (row.type !== 'notice' || row.key === 'ai-disclosure') return ''
  return noticeText(strings, row.key, row.params, locale) ?? ''
}

/** Announces what happens in a chat, each thing once, in the language of that moment. Returns its stop. */
export function announceChat(chat: Chat, $words: ReadableAtom<WordsNow>, say: (text: Spoken) => void): () => void {
  let { conversation, erased } = chat.$state.get()
  const listen = (fresh: boolean): (() => void) =>
    announceRows(chat.$messages, {
      say,
      text: (row) => spoken($words.get(), row),
      failed: () => $words.get().strings.notSent,
      fresh,
      many: (count) => $words.get().strings.newMessages(count),
    })
  let offRows = listen(conversation === null)
  const offState = chat.$state.listen((state) => {
    const before = conversation
    conversation = state.conversation
    // another conversation counts from its own beginning
    if (before !== null && before !== conversation) {
      offRows()
      offRows = listen(conversation === null)
    }
    if (state.erased && !erased) say($words.get().strings.erased)
    erased = state.erased
  })
  let place: number | undefined
  const offStatus = chat.$status.subscribe((status) => {
    const next = status.type === 'connecting' ? status.place : undefined
    if (next !== undefined && next !== place) say($words.get().strings.statusPlace(next))
    place = next
  })
  return () => {
    offRows()
    offState()
    offStatus()
  }
}
