import { describe, expect, onTestFinished, test } from 'vitest'
import { createChat, memoryStorage } from '../../src/client/index.ts'
import type { Chat, ChatStorage } from '../../src/client/index.ts'
import { createDesk } from '../../src/desk/index.ts'
import type { PublicRow, StaffRow } from '../../src/conversation/rows.ts'
import { textOf } from '../../src/protocol/index.ts'
import { scripted } from '../../src/providers/scripted.ts'
import { inProcess } from '../../src/transports/in-process.ts'
import { tokenOf } from './http-world.ts'
import { until } from './until.ts'
import type { World } from './world.ts'
import { createWorld, maria, sarah } from './world.ts'

/** A row as both sides must agree on it. */
function common(row: PublicRow | StaffRow): unknown {
  if (row.type !== 'message') return row
  const { id, seq, at, author, parts } = row
  return { type: 'message', id, seq, at, author, parts }
}

/** A row in words. */
function words(row: PublicRow | StaffRow): string {
  if (row.type === 'message') return `${row.author.kind}: ${textOf(row.parts)}`
  if (row.type === 'notice') return `(${row.key})`
  if (row.type === 'survey') return '(survey)'
  return row.type === 'rating' ? `(rated ${row.score})` : `(${row.type})`
}

/** Only the team sees these. */
const forStaff = new Set<string>(['note', 'summary'])

const said = (chat: Chat): string[] => chat.$messages.get().map(words)

function chatIn(world: World, storage: ChatStorage = memoryStorage()): Chat {
  const chat = createChat({ transport: inProcess(world.hub), credentials: () => tokenOf(world, maria), storage })
  onTestFinished(chat.destroy)
  return chat
}

function deskIn(world: World) {
  const desk = createDesk({
    transport: inProcess(world.hub),
    credentials: () => tokenOf(world, sarah),
    me: { id: sarah.sub, kind: 'agent', name: 'Sarah' },
  })
  onTestFinished(desk.destroy)
  return desk
}

const openWorld = () =>
  createWorld({ provider: scripted(({ messages }) => [`About “${messages.findLast(({ role }) => role === 'visitor')?.text}”: yes.`]) })

test('three times bot, queue, person, hand-back, survey, closed and open again: one conversation, and three views that agree on it', async () => {
  const world = openWorld()
  const storage = memoryStorage()
  const chat = chatIn(world, storage)
  const desk = deskIn(world)
  const heard: string[] = []
  chat.on('message', (row) => heard.push(words(row)))
  await chat.sendMessage('Question 1?')
  await until(() => said(chat).at(-1) === 'assistant: About “Question 1?”: yes.')
  const id = chat.$state.get().conversation ?? ''
  const thread = desk.open(id)
  let floor = 1

  for (const round of [1, 2, 3]) {
    if (round > 1) {
      await chat.sendMessage(`Question ${round}?`)
      await until(() => said(chat).at(-1) === `assistant: About “Question ${round}?”: yes.`)
      expect(chat.$state.get()).toMatchObject({ phase: 'bot', conversation: id })
    }
    await chat.requestHuman()
    await until(() => chat.$state.get().phase === 'queued' && desk.$queue.get().some(({ conversation }) => conversation === id))
    await until(() => chat.$queue.get()?.place === 1)
    expect(chat.$status.get()).toMatchObject({ type: 'connecting', place: 1 })
    await until(() => thread.$header.get()?.phase === 'queued')
    expect(await thread.claim()).toMatchObject({ ok: true })
    await until(() => chat.$status.get().type === 'agent')
    expect(chat.$status.get()).toMatchObject({ agent: { name: 'Sarah' }, away: false })
    expect(await thread.sendMessage(`Help ${round}`)).toMatchObject({ ok: true })
    await until(() => said(chat).at(-1) === `agent: Help ${round}`)
    expect(await thread.handBack()).toMatchObject({ ok: true })
    await until(() => chat.$state.get().survey !== null)
    expect(chat.$state.get()).toMatchObject({ phase: 'handback', survey: chat.$state.get().floor - 1 })
    expect(chat.$status.get()).toEqual({ type: 'assistant' })
    await (round === 2 ? chat.sendMessage('6') : chat.rate(4 + round, round === 3 ? 'Quick' : undefined))
    await until(() => said(chat).at(-1) === '(anything-else)')
    expect(chat.$state.get().survey).toBeNull()
    // once an episode
    await expect(chat.rate(1)).rejects.toMatchObject({ code: 'client/refused', cause: { code: 'survey/not-open' } })
    await chat.sendMessage('No, thanks')
    await until(() => chat.$state.get().phase === 'closed')
    expect(chat.$status.get()).toEqual({ type: 'closed' })
    expect(chat.$state.get().floor).toBeGreaterThan(floor)
    floor = chat.$state.get().floor
  }

  const cycle = (round: number): string[] => [
    `visitor: Question ${round}?`,
    `assistant: About “Question ${round}?”: yes.`,
    '(handoff-started)',
    '(agent-joined)',
    `agent: Help ${round}`,
    '(floor-returned)',
    '(survey)',
    ...(round === 2 ? ['visitor: 6', '(rated 6)'] : [`(rated ${4 + round})`]),
    '(survey-thanks)',
    '(anything-else)',
    'visitor: No, thanks',
    '(conversation-closed)',
  ]
  expect(said(chat)).toEqual(['(ai-disclosure)', ...cycle(1), '(conversation-reopened)', ...cycle(2), '(conversation-reopened)', ...cycle(3)])
  expect(heard).toEqual([1, 2, 3].flatMap((round) => [`assistant: About “Question ${round}?”: yes.`, `agent: Help ${round}`]))

  // the same visitor on another page: everything from one snapshot
  const other = chatIn(world, storage)
  await other.resume()
  await until(() => other.$connection.get() === 'live')
  await until(async () => {
    if (other.$state.get().hasEarlier) await other.loadEarlier()
    return !other.$state.get().hasEarlier
  })
  expect(other.$messages.get().map(common)).toEqual(chat.$messages.get().map(common))
  expect(other.$state.get()).toEqual({ ...chat.$state.get(), hasEarlier: false })
  expect(other.$participants.get()).toEqual(chat.$participants.get())
  expect(other.$status.get()).toEqual({ type: 'closed' })

  // and the desk
  await until(async () => {
    if (thread.$hasEarlier.get()) await thread.loadEarlier()
    return !thread.$hasEarlier.get() && [...thread.$rows.get()].filter(({ type }) => !forStaff.has(type)).length === chat.$messages.get().length
  })
  expect(
    thread.$rows
      .get()
      .filter(({ type }) => !forStaff.has(type))
      .map(common),
  ).toEqual(chat.$messages.get().map(common))
  // a desk that comes only now
  const late = deskIn(world).open(id)
  await until(() => late.$header.get() !== null)
  await until(async () => {
    if (late.$hasEarlier.get()) await late.loadEarlier()
    return !late.$hasEarlier.get()
  })
  expect(late.$rows.get().map(common)).toEqual(thread.$rows.get().map(common))
  expect(late.$header.get()).toEqual(thread.$header.get())
})

