import { isDeepStrictEqual } from 'node:util'
import { emptyHeader, emptyPublicView, emptyStaffView, evolveHeader, evolvePublic, evolveStaff } from '../../src/conversation/index.ts'
import { moves, nextPhase } from '../../src/conversation/phases.ts'
import type { StoredEvent } from '../../src/protocol/index.ts'
import { decodeClientBody, decodeClientFrame, decodeServerFrame, decodeServerFrames, encodeFrame } from '../../src/protocol/index.ts'
import type { Dice } from './dice.ts'
import type { Book } from './laws.ts'
import type { Played } from './machine-run.ts'
import { deepFreeze } from './without-world.ts'

const scalars = [null, true, 0, 0.5, -1, 1e308, 2 ** 53, '', '\ud800', '__proto__', 'constructor', 'agent-ann', 'visitor-1'] as const
const keys = ['__proto__', 'constructor', 'prototype', 'toString', 'message', 'parts', 'agent', 'visitor', 'until', 'seq', 'kind', 'id', 'tasks', 'x'] as const

/** Any JSON value, as `JSON.parse` makes it: `__proto__` may be a key like any other. */
function anyJson(dice: Dice, depth = 3): unknown {
  if (depth === 0 || dice.once(2)) return dice.pick(scalars)
  const items = Array.from({ length: dice.below(4) }, () => anyJson(dice, depth - 1))
  if (dice.once(2)) return items
  return JSON.parse(`{${items.map((item) => `${JSON.stringify(dice.pick(keys))}:${JSON.stringify(item)}`).join()}}`)
}

/** A log that no hub writes: events doubled, moved, cut, of other types, with other data and from nobody. */
function spoiled(log: readonly StoredEvent[], dice: Dice): StoredEvent[] {
  const types = log.map(({ type }) => type)
  const events = log.flatMap((event): StoredEvent[] => {
    if (!dice.once(4)) return [event]
    const other = dice.any(log) ?? event
    const field = dice.any(Object.keys(event.data as object))
    const wrong: readonly (() => StoredEvent[])[] = [
      () => [],
      () => [event, event],
      () => [event, other],
      () => [{ ...event, type: dice.any(types) ?? 'x' }],
      () => [{ ...event, type: dice.pick(['__proto__', 'constructor', 'toString', 'message-send', 'a-type-of-tomorrow', '']) }],
      () => [{ ...event, data: anyJson(dice) }],
      () => [{ ...event, data: field === undefined ? null : { ...(event.data as object), [field]: anyJson(dice) } }],
      () => [{ ...event, by: anyJson(dice) as StoredEvent['by'] }],
      () => [{ ...event, by: other.by }],
      () => [{ ...event, audience: dice.pick(['everyone', 'staff']) }],
      () => [{ ...event, at: dice.pick([0, -1, 1e15]) }],
    ]
    return dice.any(wrong)?.() ?? []
  })
  // mostly the numbers are right: what stands wrong has to be met, and not only skipped
  const right = !dice.once(5)
  return events.map((event, at) => deepFreeze(right ? { ...event, seq: at + 1 } : dice.once(9) ? { ...event, seq: dice.below(log.length + 9) } : event))
}

const rowsOf = (view: { readonly transcript: Iterable<unknown> }): unknown[] => [...view.transcript]

/** The folds over a log that is wrong in every way, and the codec over what is not even that. */
export function hostile(book: Book, { log }: Played, dice: Dice): void {
  const events = spoiled(log, dice)
  const open = events.filter(({ audience }) => audience === 'everyone')
  let header = emptyHeader('visitor-1')
  for (const event of events) {
    const next = evolveHeader(header, event)
    const legal = next.phase === header.phase || nextPhase(header.phase, event.type) === next.phase
    book.check('A5', legal, () => `${JSON.stringify(event)} led from ${header.phase} to ${next.phase}`)
    const illegal = moves(event.type) && nextPhase(header.phase, event.type) === undefined
    const { seq, shown, at } = next
    book.check('A5', !illegal || isDeepStrictEqual({ ...header, seq, shown, at }, next), () => `${JSON.stringify(event)} changed what stood in ${header.phase}`)
    book.check('D11', next.read.visitor >= header.read.visitor && next.read.staff >= header.read.staff, () => `${JSON.stringify(event)} took a mark back`)
    header = deepFreeze(next)
  }
  const view = open.reduce(evolvePublic, emptyPublicView)
  const again = open.reduce(evolvePublic, emptyPublicView)
  const staff = events.reduce(evolveStaff, emptyStaffView('visitor-1'))
  book.check('A1', isDeepStrictEqual(view.header, again.header) && isDeepStrictEqual(rowsOf(view), rowsOf(again)), () => 'two folds of one log differ')
  book.check('A1', isDeepStrictEqual(staff.header, header), () => 'the staff’s fold and the hub’s differ')
  book.check('A2', isDeepStrictEqual(JSON.parse(JSON.stringify(header)), header), () => `JSON changes ${JSON.stringify(header)}`)
  book.check('A8', JSON.stringify(header).length <= 16_384, () => 'a header that has no bound')

  const unknown = { seq: 1, at: 1, by: { kind: 'visitor', id: 'visitor-1' }, audience: 'everyone', prev: 0, cause: 'command-1' } as const
  const frame = encodeFrame({ t: 'events', conversation: 'conversation-1', log: 1, events: [{ ...unknown, type: 'of-tomorrow', data: { a: dice.pick(scalars), b: [dice.below(99)] } }] })
  const read = decodeServerFrame(frame)
  book.check('A1', read !== undefined && encodeFrame(read) === frame, () => `${frame} does not come back as it was`)
  const place = dice.below(frame.length)
  const bytes = frame.slice(0, place) + dice.pick(['', '"', '{', '[[[[[[[[', '\ud800', '\u0000', '"__proto__":{"x":1},', '9e999', frame]) + frame.slice(place + dice.below(9))
  for (const decode of [decodeServerFrame, decodeClientFrame, decodeServerFrames, decodeClientBody]) decode(bytes)
  book.check('A7', ({} as { x?: unknown }).x === undefined, () => 'an object was born with a key')
}
