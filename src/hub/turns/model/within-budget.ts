import { WITHHELD } from '../visitor-words.ts'
import { beginningOf, endOf, tokensIn } from './token-count.ts'
import type { LoggedMessage } from './messages.ts'

/** A message that is not written before it is known whether there is room for it: to judge and to count it takes time. */
export interface Draft extends Omit<LoggedMessage, 'text'> {
  /** What it says. */
  readonly write: () => string
}

/** The smallest share of what must be told, in tokens, whatever the budget. */
const LEAST = 24

const written = ({ write: _, ...draft }: Draft, text: string): LoggedMessage => ({ ...draft, text })

/**
 * What fits into so many tokens, the newest first. At most half of them goes to the visitor's words that wait, of which the newest
 * are kept and their beginning is cut; what happened since they wait takes a quarter at most, each shortened as it must be and none
 * left out; the conversation before has what is left.
 *
 * @param owed from this `seq` on the visitor's words wait
 */
export function withinBudget(drafts: readonly Draft[], owed: number, budget: number): LoggedMessage[] {
  const kept = new Map<Draft, readonly LoggedMessage[]>()
  const used = (): number => [...kept.values()].flat().reduce((sum, { text }) => sum + tokensIn(text), 0)
  keepOwed(kept, drafts.filter(({ role, seq }) => role === 'visitor' && seq >= owed), Math.floor(budget / 2))
  keepMarkers(kept, drafts.filter(({ role, seq }) => role === 'system' && seq >= owed), Math.floor(budget / 4))
  let left = budget - used()
  for (const draft of drafts.toReversed()) {
    if (kept.has(draft)) continue
    const text = draft.write()
    left -= tokensIn(text)
    if (left >= 0) kept.set(draft, [written(draft, text)])
    // whoever asks is told something
    else if (kept.size === 0) kept.set(draft, cut(draft, text, budget))
    if (left < 0) break
  }
  return drafts.flatMap((draft) => kept.get(draft) ?? [])
}

/** The end of a message, behind a marker. */
function cut(draft: Draft, text: string, tokens: number): readonly LoggedMessage[] {
  const left: LoggedMessage = { role: 'system', text: 'What was written before this is left out here: it was too long.', seq: draft.seq }
  const end = text === WITHHELD ? text : endOf(text, tokens)
  return end === '' ? [left] : [left, written(draft, end)]
}

function keepOwed(kept: Map<Draft, readonly LoggedMessage[]>, waiting: readonly Draft[], budget: number): void {
  let left = Math.max(budget, LEAST)
  for (const draft of waiting.toReversed()) {
    const text = draft.write()
    const size = tokensIn(text)
    if (size > left) {
      kept.set(draft, cut(draft, text, left))
      return
    }
    kept.set(draft, [written(draft, text)])
    left -= size
  }
}

/** The short ones are kept whole before the long ones share what is left. */
function keepMarkers(kept: Map<Draft, readonly LoggedMessage[]>, markers: readonly Draft[], budget: number): void {
  const sized = markers.map((draft) => ({ draft, text: draft.write() })).map((each) => ({ ...each, size: tokensIn(each.text) }))
  let left = budget
  let waiting = sized.length
  for (const { draft, text, size } of sized.toSorted((one, two) => one.size - two.size)) {
    const share = Math.max(LEAST, Math.floor(left / waiting))
    const told = size <= share ? text : `${beginningOf(text, share - 1)}…`
    kept.set(draft, [written(draft, told)])
    left -= Math.min(size, share)
    waiting -= 1
  }
}
