import type { MessageRow, NoticeKey, NoticeRow, Part, Person } from 'handback'

export const visitor: Person = { id: 'gallery-visitor', kind: 'visitor', name: '' }
export const bot: Person = { id: 'assistant', kind: 'assistant', name: 'AI Assistant' }
export const sarah: Person = { id: 'agent-sarah', kind: 'agent', name: 'Sarah Lindqvist' }
export const tom: Person = { id: 'agent-tom', kind: 'agent', name: 'Tom' }

const minute = 60_000
let count = 0

/** Rows of a picture, each a minute after the one before; the last a few minutes ago. */
export interface Story {
  says(author: Person, text: string, more?: Partial<MessageRow> & { readonly with?: readonly Part[] }): MessageRow
  notice(key: NoticeKey, params?: NoticeRow['params'], by?: 'machine' | 'assistant'): NoticeRow
  /** Id, place and moment of a row of another kind. */
  next(): { readonly id: string; readonly seq: number; readonly at: number }
}

/** `before`: minutes between now and its first row. */
export function story(before = 12): Story {
  let at = Date.now() - before * minute
  let seq = 0
  const next = () => {
    seq += 1
    count += 1
    at = Math.min(at + minute, Date.now() - 10_000)
    return { id: `gallery-row-${count}`, seq, at }
  }
  return {
    next,
    says(author, text, { with: parts = [], ...more } = {}) {
      const delivery = author.kind === 'visitor' ? { delivery: 'sent' as const } : {}
      return { type: 'message', ...next(), author, parts: [...(text ? [{ type: 'text' as const, text }] : []), ...parts], ...delivery, ...more }
    },
    notice: (key, params = {}, by = 'machine') => ({
      type: 'notice', ...next(), by: by === 'machine' ? { id: 'machine', kind: 'machine' } : { id: 'assistant', kind: 'assistant' }, key, params,
    }),
  }
}
