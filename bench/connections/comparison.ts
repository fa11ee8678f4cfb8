import { DatabaseSync } from 'node:sqlite'
import { textOf } from '../../src/protocol/index.ts'
import type { Id, Part } from '../../src/protocol/index.ts'

/** One message as it stands in some replica. */
export interface Message {
  readonly by: string
  readonly text: string
}

/** One message that somebody sent; every text is sent once. */
export interface Written extends Message {
  readonly who: string
  /** When it was written. */
  readonly at: number
  /** When it was acknowledged first. */
  acked?: number
  refused?: boolean
}

/** Everything there is of one conversation at the end. */
export interface Replicas {
  readonly written: readonly Written[]
  readonly log: readonly Message[]
  /** What the writers see: the visitor in each tab, and the agent. */
  readonly views: { readonly visitor: readonly (readonly Message[])[]; readonly agent: readonly (readonly Message[])[] }
}

/** What is wrong, and how much was looked at. */
export interface Counts {
  attempted: number
  acked: number
  refused: number
  /** Neither acknowledged nor refused, at the end. */
  unknown: number
  /** Shown on the other side. */
  seen: number
  /** Acknowledged and missing from some replica, or gone even from its writer's. */
  lost: number
  duplicated: number
  reordered: number
  /** Shown or stored, but never written so. */
  phantom: number
}

/** The messages of a conversation that everybody may see, straight from the file. */
export function readLog(path: string, conversation: Id): Message[] {
  const file = new DatabaseSync(path, { readOnly: true })
  try {
    const rows = file.prepare('SELECT body FROM events WHERE conversation = ? ORDER BY seq').all(conversation)
    const events = rows.map((row) => JSON.parse(String(row['body'])) as { type: string; audience: string; by: { kind: string }; data: { parts: Part[] } })
    return events
      .filter(({ type, audience }) => type === 'message-sent' && audience === 'everyone')
      .map(({ by, data }) => ({ by: by.kind, text: textOf(data.parts) }))
  } finally {
    file.close()
  }
}

const key = ({ by, text }: Message): string => `${by}: ${text}`
const keys = (list: readonly Message[]): string[] => list.map(key)

/** Those that stand after one that should be after them. */
function outOfOrder(list: readonly string[], order: readonly string[]): string[] {
  const places = new Map(order.map((each, at) => [each, at]))
  const known = list.filter((each) => places.has(each))
  return known.filter((each, at) => at > 0 && (places.get(each) ?? 0) < (places.get(known[at - 1] ?? '') ?? 0))
}
const repeated = (list: readonly string[]): string[] => list.filter((each, at) => list.indexOf(each) !== at)

export const none = (): Counts => ({ attempted: 0, acked: 0, refused: 0, unknown: 0, seen: 0, lost: 0, duplicated: 0, reordered: 0, phantom: 0 })

export function compare({ written, log, views }: Replicas): { readonly counts: Counts; /** Each defect. */ readonly words: readonly string[] } {
  const stored = keys(log)
  const [visitor, agent] = [views.visitor.map(keys), views.agent.map(keys)]
  const shown = [...visitor, ...agent]
  const replicas = [stored, ...shown]
  const sets = replicas.map((each) => new Set(each))
  const everywhere = (each: string): boolean => sets.every((set) => set.has(each))
  const attempts = written.map(key)
  const own = new Set(attempts)
  const acked = written.filter((each) => each.acked !== undefined)
  const vanished = written.filter((each) => each.acked === undefined && !each.refused && !(each.by === 'visitor' ? visitor : agent).some((view) => view.includes(key(each))))
  const senders = [...new Set(written.map(({ who }) => who))].map((who) => written.filter((each) => each.who === who).map(key))

  const found = {
    lost: [...acked.map(key).filter((each) => !everywhere(each)), ...vanished.map(key)],
    duplicated: replicas.flatMap(repeated),
    reordered: [
      ...visitor.flatMap((view) => outOfOrder(view, stored)).map((each) => `${each} (as the visitor sees it)`),
      ...agent.flatMap((view) => outOfOrder(view, stored)).map((each) => `${each} (as the agent sees it)`),
      ...senders.flatMap((sender) => outOfOrder(stored, sender)),
    ],
    phantom: [
      // what was written but never acknowledged may stand where it was written, and nowhere else
      ...shown.flatMap((view) => view.filter((each) => !sets[0]?.has(each) && !own.has(each))),
      ...stored.filter((each) => !own.has(each) && !each.startsWith('assistant: ')),
    ],
  }
  const numbers = Object.entries(found).map(([what, list]) => [what, list.length] as const)
  return {
    counts: {
      attempted: written.length,
      acked: acked.length,
      refused: written.filter((each) => each.refused && each.acked === undefined).length,
      unknown: written.filter((each) => !each.refused && each.acked === undefined).length,
      seen: attempts.filter(everywhere).length,
      ...(Object.fromEntries(numbers) as Record<keyof typeof found, number>),
    },
    words: Object.entries(found).flatMap(([what, list]) => list.map((each) => `${what}: ${each}`)),
  }
}

/** Whether nothing is on its way any more and all that people see is the same. */
export const settled = ({ written, views }: Omit<Replicas, 'log'>): boolean => {
  const [first = [], ...others] = [...views.visitor, ...views.agent].map(keys)
  const shown = new Set(first)
  return (
    written.every((each) => each.refused || (each.acked !== undefined && shown.has(key(each)))) &&
    others.every((other) => other.length === first.length && other.every((each, at) => each === first[at]))
  )
}
