import { isDeepStrictEqual } from 'node:util'
import type { EventStore, Identity } from '../../src/contracts/index.ts'
import { emptyPublicView, emptyStaffView, evolvePublic, evolveStaff, project } from '../../src/conversation/index.ts'
import type { Hub } from '../../src/hub/index.ts'
import { newId } from '../../src/internal/ids.ts'
import type { EventMap, FormPart, Header, Id, StoredEvent } from '../../src/protocol/index.ts'
import type { Bot } from './bot.ts'
import { createBot } from './bot.ts'
import { CANARY } from './cast.ts'
import type { Dice } from './dice.ts'
import { dice } from './dice.ts'
import { badInput } from './bad-input.ts'
import type { Book } from './laws.ts'
import { LawBroken } from './laws.ts'
import { afterConversation } from './log-laws.ts'
import { someCommand } from './machine-run.ts'
import { someForm } from './orders.ts'
import { openHub, readLog, settled } from './open-hub.ts'
import { gaps, restored } from './past-laws.ts'
import type { MakePlace } from './places.ts'
import type { Answer, Replica } from './replica.ts'
import { createReplica } from './replica.ts'
import { give, lanes, until } from './until.ts'

/** After so many conversations the hub and its store begin anew. */
const BETWEEN_RESTARTS = 32

const rowsOf = (view: { readonly transcript: Iterable<object> }): unknown[] => [...view.transcript].map((row) => ({ ...row, delivery: undefined }))

/** D1 and D2: a replica holds the fold of what it may see, with each event once. */
function converged(book: Book, replica: Replica, header: Header, log: readonly StoredEvent[]): void {
  const seen = log.flatMap((event) => (replica.staff ? event : (project(event) ?? [])))
  const { log: number } = header
  const [staff, open] = [emptyStaffView(header.visitor), emptyPublicView]
  const whole = replica.staff
    ? seen.reduce(evolveStaff, { ...staff, header: { ...staff.header, log: number } })
    : seen.reduce(evolvePublic, { ...open, header: { ...open.header, log: number } })
  const view = replica.log.view()
  const rows = view ? rowsOf(view) : []
  book.check('D1', isDeepStrictEqual(view?.header, whole.header), () => `${replica.staff ? 'staff' : 'the visitor'} at ${JSON.stringify(view?.header)}\n  not ${JSON.stringify(whole.header)}`)
  book.check('D2', header.erased || isDeepStrictEqual(rows, rowsOf(whole).slice(-rows.length || rows.length)), () => `rows ${JSON.stringify(rows)}\n  not ${JSON.stringify(rowsOf(whole))}`)
}

/** C22: what asks stands before what answers. What a message asked that was redacted since, nobody can tell. */
function formsWereAsked(book: Book, log: readonly StoredEvent[]): void {
  if (log.some(({ type }) => type === 'events-redacted')) return
  const asked = new Set<Id>()
  let hasWritten = false
  for (const { type, by, data } of log) {
    if (type === 'message-sent') {
      hasWritten ||= by.kind === 'visitor'
      for (const part of (data as EventMap['message-sent']).parts) if (part.type === 'form') asked.add(part.form)
    }
    if (type !== 'form-submitted') continue
    const answer = data as EventMap['form-submitted']
    book.check('C22', answer.asked ? !hasWritten : asked.has(answer.form), () => JSON.stringify(answer))
  }
}

const refusedFor = (answer: Answer | undefined): boolean => answer?.ok === false && answer.refusal.code !== 'conversation/erased'

