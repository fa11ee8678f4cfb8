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
  // whatever is there later has been put there
  await page.evaluate(() => {
    Object.assign(globalThis, { known: [['known', ...Object.getOwnPropertyNames(globalThis)], Object.getOwnPropertyNames(Object.prototype)] })
  })
  return {
    page,
    async happened() {
      const inside = await page.evaluate(() => {
        const { violations, known } = globalThis as unknown as { violations: string[]; known: readonly [string[], string[]] }
        const added = [globalThis, Object.prototype].flatMap((object, index) => Object.getOwnPropertyNames(object).filter((name) => !known[index]?.includes(name)))
        return [...violations, ...added.map((name) => `script ran, or a prototype has changed: ${name}`)]
      })
      return [...seen, ...inside, ...site.asked.splice(0).map((asked) => `asked: ${asked}`)]
    },
  }
}

/** So many letters at once: one for what is short, more for what is only long. */
const stepOf = (text: string): number => (text.length < 600 ? 1 : Math.ceil(text.length / 40))

/** What was wrong while texts were streamed and shown in the thread of the widget, and how often was looked at one. `least`: letters that come at once. */
export async function inWidget(page: Page, all: readonly string[], least = 1): Promise<{ readonly steps: number; readonly wrong: readonly string[] }> {
  return page.evaluate(
    async (texts) => {
      const shown = await attack.widget()
      const wrong: string[] = []
      let steps = 0
      for (const [text, step] of texts) {
        const streamed = await shown.stream(text, step)
        steps += streamed.steps
        wrong.push(...streamed.wrong, ...(await shown.show(text)))
      }
      shown.close()
      return { steps, wrong }
    },
    all.map((text) => [text, Math.max(least, stepOf(text))] as const),
  )
}

/** What was wrong in all that the widget has beside the thread. */
export async function besideTheThread(page: Page, all: readonly string[]): Promise<readonly string[]> {
  return page.evaluate(async (texts) => {
    const shown = await attack.widget(30_000)
    const wrong: string[] = []
    for (const text of texts) wrong.push(...(await shown.everywhere(text)))
    shown.close()
    return wrong
  }, all)
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
