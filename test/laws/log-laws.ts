import { isDeepStrictEqual } from 'node:util'
import type { PublicRow, StaffView } from '../../src/conversation/index.ts'
import { emptyPublicView, emptyStaffView, evolvePublic, evolveStaff, project, publicHeader, publicView } from '../../src/conversation/index.ts'
import { evolveHeader, emptyHeader } from '../../src/conversation/index.ts'
import type { Header, StoredEvent } from '../../src/protocol/index.ts'
import { judges, unanswered } from '../conversation/judges.ts'
import type { Dice } from './dice.ts'
import type { Book, LawId } from './laws.ts'
import type { Played } from './machine-run.ts'
import { leaks } from './step-laws.ts'
import { delivered } from './delivery-laws.ts'

/** The laws that those who read nothing but the events hold against a whole log. */
const judged: Readonly<Record<keyof typeof judges, readonly LawId[]>> = {
  silence: ['C2'],
  oneHolder: ['C1', 'C5'],
  writers: ['C5'],
  turns: ['C4'],
  answers: ['C4'],
  calls: ['C18'],
  permissions: ['C19'],
  drafts: ['C20'],
  chain: ['B1', 'B8'],
}

const HEADER_BYTES = 16_384

/** Laws of the events alone, whoever wrote them down. */
function judgeLog(book: Book, log: readonly StoredEvent[]): void {
  for (const [name, judge] of Object.entries(judges)) for (const law of judged[name] ?? ['A5']) book.judge(law, judge(log))
  const open = log.flatMap((event) => project(event) ?? [])
  const leaked = open.find(leaks)
  book.check('C13', leaked === undefined, () => `the visitor gets ${JSON.stringify(leaked)}`)
  // the visitor's chain has no holes either: each points to the one before it that is visible
  const broken = open.find((event, at) => event.prev !== (open[at - 1]?.seq ?? 0))
  book.check('B1', broken === undefined, () => `prev of ${broken?.seq}`)
}

/** Rows without what only their own writer is shown. */
const rowsOf = (view: { readonly transcript: Iterable<object> }): unknown[] => [...view.transcript].map((row) => ({ ...row, delivery: undefined }))

/** What the visitor may see of what staff see. */
function publicRows(staff: StaffView, log: readonly StoredEvent[]): PublicRow[] {
  return rowsOf(staff).filter((row) => log[(row as PublicRow).seq - 1]?.audience === 'everyone') as PublicRow[]
}

const foldHeader = (from: Header, log: readonly StoredEvent[]): Header => log.reduce(evolveHeader, from)

/** Laws of a whole conversation: what its folds make of it, from anywhere and in any order. */
export function afterConversation(book: Book, { log, header, view, staff }: Played, dice: Dice): void {
  if (!header) return
  judgeLog(book, log)
  const owed = unanswered(log).at(-1)?.[0]
  book.check('C7', header.erased || header.owed === owed, () => `${header.owed} is owed, but ${owed} was asked first`)
  for (const type of ['survey-asked', 'survey-answered', 'survey-declined']) {
    const episodes = log.flatMap((event) => (event.type === type ? [(event.data as { episode: number }).episode] : []))
    book.check('C17', new Set(episodes).size === episodes.length, () => `${type} for ${episodes.join()}`)
  }
  const shown = rowsOf(view)
  book.check('P1', isDeepStrictEqual(shown, publicRows(staff, log)), () => `rows ${JSON.stringify(shown)}\n  not  ${JSON.stringify(publicRows(staff, log))}`)
  book.check('C13', !JSON.stringify([view.header, shown]).includes('canary'), () => 'the visitor’s page holds hidden words')
  const json = JSON.stringify(header)
  book.check('A8', json.length <= HEADER_BYTES, () => `a header of ${json.length} characters`)
  book.check('A2', isDeepStrictEqual(JSON.parse(json), header), () => `a header that JSON changes: ${json}`)

  const cut = dice.below(log.length + 1)
  const [first, rest] = [log.slice(0, cut), log.slice(cut)]
  const middle = foldHeader(emptyHeader(header.visitor), first)
  const thawed = JSON.parse(JSON.stringify(middle)) as Header
  book.check('A2', isDeepStrictEqual(foldHeader(thawed, JSON.parse(JSON.stringify(rest)) as StoredEvent[]), header), () => `folding on from ${cut} of ${log.length}`)
  const open = (events: readonly StoredEvent[]): StoredEvent[] => events.flatMap((event) => project(event) ?? [])
  // whose names an erasure has removed is not told to those who come later, though its rows are still there for a moment
  const late = open(rest).reduce(evolvePublic, publicView(publicHeader(thawed), open(first)))
  book.check('A2', isDeepStrictEqual(late.header, view.header) && (header.erased || isDeepStrictEqual(rowsOf(late), shown)), () => `the visitor’s view from ${cut} of ${log.length}: ${JSON.stringify(late.header)} ${JSON.stringify(rowsOf(late))}\n  not ${JSON.stringify(view.header)} ${JSON.stringify(shown)}`)
  book.check('A2', isDeepStrictEqual(rowsOf(log.reduce(evolveStaff, emptyStaffView(header.visitor))), rowsOf(staff)), () => 'the staff’s rows, folded anew')
  book.check('A4', open([...log, ...log]).reduce(evolvePublic, emptyPublicView).header.shown === view.header.shown, () => 'a log delivered twice')
  book.check('A4', isDeepStrictEqual(foldHeader(foldHeader(emptyHeader(header.visitor), log), log), header), () => 'a log folded twice')
  delivered(book, { log, header, view, staff }, dice)
}
