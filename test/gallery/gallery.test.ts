import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startGallery } from '../../examples/gallery/server.ts'
import { launchChromium } from '../browser/chromium.ts'
import { faults } from './faults.ts'
import { contactSheet, nameOf, open, parts } from './shoot.ts'
import type { Look } from './shoot.ts'
import { violations } from './violations.ts'

/** Where the pictures go, so that people can look at them. */
const folder = process.env['HANDBACK_SHOTS'] ?? mkdtempSync(join(tmpdir(), 'handback-gallery-'))

let browser: Browser
let gallery: Awaited<ReturnType<typeof startGallery>>
beforeAll(async () => {
  ;[browser, gallery] = await Promise.all([launchChromium(), startGallery()])
})
afterAll(async () => {
  await browser?.close()
  gallery?.stop()
})

const shown = new Set<string>()

/** Each theme in light and dark, and with them directions, widths and density in turn. `npm run gallery:shots` has all that there are. */
const all: readonly Look[] = [
  { theme: 'default', scheme: 'light', dir: 'ltr', width: 390 },
  { theme: 'default', scheme: 'dark', dir: 'rtl', width: 320 },
  { theme: 'paper', scheme: 'light', dir: 'rtl', width: 320, density: 'compact' },
  { theme: 'paper', scheme: 'dark', dir: 'ltr', width: 320 },
  { theme: 'ink', scheme: 'light', dir: 'ltr', width: 320 },
  { theme: 'ink', scheme: 'dark', dir: 'rtl', width: 390 },
  { theme: 'aurora', scheme: 'light', dir: 'ltr', width: 390 },
  { theme: 'aurora', scheme: 'dark', dir: 'rtl', width: 320 },
  { theme: 'slate', scheme: 'light', dir: 'rtl', width: 320 },
  { theme: 'slate', scheme: 'dark', dir: 'ltr', width: 1280 },
]
/** A loss of the connection is told after five seconds: looked at once. */
const looks = all.map((look, index) => (index === 0 ? look : { ...look, without: 'offline' }))

it.each(looks.map((look) => [nameOf(look), look] as const))('%s: nothing is wrong with any state of the widget', async (_name, look) => {
  const page = await open(browser, gallery.base, look, look.width > 1000 ? 1 : 6)
  await contactSheet(page, folder, look)
  for (const part of await parts(page)) shown.add(part)
  expect([...(await faults(page)), ...(await violations(page))]).toEqual([])
  await page.context().close()
})

it('shows every part that the page on theming names', async () => {
  const page = readFileSync(new URL('../../docs/theming.md', import.meta.url), 'utf8')
  const list = page.split('## 3. Parts')[1]?.split('\n## ')[0]?.split('|---|')[1] ?? ''
  expect([...list.matchAll(/`([\w-]+)`/g)].map(([, name = '']) => name).filter((part) => !shown.has(part))).toEqual([])
})
