import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../browser/chromium.ts'
import { corpora } from './corpora.ts'
import { payloads } from './payloads.ts'
import { attackSite } from './site.ts'
import { besideTheThread, inConsole, inWidget, watched } from './watched.ts'

/** All that others have collected, on the strictest page; too long for each run of all tests: `npm run test:attacks`. */

let browser: Browser
let site: Awaited<ReturnType<typeof attackSite>>

beforeAll(async () => {
  ;[browser, site] = await Promise.all([launchChromium(), attackSite()])
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

for (const [name, texts] of Object.entries({ 'our own': payloads, ...corpora })) {
  it(`${name}: ${texts.length} texts in every place: 0 violations, 0 requests, 0 dialogs`, { timeout: 600_000 }, async () => {
    const { page, happened } = await watched(browser, site, '/strict')
    expect((await inWidget(page, texts)).wrong).toEqual([])
    expect(await besideTheThread(page, texts)).toEqual([])
    expect(await inConsole(page, texts)).toEqual([])
    expect(await happened()).toEqual([])
    await page.close()
  })
}
