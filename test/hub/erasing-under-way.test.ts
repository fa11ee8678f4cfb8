import { expect, test } from 'vitest'
import type { EventStore } from '../../src/contracts/index.ts'
import type { Ticket } from '../../src/hub/index.ts'
import { gates, scripted } from '../../src/providers/scripted.ts'
import { memoryBlobs, memoryStore } from '../../src/stores/memory.ts'
import { settled, until } from './until.ts'
import type { World } from './world.ts'
import { createWorld, maria, sarah, stopClock } from './world.ts'

const c = 'conversation-1'
const canary = 'ZEBRA-4711'
const text = (words: string) => ({ parts: [{ type: 'text', text: words }] }) as const
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** A system of a site that keeps what it is given, once it is let. */
function system() {
  const given: Ticket[] = []
  let wait: Promise<void> | undefined
  return {
    given,
    /** Lets the next wait; returns what lets it go on. */
    hold(): () => void {
      let go = (): void => undefined
      wait = new Promise((resolve) => (go = resolve))
      return go
    },
    async create(ticket: Ticket) {
      given.push(ticket)
      await wait
    },
  }
}

const seqOf = async (world: World, type: string): Promise<number> => (await world.events(c)).findLast((event) => event.type === type)?.seq ?? 0
const redact = async (world: World, seq: number) => world.link(sarah).command(c, 'events-redact', { seqs: [seq] })

/** A store in which something happens right after a read of the kind, before its reader gets it. */
function after(store: EventStore, is: (events: readonly { readonly type: string }[]) => boolean, happens: () => Promise<unknown>) {
  const place = {
    armed: false,
    store: {
      ...store,
      async read(...given: Parameters<EventStore['read']>) {
        const events = await store.read(...given)
        if (place.armed && is(events)) {
          place.armed = false
          await happens()
        }
        return events
      },
    } satisfies EventStore,
  }
  return place
}

test.each([
  ['the message itself', 'ticket-created', 0],
  ['what was said before it', 'message-sent', 1],
] as const)('a system is given nothing of what a hub that died did not get to remove: %s', async (_what, type, count) => {
  stopClock()
  const store = memoryStore()
  const tickets = system()
  let dies = false
  const failPoint = (point: string): void => {
    if (dies && point === 'after-append') throw new Error('killed')
  }
  const world = createWorld({ store, failPoint, log: quiet, provider: scripted(() => [gates().gate('never')]) })
  await world.link(maria).command(c, 'message-send', text(type === 'message-sent' ? canary : 'Hello'))
  await until(async () => (await world.types(c)).includes('turn-started'))
  // kept by a hub with a system, which dies at once
  const dead = createWorld({ store, tickets: { create: () => new Promise(() => undefined) }, log: quiet })
  await dead.link(maria).command(c, 'ticket-create', { text: type === 'ticket-created' ? canary : 'Write to me' })
  await dead.close()
  dies = true
  await expect(redact(world, await seqOf(world, type))).rejects.toThrow('No answer')
  await world.close()
  const ends: (() => void)[] = []
  const slow: EventStore = { ...store, erase: async (...given) => {
    await new Promise<void>((resolve) => ends.push(resolve))
    return store.erase(...given)
  } }
  const next = createWorld({ store: slow, tickets })
  await next.tick()
  await until(() => ends.length === 1)
  await settled()
  expect(tickets.given).toEqual([])
  ends[0]?.()
  await until(async () => (await store.load(c))?.log === 2)
  for (let tick = 0; tick < 4; tick += 1) await next.tick()
  expect(JSON.stringify(tickets.given)).not.toContain(canary)
  expect(tickets.given).toHaveLength(count)
})

