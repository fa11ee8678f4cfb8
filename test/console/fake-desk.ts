import { atom } from 'nanostores'
import type { Context, Draft, MessageRow, StaffRow } from '../../src/conversation/rows.ts'
import type { ConnectionState } from '../../src/client/api.ts'
import type { Desk, DeskResult, DeskThread } from '../../src/desk/api.ts'
import type { HandbackError, Header, Id, IndexEntry, Person } from '../../src/protocol/index.ts'

export const sarah: Person = { id: 'agent-sarah', kind: 'agent', name: 'Sarah Okafor' }

/** A desk without a hub: tests set what it shows and read what it was asked to do. */
export function createFakeDesk(me: Person = sarah) {
  const stores = {
    $connection: atom<ConnectionState>('live'),
    $queue: atom<readonly IndexEntry[]>([]),
    $mine: atom<readonly IndexEntry[]>([]),
    $others: atom<readonly IndexEntry[]>([]),
    $closed: atom<readonly IndexEntry[]>([]),
    $error: atom<HandbackError | null>(null),
    $files: atom(true),
  }
  const threads = new Map<Id, FakeThread>()
  const thread = (conversation: Id): FakeThread => {
    const known = threads.get(conversation) ?? createFakeThread(conversation)
    threads.set(conversation, known)
    return known
  }
  const desk: Desk = { me, ...stores, open: (conversation) => thread(conversation).thread, destroy: () => undefined }
  return { desk, ...stores, thread }
}

export type FakeThread = ReturnType<typeof createFakeThread>

function createFakeThread(conversation: Id) {
  const stores = {
    $header: atom<Header | null>(null),
    $rows: atom<readonly StaffRow[]>([]),
    $streaming: atom<MessageRow | null>(null),
    $context: atom<Context | null>(null),
    $drafts: atom<readonly Draft[]>([]),
    $attributes: atom<Readonly<Record<string, string | number | boolean>>>({}),
    $followUp: atom<{ readonly contact?: string; readonly note?: string } | null>(null),
    $receipts: atom({ delivered: 0, read: 0 }),
    $visitorTyping: atom(false),
    $hasEarlier: atom(false),
    $gone: atom(false),
  }
  const calls: string[] = []
  const answers: { result: DeskResult } = { result: { ok: true } }
  const record = (call: string): Promise<DeskResult> => {
    calls.push(call)
    return Promise.resolve(answers.result)
  }
  const thread: DeskThread = {
    conversation,
    ...stores,
    claim: () => record('claim'),
    sendMessage: (text, of = {}) => record(`send ${[text, ...(of.files ?? []).map(({ name }) => name)].join(' + ')}${of.draft ? ` of ${of.draft}` : ''}`),
    uploadFile: async (file, { name = 'file' } = {}) => ({ type: 'attachment', blob: 'blob-0001', name, media: 'image/png', size: file.size }),
    readFile: async () => new Blob(['a picture'], { type: 'image/png' }),
    handBack: () => record('hand back'),
    transfer: () => record('transfer'),
    resolve: () => record('resolve'),
    addNote: (text) => record(`note ${text}`),
    invite: (agent) => record(`invite ${agent}`),
    join: () => record('join'),
    leave: () => record('leave'),
    requestSupervisor: () => record('supervisor'),
    shadow: (on) => record(`shadow ${on}`),
    ask: (text) => record(`ask ${text}`),
    dropDraft: (draft) => record(`drop ${draft}`),
    approve: (draft) => record(`approve ${draft}`),
    addTag: (tag) => record(`tag ${tag}`),
    removeTag: (tag) => record(`untag ${tag}`),
    scheduleFollowUp: ({ at }) => record(`follow up ${at}`),
    redact: (seqs) => record(`redact ${seqs.join()}`),
    typing: () => void calls.push('typing'),
    setVisible: (visible) => void calls.push(`visible ${visible}`),
    loadEarlier: () => record('earlier').then(() => undefined),
    close: () => void calls.push('close'),
  }
  return { thread, calls, ...stores, answer: (result: DeskResult) => void (answers.result = result) }
}
