import type { Browser, Page } from 'playwright-core'
import type { Attack } from './page.ts'
import type { attackSite } from './site.ts'

declare const attack: Attack

/** A page, and all that happened on it which should not. */
export async function watched(
  browser: Browser,
  site: Pick<Awaited<ReturnType<typeof attackSite>>, 'base' | 'asked'>,
  path: string,
): Promise<{ readonly page: Page; happened(): Promise<readonly string[]> }> {
  const page = await browser.newPage({ viewport: { width: 900, height: 700 } })
  const seen: string[] = []
  page.on('dialog', (dialog) => {
    seen.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', ({ message }) => seen.push(`error: ${message}`))
  page.on('popup', (popup) => seen.push(`popup: ${popup.url()}`))
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url())
    if (origin !== site.base || !/^\/([\w-]+\.js|strict|open|nonce|hostile|framed|favicon\.ico)$/.test(pathname)) seen.push(`request: ${request.url()}`)
  })
  await page.addInitScript(() => {
    const violations: string[] = []
    Object.assign(globalThis, { violations })
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => violations.push(`violation: ${violatedDirective} ${blockedURI}`))
  })
  await page.goto(`${site.base}${path}`)
  await page.waitForFunction(() => 'attack' in globalThis)
  return {
    page,
    async happened() {
      const inside = await page.evaluate(() => {
        const { violations, __x, polluted } = globalThis as unknown as { violations: string[]; __x?: unknown; polluted?: unknown }
        return [...violations, ...(__x === undefined ? [] : ['script ran']), ...(polluted === undefined && !('polluted' in {}) ? [] : ['prototype changed'])]
      })
      return [...seen, ...inside, ...site.asked.splice(0).map((asked) => `asked: ${asked}`)]
    },
  }
}

/** So many letters at once: one for what is short, more for what is only long. */
const stepOf = (text: string): number => (text.length < 600 ? 1 : Math.ceil(text.length / 40))

/** What was wrong while texts were streamed and shown in the widget. */
export async function inWidget(page: Page, all: readonly string[]): Promise<readonly string[]> {
  return page.evaluate(
    async (steps) => {
      const shown = await attack.widget()
      const wrong: string[] = []
      for (const [text, step] of steps) wrong.push(...(await shown.show([text], step)))
      shown.close()
      return wrong
    },
    all.map((text) => [text, stepOf(text)] as const),
  )
}

/** The same in the console. */
export async function inConsole(page: Page, all: readonly string[]): Promise<readonly string[]> {
  return page.evaluate(async (texts) => {
    const shown = await attack.console()
    const wrong = await shown.show(texts)
    shown.close()
    return wrong
  }, all)
}
