import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { scripted } from 'handback/providers/scripted'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from './chromium.ts'
import { hubInTest } from './hub-in-test.ts'
import { PATIENCE, newVisitor } from './rig.ts'

let browser: Browser
let site: Awaited<ReturnType<typeof hubInTest>>
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'handback-files-off-'))
  writeFileSync(join(folder, 'a.txt'), 'words')
  ;[browser, site] = await Promise.all([launchChromium(), hubInTest({ provider: scripted(() => ['I see.']) })])
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
  rmSync(folder, { recursive: true, force: true })
})

it('visitors of a hub without a place for files are offered none once that is known', async () => {
  const visitor = await newVisitor(browser, site.base)
  const { page, chat } = visitor
  const button = chat.getByRole('button', { name: 'Attach a file' })
  const session = await page.context().newCDPSession(page)
  const drag = async (type: 'dragEnter' | 'dragOver' | 'drop' | 'dragCancel') => {
    const { x = 0, y = 0 } = (await chat.boundingBox()) ?? {}
    await session.send('Input.dispatchDragEvent', { type, x: x + 100, y: y + 200, data: { items: [], files: [join(folder, 'a.txt')], dragOperationsMask: 1 } })
  }
  const cover = chat.getByText('Drop files to attach them')

  await visitor.open()
  await button.waitFor({ timeout: PATIENCE })
  await drag('dragEnter')
  await drag('dragOver')
  await cover.waitFor({ timeout: PATIENCE })
  await drag('dragCancel')
  await page.mouse.move(5, 5)
  await cover.waitFor({ state: 'detached' })

  await visitor.say('Hello')
  await visitor.sees('I see.')
  await expect.poll(() => button.count()).toBe(0)
  // nothing invites to drop one, and whoever does is told why it goes nowhere
  await drag('dragEnter')
  await drag('dragOver')
  await cover.waitFor({ state: 'attached' })
  expect(await cover.isVisible()).toBe(false)
  await drag('drop')
  await chat.getByRole('alert').filter({ hasText: 'Files can’t be sent here.' }).waitFor({ timeout: PATIENCE })
  expect(await chat.getByRole('button', { name: 'Send', exact: true }).isDisabled()).toBe(true)

  await page.reload()
  await visitor.sees('I see.')
  await expect.poll(() => button.count()).toBe(0)
  await visitor.close()
})
