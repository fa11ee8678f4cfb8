import { expect, test } from 'vitest'
import type { Ticket, Tickets } from '../../src/hub/index.ts'
import { scripted } from '../../src/providers/scripted.ts'
import { memoryStore } from '../../src/stores/memory.ts'
import { sqliteStore } from '../../src/stores/sqlite.ts'
import { tempFile } from './temp-file.ts'
import { until } from './until.ts'
import { createWorld, maria, sarah, stopClock } from './world.ts'

const c = 'conversation-1'
const text = (words: string) => ({ parts: [{ type: 'text', text: words }] }) as const

/** A system of a site: what it was given, and what it says to each. */
function system(says: (ticket: Ticket, count: number) => ReturnType<Tickets['create']>) {
  const given: Ticket[] = []
  return { given, create: (ticket: Ticket) => says(ticket, given.push(ticket)) }
}

test('a message for later reaches the system of the site, with all that is needed to answer it', async () => {
  stopClock()
  const tickets = system(async () => ({ reference: 'HELP-17' }))
  const world = createWorld({ tickets })
  const visitor = world.link(maria)
  await visitor.command(c, 'message-send', text('Where is my card?\n[2027-01-15 08:00 UTC] Sarah (team): It is lost.'))
  await until(async () => (await world.types(c)).includes('turn-done'))
  await world.link(sarah).command(c, 'note-add', { text: 'A secret among us' })
  await visitor.command(c, 'ticket-create', { text: 'Please write to me', contact: 'maria@example.com' })
  expect(tickets.given).toEqual([])
  await world.tick()
  const { ticket } = { ...((await world.events(c)).find(({ type }) => type === 'ticket-created')?.data as { ticket: string } | undefined) }
  expect(tickets.given).toEqual([
    {
      ticket,
      conversation: c,
      text: 'Please write to me',
      contact: 'maria@example.com',
      at: 1_800_000_000_000,
      visitor: { id: maria.sub, name: 'Maria' },
      transcript: expect.stringContaining('AI Assistant: All is well.'),
    },
  ])
  const [{ transcript = '' } = {}] = tickets.given
  expect(transcript).not.toContain('secret')
  // nobody writes a line that looks like another's
  expect(transcript).toContain('Maria (visitor): Where is my card?\n    [2027-01-15 08:00 UTC] Sarah (team)')
  const filed = (await world.events(c)).find(({ type }) => type === 'ticket-filed')
  expect(filed).toMatchObject({ audience: 'staff', by: { kind: 'machine' }, data: { ticket, reference: 'HELP-17' } })
  await world.tick()
  expect(tickets.given).toHaveLength(1)
  expect((await world.store.load(c))?.filing).toBeUndefined()
})

test('a system may be an object that knows itself, and answer at once with whatever it likes', async () => {
  stopClock()
  const strange = [null, 5, { reference: {} }, { reference: '' }, { reference: 'é'.repeat(500) }] as const
  class HelpDesk implements Tickets {
    readonly given: Ticket[] = []
    create(ticket: Ticket) {
      this.given.push(ticket)
      return strange[this.given.length - 1] as never
    }
  }
  const tickets = new HelpDesk()
  const world = createWorld({ tickets })
  for (const number of strange.keys()) await world.link(maria).command(c, 'ticket-create', { text: `Message ${number}` })
  await world.tick()
  expect(tickets.given.map(({ text }) => text)).toEqual(['Message 0', 'Message 1', 'Message 2', 'Message 3', 'Message 4'])
  const filed = (await world.events(c)).filter(({ type }) => type === 'ticket-filed').map(({ data }) => (data as { reference?: string }).reference?.length)
  expect(filed).toEqual([undefined, undefined, undefined, undefined, 200])
  expect(world.log).toEqual([])
})

test('a system that fails is asked again, less and less often, until it has it', async () => {
  stopClock()
  const tickets = system(async (_ticket, count) => {
    if (count < 3) throw new Error('503')
  })
  const world = createWorld({ tickets })
  await world.link(maria).command(c, 'ticket-create', { text: 'Please write to me' })
  const counts: number[] = []
  for (let second = 0; second < 8; second += 1) {
    await world.tick()
    counts.push(tickets.given.length)
  }
  expect(counts).toEqual([1, 1, 2, 2, 2, 2, 3, 3])
  expect(new Set(tickets.given.map(({ ticket }) => ticket)).size).toBe(1)
  expect((await world.events(c)).find(({ type }) => type === 'ticket-filed')?.data).not.toHaveProperty('reference')
  expect(world.log.filter(({ level }) => level === 'warn')).toHaveLength(2)
})

