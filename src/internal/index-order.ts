import { HandbackError } from '../protocol/index.ts'
import type { Id, IndexEntry } from '../protocol/index.ts'

/** The lists that a store keeps of its conversations. */
export type IndexView = 'queue' | 'open' | 'all' | 'visitor' | 'holder' | 'due'

/** Where an entry stands in a list: ascending by each part in turn. The id makes it total, so pages neither lose nor repeat. */
export type IndexKey = readonly [first: number, second: number, conversation: Id]

/** Highest priority then longest waiting, earliest deadline, or newest activity; negated where the greater comes first. */
export function indexKey(view: IndexView, entry: IndexEntry): IndexKey {
  if (view === 'queue') return [-entry.priority, entry.since, entry.conversation]
  if (view === 'due') return [entry.due ?? 0, 0, entry.conversation]
  return [-entry.updated, 0, entry.conversation]
}

export function compareKeys(a: IndexKey, b: IndexKey): number {
  return a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0)
}

/** The `next` of a page: the place of its last entry, so that a change between two pages moves only what changed. */
const formatPage = (view: IndexView, [first, second, conversation]: IndexKey): string =>
  `${view},${first},${second},${conversation}`

/** The place that a page token stands for. Throws `request/invalid` for anything else than a token of this view. */
export function parsePage(view: IndexView, token: string): IndexKey {
  const [of, first, second, conversation, ...more] = token.split(',')
  const key = [Number(first), Number(second), conversation ?? ''] as const
  if (of !== view || conversation === undefined || more.length > 0 || Number.isNaN(key[0]) || Number.isNaN(key[1])) {
    throw new HandbackError('request/invalid', 'This page does not belong to this list.')
  }
  return key
}

/** One page out of `limit + 1` entries in order: whether there is one more tells whether there is a next page. */
export function pageOf(view: IndexView, entries: readonly IndexEntry[], limit: number): { items: readonly IndexEntry[]; next?: string } {
  const items = entries.slice(0, limit)
  const last = items.at(-1)
  return entries.length > limit && last ? { items, next: formatPage(view, indexKey(view, last)) } : { items }
}
