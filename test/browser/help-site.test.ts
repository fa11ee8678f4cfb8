import { statSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium, launchChromium } from './chromium.ts'
import { runHelpSite, startHelpSite, type HelpSite } from './help-site.ts'

/** Every accessibility rule of WCAG 2.2 AA that the page breaks, with where. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const page = globalThis as unknown as { readonly axe: typeof axe }
    const result = await page.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    return result.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html}`))
  })
}

describe('the pages of the help site', () => {
  let site: HelpSite
  let browser: Browser
  beforeAll(async () => {
    ;[site, browser] = await Promise.all([startHelpSite(), launchChromium()])
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })

  /** A page whose complaints (script errors, blocked content, failed requests, other hosts) are collected. */
  async function open(path: string, options: BrowserContextOptions = {}): Promise<{ page: Page; complaints: string[] }> {
    const page = await (await browser.newContext(options)).newPage()
    const complaints: string[] = []
    page.on('console', message => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
    })
    page.on('pageerror', error => complaints.push(error.message))
    page.on('request', request => {
      if (!request.url().startsWith(site.url)) complaints.push(`request to ${request.url()}`)
    })
    await page.goto(site.url + path, { waitUntil: 'networkidle' })
    return { page, complaints }
  }

  async function signedIn(page: Page, name: string): Promise<void> {
    await page.getByRole('button', { name: 'Sign out' }).waitFor()
    await page.getByText(name, { exact: true }).first().waitFor()
  }

  const paths = ['/', '/articles/activate_my_card', '/search?q=my+card+has+not+arrived', '/console']

  for (const width of [390, 1280]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`are accessible, quiet and never scroll sideways at ${width} px in ${colorScheme}`, async () => {
        for (const path of paths) {
          const { page, complaints } = await open(path, { viewport: { width, height: 844 }, colorScheme })
          expect([path, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)]).toEqual([path, 0])
          expect([path, await violations(page)]).toEqual([path, []])
          expect([path, complaints]).toEqual([path, []])
          await page.context().close()
        }
      })
    }
  }

  it('find an article by a question in the customer’s own words', async () => {
    const { page } = await open('/')
    await page.getByRole('searchbox').fill('why has my new card not come yet')
    await page.getByRole('button', { name: 'Search', exact: true }).click()
    await page.locator('.results').getByRole('link', { name: 'Track a new card that has not arrived yet' }).click()
    await page.waitForURL('**/articles/card_arrival')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Track a new card that has not arrived yet')
    await page.context().close()
  })

  it('work without scripts', async () => {
    const { page } = await open('/', { javaScriptEnabled: false })
    await page.getByRole('link', { name: 'Activate your new card' }).click()
    await page.getByRole('heading', { level: 1, name: 'Activate your new card' }).waitFor()
    expect(await page.getByRole('button', { name: 'Chat with us' }).count()).toBe(0)
    await page.context().close()
  })

  it('keep the chat open over a followed link, and closed once it was closed', async () => {
    const { page, complaints } = await open('/')
    const chat = page.getByRole('region', { name: 'Chat', exact: true })
    const launcher = page.getByRole('button', { name: 'Open chat' })
    await launcher.click()
    await chat.getByRole('textbox', { name: 'Message' }).fill('My new card has not arrived yet')
    await chat.getByRole('button', { name: 'Send', exact: true }).click()
    await chat.getByRole('log').getByRole('link').first().click()
    await chat.getByRole('link', { name: 'Open the article' }).click()
    await page.waitForURL('**/articles/*')
    await chat.getByText('My new card has not arrived yet').waitFor()
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body')
    await chat.getByRole('button', { name: 'Talk to a human' }).click()
    await chat.getByRole('button', { name: 'Cancel request' }).click()
    await chat.getByRole('button', { name: 'Talk to a human' }).waitFor()
    await page.keyboard.press('Escape')
    await launcher.waitFor()
    await page.reload()
    await launcher.waitFor()
    expect(await chat.count()).toBe(0)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('keep an agent signed in over a reload, and each tab apart', async () => {
    const { page, complaints } = await open('/console')
    expect(await page.getByText('Development sign-in – never use in production').isVisible()).toBe(true)
    await page.getByRole('button', { name: 'Sign in as Sarah' }).click()
    await signedIn(page, 'Sarah')
    await page.reload()
    await signedIn(page, 'Sarah')
    const other = await page.context().newPage()
    await other.goto(`${site.url}/console`)
    await other.getByRole('button', { name: 'Sign in as Tom' }).click()
    await signedIn(other, 'Tom')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Sign in as Sarah' }).waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Sign in as Sarah' }).waitFor()
    await other.reload()
    await signedIn(other, 'Tom')
    expect(complaints).toEqual([])
    await page.context().close()
  })
})

