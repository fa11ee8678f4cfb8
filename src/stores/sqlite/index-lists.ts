import type { DatabaseSync } from 'node:sqlite'
import type { Page, Query } from '../../contracts/index.ts'
import { pageOf, parsePage } from '../../internal/index-order.ts'
import type { IndexKey } from '../../internal/index-order.ts'
import type { IndexEntry } from '../../protocol/index.ts'

/** Each list is one range of its own index, from a place on: the cost of a page does not depend on what lies before it. */
const lists: Readonly<Record<Query['view'], string>> = {
  queue: `phase = 'queued' AND (rank, since, conversation) > ($first, $second, $id) ORDER BY rank, since, conversation`,
  open: `phase <> 'closed' AND (recency, conversation) > ($first, $id) ORDER BY recency, conversation`,
  all: '(recency, conversation) > ($first, $id) ORDER BY recency, conversation',
  visitor: 'visitor = $about AND (recency, conversation) > ($first, $id) ORDER BY recency, conversation',
  holder: 'holder = $about AND (recency, conversation) > ($first, $id) ORDER BY recency, conversation',
  due: 'due <= $about AND (due, conversation) > ($first, $id) ORDER BY due, conversation',
}

const START: IndexKey = [-Infinity, -Infinity, '']

export const listSql = (view: Query['view']): string => `SELECT body FROM entries WHERE ${lists[view]} LIMIT $limit`

export function indexLists(db: DatabaseSync) {
  const prepare = (view: Query['view']) => {
    const statement = db.prepare(listSql(view))
    // Not every list needs every part of a place.
    statement.setAllowUnknownNamedParameters(true)
    return statement
  }
  const statements = {
    queue: prepare('queue'), open: prepare('open'), all: prepare('all'),
    visitor: prepare('visitor'), holder: prepare('holder'), due: prepare('due'),
  }

  return (query: Query, { limit, page }: { readonly limit: number; readonly page?: string }): Page<IndexEntry> => {
    const [first, second, id] = page === undefined ? START : parsePage(query.view, page)
    const rows = statements[query.view].all({ first, second, id, about: aboutOf(query), limit: limit + 1 })
    return pageOf(query.view, rows.map((row) => JSON.parse(String(row['body'])) as IndexEntry), limit)
  }
}

function aboutOf(query: Query): string | number | null {
  if (query.view === 'visitor') return query.visitor
  if (query.view === 'holder') return query.holder
  return query.view === 'due' ? query.upTo : null
}
