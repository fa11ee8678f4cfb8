import { isDeepStrictEqual } from 'node:util'
import type { Policy, PublicView, StaffView } from '../../src/conversation/index.ts'
import {
  allow,
  decide,
  defaultPolicy,
  emptyHeader,
  emptyPublicView,
  emptyStaffView,
  evolvePublic,
  evolveStaff,
  isRefusal,
  number,
  project,
  publicHeader,
} from '../../src/conversation/index.ts'
import type { Actor, CommandType, Header, KnownCommand, Refusal, StoredEvent } from '../../src/protocol/index.ts'
import { MACHINE } from '../../src/protocol/index.ts'
import { CANARY, actorsOf, kinds, personOf, visitor } from './cast.ts'
import type { Dice } from './dice.ts'
import { dice } from './dice.ts'
import type { Book } from './laws.ts'
import type { Run } from './orders.ts'
import { orders, someType } from './orders.ts'
import { surroundings } from '../conversation/world.ts'
import { afterStep } from './step-laws.ts'
import { deepFreeze } from './without-world.ts'

/** One thing that happens: what, by whom and with which data follows from the seed and the state that it meets. */
export interface Step {
  readonly seed: number
  /** Milliseconds since the step before; clocks jump back too. */
  readonly wait: number
}

export interface Played {
  readonly log: readonly StoredEvent[]
  readonly header: Header | null
  readonly view: PublicView
  readonly staff: StaffView
}

/** One command as the machine met it. */
export interface Trial {
  readonly command: KnownCommand
  readonly by: Actor
  readonly now: number
  readonly before: Header | null
  readonly refusal: Refusal | undefined
  readonly after: Header | null
  readonly events: readonly StoredEvent[]
  /** Whether nobody of the team was there. */
  readonly closed: boolean
}

const START = 1_800_000_000_000
const LONGEST = 140

export const somePolicy = (dice: Dice): Policy => ({
  ...defaultPolicy,
  turnAttempts: dice.pick([1, 2, 3]),
  onFailure: dice.pick(['handoff', 'notice']),
  closingTasks: dice.pick<Policy['closingTasks']>([['survey', 'summary', 'follow-up', 'anything-else'], ['survey'], ['anything-else'], []]),
  handoffLimit: dice.pick([1, 2, 3]),
  onReopen: dice.pick(['bot', 'queue', 'last-agent']),
})

export function someSteps(dice: Dice): Step[] {
  const waits = [0, 0, 1, 700, 6_000, 61_000, 200_000, -5_000, -100_000_000] as const
  return Array.from({ length: 20 + dice.below(LONGEST) }, () => ({ seed: dice.seed(), wait: dice.pick(waits) }))
}

/** Who does it: mostly somebody who may, and among people mostly the holder. */
function someActor(type: CommandType, header: Header, dice: Dice): Actor {
  const kind = dice.once(12) ? (dice.any(kinds) ?? 'visitor') : dice.pick(orders[type].by)
  const { holder } = header.floor
  if (holder?.kind === kind && !dice.once(4)) return holder
  return dice.any(actorsOf[kind]) ?? MACHINE
}

/** Makes a command up for a state. The first one of a conversation is mostly the visitor's. */
export function someCommand(header: Header | null, past: readonly Run[], index: number, dice: Dice): { readonly command: KnownCommand; readonly by: Actor } {
  const type = header || dice.once(8) ? someType(dice) : dice.pick<CommandType>(['message-send', 'message-send', 'handoff-request', 'ticket-create'])
  const known = header ?? emptyHeader(visitor.id)
  const by = someActor(type, known, dice)
  return { by, command: { id: `command-${index}`, type, data: orders[type].data({ header: known, past, index }, dice) } as KnownCommand }
}

/** Plays steps against the machine alone, folds on all sides, and holds every law of a step against what happened. */
export function playMachine(steps: readonly Step[], policy: Policy, book: Book): Played {
  const { tally } = book
  const log: StoredEvent[] = []
  const past: Run[] = []
  let header: Header | null = null
  let view = emptyPublicView
  let staff = emptyStaffView(visitor.id)
  let now = START
  tally.conversations += 1

  steps.forEach(({ seed, wait }, index) => {
    const rolls = dice(seed)
    now = Math.max(1, now + wait)
    const before = header
    const { command, by } = deepFreeze(someCommand(before, past, index, rolls))
    // a deadline mostly comes when it is due
    if (command.type === 'deadline-pass' && !rolls.once(6)) now = Math.max(now, command.data.at)
    const early = allow(before && publicHeader(before), command, by)
    const known = { summary: CANARY, fields: { email: CANARY }, articles: [] }
    const decision = decide(before, command, { by, person: personOf(by), now, policy, ...surroundings(now), ...(command.type === 'handoff-request' && before ? { known } : {}) })
    const refusal = isRefusal(decision) ? decision : undefined
    tally.steps += 1
    tally.commands += 1
    if (refusal) tally.refusals += 1
    book.check('P2', !early || isDeepStrictEqual(early, refusal), () => `${command.type} by ${by.kind}: allow ${JSON.stringify(early)}, decide ${JSON.stringify(decision)}`)
    let events: readonly StoredEvent[] = []
    if (!isRefusal(decision) && decision.length > 0) {
      const next = deepFreeze(number(before, deepFreeze(decision), { cause: command.id, digest: `digest-${CANARY}`, now, visitor: visitor.id }))
      header = next.header
      events = next.events
      for (const event of events) {
        log.push(event)
        if (event.type === 'turn-started') past.push({ ...(event.data as Omit<Run, 'floor'>), floor: next.header.floor.number })
        staff = evolveStaff(staff, event)
        const open = deepFreeze(project(event))
        if (open) view = evolvePublic(view, open)
      }
      deepFreeze(view.header)
      deepFreeze(staff.header)
    }
    afterStep(book, { command, by, now, before, refusal, after: header, events, closed: surroundings(now).closed !== undefined }, view, staff)
  })
  return { log, header, view, staff }
}
