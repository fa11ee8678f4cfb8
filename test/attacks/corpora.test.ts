import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../browser/chromium.ts'
import { corpora, partOf } from './corpora.ts'
import { attackSite } from './site.ts'
import { inConsole, inWidget, watched } from './watched.ts'

/** The loudest of what others have collected, on the strictest page. All of it: `npm run test:attacks`. */

let browser: Browser
let site: Awaited<ReturnType<typeof attackSite>>

beforeAll(async () => {
  ;[browser, site] = await Promise.all([launchChromium(), attackSite()])
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

it.each(Object.entries(corpora))('%s with a tag or a scheme, and every eighth of all, stay text as they come', { timeout: 120_000 }, async (_name, texts) => {
  const some = partOf(texts)
  expect(some.length).toBeGreaterThan(texts.length / 8)
  const { page, happened } = await watched(browser, site, '/strict')
  const { steps, wrong } = await inWidget(page, some, 8)
  expect(wrong).toEqual([])
  expect(steps).toBeGreaterThan(some.length * 2)
  expect(await inConsole(page, some)).toEqual([])
  expect(await happened()).toEqual([])
  await page.close()
})
