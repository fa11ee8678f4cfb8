// @vitest-environment happy-dom
import { render } from 'preact'
import { expect, test } from 'vitest'
import { useRowsOf } from '../../src/console/use-rows-of.ts'
import type { NoteRow, StaffRow, Transcript } from '../../src/conversation/index.ts'
import { transcript } from '../../src/internal/transcript.ts'
import { sarah } from './fake-desk.ts'
import { maria } from './samples.ts'

const note = (seq: number): NoteRow => ({ type: 'note', id: `note-${seq}`, seq, at: seq, author: sarah, text: `${seq}` })
const words = (seq: number): StaffRow => ({ type: 'message', id: `message-${seq}`, seq, at: seq, author: maria, parts: [] })

/** What the hook finds in one list after the other. */
function finder() {
  const place = document.createElement('div')
  let found: readonly NoteRow[] = []
  function Probe({ rows, log }: { readonly rows: Transcript<StaffRow>; readonly log: number }) {
    found = useRowsOf(rows, 'note', log)
    return null
  }
  return (rows: Transcript<StaffRow>, log = 1): readonly NoteRow[] => {
    render(<Probe rows={rows} log={log} />, place)
    return found
  }
}
const seqs = (notes: readonly NoteRow[]): number[] => notes.map(({ seq }) => seq)

test('notes are found in their order, wherever rows come in, and each row is looked at once', () => {
  const find = finder()
  let list = transcript<StaffRow>(Array.from({ length: 10_000 }, (_, index) => (index % 1_000 === 500 ? note(10_001 + index) : words(10_001 + index))))
  const first = seqs(find(list))
  expect(first).toHaveLength(10)
  list = list.push(words(20_001)).push(note(20_002)).prepend([note(9_999), words(10_000)])
  let looks = 0
  const watched = { ...list, at: (index: number) => ((looks += 1), list.at(index)) }
  const more = find(watched)
  expect(seqs(more)).toEqual([9_999, ...first, 20_002])
  expect(looks).toBeLessThan(10)
  // a pending row is none of the log's, and changes nothing
  expect(find(list.and([words(0)]))).toBe(more)
})

test('another list is looked through anew', () => {
  const find = finder()
  expect(seqs(find(transcript([note(5), note(6)])))).toEqual([5, 6])
  expect(seqs(find(transcript([words(50), note(51)])))).toEqual([51])
  expect(seqs(find(transcript<StaffRow>()))).toEqual([])
  expect(seqs(find(transcript([note(1)])))).toEqual([1])
})

test('a log that was replaced is looked through anew, although its numbers are the same', () => {
  const find = finder()
  expect(seqs(find(transcript([words(1), note(2), note(3), words(4)])))).toEqual([2, 3])
  const removed: StaffRow = { type: 'notice', id: 'row-2', seq: 2, at: 2, by: { kind: 'agent', id: sarah.id }, key: 'message-removed', params: {} }
  expect(seqs(find(transcript([words(1), removed, note(3), words(4)]), 2))).toEqual([3])
  expect(seqs(find(transcript([words(1), removed, words(4)]), 3))).toEqual([])
})