describe('the server of the help site', () => {
  const sentence = /^[A-Z][^\n]+\.\n$/

  it('prints both addresses, keeps its key to itself, and ends with 0 when asked to', async () => {
    const site = await startHelpSite()
    expect(statSync(join(site.folder, 'key')).mode & 0o777).toBe(0o600)
    expect(statSync(join(site.folder, 'key')).size).toBe(32)
    const { code, stdout, stderr } = await site.stop()
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: `Help site        ${site.url}/\nAgents' console  ${site.url}/console\n`,
      stderr: '',
    })
  })

  it('says in one sentence that its port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const folder = await mkdtemp(join(tmpdir(), 'handback-site-'))
    const { port } = taken.address() as AddressInfo
    const { code, stdout, stderr } = await runHelpSite({ PORT: String(port), HANDBACK_DIR: folder }).ended
    taken.close()
    await rm(folder, { recursive: true })
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(sentence)
    expect(stderr).toContain(`Port ${port} is in use`)
  })

  it('says in one sentence that its folder cannot be written', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'handback-site-'))
    const file = join(folder, 'file')
    writeFileSync(file, '')
    for (const place of [file, join(file, 'below')]) {
      const { code, stderr } = await runHelpSite({ PORT: '0', HANDBACK_DIR: place }).ended
      expect(code).toBe(1)
      expect(stderr).toMatch(sentence)
      expect(stderr).toContain(`${place} cannot be written`)
    }
    await rm(folder, { recursive: true })
  })

  it('says in one sentence that a folder cannot be made in a pseudo file system', async () => {
    const { code, stderr } = await runHelpSite({ PORT: '0', HANDBACK_DIR: '/proc/handback/data' }).ended
    expect([code, stderr]).toEqual([1, expect.stringMatching(sentence)])
    expect(stderr).toContain('/proc/handback/data cannot be written')
  })

  it('says in one sentence that its key is too short', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'handback-site-'))
    writeFileSync(join(folder, 'key'), 'short')
    const { code, stderr } = await runHelpSite({ PORT: '0', HANDBACK_DIR: folder }).ended
    await rm(folder, { recursive: true })
    expect([code, stderr]).toEqual([1, expect.stringMatching(sentence)])
    expect(stderr).toContain('is damaged')
  })

  it('says in one sentence that another hub has its database', async () => {
    const site = await startHelpSite()
    const { code, stderr } = await runHelpSite({ PORT: '0', HANDBACK_DIR: site.folder }).ended
    await site.stop()
    expect(code).toBe(1)
    expect(stderr).toMatch(sentence)
    expect(stderr).toContain('in use by another hub')
  })

  it('refuses a port that is none', async () => {
    const { code, stderr } = await runHelpSite({ PORT: 'http' }).ended
    expect([code, stderr]).toEqual([1, 'PORT is "http": set it to a number from 0 (any free one) to 65535.\n'])
  })

  it('survives every request line', async () => {
    const site = await startHelpSite()
    for (const path of ['//', '/%', '/articles/%E0%A4%A', '/?q=%', '/handback//', '/search?q=%FF']) {
      const response = await fetch(site.url + path)
      await response.arrayBuffer()
      expect([path, response.status < 500]).toEqual([path, true])
    }
    expect((await site.stop()).code).toBe(0)
  })
})

describe('the finder of Chromium', () => {
  it('says in one sentence what to do about a path that does not run', async () => {
    const known = process.env['HANDBACK_CHROMIUM']
    process.env['HANDBACK_CHROMIUM'] = '/no/such/chromium'
    await expect(findChromium()).rejects.toThrow(/^HANDBACK_CHROMIUM is "\/no\/such\/chromium", which does not run: .+\.$/)
    process.env['HANDBACK_CHROMIUM'] = known
  })
})
