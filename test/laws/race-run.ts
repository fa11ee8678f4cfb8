import fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import type { EventStore } from '../../src/contracts/index.ts'
import { decide, emptyPublicView, emptyStaffView, entryOf, evolveHeader, evolvePublic, evolveStaff, isRefusal, number, project } from '../../src/conversation/index.ts'
import { finishErasing } from '../../src/hub/erasing.ts'
import type { Executor, Order, Outcome } from '../../src/hub/execute.ts'
import { execute } from '../../src/hub/execute.ts'
import { newId } from '../../src/internal/ids.ts'
import type { Actor, Cursor, Header, StoredEvent } from '../../src/protocol/index.ts'
import { isHandbackError } from '../../src/protocol/index.ts'
import { surroundings } from '../conversation/world.ts'
import { personOf, visitor } from './cast.ts'
import type { Dice } from './dice.ts'
import { dice } from './dice.ts'
import type { Book } from './laws.ts'
import { afterConversation } from './log-laws.ts'
import { someCommand, somePolicy } from './machine-run.ts'
import type { Run } from './orders.ts'
import type { MakePlace, Place } from './places.ts'

/** These give a log another number. */
const removing: ReadonlySet<string> = new Set(['events-redact', 'conversation-erase'])

/** Some orders at once: which, through which hub and in which order follows from the seed and the state that they meet. */
interface Round {
  readonly seed: number
  readonly size: number
  readonly wait: number
}

/** One time that an order was given. */
interface Try {
  readonly order: Order
  /** `undefined` until it is answered; stays so when the hub died over it. */
  outcome?: Outcome
  /** Its effect was in the log before it was given. */
  readonly late: boolean
}

const rounds = fc.array(
  fc.record({ seed: fc.nat(), size: fc.integer({ min: 1, max: 5 }), wait: fc.constantFrom(0, 1, 700, 6_000, 61_000, 200_000, -5_000) }),
  { minLength: 3, maxLength: 16, size: 'max' },
)

const crash = new Error('The hub has died.')

/** A store whose answers come, and whose appends begin, when the scheduler says so. */
function scheduled(store: EventStore, s: fc.Scheduler, book: Book): EventStore {
  const later =
    <A extends unknown[], R>(name: string, work: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      const result = await work(...args)
      await s.schedule(Promise.resolve(), name)
      return result
    }
  return {
    ...store,
    load: later('loaded', store.load),
    caused: later('looked', store.caused),
    read: later('read', store.read),
    async append(id, batch) {
      await s.schedule(Promise.resolve(), 'append')
      try {
        await store.append(id, batch)
      } catch (error) {
        if (isHandbackError(error) && error.code === 'store/conflict') book.tally.races += 1
        throw error
      }
    },
  }
}

const same = (a: StoredEvent, b: StoredEvent): boolean =>
  // what the log told the hub is not of the machine's making
  isDeepStrictEqual(a.type === 'context-added' ? { ...a, data: null, digest: '' } : { ...a, digest: '' }, b.type === 'context-added' ? { ...b, data: null, digest: '' } : { ...b, digest: '' })

const words = (value: unknown): string => JSON.stringify(value)

