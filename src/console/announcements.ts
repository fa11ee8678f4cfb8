import { useEffect, useRef } from 'preact/hooks'
import type { MessageRow, StaffRow } from '../conversation/index.ts'
import type { DeskThread } from '../desk/index.ts'
import { textOf, type Id } from '../protocol/index.ts'
import { announceRows } from '../ui/announce-rows.ts'
import type { Spoken } from '../ui/announcer.tsx'
import { plainText } from '../ui/markdown-tree.ts'
import { noticeText } from '../ui/notice-text.ts'
import { useStore } from '../ui/use-store.ts'
import { useEnvironment } from './environment.ts'
import { reasonText } from './reason-text.ts'

/** More people than this at once are announced by their number. */
const SINGLY = 3

/** Visitors write plain text. */
const words = ({ author, parts }: MessageRow): string => (author.kind === 'visitor' ? textOf(parts) : plainText(textOf(parts)))

/** Reads out what comes into the conversation on screen: words of others, and changes of who has the floor. */
export function useAnnouncements(thread: DeskThread): void {
  const { desk, say, strings, locale, announce } = useEnvironment()
  useEffect(() => {
    const text = (row: StaffRow): Spoken => {
      if (row.type === 'message' && row.author.id !== desk.me.id) return () => strings.said(row.author.name || say('visitor'), words(row))
      if (row.type === 'permission') return strings.said(strings.assistantName, `${strings.permission}: ${row.title}`)
      if (row.type === 'permission-answer') return row.granted ? strings.allowed : strings.denied
      return row.type === 'notice' ? (noticeText(strings, row.key, row.params, locale) ?? '') : ''
    }
    return announceRows(thread.$rows, { say: announce, text, failed: () => strings.notSent, many: strings.newMessages, fresh: false })
  }, [thread])
}

/** Reads out where a supervisor is wanted, to supervisors. */
export function useEscalationAnnouncements(): void {
  const { desk, say, announce } = useEnvironment()
  const others = useStore(desk.$others)
  const known = useRef<ReadonlySet<Id> | null>(null)
  useEffect(() => {
    const wanted = others.filter(({ escalated }) => escalated)
    const fresh = known.current && desk.me.kind === 'supervisor' ? wanted.filter(({ conversation }) => !known.current?.has(conversation)) : []
    known.current = new Set(wanted.map(({ conversation }) => conversation))
    for (const { holderName } of fresh) announce(say('bannerEscalated', { name: holderName || say('colleague') }))
  }, [others])
}

/** Reads out who begins to wait, wherever the agent is in the console. */
export function useQueueAnnouncements(): void {
  const { desk, say, announce } = useEnvironment()
  const queue = useStore(desk.$queue)
  const known = useRef<ReadonlySet<Id> | null>(null)
  useEffect(() => {
    const fresh = known.current ? queue.filter(({ conversation }) => !known.current?.has(conversation)) : []
    known.current = new Set(queue.map(({ conversation }) => conversation))
    if (fresh.length > SINGLY) announce(`${say('queue')}: ${fresh.length}`)
    else for (const { visitorName, reason = 'rule', rule } of fresh) announce(`${say('queue')}: ${visitorName || say('visitor')}, ${reasonText(say, reason, rule)}`)
  }, [queue])
}