test.each([
  ['the message itself is removed, as it is read', 'ticket-created', (events: readonly { readonly type: string }[]) => events.length === 1 && events[0]?.type === 'ticket-created'],
  ['what was said before is removed, as it is read', 'message-sent', (events: readonly { readonly type: string }[]) => events.length > 1],
] as const)('a system is given nothing of what is removed while it is told: %s', async (_what, type, is) => {
  stopClock()
  const tickets = system()
  const memory = memoryStore()
  const place = after(memory, is, async () => expect(await redact(other, await seqOf(other, type))).toMatchObject({ ok: true }))
  const other = createWorld({ store: memory })
  const world = createWorld({ store: place.store, tickets, provider: scripted(() => [type === 'message-sent' ? canary : 'All is well.']) })
  await world.link(maria).command(c, 'message-send', text('Hello'))
  await until(async () => (await world.types(c)).includes('turn-done'))
  await world.link(maria).command(c, 'ticket-create', { text: type === 'ticket-created' ? canary : 'Write to me' })
  place.armed = true
  // the other hub has no system, so this one alone gives
  for (let tick = 0; tick < 4; tick += 1) await world.tick()
  expect(place.armed).toBe(false)
  expect(JSON.stringify(tickets.given)).not.toContain(canary)
})

test('a system is told the name of nobody whose name is removed while it is busy with another message', async () => {
  stopClock()
  const tickets = system()
  const world = createWorld({ tickets })
  const visitor = world.link({ ...maria, name: `Maria ${canary}` })
  await visitor.command(c, 'ticket-create', { text: 'One' })
  await visitor.command(c, 'ticket-create', { text: 'Two' })
  const go = tickets.hold()
  await world.tick()
  expect(tickets.given).toHaveLength(1)
  expect(await redact(world, await seqOf(world, 'conversation-started'))).toMatchObject({ ok: true })
  go()
  await until(() => tickets.given.length === 2)
  expect(tickets.given[0]?.visitor.name).toContain(canary)
  expect(JSON.stringify(tickets.given[1])).not.toContain(canary)
  await until(async () => (await world.store.load(c))?.filing === undefined)
})

test.each(['transcript', 'record'] as const)('a %s that is read slowly has nothing of what is removed meanwhile, and breaks off', async (form) => {
  const world = createWorld({ provider: scripted(() => [gates().gate('never')]) })
  const visitor = world.link(maria)
  for (let count = 0; count < 20; count += 1) await visitor.command(c, 'message-send', text('x'.repeat(4_000)))
  await visitor.command(c, 'message-send', text(canary))
  const pieces = (await world.hub.ports[form](maria, c))?.[Symbol.asyncIterator]()
  const first = await pieces?.next()
  expect(String(first?.value).length).toBeGreaterThan(60_000)
  expect(first?.value).not.toContain(canary)
  expect(await redact(world, await seqOf(world, 'message-sent'))).toMatchObject({ ok: true })
  await expect(pieces?.next()).rejects.toMatchObject({ code: 'store/conflict', retryable: true })
})

test('an answer that has read what is removed does not bring it back, and whoever still waits is answered without it', async () => {
  const at = gates()
  const provider = scripted(({ messages }) => (JSON.stringify(messages).includes(canary) ? [at.gate('slow'), `You wrote ${canary}`] : ['All is well.']), {})
  const world = createWorld({ provider, redact: false })
  // removed by another hub, which runs no turn of its own here
  const other = createWorld({ provider, redact: false, store: world.store })
  const visitor = world.link(maria)
  await visitor.command(c, 'message-send', text(`My number is ${canary}`))
  await visitor.command(c, 'message-send', text('Where is my card?'))
  await at.reached('slow')
  const seq = (await world.events(c)).find(({ type }) => type === 'message-sent')?.seq ?? 0
  expect(await redact(other, seq)).toMatchObject({ ok: true, at: { log: 2 } })
  at.open('slow')
  await until(async () => (await world.said(c)).includes('assistant: All is well.'))
  await settled()
  expect(JSON.stringify([await world.events(c), await world.store.load(c)])).not.toContain(canary)
  expect((await world.types(c)).filter((type) => type === 'turn-done')).toHaveLength(1)
})

