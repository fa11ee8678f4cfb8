import { atom } from 'nanostores'
import type { Article, Chat, ChatEvents, ChatState, ChatStatus, ConnectionState, ConversationSummary, PanelState } from '../../src/client/api.ts'
import type { Receipts } from '../../src/client/index.ts'
import type { Transcript } from '../../src/conversation/index.ts'
import type { MessageRow, NoticeRow, PublicRow } from '../../src/conversation/rows.ts'
import { transcript } from '../../src/internal/transcript.ts'
import type { NoticeKey, Part, Person } from '../../src/protocol/index.ts'
import { ASSISTANT, MACHINE } from '../../src/protocol/index.ts'

export const visitor: Person = { id: 'visitor-1', kind: 'visitor', name: '' }
export const bot: Person = { ...ASSISTANT, name: 'AI Assistant' }
export const sarah: Person = { id: 'agent-sarah', kind: 'agent', name: 'Sarah' }

/** A chat whose stores are set by hand and whose verbs only write down that they were called. */
export function createFakeChat(now = Date.now()) {
  const $state = atom<ChatState>({
    conversation: null, phase: 'bot', floor: 1, survey: null, followUp: false, permission: null, erased: false, answering: false, waiting: false,
    hasEarlier: false, files: true,
  })
  let confirmed = transcript<PublicRow>()
  const $messages = atom<Transcript<PublicRow>>(confirmed)
  const $receipts = atom<Receipts>({ delivered: 0, read: 0 })
  const $streaming = atom<MessageRow | null>(null)
  const $status = atom<ChatStatus>({ type: 'assistant' })
  const $participants = atom<readonly Person[]>([bot])
  const $queue = atom<{ place?: number; wait?: number } | null>(null)
  const $unread = atom(0)
  const $connection = atom<ConnectionState>('idle')
  const $panel = atom<PanelState>('closed')
  const calls: [name: string, ...args: unknown[]][] = []
  const listeners: { [T in keyof ChatEvents]: Set<(detail: ChatEvents[T]) => void> } = {
    ready: new Set(), open: new Set(), close: new Set(), message: new Set(), alert: new Set(), statechange: new Set(), queue: new Set(),
    unread: new Set(), connection: new Set(), forget: new Set(), error: new Set(),
  }
  const articles = new Map<string, Article>()
  let earlier: readonly ConversationSummary[] = []
  let fail: unknown
  let seq = 0
  let own = 0
  let uploads = 0

  const call = async (name: string, ...args: unknown[]) => {
    calls.push([name, ...args])
    if (fail !== undefined) throw fail
  }
  const push = <R extends PublicRow>(row: R): R => {
    confirmed = confirmed.push(row)
    $messages.set(confirmed)
    return row
  }

  const chat: Chat = {
    $state, $messages, $receipts, $streaming, $status, $participants, $queue, $unread, $connection, $panel,
    async sendMessage(message) {
      await call('sendMessage', message)
      const { text = '', files = [] } = typeof message === 'string' ? { text: message } : message
      own += 1
      const parts: readonly Part[] = [...(text ? [{ type: 'text', text } as const] : []), ...files]
      push({ type: 'message', id: `own-message-${own}`, seq: 0, at: now, author: visitor, parts, delivery: 'sending' })
      return `own-message-${own}`
    },
    async uploadFile(file, options = {}) {
      await call('uploadFile', file, options)
      options.onProgress?.(1)
      return { type: 'attachment', blob: `blob-upload-${(uploads += 1)}`, name: options.name ?? 'file', media: file.type, size: file.size }
    },
    async readFile(part) {
      await call('readFile', part)
      return new Blob([`bytes of ${part.name}`], { type: part.media })
    },
    async article(id) {
      await call('article', id)
      return articles.get(id) ?? null
    },
    async transcript(format, options = {}) {
      await call('transcript', format, options)
      return new Blob([`transcript as ${format}`])
    },
    async conversations() {
      await call('conversations')
      return earlier
    },
    openConversation: (conversation) => call('openConversation', conversation),
    rateMessage: (...args) => call('rateMessage', ...args),
    retry: (message) => void calls.push(['retry', message]),
    requestHuman: () => call('requestHuman'),
    cancelHumanRequest: () => call('cancelHumanRequest'),
    rate: (...args) => call('rate', ...args),
    leaveMessage: (...args) => call('leaveMessage', ...args),
    scheduleFollowUp: (followUp) => call('scheduleFollowUp', followUp),
    declineRating: () => call('declineRating'),
    declineFollowUp: () => call('declineFollowUp'),
    submitForm: (...args) => call('submitForm', ...args),
    recordConsent: (...args) => call('recordConsent', ...args),
    answerPermission: (...args) => call('answerPermission', ...args),
    stop: () => call('stop'),
    identify: (who) => call('identify', who),
    setAttributes: (values) => call('setAttributes', values),
    setLocale: (language) => call('setLocale', language),
    eraseConversation: () => call('eraseConversation'),
    open: () => $panel.set('open'),
    close: () => void ($panel.get() === 'open' && $panel.set('closed')),
    toggle: () => $panel.set($panel.get() === 'open' ? 'closed' : 'open'),
    show: () => void ($panel.get() === 'hidden' && $panel.set('closed')),
    hide: () => $panel.set('hidden'),
    endConversation: () => call('endConversation'),
    typing: () => void calls.push(['typing']),
    loadEarlier: () => call('loadEarlier'),
    setVisible: (visible) => void calls.push(['setVisible', visible]),
    resume: () => call('resume'),
    reset: () => call('reset'),
    on(type, listener) {
      listeners[type].add(listener)
      return () => void listeners[type].delete(listener)
    },
    destroy: () => void calls.push(['destroy']),
  }

  return {
    chat,
    calls,
    $state, $messages, $receipts, $streaming, $status, $unread, $connection, $panel,
    /** Listeners that are still there. */
    listening: () => Object.values(listeners).reduce((sum, set) => sum + set.size, 0),
    /** What `article` and `conversations` will find. */
    has(found: { articles?: readonly Article[]; conversations?: readonly ConversationSummary[] }) {
      for (const article of found.articles ?? []) articles.set(article.id, article)
      earlier = found.conversations ?? earlier
    },
    failWith: (error: unknown) => void (fail = error),
    emit<T extends keyof ChatEvents>(type: T, detail: ChatEvents[T]) {
      for (const listener of listeners[type]) listener(detail)
    },
    state: (change: Partial<ChatState>) => $state.set({ ...$state.get(), ...change }),
    /** A message in the log, to be loaded with others. */
    message(author: Person, text: string): MessageRow {
      seq += 1
      const delivery = author.kind === 'visitor' ? { delivery: 'sent' as const } : {}
      return { type: 'message', id: `message-${seq}`, seq, at: now - 3_600_000 + seq, author, parts: [{ type: 'text', text }], ...delivery }
    },
    load(rows: readonly PublicRow[]) {
      confirmed = transcript(rows)
      $messages.set(confirmed)
    },
    /** A message by somebody, in the log. */
    says(author: Person, text: string, more: { parts?: readonly Part[]; at?: number } & Pick<MessageRow, 'delivery' | 'failure' | 'stopped' | 'cut' | 'assisted'> = {}) {
      seq += 1
      $state.set({ ...$state.get(), conversation: 'conversation-1' })
      const delivery = more.delivery ?? (author.kind === 'visitor' ? 'sent' : undefined)
      return push<MessageRow>({
        type: 'message', id: `message-${seq}`, seq: delivery === 'failed' || delivery === 'sending' ? 0 : seq, at: more.at ?? now + seq * 1000,
        author,
        parts: [{ type: 'text', text }, ...(more.parts ?? [])], ...(delivery && { delivery }),
        ...(more.failure !== undefined && { failure: more.failure }), ...(more.stopped && { stopped: true }), ...(more.cut && { cut: true }),
        ...(more.assisted && { assisted: true }),
      })
    },
    notice(key: NoticeKey, params: Readonly<Record<string, string | number>> = {}, by: 'machine' | 'assistant' = 'machine') {
      seq += 1
      return push<NoticeRow>({ type: 'notice', id: `row-${seq}`, seq, at: now + seq * 1000, by: by === 'machine' ? MACHINE : ASSISTANT, key, params })
    },
    row<R extends PublicRow>(make: (seq: number, at: number) => R) {
      seq += 1
      return push(make(seq, now + seq * 1000))
    },
    /** The answer so far. */
    streams(text: string, message = 'streamed-1'): MessageRow {
      const at = now + (seq + 1) * 1000
      const row: MessageRow = { type: 'message', id: message, seq: 0, at, author: bot, parts: [{ type: 'text', text }], streaming: true }
      $streaming.set(row)
      return row
    },
    /** The streamed answer is whole. */
    lands(parts: readonly Part[] = []) {
      const row = $streaming.get()
      if (!row) return
      seq += 1
      $streaming.set(null)
      push<MessageRow>({ type: 'message', id: row.id, seq, at: row.at, author: row.author, parts: [...row.parts, ...parts] })
    },
  }
}

export type FakeChat = ReturnType<typeof createFakeChat>
