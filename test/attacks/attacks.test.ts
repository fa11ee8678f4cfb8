import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../browser/chromium.ts'
import { payloads } from './payloads.ts'
import { attackSite } from './site.ts'
import { besideTheThread, inConsole, inWidget, watched } from './watched.ts'

let browser: Browser
let site: Awaited<ReturnType<typeof attackSite>>

beforeAll(async () => {
  ;[browser, site] = await Promise.all([launchChromium(), attackSite()])
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

it.each(['/strict', '/open'])('nothing that anybody writes becomes more than text in the widget on %s, letter by letter', { timeout: 240_000 }, async (path) => {
  const { page, happened } = await watched(browser, site, path)
  const { steps, wrong } = await inWidget(page, payloads)
  expect(wrong).toEqual([])
  expect(steps).toBeGreaterThan(6_000)
  expect(await happened()).toEqual([])
  await page.close()
})

it('nor in what the widget has beside the thread: pages, files, offers, announcements', { timeout: 240_000 }, async () => {
  const { page, happened } = await watched(browser, site, '/strict')
  expect(await besideTheThread(page, payloads)).toEqual([])
  expect(await happened()).toEqual([])
  await page.close()
})

it('nor in the console of the team', { timeout: 240_000 }, async () => {
  const { page, happened } = await watched(browser, site, '/strict')
  expect(await inConsole(page, payloads)).toEqual([])
  expect(await happened()).toEqual([])
  await page.close()
})
