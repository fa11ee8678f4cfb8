import { emptyPublicView, evolvePublic } from '../../src/conversation/index.ts'
import type { StoredEvent } from '../../src/protocol/index.ts'

/**
 * Laws of a log, each told by the events alone and by nothing that the machine computes. A judge returns what breaks its
 * law, readable; nothing when the law holds.
 */
type Judge = (log: readonly StoredEvent[]) => string[]

const silencing = new Set(['floor-claimed', 'handoff-requested', 'floor-transferred', 'conversation-closed', 'conversation-erased'])
const speaking = new Set(['floor-returned', 'handoff-cancelled', 'handoff-expired', 'conversation-reopened'])

/** The assistant never writes a message, nor asks for permission, while a person is wanted or there, or after the end. */
const silence: Judge = (log) => {
  let silent = false
  return log.flatMap((event) => {
    if (silencing.has(event.type)) silent = true
    if (speaking.has(event.type)) silent = false
    return silent && (event.type === 'message-sent' || event.type === 'permission-asked') && event.by.kind === 'assistant' ? [`the assistant spoke at ${event.seq}`] : []
  })
}

const leaving = new Set(['floor-returned', 'floor-transferred', 'conversation-closed', 'conversation-erased'])

/** In every prefix at most one person holds the floor, and only the holder gives it away or a supervisor. */
const oneHolder: Judge = (log) => {
  let holder: string | undefined
  return log.flatMap((event) => {
    const before = holder
    if (event.type === 'floor-claimed') {
      holder = event.by.id
      return before === undefined ? [] : [`${event.by.id} claimed at ${event.seq} what ${before} held`]
    }
    if (!leaving.has(event.type)) return []
    holder = undefined
    if (before === undefined || event.by.kind === 'supervisor' || event.by.kind === 'machine' || event.by.kind === 'visitor') return []
    return event.by.id === before ? [] : [`${event.by.id} gave away at ${event.seq} what ${before} held`]
  })
}

/** While a person holds the floor, people beside the holder write only as supervisors, or when invited and until they leave. */
const writers: Judge = (log) => {
  let holder: string | undefined
  let invited = new Set<string>()
  let joined = new Set<string>()
  return log.flatMap((event) => {
    const moved = leaving.has(event.type) || event.type === 'floor-claimed'
    if (moved) holder = event.type === 'floor-claimed' ? event.by.id : undefined
    if (moved) invited = new Set()
    if (moved) joined = new Set()
    if (event.type === 'participant-invited') invited.add((event.data as { agent: string }).agent)
    const uninvited = event.type === 'participant-joined' && event.by.kind === 'agent' && !invited.has(event.by.id)
    if (event.type === 'participant-joined') joined.add(event.by.id)
    if (event.type === 'participant-left') joined.delete(event.by.id)
    if (uninvited) return [`${event.by.id} joined at ${event.seq} without being invited`]
    const beside = event.type === 'message-sent' && event.by.kind === 'agent' && event.by.id !== holder && !joined.has(event.by.id)
    return beside ? [`${event.by.id} wrote at ${event.seq}`] : []
  })
}

const ends = new Set(['turn-done', 'turn-aborted', 'turn-failed'])

/**
 * One turn at a time; each attempt ends at most once; the assistant's words belong to the running one, or are what the visitor
 * had seen of the one that they stopped just before.
 */
const turns: Judge = (log) => {
  let running: string | undefined
  let stopped = false
  const over = new Set<string>()
  return log.flatMap((event) => {
    const { turn, attempt, message, reason } = event.data as { turn?: string; attempt?: number; message?: string; reason?: string }
    if (silencing.has(event.type) || event.type === 'turn-started') stopped = false
    const name = `${turn}#${attempt}`
    if (event.type === 'turn-started') {
      const wrong = running === undefined && !over.has(name) ? [] : [`${name} began at ${event.seq}, ${running ?? 'itself'} had begun`]
      running = name
      return wrong
    }
    if (event.type === 'message-sent' && event.by.kind === 'assistant') {
      const kept = stopped && (event.data as { stopped?: boolean }).stopped === true
      stopped = false
      return (running && message) || kept ? [] : [`words of no turn at ${event.seq}`]
    }
    if (silencing.has(event.type) && running) return [`${running} still ran at ${event.seq}`]
    if (!ends.has(event.type)) return []
    const wrong = running === name && !over.has(name) ? [] : [`${name} ended at ${event.seq}`]
    over.add(name)
    running = undefined
    stopped = event.type === 'turn-aborted' && reason === 'stop'
    return wrong
  })
}

/**
 * What the visitor wrote and nobody has answered, after each event. Answered is: by the assistant what stood before its turn
 * began; by a person, a hand-off, a stated failure or an end that somebody wanted, everything; by a skip what it names, by
 * the visitor's own rating only itself, and by stopping an answer what that would have answered.
 */