describe('during the closing tasks', () => {
  async function handedBack(world: World) {
    const link = world.link(maria)
    const agent = world.link(sarah)
    await link.command('conversation-1', 'handoff-request')
    await agent.say('conversation-1', 'Done')
    await agent.command('conversation-1', 'floor-return')
    return link
  }
  const c = 'conversation-1'

  test('a question goes to the bot, which may be rated later', async () => {
    const world = openWorld()
    const link = await handedBack(world)
    await link.say(c, 'And the PIN?')
    await until(async () => (await world.said(c)).at(-1) === 'assistant: About “And the PIN?”: yes.')
    expect(await world.phase(c)).toBe('bot')
    expect(await link.command(c, 'survey-answer', { episode: 3, score: 7 })).toMatchObject({ ok: true })
    expect(await link.command(c, 'survey-answer', { episode: 3, score: 1 })).toMatchObject({ refusal: { code: 'survey/not-open' } })
  })

  test.each(['1', ' 7 ', '6'])('the typed number %j is the rating, and nobody answers it', async (text) => {
    const world = openWorld()
    const link = await handedBack(world)
    await link.say(c, text)
    const rating = (await world.events(c)).find(({ type }) => type === 'survey-answered')
    expect(rating?.data).toEqual({ episode: 3, score: Number(text) })
    expect((await world.store.load(c))?.owed).toBeUndefined()
    expect(await world.phase(c)).toBe('handback')
    expect((await world.said(c)).filter((line) => line.startsWith('assistant'))).toEqual([])
  })

  test('who wants to give no rating is asked for the next thing at once', async () => {
    const world = openWorld()
    const link = await handedBack(world)
    expect(await link.command(c, 'survey-decline', { episode: 3 })).toMatchObject({ ok: true })
    expect(await link.command(c, 'survey-decline', { episode: 3 })).toMatchObject({ refusal: { code: 'survey/not-open' } })
    const types = (await world.types(c)).filter((type) => type !== 'summary-asked' && type !== 'summary-written')
    expect(types.slice(-2)).toEqual(['survey-declined', 'anything-else-asked'])
  })

  test.each(['0', '8', '66', '6 o’clock?', 'six'])('the words %j are no rating', async (text) => {
    const world = openWorld()
    const link = await handedBack(world)
    await link.say(c, text)
    expect(await world.types(c)).not.toContain('survey-answered')
    await until(async () => (await world.said(c)).at(-1) === `assistant: About “${text}”: yes.`)
  })

  test('thanks are not answered and close nothing; a wish for a person is heard', async () => {
    const world = openWorld()
    const link = await handedBack(world)
    await link.say(c, 'Thank you')
    await until(async () => (await world.types(c)).includes('turn-skipped'))
    expect(await world.phase(c)).toBe('handback')
    await link.say(c, 'I want to talk to a human')
    await until(async () => (await world.phase(c)) === 'queued')
    expect((await world.said(c)).filter((line) => line.startsWith('assistant'))).toEqual([])
  })

  test('an agent may take the conversation again, and a second episode has a survey of its own', async () => {
    const world = openWorld()
    const link = await handedBack(world)
    const agent = world.link(sarah)
    await agent.say(c, 'One more thing')
    expect(await world.phase(c)).toBe('human')
    expect(await link.command(c, 'survey-answer', { episode: 3, score: 7 })).toMatchObject({ ok: false })
    await agent.command(c, 'floor-return')
    const asked = (await world.events(c)).filter(({ type }) => type === 'survey-asked').map(({ data }) => (data as { episode: number }).episode)
    expect(asked).toEqual([3, 5])
    expect(await link.command(c, 'survey-answer', { episode: 3, score: 7 })).toMatchObject({ ok: false })
    expect(await link.command(c, 'survey-answer', { episode: 5, score: 7 })).toMatchObject({ ok: true })
  })
})
