import { isDeepStrictEqual } from 'node:util'
import type { PublicView, StaffView } from '../../src/conversation/index.ts'
import { publicHeader } from '../../src/conversation/index.ts'
import { nextPhase } from '../../src/conversation/phases.ts'
import type { Header, StoredEvent } from '../../src/protocol/index.ts'
import { CANARY } from './cast.ts'
import type { Book } from './laws.ts'
import type { Trial } from './machine-run.ts'

const has = (events: readonly StoredEvent[], ...types: string[]): boolean => events.some(({ type }) => types.includes(type))

/** What a signal is called, and what no event may be called. */
const signals = ['typing', 'text-delta', 'stream-ask', 'queue', 'delivered', 'head', 'presence']

const lively = ['message-sent', 'turn-started', 'turn-done', 'floor-claimed', 'handoff-requested']

const words = (value: unknown): string => JSON.stringify(value)

/** Where the table leads, event by event; `undefined` as soon as one may not stand there. */
const walk = (before: Header | null, events: readonly StoredEvent[]): string => {
  let phase = before?.phase ?? 'bot'
  for (const { type } of events) phase = nextPhase(phase, type) ?? phase
  return phase
}

/** What a conversation in this state lacks to be left by itself, or has and should not. */
function waits({ phase, deadlines, owed, turn, away, summary, assist, filing }: Header): string[] {
  const has = deadlines.map(({ key }) => key)
  const assistant = phase === 'bot' || phase === 'handback'
  const wanted: Readonly<Record<string, boolean>> = {
    queue: phase === 'queued',
    idle: assistant,
    'agent-back': away === true,
    turn: turn !== undefined,
    owed: assistant && owed !== undefined && turn === undefined,
    summary: summary !== undefined,
    assist: assist !== undefined,
    ticket: filing !== undefined,
  }
  return [
    ...Object.entries(wanted).flatMap(([key, when]) => (when === (has as string[]).includes(key) ? [] : [`${key}: ${String(when)} wanted in ${phase}`])),
    ...(new Set(has).size < has.length ? ['one key twice'] : []),
    ...(deadlines.some(({ at }, index) => at < (deadlines[index - 1]?.at ?? 0)) ? ['not the earliest first'] : []),
  ]
}

/** Whether an answer is begun that has not read all that it would settle. */
const overlooks = ({ type, data }: Trial['command'], before: Header | null): boolean =>
  type === 'turn-start' && !data.kind && data.upTo !== undefined && data.upTo < (before?.owedTo ?? 0)

/** The laws that one step can break. */
export function afterStep(book: Book, { command, by, before, refusal, after, events, closed }: Trial, view: PublicView, staff: StaffView): void {
  const what = (): string => `${words(command)} by ${by.kind} ${by.id} in ${before?.phase ?? 'nothing'} → ${words(refusal ?? events)}`
  if (refusal) {
    book.check('F1', /^[a-z-]+\/[a-z-]+$/.test(refusal.code) && refusal.message !== '', what)
    book.check('C6', command.type !== 'message-send' || by.kind !== 'visitor' || (refusal.code === 'conversation/erased' && before?.erased === true), what)
    if (refusal.code === 'floor/claimed') {
      const holder = before?.people.find(({ id }) => id === before.floor.holder?.id)
      book.check('C3', before?.phase === 'human' && holder?.id !== by.id && refusal.holder === holder?.name, what)
    }
    return
  }
  if (!after || events.length === 0) return
  book.check('P1', isDeepStrictEqual(view.header, publicHeader(after)), () => `${what()}\n  public ${words(view.header)}\n  hub    ${words(publicHeader(after))}`)
  book.check('P1', isDeepStrictEqual(staff.header, after), () => `${what()}\n  staff ${words(staff.header)}\n  hub   ${words(after)}`)
  book.check('A5', after.phase === walk(before, events), () => `${what()} led to ${after.phase}`)
  const changed = !isDeepStrictEqual(before?.floor.holder ?? null, after.floor.holder)
  book.check('C1', after.phase !== 'human' || after.floor.holder !== null, what)
  book.check('C3', !before || !changed || after.floor.number > before.floor.number, what)
  book.check('C3', !before || before.phase !== 'human' || !has(events, 'floor-claimed'), what)
  book.check('C2', command.type !== 'turn-commit' || command.data.floor === before?.floor.number, what)
  book.check('C7', !overlooks(command, before), what)
  book.judge('C7', waits(after).map((wrong) => `${wrong}: ${words(after)}`))
  book.check('C9', !(before?.handoff && before.phase === 'queued') || !has(events, 'handoff-requested'), what)
  if (closed) {
    const danger = command.type === 'handoff-request' ? command.data.rule : command.type === 'turn-commit' ? command.data.handoff?.rule : undefined
    book.check('C21', !has(events, 'handoff-requested') || danger === 'safety', what)
  }
  // who is told that nobody is there waits for nobody, and was not passed over
  const told = events.some(({ type, data }) => type === 'notice' && (data as { readonly key?: unknown }).key === 'out-of-hours')
  // a wish beside a question does not say what was read for it: all of that is still owed an answer, no less and no more
  const beside = command.type === 'handoff-request' && command.data.upTo === undefined
  const right = beside ? after.owed === before?.owed && after.owedTo === before?.owedTo : after.owed === undefined || after.owed === before?.turn?.late
  book.check('C21', !told || (closed && after.phase === 'bot' && (by.kind === 'visitor' || right)), what)
  const again = told && before?.awayTold && before.awayTold.at === after.awayTold?.at && !has(events, 'message-sent')
  book.check('C21', !again, what)
  book.check('C14', before?.phase !== 'closed' || has(events, 'conversation-reopened') || !(changed || has(events, ...lively)), what)
  book.check('C14', after.phase !== 'closed' || (after.floor.holder === null && !after.turn && !after.stream), what)
  book.check('D11', !before || (after.read.visitor >= before.read.visitor && after.read.staff >= before.read.staff), what)
  book.check('D11', after.read.visitor <= after.shown && after.read.staff <= after.shown, what)
  book.check('D12', !has(events, ...signals), what)
  book.check('A8', command.data === undefined || after.people.length <= 16, what)
}

/** Whether a projected event holds anything that is not the visitor's. */
export const leaks = (event: StoredEvent): boolean => event.audience !== 'everyone' || 'digest' in event || words(event).includes(CANARY)

