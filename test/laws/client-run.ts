import { isDeepStrictEqual } from 'node:util'
import type { EventStore, Identity } from '../../src/contracts/index.ts'
import type { Chat } from '../../src/client/index.ts'
import { createChat, memoryStorage } from '../../src/client/index.ts'
import { emptyPublicView, evolvePublic, project } from '../../src/conversation/index.ts'
import type { Hub } from '../../src/hub/index.ts'
import { newId } from '../../src/internal/ids.ts'
import type { Header, Id } from '../../src/protocol/index.ts'
import { isHandbackError, textOf } from '../../src/protocol/index.ts'
import { inProcess } from '../../src/transports/in-process.ts'
import type { Bot } from './bot.ts'
import { createBot } from './bot.ts'
import type { Bubbles } from './bubbles.ts'
import { watchBubbles } from './bubbles.ts'
import { CANARY } from './cast.ts'
import type { Dice } from './dice.ts'
import { dice } from './dice.ts'
import { faultyLine } from './faulty-line.ts'
import { openHub, readLog, settled } from './open-hub.ts'
import type { Book } from './laws.ts'
import type { MakePlace } from './places.ts'
import type { Replica } from './replica.ts'
import { createReplica } from './replica.ts'
import { give, lanes, until } from './until.ts'

const rowsOf = (rows: Iterable<object>): unknown[] => [...rows].map((row) => ({ ...row, delivery: undefined }))

/** One page of a visitor on a line that keeps breaking, reloaded now and then, and two agents who come and go. */
async function visit(hub: Hub, store: EventStore, bot: Bot, book: Book, rolls: Dice): Promise<void> {
  const { tally } = book
  const storage = memoryStorage()
  const visitor: Identity = { sub: `visitor-${newId()}`, role: 'visitor', name: 'Maria' }
  const { token } = await hub.ports.tokens.issue(visitor)
  const written: string[] = []
  let line = faultyLine(inProcess(hub), rolls)
  let chat: Chat
  let bubbles: Bubbles
  let broken: unknown
  const pageNow = (): Chat => chat
  tally.conversations += 1

  const open = (): void => {
    chat = createChat({ transport: line, credentials: () => token, storage, tabs: null })
    try {
      bubbles = watchBubbles(book, chat, written)
    } catch (error) {
      broken ??= error
    }
  }
  const close = (): void => {
    bubbles.stop()
    chat.destroy()
    tally.races += line.cuts
  }
  const command = (): void => {
    tally.steps += 1
    tally.commands += 1
  }
  const write = async (): Promise<void> => {
    const text = `text ${written.length + 1}`
    command()
    await chat.sendMessage(text)
    written.push(text)
    bubbles.wrote(text)
  }
  const agents = new Map<string, Replica>()
  const agent = async (what: (one: Replica, id: Id) => Promise<void>): Promise<void> => {
    const id = chat.$state.get().conversation
    if (!id || !(await store.load(id))) return
    const sub = rolls.pick(['agent-ann', 'agent-bob'])
    const one = agents.get(sub) ?? createReplica(hub, { sub, role: 'agent', name: `Name of ${sub}` }, id)
    agents.set(sub, one)
    command()
    await what(one, id)
  }
  const order = (type: string, data: unknown) => (one: Replica, id: Id): Promise<void> =>
    one.send({ t: 'command', conversation: id, seen: one.log.cursor(), command: { id: newId(), type, data } })

  /** A verb may say no at once, where the page knows that the hub would. */
  const allowed = (error: unknown): void => {
    if (!isHandbackError(error) || error.code === 'client/closed') throw error
  }

  open()
  await write()
  for (let action = 4 + rolls.below(14); action > 0 && !broken; action -= 1) {
    const acts: readonly (() => unknown)[] = [
      write,
      write,
      write,
      () => chat.requestHuman(),
      () => chat.cancelHumanRequest().catch(allowed),
      () => chat.setVisible(true),
      () => chat.typing(),
      () => agent(order('floor-claim', {})),
      () => agent(order('message-send', { parts: [{ type: 'text', text: `agent ${action}` }] })),
      () => agent(order('note-add', { text: CANARY })),
      () => agent(order('floor-return', {})),
      () => agent(order('read-mark', { seq: 3 + rolls.below(20) })),
      async () => {
        // a reload, at any moment
        close()
        line = faultyLine(inProcess(hub), rolls)
        open()
        await chat.resume()
      },
    ]
    await acts[rolls.below(acts.length)]?.()
    await give(rolls.below(12))
  }
  line.heal()
  if (broken) throw broken
  const page = pageNow()
  const id = page.$state.get().conversation as Id
  await until('everything is acknowledged', async () => ((await store.load(id))?.seq ?? 0) > 0 && [...page.$messages.get()].every((row) => row.seq > 0), 15_000)
  await until('the hub is done', async () => settled(await store.load(id)) && bot.busy === 0)
  const whole = async () => (await readLog(store, id)).flatMap((event) => project(event) ?? []).reduce(evolvePublic, emptyPublicView)
  await until('the page has everything', async () => page.$messages.get().length >= Math.min(50, (await whole()).transcript.length) && line.open === 1, 15_000).catch((error: unknown) => {
    book.check('D1', false, () => `${String(error)}: ${page.$connection.get()}`)
  })
  // a read mark of the page itself may still be on its way
  await until('the page and the log agree', async () => {
    const rows = rowsOf(page.$messages.get())
    return isDeepStrictEqual(rows, rowsOf((await whole()).transcript).slice(-rows.length))
  }).catch(async (error: unknown) => {
    book.check('D1', false, () => `${String(error)}: ${JSON.stringify(rowsOf(page.$messages.get()))}`)
  })
  const log = await readLog(store, id)
  const header = (await store.load(id)) as Header
  book.check('D1', page.$state.get().phase === header.phase, () => `the page is ${page.$state.get().phase}, the hub ${header.phase}`)
  const said = log.flatMap(({ type, by, data }) => (type === 'message-sent' && by.kind === 'visitor' ? [textOf((data as { parts: Parameters<typeof textOf>[0] }).parts)] : []))
  book.check('D6', isDeepStrictEqual(said, written), () => `written ${written.join()}, in the log ${said.join()}`)
  book.check('D2', isDeepStrictEqual(said, written), () => `written ${written.join()}, in the log ${said.join()}`)
  book.check('D4', isDeepStrictEqual(said, written), () => `written ${written.join()}, in the log ${said.join()}`)
  close()
  for (const one of agents.values()) one.close()
}

/** Pages of visitors over a hub with one kind of store, one after the other. */
export async function runClient(book: Book, make: MakePlace, from: number, visits: number): Promise<void> {
  const place = make()
  const errors: unknown[] = []
  const bot = createBot(dice(from))
  const hub = openHub(place.store, bot, (error) => errors.push(error))
  const { random } = Math
  // a client waits a random part of each pause: no part of it, so that nothing has to be waited for
  Math.random = () => 0
  try {
    await lanes(from, visits, 8, async (seed) => {
      await visit(hub, place.store, bot, book, dice(seed))
      if (errors.length > 0) throw errors[0]
    })
  } finally {
    Math.random = random
    await hub.close()
    await place.close()
  }
}
