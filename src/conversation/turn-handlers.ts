import type { Header, Id, Part } from '../protocol/index.ts'
import { textOf } from '../protocol/index.ts'
import { clear, set } from './deadline-set.ts'
import type { Fresh } from './fresh.ts'
import { drop, put } from './fresh.ts'
import type { HeaderHandlers } from './header-handlers.ts'
import type { KnownEvent } from './shapes.ts'
import { spend } from './spending.ts'

/** A visitor message that no turn has taken up within this time is taken up by any hub. Milliseconds. */
const OWED_GRACE = 5_000

/** At most this many drafts are open. */
export const DRAFTS = 8

const PREVIEW = 120

/** Waits for a turn, when something is owed and the assistant could answer. */
const awaitTurn = (header: Fresh<Header>, at: number): Fresh<Header> =>
  header.owed !== undefined && (header.phase === 'bot' || header.phase === 'handback') ? set(header, 'owed', at) : clear(header, 'owed')

export const awaitSoon = (header: Fresh<Header>, { at }: { readonly at: number }): Fresh<Header> => awaitTurn(header, at + OWED_GRACE)

/** Nothing is owed; what the visitor has agreed to and was not done by now is not done later, out of the blue. */
export const settle = (header: Fresh<Header>): Fresh<Header> => clear(put(drop(header, 'owed', 'owedTo', 'granted'), { attempts: 0 }), 'owed')

type Ending = KnownEvent<'turn-done' | 'turn-aborted' | 'turn-failed'>

/** Ends the running turn, if it is this one; a turn that assisted a person owes the visitor nothing. */
const ending =
  <E extends Ending>(after: (ended: Fresh<Header>, event: E, late: number | undefined) => Fresh<Header>) =>
  (header: Fresh<Header>, event: E): Fresh<Header> => {
    const { turn } = header
    if (turn?.id !== event.data.turn || turn.attempt !== event.data.attempt) return header
    const ended = clear(drop(header, 'turn'), 'turn')
    return turn.kind ? ended : after(ended, event, turn.late)
  }

/** What was asked is answered; what came while the answer was written is not. */
function answered(ended: Fresh<Header>, { at }: { readonly at: number }, late: number | undefined): Fresh<Header> {
  if (late === undefined) return settle(ended)
  const { granted } = ended
  return awaitTurn(put(granted && granted.seq < late ? drop(ended, 'granted') : ended, { attempts: 0, owed: late }), at)
}

/** The visitor has said something that wants an answer. */
function owing(header: Fresh<Header>, event: { readonly seq: number; readonly at: number }): Fresh<Header> {
  const owes = put(header, { owed: header.owed ?? event.seq, owedTo: event.seq })
  if (owes.turn && !owes.turn.kind) return put(owes, { turn: { ...owes.turn, late: owes.turn.late ?? event.seq } })
  return awaitSoon(owes, event)
}

/** What a message is told by in a list: its words, or the names of its files. */
const heading = (parts: readonly Part[]): string =>
  textOf(parts) || parts.flatMap((part) => (part.type === 'attachment' ? [part.name] : [])).join(', ')

/** What the assistant owes and runs. */
export const turnHandlers = {
  'message-sent': (header, event) => {
    if (event.by.kind === 'assistant') return drop(header, 'stopped')
    if (event.by.kind !== 'visitor') return settle(header)
    return owing(put(header, { preview: heading(event.data.parts).slice(0, PREVIEW) }), event)
  },
  'permission-answered': (header, event) => {
    const { permission: action, granted } = event.data
    return owing(granted ? put(header, { granted: { action, seq: event.seq } }) : header, event)
  },
  'turn-started': (header, event) => {
    const { turn: id, attempt, message, until, kind } = event.data
    const turn = { id, attempt, message, floor: header.floor.number, start: event.seq }
    if (kind) return set(clear(put(drop(header, 'assist'), { turn: { ...turn, kind } }), 'assist'), 'turn', until)
    // an answer is counted once, whatever becomes of it: one that is stopped or given up has cost as much
    const counted = attempt === 1 ? spend(header, { turns: 1 }) : header
    return set(clear(put(drop(counted, 'stopped'), { turn, attempts: attempt }), 'owed'), 'turn', until)
  },
  'turn-done': ending<KnownEvent<'turn-done'>>(answered),
  'turn-aborted': (header, event) => {
    const { turn } = header
    return ending<KnownEvent<'turn-aborted'>>((ended, _event, late) => {
      if (event.data.reason !== 'stop' || !turn) return awaitTurn(put(ended, { attempts: 0 }), event.at)
      const { id, floor, attempt, message } = turn
      return answered(put(ended, { stopped: { id, floor, attempt, message } }), event, late)
    })(header, event)
  },
  'turn-failed': ending<KnownEvent<'turn-failed'>>((ended, { data }) => (data.retryAt === undefined ? settle(ended) : awaitTurn(ended, data.retryAt))),
  'turn-skipped': (header, event) => (header.owedTo !== undefined && header.owedTo <= event.data.upTo ? settle(header) : header),
  'assist-requested': (header, { data: { request, action, until }, seq }) =>
    header.phase === 'human' ? set(put(header, { assist: { request, seq, ...(action && { action }) } }), 'assist', until) : header,
  'assist-expired': (header) => clear(drop(header, 'assist'), 'assist'),
  'draft-offered': (header, { data }) => {
    // an action waits for a person in the queue too
    if (header.phase !== 'human' && !(header.phase === 'queued' && data.action)) return header
    const others = withoutDraft(header, data.draft)
    return kept(others, [...(others.drafts ?? []), data.draft].slice(-DRAFTS), data.action ? [...(others.actions ?? []), data.draft] : others.actions)
  },
  'draft-used': (header, { data }) => withoutDraft(header, data.draft),
  'draft-dropped': (header, { data }) => withoutDraft(header, data.draft),
} satisfies HeaderHandlers

const withoutDraft = (header: Fresh<Header>, draft: Id): Fresh<Header> => kept(header, header.drafts?.filter((open) => open !== draft), header.actions)

/** With these drafts; those of the actions that are among them. */
function kept(header: Fresh<Header>, drafts: readonly Id[] = [], actions: readonly Id[] = []): Fresh<Header> {
  const open = actions.filter((action) => drafts.includes(action))
  return put(drop(header, 'drafts', 'actions'), { ...(drafts.length > 0 && { drafts }), ...(open.length > 0 && { actions: open }) })
}
