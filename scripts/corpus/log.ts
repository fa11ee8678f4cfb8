import { staffShapes } from '../../src/conversation/staff-shapes.ts'
import { publicShapes } from '../../src/conversation/shapes.ts'
import type { Actor, EventMap, EventType, Person, StoredEvent } from '../../src/protocol/index.ts'
import { ASSISTANT, MACHINE } from '../../src/protocol/index.ts'

/** The people of the corpus, with and without a picture. */
export const jo: Person = { id: 'visitor-jo', kind: 'visitor', name: 'Visitor 1' }
export const mei: Person = { id: 'visitor-mei', kind: 'visitor', name: '梅 🌸', avatar: 'https://example.com/mei.png' }
export const sarah: Person = { id: 'agent-sarah', kind: 'agent', name: 'Sarah', avatar: 'https://example.com/sarah.png' }
export const tom: Person = { id: 'agent-tom', kind: 'agent', name: 'Tom' }
export const ada: Person = { id: 'super-ada', kind: 'supervisor', name: 'Ada' }

export const actor = ({ id, kind }: Person): Actor => ({ id, kind })
export { ASSISTANT as bot, MACHINE as machine }

const start = 1_800_000_000_000

/** Writes a log event by event, as hubs number them: one second apart, each caused by a command of its own. */
export function logbook() {
  const events: StoredEvent[] = []
  let shown = 0
  const raw = (by: unknown, type: string, data: unknown, audience: StoredEvent['audience']): number => {
    const seq = events.length + 1
    events.push({ seq, at: start + seq * 1000, by: by as Actor, type, audience, data, prev: shown, cause: `command-${seq}` })
    if (audience === 'everyone') shown = seq
    return seq
  }
  return {
    events: events as readonly StoredEvent[],
    /** An event of the vocabulary, for whom its type says; the number that it got. */
    add<T extends EventType>(by: Actor | Person, type: T, data: EventMap[T], audience?: StoredEvent['audience']) {
      if (!(type in staffShapes)) throw new Error(`${type} has no shape.`)
      return raw({ kind: by.kind, id: by.id }, type, data, audience ?? (type in publicShapes ? 'everyone' : 'staff'))
    },
    /** Anything, as it could come from the wire. */
    raw,
    /** When the next event will be, ms since 1970, and so long after. */
    after: (milliseconds: number): number => start + (events.length + 1) * 1000 + milliseconds,
  }
}

export type Logbook = ReturnType<typeof logbook>
