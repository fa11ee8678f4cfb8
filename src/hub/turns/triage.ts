import type { Header, StoredEvent } from '../../protocol/index.ts'
import { textOf } from '../../protocol/index.ts'
import { narrowPublic } from '../../conversation/index.ts'
import { asksQuestion, courtesy } from '../../escalation/index.ts'
import { isGrave, wantsPerson, writtenIn } from './visitor-words.ts'

/** What is to be done about what is owed, before any model is asked. `handoff-beside`: something else was asked beside the wish for a person. */
export type Triage = 'answer' | 'handoff' | 'handoff-beside' | 'safety' | 'finish' | 'skip'

interface Owed {
  readonly text: string
  /** With the names of files. */
  readonly grave: boolean
  /** Written since the assistant got the floor back, so meant for it. */
  readonly fresh: boolean
  /** Asks for a person, and the visitor was not told since that nobody is there. */
  readonly wish: boolean
}

/** After these the assistant holds the floor again. */
const returns = new Set(['floor-returned', 'handoff-cancelled', 'handoff-expired'])

/** Outside the hours the visitor is told so. */
function isTold(event: StoredEvent): boolean {
  const known = event.type === 'notice' ? narrowPublic(event) : undefined
  return known?.type === 'notice' && known.data.key === 'out-of-hours'
}

function owedMessages(header: Header, events: readonly StoredEvent[]): Owed[] {
  const owed = header.owed ?? Number.POSITIVE_INFINITY
  const returned = events.findLast(({ type }) => returns.has(type))?.seq ?? 0
  const told = events.findLast((event) => isTold(event))?.seq ?? 0
  return events.flatMap((event) => {
    const known = event.seq >= owed ? narrowPublic(event) : undefined
    if (known?.type !== 'message-sent' || known.by.kind !== 'visitor') return []
    const text = textOf(known.data.parts)
    const fresh = event.seq > returned
    return [{ text, grave: isGrave(writtenIn(known.data.parts)), fresh, wish: fresh && event.seq > told && wantsPerson(text) }]
  })
}

/** The visitor's messages that nobody has answered yet, but for those that only a person may read. */
export const owedTexts = (header: Header, events: readonly StoredEvent[]): string[] =>
  owedMessages(header, events).flatMap(({ text, grave }) => (grave ? [] : text))

/**
 * Who may be in danger is for a person, and no model reads it: not even when nobody came in time, where there is nothing to add to
 * what the visitor was told then. A request for a person always wins, with or without a model. During the closing tasks thanks and goodbyes need no answer,
 * and of what was said to the person only an open question does: whoever handed back had read the rest.
 */
export function triage(header: Header, events: readonly StoredEvent[]): Triage {
  const owed = owedMessages(header, events)
  const grave = owed.filter((one) => one.grave)
  if (grave.some(({ fresh }) => fresh)) return 'safety'
  const wants = ({ text, fresh }: Owed): boolean => courtesy(text) === undefined && (fresh || asksQuestion(text))
  if (owed.some(({ wish }) => wish)) return owed.some((one) => !one.wish && !one.grave && wants(one)) ? 'handoff-beside' : 'handoff'
  if (grave.length > 0 && grave.length === owed.length) return 'skip'
  const permitted = events.some(({ type, seq }) => type === 'permission-answered' && seq >= (header.owed ?? seq + 1))
  if (header.phase !== 'handback' || permitted) return 'answer'
  if (owed.some(wants)) return 'answer'
  const last = owed.at(-1)
  return last?.fresh && courtesy(last.text) === 'declined' ? 'finish' : 'skip'
}