test('a draft for a person that has read what is removed does not come', async () => {
  const at = gates()
  const provider = scripted(({ messages }) => (JSON.stringify(messages).includes(canary) ? [at.gate('slow'), `They wrote ${canary}`] : ['Clean.']), {})
  const world = createWorld({ provider, redact: false })
  const other = createWorld({ provider, redact: false, store: world.store })
  const desk = world.link(sarah)
  await world.link(maria).command(c, 'handoff-request')
  await world.link(maria).command(c, 'message-send', text(canary))
  await desk.command(c, 'floor-claim')
  await desk.command(c, 'assist-request', { text: 'Draft an answer' })
  await at.reached('slow')
  expect(await redact(other, await seqOf(world, 'message-sent'))).toMatchObject({ ok: true })
  expect(await world.types(c)).toContain('turn-aborted')
  at.open('slow')
  await settled()
  expect(JSON.stringify(await world.events(c))).not.toContain(canary)
  expect(await desk.command(c, 'assist-request', { text: 'Again' })).toMatchObject({ ok: true })
  await until(async () => (await world.types(c)).includes('draft-offered'))
})

test('no answer begins while something is being removed, and one does right after', async () => {
  stopClock()
  const provider = scripted(() => ['All is well.'])
  const memory = memoryStore()
  const ends: (() => void)[] = []
  const store: EventStore = {
    ...memory,
    async erase(...given) {
      await new Promise<void>((resolve) => ends.push(resolve))
      return memory.erase(...given)
    },
  }
  const world = createWorld({ store, provider, redact: false })
  const command = (id: string, words: string) => ({ t: 'command', conversation: c, seen: null, command: { id, type: 'message-send', data: text(words) } }) as const
  await world.hub.ports.answer(maria, command('command-0001', canary))
  await until(async () => (await world.types(c)).includes('turn-done'))
  const { seq } = (await world.events(c)).find(({ type }) => type === 'message-sent') ?? { seq: 0 }
  const removed = world.hub.ports.answer(sarah, { t: 'command', conversation: c, seen: null, command: { id: 'command-0002', type: 'events-redact', data: { seqs: [seq] } } })
  await until(() => ends.length === 1)
  const asked = world.hub.ports.answer(maria, command('command-0003', 'Where is my card?'))
  await until(() => ends.length === 2)
  await settled()
  expect(provider.calls).toHaveLength(1)
  for (const end of ends) end()
  // whoever finds the log replaced looks again
  await until(async () => (await world.store.load(c))?.log === 2)
  expect(await Promise.all([removed, asked])).toMatchObject([{ t: 'ack' }, { t: 'ack' }])
  await until(() => provider.calls.length === 2)
  expect(JSON.stringify(provider.calls[1]?.request)).not.toContain(canary)
})

test('files that wait for one another are not left behind when their conversation is erased', async () => {
  const blobs = memoryBlobs()
  const ends: (() => void)[] = []
  const slow = { ...blobs, put: async (...given: Parameters<typeof blobs.put>) => {
    await new Promise<void>((resolve) => ends.push(resolve))
    await blobs.put(...given)
  } }
  const world = createWorld({ blobs: slow })
  await world.link(maria).command(c, 'message-send', text('Hello'))
  const body = async () => new Uint8Array(1_000).fill(65)
  const all = Promise.allSettled([1, 2, 3].map(() => world.hub.ports.files.bring(maria, c, 'a.txt', { length: 1_000, body })))
  await until(() => ends.length === 1)
  expect(await world.link(maria).command(c, 'conversation-erase', {})).toMatchObject({ ok: true })
  for (let count = 0; count < 3; count += 1) {
    await until(() => ends.length > count)
    ends[count]?.()
  }
  expect((await all).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(await blobs.kept?.(c)).toEqual([])
})
