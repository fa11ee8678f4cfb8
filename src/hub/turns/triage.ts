import type { Header, StoredEvent } from '../../protocol/index.ts'
import { textOf } from '../../protocol/index.ts'
import { narrowPublic } from '../../conversation/index.ts'
import { asksForHuman, courtesy } from '../../escalation/index.ts'

/** What is to be done about what is owed, before any model is asked. */
export type Triage = 'answer' | 'handoff' | 'finish' | 'skip'

/** The visitor's messages that nobody has answered yet. */
export function owedTexts(header: Header, events: readonly StoredEvent[]): string[] {
  const owed = header.owed ?? Number.POSITIVE_INFINITY
  return events.flatMap((event) => {
    const known = event.seq >= owed ? narrowPublic(event) : undefined
    return known?.type === 'message-sent' && known.by.kind === 'visitor' ? [textOf(known.data.parts)] : []
  })
}

/** A request for a person always wins, with or without a model; after a hand-back, thanks and goodbyes need no answer. */
export function triage(header: Header, events: readonly StoredEvent[]): Triage {
  const texts = owedTexts(header, events)
  if (texts.some(asksForHuman)) return 'handoff'
  const last = texts.at(-1)
  if (header.phase !== 'handback' || last === undefined) return 'answer'
  const kinds = texts.map(courtesy)
  if (kinds.some((kind) => kind === undefined)) return 'answer'
  const asked = header.deadlines.some(({ key }) => key === 'anything-else')
  return asked && kinds.at(-1) === 'declined' ? 'finish' : 'skip'
}
