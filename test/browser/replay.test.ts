import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseRecord } from '../../src/protocol/index.ts'
import { launchChromium } from './chromium.ts'
import type { RunningServer } from './rig.ts'
import { PATIENCE, complaints, newAgent, newVisitor, startServer } from './rig.ts'

const sample = fileURLToPath(new URL('../../examples/replay/sample.json', import.meta.url))

let browser: Browser
let server: RunningServer

beforeAll(async () => {
  browser = await launchChromium()
  server = await startServer()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function openReplay(width: number): Promise<{ readonly page: Page; readonly context: BrowserContext; readonly wrong: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 860 } })
  const page = await context.newPage()
  const wrong = complaints(page)
  await page.goto(`${server.base}/replay`)
  return { page, context, wrong }
}

const chatOf = (page: Page) => page.getByRole('region', { name: 'Chat', exact: true })
const deskOf = (page: Page) => page.getByRole('region', { name: 'Conversation', exact: true })
/** A text in the visitor's thread, or in the agent's. */
const told = (page: Page, text: string) => chatOf(page).getByRole('log').getByText(text)
const noted = (page: Page, text: string) => deskOf(page).getByRole('log').getByText(text)

/** Moves the slider as a hand does. */
const seek = (page: Page, seq: number): Promise<void> => page.getByRole('slider', { name: 'Moment' }).fill(String(seq))

describe('the replay page', () => {
  it('plays a record to its end, in the widget and in the console, and asks nobody for anything', async () => {
    const { page, context, wrong } = await openReplay(1280)
    const requests: string[] = []
    await page.getByText('Drop a record here').waitFor()
    context.on('request', (request) => requests.push(new URL(request.url()).pathname))
    await page.locator('#file').setInputFiles(sample)
    await page.getByRole('button', { name: 'Pause' }).waitFor()
    await told(page, 'still hasn’t arrived').waitFor({ timeout: PATIENCE })
    await seek(page, 27)
    await told(page, 'thank you Sarah!').waitFor()
    await noted(page, 'thank you Sarah!').waitFor()
    await page.getByRole('button', { name: 'Play', exact: true }).click()
    await page.getByRole('button', { name: 'Play again' }).waitFor({ timeout: PATIENCE })
    await chatOf(page).getByRole('status').filter({ hasText: 'Conversation ended' }).waitFor()
    expect(requests.filter((path) => !path.endsWith('.js'))).toEqual([])
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
    expect(wrong).toEqual([])
    await context.close()
  })

  it('goes to any moment and back: the note is the agent’s alone, and gone before it was written', async () => {
    const { page, context, wrong } = await openReplay(1280)
    await page.getByRole('button', { name: 'Show an example' }).click()
    await seek(page, 20)
    const note = noted(page, 'Card went to Elm Road')
    await note.waitFor()
    await told(page, 'Shall I send a new one').waitFor()
    expect(await chatOf(page).getByText('Elm Road').count()).toBe(0)
    await chatOf(page).getByRole('status').filter({ hasText: 'Chatting with Sarah' }).waitFor()
    await seek(page, 12)
    await chatOf(page).getByRole('status').filter({ hasText: 'Connecting to agent' }).waitFor()
    await expect.poll(() => note.count()).toBe(0)
    await expect.poll(() => told(page, 'Shall I send a new one').count()).toBe(0)
    await deskOf(page).getByRole('button', { name: 'Claim' }).waitFor()
    await seek(page, 20)
    await note.waitFor()
    expect(wrong).toEqual([])
    await context.close()
  })

  it('says what is wrong with a file that is no record', async () => {
    const { page, context } = await openReplay(1280)
    await page.locator('#file').setInputFiles({ name: 'other.json', mimeType: 'application/json', buffer: Buffer.from('{"format":"other"}') })
    await page.getByRole('alert').filter({ hasText: 'other.json: This is not the record of a conversation.' }).waitFor()
    expect(await page.locator('#stage').isVisible()).toBe(false)
    await context.close()
  })

  it('fits a phone', async () => {
    const { page, context } = await openReplay(390)
    await page.getByRole('button', { name: 'Show an example' }).click()
    await seek(page, 20)
    await told(page, 'Shall I send a new one').waitFor()
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await context.close()
  })
})

describe('Export at the console', () => {
  it('saves the whole conversation as a record, which plays on the replay page', async () => {
    const visitor = await newVisitor(browser, server.base)
    await visitor.open()
    await visitor.chat.getByRole('button', { name: 'Talk to a human' }).click()
    const agent = await newAgent(browser, server.base)
    await agent.claimFirst()
    await agent.say('I have found your card')
    await visitor.sees('I have found your card')
    const download = agent.page.waitForEvent('download', { timeout: PATIENCE })
    await agent.press('Export')
    const file = await download
    const path = await file.path()
    const record = parseRecord(await readFile(path, 'utf8'))
    expect(file.suggestedFilename()).toBe(`conversation-${record.conversation}.json`)
    expect(record.audience).toBe('staff')
    expect(record.events.map(({ type }) => type)).toContain('floor-claimed')

    const { page, context, wrong } = await openReplay(1280)
    await page.locator('#file').setInputFiles({ name: file.suggestedFilename(), mimeType: 'application/json', buffer: await readFile(path) })
    await seek(page, record.events.length)
    await told(page, 'I have found your card').waitFor()
    await noted(page, 'I have found your card').waitFor()
    expect(wrong).toEqual([])
    for (const one of [context, visitor, agent]) await one.close()
  })
})
