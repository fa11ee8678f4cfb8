import { asksForHuman, safetyOf } from '../../escalation/index.ts'
import type { Part } from '../../protocol/index.ts'
import { textOf } from '../../protocol/index.ts'

/** What was found in this much text is kept, in UTF-16 units: the newest 200 messages of several long conversations. */
const KEPT = 4_000_000

/** The same texts are judged at each turn of a conversation; each is read once. */
function remembered(judge: (text: string) => boolean): (text: string) => boolean {
  const verdicts = new Map<string, boolean>()
  let kept = 0
  return (text) => {
    const before = verdicts.get(text)
    const verdict = before ?? judge(text)
    if (before === undefined) kept += text.length
    // the last one asked for goes last
    verdicts.delete(text)
    verdicts.set(text, verdict)
    for (const [oldest] of verdicts) {
      if (kept <= KEPT) break
      verdicts.delete(oldest)
      kept -= oldest.length
    }
    return verdict
  }
}

/** Escapes resolved, for words in the address of a page; what is no UTF-8 parts words. */
const plainly = (text: string): string =>
  text.replace(/(?:%[\da-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes)
    } catch {
      return ' '
    }
  })

/** Whether a text speaks of somebody who may be in danger, also where an address hides its words. All of it is read. */
export const isGrave: (text: string) => boolean = /* @__PURE__ */ remembered(
  (text) => safetyOf(text) !== undefined || (text.includes('%') && safetyOf(plainly(text)) !== undefined),
)

/** {@link asksForHuman}, once for each text. */
export const wantsPerson: (text: string) => boolean = /* @__PURE__ */ remembered(asksForHuman)

/** Stands for words that must never reach a model. */
export const WITHHELD = '(withheld: somebody may be in danger; only a person may answer)'

/** What must never reach a model is only told to be there. Everything that a visitor can write goes through this. */
export const spoken = (text: string): string => (isGrave(text) ? WITHHELD : text)

/** Words, and that there were files: of those a model without eyes sees the names only. */
export function writtenIn(parts: readonly Part[]): string {
  const files = parts.flatMap((part) => (part.type === 'attachment' ? [`(file: ${part.name}${part.alt === undefined ? '' : `, ${part.alt}`})`] : []))
  return [textOf(parts), ...files].filter((text) => text !== '').join('\n')
}
