import { isDeepStrictEqual } from 'node:util'
import type { Identity } from '../../src/contracts/index.ts'
import { emptyHeader, emptyPublicView, emptyStaffView, entryOf, evolveHeader, evolvePublic, evolveStaff, project, projectForStaff, publicHeader } from '../../src/conversation/index.ts'
import type { Hub } from '../../src/hub/index.ts'
import type { Cursor, Header, Id, StoredEvent } from '../../src/protocol/index.ts'
import { memoryStore } from '../../src/stores/memory.ts'
import { createBot } from './bot.ts'
import type { Dice } from './dice.ts'
import { dice as diceOf } from './dice.ts'
import { openHub, readLog, settled } from './open-hub.ts'
import type { Book } from './laws.ts'
import { createReplica } from './replica.ts'
import { until } from './until.ts'

export interface Told {
  readonly id: Id
  readonly visitor: Identity
  readonly header: Header
  readonly log: readonly StoredEvent[]
}

const agent: Identity = { sub: 'agent-ann', role: 'agent', name: 'Ann' }

const MOST_EVENTS = 500
const MOST_BYTES = 262_144

/** A client that has a part of a log, whatever part, and comes back to a hub. */
async function comeBack(book: Book, hub: Hub, { id, visitor, header, log }: Told, had: readonly StoredEvent[], at: Cursor, staff: boolean): Promise<void> {
  const replica = createReplica(hub, staff ? agent : visitor, id)
  const before = had.reduce(evolveHeader, { ...emptyHeader(header.visitor), log: at.log })
  const known = had.flatMap((event) => (staff ? projectForStaff(event) : (project(event) ?? [])))
  if (known.length > 0) {
    replica.log.snapshot({ t: 'snapshot', conversation: id, at, header: staff ? before : publicHeader(before), tail: known, signals: [] })
  }
  // who has nothing has no cursor either
  await replica.follow(known.length > 0 || at.log !== header.log ? at : null)
  const newest = staff ? header.seq : header.shown
  const whole = staff
    ? log.reduce(evolveStaff, { ...emptyStaffView(header.visitor), header: { ...emptyHeader(header.visitor), log: header.log } })
    : log.flatMap((event) => project(event) ?? []).reduce(evolvePublic, { ...emptyPublicView, header: { ...emptyPublicView.header, log: header.log } })
  const there = (): boolean => replica.log.cursor()?.seq === newest && isDeepStrictEqual(replica.log.view()?.header, whole.header)
  const what = `${staff ? 'staff' : 'the visitor'} from ${at.log}.${at.seq} to ${header.log}.${newest}`
  const law = at.log === header.log && at.seq <= header.seq ? 'D1' : 'B6'
  try {
    await until(what, there, 2_000)
    book.check(law, true, () => '')
  } catch {
    book.check(law, false, () => `${what}: stays at ${JSON.stringify(replica.log.cursor())}, ${JSON.stringify(replica.log.view()?.header)}`)
  }
  for (const frame of replica.frames) {
    if (frame.t === 'events') book.check('D13', frame.events.length <= MOST_EVENTS && JSON.stringify(frame).length <= MOST_BYTES, () => `a frame of ${frame.events.length} events`)
    if (frame.t === 'snapshot') book.check('D13', frame.tail.length <= MOST_EVENTS, () => `a snapshot of ${frame.tail.length} events`)
  }
  replica.close()
}

/** D1: from any cursor of this log, and from none of it. */
export async function gaps(book: Book, told: Told & { readonly hub: Hub }, dice: Dice): Promise<void> {
  const { hub, header, log } = told
  const staff = dice.once(2)
  const part = log.slice(0, dice.below(log.length + 1))
  const last = staff ? part.at(-1) : part.findLast(({ audience }) => audience === 'everyone')
  await comeBack(book, hub, told, part, { log: header.log, seq: last?.seq ?? 0 }, staff)
  if (dice.once(4)) await comeBack(book, hub, told, part, { log: header.log + 1 + dice.below(3), seq: dice.below(99) }, staff)
}

/** B6: a backup is put back that lacks the newest events; who had them begins again. */
export async function restored(book: Book, { id, visitor, header, log }: Told, dice: Dice): Promise<void> {
  if (!dice.once(3) || log.length < 4) return
  const ends = log.flatMap((event, at) => (at > 0 && log[at + 1]?.cause !== event.cause ? at + 1 : []))
  const kept = log.slice(0, ends[dice.below(Math.max(1, ends.length - 1))] ?? log.length)
  const store = memoryStore()
  const left = kept.reduce(evolveHeader, emptyHeader(header.visitor))
  await store.append(id, { expect: null, events: kept, header: left, entry: entryOf(id, left) })
  const bot = createBot(diceOf(1))
  const hub = openHub(store, bot, (error) => {
    throw error
  })
  try {
    // what is owed in the old state is answered again
    await until('the hub is done', async () => settled(await store.load(id)) && bot.busy === 0)
    const now = (await store.load(id)) as Header
    const told = { id, visitor, header: now, log: await readLog(store, id) }
    for (const staff of [true, false]) {
      const [had, has] = staff ? [header.seq, now.seq] : [header.shown, now.shown]
      if (had > has) await comeBack(book, hub, told, log, { log: 1, seq: had }, staff)
    }
  } finally {
    await hub.close()
    await store.close()
  }
}
