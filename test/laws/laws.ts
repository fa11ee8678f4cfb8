/** Every law that is proven here or named in docs/laws.md, in one sentence. */
export const laws = {
  P1: 'What the visitor sees is the public half of what the machine knows: public(fold(log)) = fold(log.map(project)).',
  P2: 'What allow refuses from the public header alone, decide refuses, in the same words.',
  A1: 'The folds take any JSON at all without throwing, twice the same, and unknown events pass through unchanged.',
  A2: 'A snapshot is as good as the log before it: folding on from it, also after JSON, leads to the same place.',
  A3: 'The machine and its folds change nothing they are given and ask for neither the time nor chance nor a locale.',
  A4: 'Events delivered twice, late or out of order never count twice and never before those they follow; a gap is asked for.',
  A5: 'A phase is only left by the transition table; whatever stands in a log illegally changes nothing.',
  A7: 'No id and no data reaches a prototype: __proto__ and its kin are data like any other.',
  A8: 'Folding is linear, 10,000 events in less than 50 ms, and a header stays below 16 KiB.',
  B1: 'seq is 1..n, without gap and without repetition.',
  B2: 'Of many appends to one place of a log exactly one wins.',
  B3: 'What was acknowledged is on disk: it is there after the process died at that very moment.',
  B4: 'A command has one effect, however often, in parallel, after a restart and through whichever hub it comes; the answer is the first one. Another body under its id is refused.',
  B5: 'Whatever was read of a log stays: every later read begins with it.',
  B6: 'A log that was replaced or has lost events is never taken for the old one: who followed it begins again.',
  B7: 'The events of one command are in the log together or not at all.',
  B8: 'Times never go back within a log, whatever the clocks do.',
  C1: 'At every moment at most one person holds the floor.',
  C2: 'The bot never writes while a person is wanted or there, nor after the end.',
  C3: 'Of many who claim at once one wins; the others are told who, and write nothing.',
  C4: 'One turn of the bot at a time; each ends exactly once, and words come only from the running one.',
  C5: 'While a person holds the floor, only the holder and supervisors write, hand back or close.',
  C6: 'A message of the visitor is never refused by the state of the conversation, unless it was erased.',
  C7: 'Every wait has a deadline and nothing else has one; what the visitor wrote is owed until it is answered.',
  C9: 'One request for a person is open at a time; asking again changes nothing.',
  C13: 'Nothing hidden reaches the visitor: no note, no summary, no failure code, no digest, nothing of other visitors.',
  C14: 'In a closed conversation nothing is said and nobody holds the floor, unless it is opened again in the same append.',
  C17: 'What a person did is asked about once, and rated and declined at most once each.',
  C18: 'A call of a tool has at most one result, and no result stands without its call.',
  C19: 'The visitor agrees only to what the assistant has asked and is still open, and at most once.',
  C20: 'What the assistant offers to a person ends at most once, and never outlives their floor or the wait for them.',
  C21: 'While nobody of the team is there nobody is kept waiting for a person, unless somebody may be in danger: the visitor is told, not again while that is the newest that was said, and what was read when a person was wanted is owed no longer.',
  C22: 'The visitor fills in only what was asked: by a message before, or by the page before the first message.',
  D1: 'From any cursor a client converges to the fold of what it may see.',
  D2: 'Every acknowledged message is there exactly once, in the same order, in every replica.',
  D3: 'A message of one’s own has one bubble from the keystroke on: never two, never none.',
  D4: 'Delivery only moves forward, failed goes back to sending only by a retry, and what was written first stands first.',
  D6: 'What was written survives a reload and is sent once.',
  D11: 'Read marks only grow.',
  D12: 'Typing and pieces of an answer are never in the log.',
  D13: 'A great gap is a snapshot, and no frame holds more than its limit.',
  F1: 'Bad input is a typed refusal at the hub and takes nothing else with it.',
} as const

export type LawId = keyof typeof laws

export const lawIds = Object.keys(laws) as LawId[]

export type StoreName = 'machine' | 'memory' | 'sqlite'

/** What runs have done. A step is one command decided and its events folded on all sides. */
export interface Tally {
  steps: number
  commands: number
  refusals: number
  /** Times that somebody was quicker: an append that lost, or a command that came twice at once. */
  races: number
  conversations: number
}

export const nothing = (): Tally => ({ steps: 0, commands: 0, refusals: 0, races: 0, conversations: 0 })

export class LawBroken extends Error {
  override readonly name = 'LawBroken'
  readonly law: LawId
  constructor(law: LawId, detail: string) {
    super(`${law}: ${laws[law]}\n  ${detail}`)
    this.law = law
  }
}

/** Counts how often each law was held against what happened, and stops at the first that does not hold. */
export interface Book {
  readonly tally: Tally
  readonly checks: Map<LawId, number>
  check(law: LawId, holds: boolean, detail: () => string): void
  /** A law whose judge names what is wrong. */
  judge(law: LawId, wrong: readonly string[]): void
}

export function openBook(): Book {
  const checks = new Map<LawId, number>()
  const check = (law: LawId, holds: boolean, detail: () => string): void => {
    checks.set(law, (checks.get(law) ?? 0) + 1)
    if (!holds) throw new LawBroken(law, detail())
  }
  return { tally: nothing(), checks, check, judge: (law, wrong) => check(law, wrong.length === 0, () => wrong.join('\n  ')) }
}