/** Races of one conversation through two hubs, in an order that the scheduler makes up. */
async function race(place: Place, s: fc.Scheduler, script: readonly Round[], book: Book): Promise<void> {
  const conversation = newId()
  const { tally } = book
  const tries: Try[] = []
  /** Orders that each effect in the log can come from. */
  const owners = new Map<string, readonly Order[]>()
  const past: Run[] = []
  const policy = somePolicy(dice(script[0]?.seed ?? 0))
  let now = 1_800_000_000_000
  let model: Header | null = null
  let log: StoredEvent[] = []
  let dying = 0
  let left: { readonly look: ReturnType<Place['leftBehind']>; readonly seq: number } | undefined
  tally.conversations += 1

  const readAll = (): Promise<StoredEvent[]> => place.store.read(conversation, { after: { log: 1, seq: 0 }, limit: 100_000 })
  const hub = (store = scheduled(place.store, s, book)): Executor => ({
    store,
    policy,
    now: () => now,
    failPoint() {
      dying -= 1
      if (dying === 0) throw crash
    },
    surroundings,
    erase: (conversation) => finishErasing(store, conversation, async () => undefined),
    appended(_conversation, header) {
      // sometimes everything ends right after the acknowledgement
      if (!left && header.seq % 7 === 0) left = { look: place.leftBehind(), seq: header.seq }
    },
  })
  const hubs = [hub(), hub()]

  async function give(one: Try, by: Executor): Promise<void> {
    tries.push(one)
    tally.steps += 1
    tally.commands += 1
    try {
      const outcome = await execute(by, one.order)
      one.outcome = outcome
      if (!outcome.ok) tally.refusals += 1
    } catch (error) {
      if (error !== crash) throw error
    }
  }

  const effectOf = (order: Order): StoredEvent[] => log.filter(({ cause }) => cause === order.command.id)

  /** A new order, an old one again, or another one under the id of an old one. */
  function someOrder(rolls: Dice, seen: Cursor | null): Order {
    const old = dice(rolls.seed()).any(tries)?.order
    if (old && rolls.once(7)) return old
    let { command, by } = someCommand(model, past, tries.length, rolls)
    // a log whose contents are removed is another one; what becomes of those who follow it, whole hubs show
    while (removing.has(command.type)) ({ command, by } = someCommand(model, past, tries.length, rolls))
    // an id was first used where its first use says, whatever comes under it later
    const twin = rolls.once(12) ? old : undefined
    return {
      conversation,
      command: { ...command, id: twin?.command.id ?? command.id },
      by,
      person: personOf(by),
      seen: rolls.once(3) ? null : twin ? twin.seen : seen,
    }
  }

  /** The log since it was last read, told as one command after the other by the machine alone. */
  function explain(fresh: readonly StoredEvent[]): void {
    let at = 0
    while (at < fresh.length) {
      const cause = fresh[at]?.cause
      let end = at
      while (end < fresh.length && fresh[end]?.cause === cause) end += 1
      const group = fresh.slice(at, end)
      const before: Header | null = model
      const found = tries.filter(({ order }) => {
        if (order.command.id !== cause) return false
        const decision = decide(before, order.command, { by: order.by, person: order.person, now, policy, ...surroundings(now) })
        if (isRefusal(decision)) return false
        const { events } = number(before, decision, { cause, digest: '', now, visitor: visitor.id })
        return events.length === group.length && events.every((event, index) => same(event, group[index] as StoredEvent))
      })
      owners.set(cause ?? '', found.map(({ order }) => order))
      book.check('B7', found.length > 0, () => `no order explains ${words(group)} after ${words(before)}`)
      const base = before ?? number(null, [], { cause: '', digest: '', now, visitor: visitor.id }).header
      model = group.reduce(evolveHeader, base)
      for (const event of group) if (event.type === 'turn-started') past.push({ ...(event.data as Omit<Run, 'floor'>), floor: model.floor.number })
      at = end
    }
  }

  /** The number that acknowledges an effect; a visitor gets no hidden one, but that of what they saw last before it. */
  const toldTo = (by: Actor, effect: readonly StoredEvent[]): number | undefined => {
    const last = effect.findLast(({ audience }) => audience === 'everyone') ?? effect.at(-1)
    return last?.audience === 'staff' && by.kind === 'visitor' ? last.prev : last?.seq
  }

  const alike = (a: Order, b: Order): boolean => a.by.id === b.by.id && isDeepStrictEqual(a.command, b.command)

  /** Whether the effect in the log under an order's id is its own; `undefined` where two bodies would have had the same. */
  function owns(order: Order): boolean | undefined {
    const [one, ...others] = owners.get(order.command.id) ?? []
    if (!one) return false
    return others.every((other) => alike(other, one)) ? alike(order, one) : undefined
  }

  function judgeTry({ order, outcome, late }: Try): void {
    const effect = effectOf(order)
    const what = (): string => `${words(order.command)} by ${order.by.id} → ${words(outcome)}, in the log ${words(effect)}`
    if (!outcome) return
    const mine = owns(order)
    if (late && mine !== undefined) book.check('B4', outcome.ok === mine, what)
    if (!outcome.ok) {
      const { code, holder } = outcome.refusal
      book.check('B4', code === 'command/mismatch' ? effect.length > 0 : !late, what)
      book.check('C6', order.command.type !== 'message-send' || order.by.kind !== 'visitor' || code === 'command/mismatch' || code === 'conversation/erased', what)
      if (code === 'floor/claimed') book.check('C3', holder !== undefined && holder !== order.person.name, what)
      return
    }
    if (!mine) return
    const told = toldTo(order.by, effect)
    const first = tries.find((other) => isDeepStrictEqual(other.order, order) && other.outcome?.ok && other.outcome.at.seq === told)
    if (late) book.check('B4', outcome.at.seq === told || !first, what)
    book.check('D2', effect.filter(({ type }) => type === 'message-sent').length <= 1, what)
  }

  for (const round of script) {
    const rolls = dice(round.seed)
    now = Math.max(1, now + round.wait)
    dying = rolls.once(4) ? 1 + rolls.below(6) : 0
    const known = model as Header | null
    const seen = known && { log: known.log, seq: known.seq }
    const first = tries.length
    const running: Promise<void>[] = []
    for (let count = 0; count < round.size; count += 1) {
      const order = someOrder(rolls, seen)
      const late = effectOf(order).length > 0
      for (let times = rolls.once(5) ? 2 : 1; times > 0; times -= 1) {
        if (times === 2) tally.races += 1
        running.push(give({ order, late }, hubs[rolls.below(2)] as Executor))
      }
    }
    await s.waitFor(Promise.all(running))
    dying = 0
    // whoever never heard an answer asks again
    for (const { order } of tries.slice(first).filter(({ outcome }) => !outcome)) {
      await s.waitFor(give({ order, late: false }, hubs[0] as Executor))
    }
    const next = await readAll()
    book.check('B5', isDeepStrictEqual(next.slice(0, log.length), log), () => `after ${log.length} events the log reads otherwise`)
    const fresh = next.slice(log.length)
    log = next
    explain(fresh)
    book.check('P1', isDeepStrictEqual((await place.store.load(conversation)) ?? null, model), () => `the record is not the fold of the log: ${words(model)}`)
    for (const one of tries.slice(first)) judgeTry(one)
  }
  if (left) await lookBehind(left.look, left.seq)
  await again()
  await elbow()

  /** Every acknowledged event up to there is in what a dead process leaves. */
  async function lookBehind(look: ReturnType<Place['leftBehind']>, seq: number): Promise<void> {
    const found = look?.()
    if (!found) return
    const events = await found.store.read(conversation, { after: { log: 1, seq: 0 }, limit: 100_000 })
    book.check('B3', events.length >= seq && isDeepStrictEqual(events, log.slice(0, events.length)), () => `${seq} events were acknowledged, ${events.length} are left`)
    await found.close()
  }

  /** After a restart every order that ever had an effect is answered as before, and nothing is written. */
  async function again(): Promise<void> {
    if (dice(script.length)?.once(3)) await place.restart()
    const plain: Executor = { ...hubs[0] as Executor, store: place.store, failPoint: () => undefined }
    for (const { order, outcome } of tries) {
      const effect = effectOf(order)
      if (effect.length === 0 || !outcome) continue
      const answer = await execute(plain, { ...order, seen: null })
      const mine = owns(order)
      const holds = answer.ok ? mine !== false && (effect.some(({ seq }) => seq === answer.at.seq) || answer.at.seq === toldTo(order.by, effect)) : mine !== true && answer.refusal.code === 'command/mismatch'
      book.check('B4', holds, () => `${words(order)} was ${words(outcome)} and is ${words(answer)}`)
    }
    book.check('B4', isDeepStrictEqual(await readAll(), log), () => 'a repeated command has written something')
  }

  /** Many appends to the same place of the log. */
  async function elbow(): Promise<void> {
    const header = model as Header | null
    if (!header) return
    const one = (index: number): Promise<boolean> => {
      const drafts = [{ type: 'note-added', by: visitor, audience: 'staff', data: { note: `note-number-${index}`, text: 'x' } }] as const
      const next = number(header, drafts, { cause: `command-elbow-${index}`, digest: '', now, visitor: visitor.id })
      const batch = { expect: { log: header.log, seq: header.seq }, events: next.events, header: next.header, entry: entryOf(conversation, next.header) }
      return place.store.append(conversation, batch).then(
        () => true,
        (error: unknown) => {
          if (!isHandbackError(error) || error.code !== 'store/conflict') throw error
          return false
        },
      )
    }
    const count = 2 + (header.seq % 4)
    const won = (await Promise.all(Array.from({ length: count }, (_, index) => one(index)))).filter(Boolean).length
    tally.races += count - 1
    book.check('B2', won === 1, () => `${won} of ${count} appends won`)
    log = await readAll()
    book.check('B2', log.length === header.seq + 1, () => `the log has ${log.length} events`)
    const view = log.flatMap((event) => project(event) ?? []).reduce(evolvePublic, emptyPublicView)
    const staff = log.reduce(evolveStaff, emptyStaffView(visitor.id))
    const last = log.slice(header.seq).reduce(evolveHeader, header)
    afterConversation(book, { log, header: last, view, staff }, dice(header.seq))
  }
}

/** Races over one kind of store, one conversation after the other. */
export async function runRaces(book: Book, make: MakePlace, seed: number, numRuns: number): Promise<void> {
  const place = make()
  try {
    await fc.assert(fc.asyncProperty(fc.scheduler(), rounds, (s, script) => race(place, s, script, book)), { seed, numRuns, endOnFailure: false })
  } finally {
    await place.close()
  }
}
