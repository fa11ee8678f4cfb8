import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'

/** One way to look at the gallery. */
export interface Look {
  readonly theme: string
  readonly scheme: 'light' | 'dark'
  readonly dir: 'ltr' | 'rtl'
  readonly width: number
  readonly density?: 'compact'
  readonly state?: string
  /** States that are left out. */
  readonly without?: string
}

export const themes = ['default', 'paper', 'ink', 'aurora', 'slate'] as const

export const nameOf = ({ theme, scheme, dir, width, density, state }: Look): string =>
  [theme, scheme, dir, String(width), density, state].filter((part) => part !== undefined).join('-')

/** Opens a look in a page, as it is when everything has happened. `frames`: how many states stand beside each other. */
export async function open(browser: Browser, base: string, look: Look, frames = 6): Promise<Page> {
  const { width, ...rest } = look
  const context = await browser.newContext({ viewport: { width: frames * (width + 24) + 24, height: 900 }, reducedMotion: 'reduce', colorScheme: look.scheme })
  const page = await context.newPage()
  const query = new URLSearchParams({ bare: '', width: String(width) })
  for (const [name, value] of Object.entries(rest)) query.set(name, value)
  await page.goto(`${base}/?${query}`)
  await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true', undefined, { timeout: 30_000 })
  const problems = await page.evaluate(() => document.documentElement.dataset['problems'] ?? '')
  if (problems) throw new Error(`${nameOf(look)}: ${problems}`)
  return page
}

/** All states of a look, small, on one picture. */
export async function contactSheet(page: Page, folder: string, look: Look): Promise<string> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, `${nameOf(look)}.png`)
  await page.screenshot({ path, fullPage: true, scale: 'css' })
  return path
}

/** The parts that stand in the widgets of a page. */
export const parts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => [...document.querySelectorAll('.box > *')].flatMap(({ shadowRoot }) =>
    [...(shadowRoot?.querySelectorAll('[part]') ?? [])].flatMap((element) => [...element.part]),
  ))