export function unanswered(log: readonly StoredEvent[]): number[][] {
  let open: number[] = []
  let began = 0
  const own = new Map(log.filter(({ type, by }) => type === 'message-sent' && by.kind === 'visitor').map(({ cause, seq }) => [cause, seq]))
  return log.map((event) => {
    const { retryAt, upTo, reason } = event.data as { retryAt?: number; upTo?: number; reason?: string }
    // turns that assist a person owe the visitor nothing
    if (event.type.startsWith('turn-') && event.type !== 'turn-skipped' && event.audience === 'staff') return open
    if (event.type === 'turn-started') began = event.seq
    if (event.type === 'turn-aborted' && reason === 'stop') open = open.filter((seq) => seq > began)
    if ((event.type === 'message-sent' || event.type === 'permission-answered') && event.by.kind === 'visitor') open = [...open, event.seq]
    if (event.type === 'turn-done') open = open.filter((seq) => seq > began)
    const rating = own.get(event.cause)
    if (event.type === 'turn-skipped') open = open.filter((seq) => (rating === undefined ? seq > (upTo ?? 0) : seq !== rating))
    const everything =
      (event.type === 'message-sent' && (event.by.kind === 'agent' || event.by.kind === 'supervisor')) ||
      // to be passed on is no answer for who asked something and then for a person
      (event.type === 'handoff-requested' && event.by.kind !== 'visitor') ||
      (event.type === 'turn-failed' && retryAt === undefined) ||
      event.type === 'conversation-closed' ||
      event.type === 'conversation-erased'
    if (everything) open = []
    return open
  })
}

/** No conversation closes by itself over the visitor's open question. */
export const answers: Judge = (log) => {
  const open = unanswered(log)
  return log.flatMap((event, at) => {
    // a ticket keeps what was asked
    const byItself = event.type === 'conversation-closed' && event.by.kind === 'machine' && (event.data as { reason?: string }).reason !== 'ticket'
    const left = byItself ? (open[at - 1] ?? []) : []
    return left.length > 0 ? [`closed at ${event.seq} over ${left.join()}`] : []
  })
}

/** A call of a tool has at most one result, and no result stands without its call. */
const calls: Judge = (log) => {
  const open = new Set<string>()
  return log.flatMap((event) => {
    const { call = '' } = event.data as { call?: string }
    if (event.type === 'tool-returned') return open.delete(call) ? [] : [`a result of ${call} at ${event.seq} that nothing waits for`]
    if (event.type !== 'tool-called') return []
    const wrong = open.has(call) ? [`${call} was called again at ${event.seq}`] : []
    open.add(call)
    return wrong
  })
}

/** What the visitor answers was asked of them, and is open: nobody agrees twice, or to what was left behind. */
const permissions: Judge = (log) => {
  let asked: string | undefined
  return log.flatMap((event) => {
    const { permission } = event.data as { permission?: string }
    const before = asked
    if (event.type === 'permission-asked') asked = permission
    if (event.type === 'permission-answered' || silencing.has(event.type)) asked = undefined
    if (event.type === 'message-sent' && event.by.kind === 'visitor') asked = undefined
    return event.type === 'permission-answered' && permission !== before ? [`${permission} was answered at ${event.seq}, ${before ?? 'nothing'} was asked`] : []
  })
}

/** Each draft that was offered ends at most once, and none outlives the floor that it was offered on. */
const drafts: Judge = (log) => {
  const open = new Set<string>()
  return log.flatMap((event) => {
    const { draft = '' } = event.data as { draft?: string }
    if (event.type === 'draft-offered') open.add(draft)
    if (event.type === 'draft-used' || event.type === 'draft-dropped') return open.delete(draft) ? [] : [`${draft} ended at ${event.seq}, and was not open`]
    const left = event.type === 'conversation-closed' || event.type === 'floor-returned' || event.type === 'handoff-cancelled' || event.type === 'handoff-expired'
    return left && open.size > 0 ? [`${[...open].join()} outlived ${event.type} at ${event.seq}`] : []
  })
}

/** Numbers are dense, times never go back, and `prev` is the newest event before that everyone may see. */
const chain: Judge = (log) => {
  let prev = 0
  let at = 0
  return log.flatMap((event, index) => {
    const wrong = event.seq !== index + 1 || event.prev !== prev || event.at < at ? [`event ${event.seq} stands wrong`] : []
    if (event.audience === 'everyone') prev = event.seq
    at = event.at
    return wrong
  })
}

export const judges: Readonly<Record<string, Judge>> = { silence, oneHolder, writers, turns, answers, calls, permissions, drafts, chain }

/** Everything that a visitor's page would hold of a log: the events that it gets, and what it makes of them. */
export function leaks(log: readonly StoredEvent[], project: (event: StoredEvent) => StoredEvent | undefined): string[] {
  const events = log.flatMap((event) => project(event) ?? [])
  const view = events.reduce(evolvePublic, emptyPublicView)
  const held: Readonly<Record<string, unknown>> = { events, header: view.header, rows: [...view.transcript] }
  return Object.entries(held).flatMap(([name, value]) => (/canary|digest/.test(JSON.stringify(value)) ? [`hidden words in the ${name}`] : []))
}
