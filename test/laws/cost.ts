import { decide, defaultPolicy, emptyPublicView, emptyStaffView, evolvePublic, evolveStaff, isRefusal, number, project } from '../../src/conversation/index.ts'
import type { Actor, CommandMap, CommandType, Header, KnownCommand, StoredEvent } from '../../src/protocol/index.ts'
import { ASSISTANT } from '../../src/protocol/index.ts'
import { agents, personOf, visitor } from './cast.ts'
import type { Book } from './laws.ts'

/** A conversation as it goes on and on: questions, answers, marks, and now and then a person. */
function longLog(length: number): StoredEvent[] {
  const log: StoredEvent[] = []
  let header: Header | null = null
  let made = 0
  const run = <T extends CommandType>(by: Actor, type: T, data: CommandMap[T]): void => {
    made += 1
    const now = 1_800_000_000_000 + made * 1_000
    const id = `command-${made}`
    const decision = decide(header, { id, type, data } as KnownCommand, { by, person: personOf(by), now, policy: defaultPolicy })
    if (isRefusal(decision)) throw new Error(`${type}: ${decision.code}`)
    const next = number(header, decision, { cause: id, digest: '', now, visitor: visitor.id })
    header = next.header
    log.push(...next.events)
  }
  const agent = agents[0] as Actor
  const parts = [{ type: 'text', text: 'Where is my card?' }] as const
  while (log.length < length) {
    run(visitor, 'message-send', { parts })
    const { floor, attempts, shown } = header as unknown as Header
    run(ASSISTANT, 'turn-start', { turn: `turn-${made}-xx`, attempt: attempts + 1, message: `answer-${made}` })
    run(ASSISTANT, 'turn-commit', { turn: `turn-${made - 1}-xx`, attempt: attempts + 1, floor: floor.number, parts })
    run(visitor, 'read-mark', { seq: shown })
    if (made % 50 !== 0) continue
    run(agent, 'floor-claim', {})
    run(agent, 'message-send', { parts })
    run(agent, 'floor-return', { tasks: [] })
  }
  return log.slice(0, length)
}

/** Milliseconds of the quickest of some times, once it is warm. */
function quickest(work: () => void, times = 7): number {
  let best = Number.POSITIVE_INFINITY
  for (let time = 0; time < times; time += 1) {
    const start = performance.now()
    work()
    best = Math.min(best, performance.now() - start)
  }
  return best
}

const LIMIT = 50

/** A8: 10,000 events in less than 50 ms on either side, and ten times as many events in hardly more than ten times the time. */
export function runCost(book: Book): string {
  const long = longLog(10_000)
  const longer = longLog(100_000)
  const open = (log: readonly StoredEvent[]): StoredEvent[] => log.flatMap((event) => project(event) ?? [])
  const sides: Readonly<Record<string, readonly [(log: readonly StoredEvent[]) => void, readonly StoredEvent[], readonly StoredEvent[]]>> = {
    visitor: [(log) => void log.reduce(evolvePublic, emptyPublicView), open(long), open(longer)],
    staff: [(log) => void log.reduce(evolveStaff, emptyStaffView(visitor.id)), long, longer],
  }
  return Object.entries(sides)
    .map(([side, [fold, few, many]]) => {
      const ms = quickest(() => fold(few))
      const each = quickest(() => fold(many), 3) / many.length / (ms / few.length)
      book.check('A8', ms < LIMIT, () => `${few.length} events take the ${side}'s fold ${ms.toFixed(1)} ms`)
      book.check('A8', each < 2, () => `an event costs the ${side}'s fold ${each.toFixed(1)} times as much in a log of ${many.length}`)
      return `${side} ${ms.toFixed(1)} ms for ${few.length} events, ${each.toFixed(2)} times as much for each of ${many.length}`
    })
    .join('; ')
}
