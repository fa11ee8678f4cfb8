import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { tool } from 'handback/hub'
import { scripted, tool as calling } from 'handback/providers/scripted'
import type { ScriptedReply } from 'handback/providers/scripted'
import * as z from 'zod/mini'
import { launchChromium } from './chromium.ts'
import { hubInTest } from './hub-in-test.ts'
import { PATIENCE, complaints, newAgent, newVisitor } from './rig.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(async () => browser?.close())

/** A hub whose bot pays an order back, once that is approved. */
async function paying(approval: 'visitor' | 'agent', script: readonly ScriptedReply[]) {
  const paid: unknown[] = []
  const refund = tool({
    name: 'refund',
    description: 'Pays an order back.',
    input: z.object({ order: z.string() }),
    approval,
    action: ({ order }) => ({ title: `Refund order ${order}`, details: '40 € to the card that paid.' }),
    run(input) {
      paid.push(input)
      return 'Paid 40 €.'
    },
  })
  return { paid, ...(await hubInTest({ provider: scripted(script, { supports: { tools: true } }), tools: [refund] })) }
}

/** What an automatic check finds wrong. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as { readonly axe: typeof axe }
    const { violations: found } = await checker.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${JSON.stringify(target)}`))
  })
}

it('asks the visitor, does it once they have allowed it by the keyboard, and tells them', async () => {
  const server = await paying('visitor', [['I can pay it back.', calling('refund', { order: '7' })], ['It is on its way.']])
  const visitor = await newVisitor(browser, server.base)
  const wrong = complaints(visitor.page)
  await visitor.open()
  await visitor.say('Please pay order 7 back')
  const card = visitor.chat.getByRole('group', { name: 'Refund order 7' })
  await card.getByText('40 € to the card that paid.').waitFor({ timeout: PATIENCE })
  expect(server.paid).toEqual([])
  expect(await violations(visitor.page)).toEqual([])
  const allow = card.getByRole('button', { name: 'Allow', exact: true })
  for (const button of await card.getByRole('button').all()) expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(24)

  // a reload asks again
  await visitor.page.reload()
  await allow.waitFor({ timeout: PATIENCE })
  await allow.press('Enter')
  await visitor.sees('You allowed this.')
  await visitor.sees('It is on its way.')
  expect(await card.getByRole('button').count()).toBe(0)
  expect(server.paid).toEqual([{ order: '7' }])
  const focused = await visitor.chat.getByRole('textbox', { name: 'Message' }).evaluate((box) => (box.getRootNode() as ShadowRoot).activeElement === box)
  expect(focused).toBe(true)
  expect((await visitor.thread()).slice(-3)).toEqual(['May I do this?Refund order 740 € to the card that paid.', 'You allowed this.', 'It is on its way.'])
  expect(wrong).toEqual([])
  await visitor.close()
  await server.stop()
})

it('lets an agent approve what needs a person, and shows what the tool gave', async () => {
  const server = await paying('agent', [['Let me ask.', calling('refund', { order: '7' })], ['Tell them: it is on its way.']])
  const visitor = await newVisitor(browser, server.base)
  await visitor.open()
  await visitor.say('Please pay order 7 back')
  await visitor.status('Connecting to agent…')
  const agent = await newAgent(browser, server.base)
  await agent.claimFirst()
  const action = agent.thread.getByRole('list', { name: 'Drafts of the assistant' }).getByRole('listitem').filter({ hasText: 'Refund order 7' })
  await action.getByText('"order": "7"').waitFor({ timeout: PATIENCE })
  expect(await violations(agent.page)).toEqual([])
  expect(server.paid).toEqual([])
  await action.getByRole('button', { name: 'Approve' }).click()
  await agent.thread.getByText('Tell them: it is on its way.').waitFor({ timeout: PATIENCE })
  expect(server.paid).toEqual([{ order: '7' }])
  await agent.thread.getByText('Used refund').click()
  await agent.sees('Paid 40 €.')
  expect(await violations(agent.page)).toEqual([])
  expect((await visitor.thread()).join()).not.toContain('Refund')
  for (const one of [visitor, agent]) await one.close()
  await server.stop()
})