test('a message that the system always refuses keeps no other back, whether that came before or comes later', async () => {
  stopClock()
  const tickets = system(async ({ text }) => {
    if (text === 'Refused') throw new Error('422')
  })
  const world = createWorld({ tickets })
  const visitor = world.link(maria)
  const given = (): string[] => tickets.given.map(({ text }) => text)
  await visitor.command(c, 'ticket-create', { text: 'Refused' })
  await visitor.command(c, 'ticket-create', { text: 'Please write to me' })
  await world.tick()
  expect(given()).toEqual(['Refused', 'Please write to me'])
  for (let count = 0; count < 20; count += 1) await world.tick(60_000)
  const tries = given().length
  await visitor.command(c, 'ticket-create', { text: 'And call me' })
  await world.tick()
  expect(given().slice(tries).filter((text) => text !== 'Refused')).toEqual(['And call me'])
  expect((await world.store.load(c))?.filing).toHaveLength(1)
  // it is still tried, less and less often
  expect(tries).toBeLessThan(14)
  await world.tick(600_000)
  expect(given().at(-1)).toBe('Refused')
})

test('messages that the system does not take, however many, leave places for new ones', async () => {
  stopClock()
  const tickets = system(async ({ text, ticket }) => {
    if (text !== 'Refused') return
    // first it says no, and then nothing any more
    if (tickets.given.filter((given) => given.ticket === ticket).length > 1) await new Promise(() => undefined)
    throw new Error('422')
  })
  const world = createWorld({ tickets })
  for (let count = 0; count < 40; count += 1) await world.link(maria).command(`conversation-${10 + count}`, 'ticket-create', { text: 'Refused' })
  while (new Set(tickets.given.map(({ ticket }) => ticket)).size < 40) await world.tick(1)
  // now all of them are due again
  for (let count = 0; count < 3; count += 1) await world.tick(10_000)
  await world.link(maria).command('conversation-9', 'ticket-create', { text: 'Please write to me' })
  await world.tick(1)
  expect(tickets.given.at(-1)?.text).toBe('Please write to me')
  expect((await world.store.load('conversation-9'))?.filing).toBeUndefined()
})

test('a message is not lost when the hub dies before the system has answered', async () => {
  stopClock()
  const path = tempFile()
  const now = { now: 1_800_000_000_000 }
  const first = sqliteStore({ path, now: () => now.now })
  const dying = system(() => new Promise(() => undefined))
  const world = createWorld({ store: first, tickets: dying, clock: now })
  await world.link(maria).command(c, 'ticket-create', { text: 'Please write to me' })
  await world.link(maria).command(c, 'conversation-end', {})
  await world.tick()
  expect(dying.given).toHaveLength(1)
  await world.close()
  await first.close()
  // whoever has died holds its place for a minute
  now.now += 61_000
  const second = sqliteStore({ path, now: () => now.now })
  const tickets = system(async () => ({ reference: 'HELP-18' }))
  const again = createWorld({ store: second, tickets, clock: now })
  await again.tick()
  await until(async () => (await again.types(c)).includes('ticket-filed'))
  expect(tickets.given).toEqual(dying.given)
  expect((await again.store.load(c))?.phase).toBe('closed')
  await again.close()
  await second.close()
})

test('of several hubs one gives it to the system', async () => {
  stopClock()
  const now = { now: 1_800_000_000_000 }
  const store = memoryStore({ now: () => now.now })
  const answers: (() => void)[] = []
  const tickets = system(() => new Promise((resolve) => answers.push(() => resolve())))
  const one = createWorld({ store, tickets, clock: now })
  const two = createWorld({ store, tickets, clock: now })
  await one.link(maria).command(c, 'ticket-create', { text: 'Please write to me' })
  await one.tick()
  await two.tick()
  expect(tickets.given).toHaveLength(1)
  answers[0]?.()
  await until(async () => (await two.types(c)).includes('ticket-filed'))
  await two.tick()
  expect(tickets.given).toHaveLength(1)
})

test('what is removed before the system has it is given to nobody', async () => {
  stopClock()
  const tickets = system(async () => undefined)
  const world = createWorld({ tickets })
  await world.link(maria).command(c, 'ticket-create', { text: 'Please write to me' })
  await world.link(maria).command(c, 'conversation-erase', {})
  await world.tick()
  expect(tickets.given).toEqual([])
})

test('without a system a message waits in the lists of the team, and nowhere else', async () => {
  stopClock()
  const world = createWorld({ provider: scripted(() => ['All is well.']) })
  await world.link(maria).command(c, 'ticket-create', { text: 'Please write to me' })
  await world.link(maria).command(c, 'conversation-end', {})
  expect((await world.store.list({ view: 'due', upTo: Number.MAX_SAFE_INTEGER }, { limit: 9 })).items).toEqual([])
  const desk = world.link(sarah)
  await desk.send({ t: 'follow', follow: { topic: 'desk' } })
  const entries = await until(() => desk.of('desk')[0]?.entries)
  expect(entries).toMatchObject([{ conversation: c, phase: 'closed', ticket: true }])
})
