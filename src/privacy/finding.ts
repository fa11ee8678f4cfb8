/** A personal value seen in a text: where it stands, and by what it is the same value as another. */
export interface Finding {
  readonly kind: string
  readonly start: number
  readonly end: number
  /** Equal for two spellings of one value, such as a phone number with and without blanks. */
  readonly key: string
}

/**
 * Finds values of one kind. Findings come in the order of the text and do not overlap. The time is linear in the text:
 * each detector says why.
 */
export type Detector = (text: string) => readonly Finding[]

/** The text with what was found put out of sight of the next detector; every place stays where it was. */
export function blank(text: string, findings: readonly Finding[]): string {
  if (findings.length === 0) return text
  let out = ''
  let at = 0
  for (const { start, end } of findings) {
    out += text.slice(at, start) + '\0'.repeat(end - start)
    at = end
  }
  return out + text.slice(at)
}

/** A stretch of text to be replaced: a whole finding, or what sticks out of one that a longer one covers in part. */
export interface Piece extends Finding {
  readonly whole: boolean
}

/**
 * Makes overlapping findings disjoint: the longer one wins, at the same length the earlier in the list, and what sticks out of
 * the other is a piece of its own, so that nothing found stays in sight.
 */
export function settle<F extends Finding>(findings: readonly F[], length: number): (F & Piece)[] {
  if (findings.length === 0) return []
  const ranked = findings.toSorted((one, two) => two.end - two.start - (one.end - one.start))
  const owner = new Int32Array(length).fill(-1)
  ranked.forEach(({ start, end }, rank) => {
    for (let at = start; at < end; at++) if (owner[at] === -1) owner[at] = rank
  })
  const pieces: (F & Piece)[] = []
  for (let start = 0; start < length; ) {
    const rank = owner[start] ?? -1
    let end = start + 1
    while (end < length && owner[end] === rank) end++
    const finding = ranked[rank]
    if (finding) pieces.push({ ...finding, start, end, whole: start === finding.start && end === finding.end })
    start = end
  }
  return pieces
}