async function conversation(hub: Hub, store: EventStore, bot: Bot, book: Book, rolls: Dice): Promise<void> {
  const { tally } = book
  const id = newId()
  const visitor: Identity = { sub: `visitor-${id}`, role: 'visitor', name: 'Maria' }
  const stranger = createReplica(hub, { sub: `stranger-${id}`, role: 'visitor', name: 'Boris' }, id)
  const own = createReplica(hub, visitor, id)
  const other = createReplica(hub, visitor, id)
  const team = ['agent-ann', '__proto__', 'super-sue'].map((sub, index) =>
    createReplica(hub, { sub, role: index === 2 ? 'supervisor' : 'agent', name: `Name of ${sub}` }, id),
  )
  const replicas = [own, other, ...team]
  const sent: { readonly command: Id; readonly by: Replica; readonly text: string }[] = []
  const forms: FormPart[] = []
  let written = 0
  tally.conversations += 1

  const say = async (by: Replica, type: string, data: unknown): Promise<Id> => {
    const command = newId()
    tally.steps += 1
    tally.commands += 1
    await by.send({ t: 'command', conversation: id, seen: by.log.cursor(), command: { id: command, type, data } })
    const answer = by.answer(command)
    if (answer && !answer.ok) {
      tally.refusals += 1
      book.check('F1', /^[a-z-]+\/[a-z-]+$/.test(answer.refusal.code), () => JSON.stringify(answer))
    }
    return command
  }
  const write = async (by: Replica): Promise<void> => {
    written += 1
    const text = `text ${written} of ${id}`
    const command = await say(by, 'message-send', { parts: [{ type: 'text', text }] })
    sent.push({ command, by, text })
    // a line that was cut tells nothing
    if (!by.staff) book.check('C6', !refusedFor(by.answer(command)), () => JSON.stringify(by.answer(command)))
  }

  const ask = (by: Replica): Promise<Id> => {
    const form = someForm(rolls)
    forms.push(form)
    return say(by, 'message-send', { parts: [form] })
  }
  const fill = (): Promise<Id> => {
    const form = rolls.any(forms) ?? someForm(rolls)
    return say(own, 'form-submit', { form: form.form, values: { [form.fields[0]?.name ?? 'name']: 'Yes' } })
  }

  await write(own)
  for (const replica of replicas) await replica.follow()
  await stranger.follow()
  const running: Promise<unknown>[] = []
  const broken: unknown[] = []
  for (let action = 8 + rolls.below(20); action > 0; action -= 1) {
    const replica = rolls.any(replicas) ?? own
    const agent = rolls.any(team) ?? own
    const header = (await store.load(id)) ?? null
    const { command } = someCommand(header, [], sent.length, rolls)
    const acts: readonly (() => Promise<unknown>)[] = [
      () => write(own),
      () => write(own),
      () => write(agent),
      () => say(rolls.once(2) ? own : agent, command.type, command.data),
      () => say(rolls.once(2) ? own : agent, command.type, command.data),
      () => Promise.all(team.map((one) => say(one, 'floor-claim', {}))),
      () => say(agent, 'floor-return', {}),
      () => say(agent, 'note-add', { text: CANARY }),
      () => ask(agent),
      () => fill(),
      () => say(own, 'handoff-request', {}),
      () => replica.reconnect(),
      () => replica.send({ t: 'signal', topic: `conversation:${id}`, signal: { ttl: 6_000, data: { type: 'typing' } } }),
      () => say(stranger, command.type, command.data),
      () => say(stranger, 'message-send', { parts: [{ type: 'text', text: 'Let me in.' }] }),
      () => badInput(book, replica, id, rolls),
    ]
    running.push((acts[rolls.below(acts.length)] as () => Promise<unknown>)().catch((error: unknown) => broken.push(error)))
    if (running.length > 1) tally.races += 1
    await give(rolls.below(8))
  }
  await Promise.all(running)
  if (broken.length > 0) throw broken[0]
  await until('the hub is done', async () => settled(await store.load(id)) && bot.busy === 0)
  const header = (await store.load(id)) as Header
  const log = await readLog(store, id)
  for (const replica of replicas) {
    const head = replica.staff ? header.seq : header.shown
    await until('everybody has heard of everything', () => replica.log.cursor()?.seq === head)
    converged(book, replica, header, log)
  }
  // what was erased has another log, in which nothing can be found any more
  if (header.log === 1) afterConversation(book, { log, header, view: viewOf(log), staff: log.reduce(evolveStaff, emptyStaffView(header.visitor)) }, rolls)
  formsWereAsked(book, log)
  for (const { command, by, text } of sent) {
    const found = log.filter((event) => event.type === 'message-sent' && JSON.stringify(event.data).includes(`"${text}"`))
    const answer = by.answer(command)
    if (header.log === 1) book.check('D2', answer ? found.length === (answer.ok ? 1 : 0) : found.length <= 1, () => `${text}: ${JSON.stringify(answer)}, ${found.length} times in the log`)
  }
  book.check('D12', !log.some(({ type }) => ['typing', 'text-delta', 'delivered', 'queue', 'stream-ask'].includes(type)), () => 'a signal is in the log')
  book.check('C13', !/canary|"digest"/.test(own.bytes + other.bytes), () => 'hidden words have reached the visitor')
  book.check('C13', !log.some(({ by }) => by.id === `stranger-${id}`), () => 'a stranger has written into the log')
  book.check('C13', !stranger.bytes.includes(`of ${id}`) && stranger.frames.every(({ t }) => t !== 'snapshot' && t !== 'events'), () => 'a stranger has heard something')
  await gaps(book, { hub, id, visitor, header, log }, rolls)
  await restored(book, { id, visitor, header, log }, rolls)
  for (const replica of [...replicas, stranger]) replica.close()
}

const viewOf = (log: readonly StoredEvent[]) => log.flatMap((event) => project(event) ?? []).reduce(evolvePublic, emptyPublicView)

/** Whole hubs over one kind of store: links, rooms, the bot, and everybody at once. */
export async function runHub(book: Book, make: MakePlace, from: number, conversations: number): Promise<void> {
  const place = make()
  const errors: unknown[] = []
  const bot = createBot(dice(from))
  let hub = openHub(place.store, bot, (error) => errors.push(error))
  try {
    for (let seed = from; seed < from + conversations; seed += BETWEEN_RESTARTS) {
      await lanes(seed, Math.min(BETWEEN_RESTARTS, from + conversations - seed), 8, async (one) => {
        await conversation(hub, place.store, bot, book, dice(one))
        if (errors.length > 0) throw new LawBroken('F1', `the hub failed: ${String((errors[0] as Error).stack ?? errors[0])}`)
      })
      await hub.close()
      await place.restart()
      hub = openHub(place.store, bot, (error) => errors.push(error))
    }
  } finally {
    await hub.close()
    await place.close()
  }
}
