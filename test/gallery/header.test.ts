import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { launchChromium } from '../browser/chromium.ts'
import type { HeaderSeen } from './header-page.ts'
import { servePage } from './serve-page.ts'

test('on a narrow telephone the header is as high, and says all, in each language and whatever happens', async () => {
  const site = await servePage(fileURLToPath(new URL('header-page.ts', import.meta.url)))
  const browser = await launchChromium()
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } })
  await page.goto(site.base)
  const seen = await page.evaluate(() => (globalThis as unknown as { headers(): Promise<readonly HeaderSeen[]> }).headers())
  expect(seen).toHaveLength(70)
  expect(new Set(seen.map(({ words }) => words)).size).toBeGreaterThan(65)
  expect(seen.filter(({ height, whole }) => height !== seen[0]?.height || !whole)).toEqual([])
  await browser.close()
  await site.stop()
})
