import { expect, test } from 'vitest'
import { knowledge, type KnowledgeArticle } from '../../src/knowledge/index.ts'
import { knowledgeProvider } from '../../src/providers/knowledge.ts'
import { scripted } from '../../src/providers/scripted.ts'
import { until } from './until.ts'
import type { World } from './world.ts'
import { createWorld, maria } from './world.ts'

const c = 'conversation-1'
const refunds = {
  id: 'refunds',
  title: 'Refunds',
  questions: ['How do I get my money back?'],
  body: 'Ask within **30 days**: open the order and press *Refund*.',
}
const rate = {
  id: 'rate',
  title: 'Wrong exchange rate',
  questions: ['The exchange rate was wrong'],
  body: 'Write to us with the receipt. A specialist will look into it and repay any overcharge.\n',
}

/** A hub whose bot has these articles and no model; a visitor asks one question after the other. */
async function asked(articles: readonly KnowledgeArticle[], ...questions: readonly string[]) {
  const search = knowledge({ articles })
  const world = createWorld({ knowledge: search, provider: knowledgeProvider({ knowledge: search, pace: 0 }) })
  const visitor = world.link(maria)
  for (const [index, question] of questions.entries()) {
    await visitor.say(c, question)
    await until(async () => (await world.types(c)).filter((type) => type === 'turn-done').length === index + 1)
  }
  return { world, visitor }
}
const answer = async (world: World) => (await world.events(c)).findLast(({ type, by }) => type === 'message-sent' && by.kind === 'assistant')?.data
const offer = { type: 'quick-replies', options: [{ action: 'handoff-request' }] }

test.each([
  ['asks the same again', 'How do I get my money back?'],
  ['asks what no article answers', 'How do I change my password?'],
])('a visitor who %s is offered a person, and gets one only by asking for one', async (_what, second) => {
  const { world, visitor } = await asked([refunds], 'How do I get my money back?', second)
  expect(await world.phase(c)).toBe('bot')
  expect(await world.types(c)).not.toContain('handoff-requested')
  expect(await answer(world)).toMatchObject({ parts: expect.arrayContaining([{ type: 'text', text: expect.stringContaining('ask to talk to a human') }, offer]) })
  await visitor.command(c, 'handoff-request')
  expect(await world.phase(c)).toBe('queued')
  const after = (await world.events(c)).slice((await world.types(c)).lastIndexOf('turn-done') + 1)
  expect(after.map(({ type, data }) => (type === 'notice' ? (data as { key: string }).key : type)).slice(0, 2)).toEqual(['handoff-requested', 'handoff-started'])
})

test('an article that tells what people do is an answer, and brings nobody', async () => {
  const { world } = await asked([refunds, rate], 'The exchange rate was wrong')
  expect((await world.said(c)).at(-1)).toBe(`assistant: ${rate.body.trim()}`)
  expect(await world.types(c)).not.toContain('handoff-requested')
})

test('a model that promises a person in words of its own beside an article brings one', async () => {
  const provider = scripted([[`${rate.body.trim()} I’m connecting you with a colleague now.`]])
  const world = createWorld({ knowledge: knowledge({ articles: [rate] }), provider })
  await world.link(maria).say(c, 'The exchange rate was wrong')
  await until(async () => (await world.phase(c)) === 'queued')
  expect((await world.events(c)).find(({ type }) => type === 'context-added')?.data).toMatchObject({ rule: 'promise-audit' })
})
