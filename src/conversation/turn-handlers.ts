import type { Header } from '../protocol/index.ts'
import { textOf } from '../protocol/index.ts'
import { clear, set } from './deadline-set.ts'
import type { HeaderHandlers } from './header-handlers.ts'
import type { KnownEvent } from './shapes.ts'

/** A visitor message that no turn has taken up within this time is taken up by any hub. Milliseconds. */
const OWED_GRACE = 5_000

/** At most this many drafts are open. */
export const DRAFTS = 8

const PREVIEW = 120

export const drop = (header: Header, ...keys: (keyof Header)[]): Header => {
  if (!keys.some((key) => key in header)) return header
  const copy: { -readonly [P in keyof Header]: Header[P] } = { ...header }
  for (const key of keys) delete copy[key]
  return copy
}

/** Waits for a turn, when something is owed and the assistant could answer. */
const awaitTurn = (header: Header, at: number): Header =>
  header.owed !== undefined && (header.phase === 'bot' || header.phase === 'handback') ? set(header, 'owed', at) : clear(header, 'owed')

export const awaitSoon = (header: Header, { at }: { readonly at: number }): Header => awaitTurn(header, at + OWED_GRACE)

export const settle = (header: Header): Header => clear({ ...drop(header, 'owed', 'owedTo'), attempts: 0 }, 'owed')

type Ending = KnownEvent<'turn-done' | 'turn-aborted' | 'turn-failed'>

/** Ends the running turn, if it is this one; a turn that assisted a person owes the visitor nothing. */
const ending =
  <E extends Ending>(after: (ended: Header, event: E, late: number | undefined) => Header) =>
  (header: Header, event: E): Header => {
    const { turn } = header
    if (turn?.id !== event.data.turn || turn.attempt !== event.data.attempt) return header
    const ended = clear(drop(header, 'turn'), 'turn')
    return turn.kind ? ended : after(ended, event, turn.late)
  }

/** What was asked is answered; what came while the answer was written is not. */
const answered = (ended: Header, { at }: { readonly at: number }, late: number | undefined): Header =>
  late === undefined ? settle(ended) : awaitTurn({ ...ended, attempts: 0, owed: late }, at)

/** What the assistant owes and runs. */
export const turnHandlers = {
  'message-sent': (header, event) => {
    if (event.by.kind === 'assistant') return header.stopped ? drop(header, 'stopped') : header
    if (event.by.kind !== 'visitor') return settle(header)
    const preview = textOf(event.data.parts).slice(0, PREVIEW)
    const owing = { ...header, preview, owed: header.owed ?? event.seq, owedTo: event.seq }
    if (header.turn && !header.turn.kind) return { ...owing, turn: { ...header.turn, late: header.turn.late ?? event.seq } }
    return awaitSoon(owing, event)
  },
  'turn-started': (header, event) => {
    const { turn: id, attempt, message, until, kind } = event.data
    const turn = { id, attempt, message, floor: header.floor.number, start: event.seq }
    if (kind) return set(clear({ ...drop(header, 'assist'), turn: { ...turn, kind } }, 'assist'), 'turn', until)
    return set(clear({ ...drop(header, 'stopped'), turn, attempts: attempt }, 'owed'), 'turn', until)
  },
  'turn-done': ending<KnownEvent<'turn-done'>>(answered),
  'turn-aborted': (header, event) => {
    const { turn } = header
    return ending<KnownEvent<'turn-aborted'>>((ended, _event, late) => {
      if (event.data.reason !== 'stop' || !turn) return awaitTurn({ ...ended, attempts: 0 }, event.at)
      const { id, floor, attempt, message } = turn
      return answered({ ...ended, stopped: { id, floor, attempt, message } }, event, late)
    })(header, event)
  },
  'turn-failed': ending<KnownEvent<'turn-failed'>>((ended, { data }) => (data.retryAt === undefined ? settle(ended) : awaitTurn(ended, data.retryAt))),
  'turn-skipped': (header, event) => (header.owedTo !== undefined && header.owedTo <= event.data.upTo ? settle(header) : header),
  'assist-requested': (header, { data, seq }) =>
    header.phase === 'human' ? set({ ...header, assist: { request: data.request, seq } }, 'assist', data.until) : header,
  'assist-expired': (header) => clear(drop(header, 'assist'), 'assist'),
  'draft-offered': (header, { data }) => (header.phase === 'human' ? { ...header, drafts: [...(header.drafts ?? []), data.draft].slice(-DRAFTS) } : header),
  'draft-used': (header, { data }) => withoutDraft(header, data.draft),
  'draft-dropped': (header, { data }) => withoutDraft(header, data.draft),
} satisfies HeaderHandlers

function withoutDraft(header: Header, draft: string): Header {
  const drafts = (header.drafts ?? []).filter((open) => open !== draft)
  return drafts.length > 0 ? { ...header, drafts } : drop(header, 'drafts')
}
