import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { launchChromium } from './chromium.ts'
import type { Bench } from './composer-page.tsx'
import { complaints } from './rig.ts'

declare const bench: Bench

/** Nothing is allowed but scripts of the site: what an <img> or a style element would need is not. */
const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPj/HwADBwIAMCbHYQAAAABJRU5ErkJggg==', 'base64')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let browser: Browser
let folder: string
const scripts = new Map<string, string>()

beforeAll(async () => {
  browser = await launchChromium()
  folder = mkdtempSync(join(tmpdir(), 'handback-files-'))
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('composer-page.tsx', import.meta.url))],
    bundle: true,
    format: 'esm',
    splitting: true,
    outdir: '/out',
    write: false,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    target: 'es2022',
  })
  for (const { path, text } of outputFiles) scripts.set(path.slice(path.lastIndexOf('/')), text)
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What axe says. */
interface Found {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]
}

interface Tab extends Page {
  /** What it complained of. */
  readonly troubles: string[]
  /** What it asked the network for. */
  readonly asked: string[]
}

interface Look {
  readonly width?: number
  readonly height?: number
  readonly colorScheme?: 'light' | 'dark'
}

async function open(scene: Parameters<Bench['show']>[0], options: Look = {}): Promise<Tab> {
  const { width = 390, height = 700, colorScheme = 'light' } = options
  const page = await browser.newPage({ viewport: { width, height }, colorScheme })
  onTestFinished(() => page.close())
  const asked: string[] = []
  const troubles = complaints(page)
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url())
    asked.push(route.request().url())
    const body = scripts.get(pathname)
    return route.fulfill({
      contentType: body === undefined ? 'text/html' : 'text/javascript',
      body: body ?? '<!doctype html><html lang="en"><title>Writing</title><script type="module" src="/composer-page.js"></script>',
      headers: { 'content-security-policy': policy },
    })
  })
  await page.goto('http://localhost/')
  await page.waitForFunction(() => 'bench' in globalThis)
  await page.evaluate((which) => bench.show(which), scene)
  return Object.assign(page, { troubles, asked })
}

const box = (page: Page) => page.getByRole('textbox', { name: 'Message' })
const row = (page: Page, name: string) => page.locator('.upload').filter({ hasText: name })
const inFolder = (name: string, bytes: Buffer): string => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}
const running = (page: Page, ...names: readonly string[]) => page.waitForFunction((all) => all.join() === bench.running.join(), names)

describe('files to send', () => {
  it('are chosen with the button, shown small without a request, and sent', async () => {
    const page = await open('plain')
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Attach a file' }).click()
    const input = await chooser
    expect(input.isMultiple()).toBe(true)
    expect(await input.element().getAttribute('accept')).toBe('image/png,image/jpeg,image/webp,image/gif,application/pdf,text/plain')
    await input.setFiles([
      { name: 'blue.png', mimeType: 'image/png', buffer: png },
      { name: 'terms.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') },
    ])
    await running(page, 'blue.png', 'terms.pdf')
    const small = row(page, 'blue.png').locator('canvas')
    await small.waitFor()
    const pixel = await small.evaluate((canvas) => [...((canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, 1, 1).data ?? [])])
    expect(pixel).toEqual([0, 0, 255, 255])
    await box(page).fill('both')
    await box(page).press('Enter')
    expect(await page.evaluate(() => bench.sent)).toEqual([])
    await page.evaluate(() => {
      bench.end('blue.png')
      bench.end('terms.pdf')
    })
    await page.locator('.send:not([aria-disabled])').waitFor()
    await box(page).press('Enter')
    expect(await page.evaluate(() => bench.sent)).toEqual([{ text: 'both', files: ['blue.png', 'terms.pdf'] }])
    expect(page.asked.filter((url) => !url.endsWith('.js') && url !== 'http://localhost/')).toEqual([])
    expect(page.troubles).toEqual([])
  })

  it('are pasted as a screenshot is, and pasted text stays text', async () => {
    const page = await open('plain')
    await box(page).focus()
    const paste = (text: string) => box(page).evaluate((area, words) => {
      const clipboardData = new DataTransfer()
      if (words) clipboardData.setData('text/plain', words)
      clipboardData.items.add(new File(['x'], 'image.png', { type: 'image/png' }))
      return !area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, text)
    expect(await paste('A1\tB1')).toBe(false)
    expect(await page.evaluate(() => bench.running)).toEqual([])
    expect(await paste('')).toBe(true)
    await running(page, 'image.png')
  })

  it('are dropped anywhere on the chat, which says so only while they are over it', async () => {
    const page = await open('plain')
    const session = await page.context().newCDPSession(page)
    const data = { items: [], files: [inFolder('dropped.txt', Buffer.from('words'))], dragOperationsMask: 1 }
    const drag = (type: 'dragEnter' | 'dragOver' | 'drop' | 'dragCancel', x = 200, y = 200) =>
      session.send('Input.dispatchDragEvent', { type, x, y, data })
    const cover = page.locator('.drop')

    await drag('dragEnter')
    await drag('dragOver')
    await cover.waitFor()
    await drag('dragOver', 200, 660)
    expect(await cover.isVisible()).toBe(true)
    await drag('dragOver', 3, 3)
    await cover.waitFor({ state: 'detached' })
    await drag('dragOver')
    await cover.waitFor()
    // this tells the page nothing
    await drag('dragCancel')
    await page.mouse.move(210, 210)
    await cover.waitFor({ state: 'detached' })

    await drag('dragEnter')
    await drag('dragOver')
    await cover.waitFor()
    await page.keyboard.press('Escape')
    await cover.waitFor({ state: 'detached' })

    await drag('dragOver')
    await drag('drop')
    await running(page, 'dropped.txt')
    await cover.waitFor({ state: 'detached' })
    expect(page.url()).toBe('http://localhost/')
    expect(page.troubles).toEqual([])
  })

  it('leave words that are dragged to the browser', async () => {
    const page = await open('plain')
    const session = await page.context().newCDPSession(page)
    const data = { items: [{ mimeType: 'text/plain', data: 'words' }], dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver'] as const) await session.send('Input.dispatchDragEvent', { type, x: 200, y: 200, data })
    expect(await page.locator('.drop').count()).toBe(0)
  })
})

describe('the box', () => {
  it('grows from one line to six and no further, and shrinks again', async () => {
    const page = await open('plain')
    const height = () => box(page).evaluate((area) => area.clientHeight)
    const one = await height()
    await box(page).fill('1\n2\n3')
    expect(await height()).toBe(one + 48)
    await box(page).fill('1\n2\n3\n4\n5\n6')
    expect(await height()).toBe(one + 120)
    await box(page).fill(Array.from({ length: 30 }, (_, line) => line).join('\n'))
    expect(await height()).toBe(one + 120)
    await box(page).fill('')
    expect(await height()).toBe(one)
  })

  it('keeps one line for the words that stand in an empty one, however narrow it is', async () => {
    const wide = await open('plain', { width: 1280 })
    const narrow = await open('plain', { width: 280 })
    const height = (page: Page) => box(page).evaluate((area) => area.clientHeight)
    expect(await height(narrow)).toBe(await height(wide))
  })
})

describe('files of a message', () => {
  it('that are pictures are drawn when they come into view, by their words, and nothing moves', async () => {
    const page = await open('files', { height: 420 })
    const picture = page.getByRole('img', { name: 'A receipt over 48 euro' })
    const card = page.locator('.cite').first()
    const before = await card.boundingBox()
    await picture.waitFor()
    expect(await page.evaluate(() => bench.reads)).toEqual(['receipt-of-the-ferry-to-naxos.png'])
    expect((await card.boundingBox())?.y).toBe(before?.y)
    expect(await picture.evaluate((canvas) => (canvas as HTMLCanvasElement).width)).toBeLessThanOrEqual(520)
    await page.getByText('card.jpg').scrollIntoViewIfNeeded()
    await page.getByRole('img', { name: 'Picture: card.jpg' }).waitFor()
    expect(page.asked.filter((url) => !url.endsWith('.js') && url !== 'http://localhost/')).toEqual([])
    expect(page.troubles).toEqual([])
  })

  it('that were drawn once are not asked for again', async () => {
    const page = await open('files')
    await page.getByRole('img').nth(1).waitFor()
    const reads = await page.evaluate(() => bench.reads.length)
    await page.evaluate(() => bench.show('files'))
    await page.getByRole('img').nth(1).waitFor()
    expect(reads).toBe(2)
    expect(await page.evaluate(() => bench.reads.length)).toBe(reads)
  })

  it('that cannot be loaded, or would fill the memory, say so and may be tried again', async () => {
    const page = await open('plain')
    for (const serve of ['huge', 'nothing'] as const) {
      await page.evaluate((what) => {
        bench.serve = what
        bench.show('files')
      }, serve)
      await page.getByRole('button', { name: 'Try again' }).first().waitFor()
      expect(await page.locator('.shot').first().textContent()).toContain('This file could not be loaded.')
    }
    await page.evaluate(() => void (bench.serve = 'picture'))
    await page.getByRole('button', { name: 'Try again' }).first().click()
    await page.getByRole('img').first().waitFor()
  })

  it('are saved under their names, and a word is said when that fails', async () => {
    const page = await open('files')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download terms.pdf' }).click()
    const file = await download
    expect(file.suggestedFilename()).toBe('terms.pdf')
    expect(readFileSync(await file.path()).byteLength).toBeGreaterThan(100)
    await page.evaluate(() => void (bench.serve = 'nothing'))
    await page.getByRole('button', { name: 'Download terms.pdf' }).click()
    await page.locator('.cite [role=alert]').waitFor()
    expect(page.troubles).toEqual([])
  })
})

it('a message for later begins behind what the visitor wrote', async () => {
  const page = await open('ticket')
  const area = page.getByRole('textbox', { name: 'Your message' })
  await area.waitFor()
  await page.keyboard.type(' Please call.')
  expect(await area.inputValue()).toBe('My card was declined twice. Please call.')
})

describe('everybody can use', () => {
  const scenes = ['plain', 'files', 'forms', 'pre-chat', 'ticket', 'follow-up'] as const

  const schemes = ['light', 'dark'] as const

  it.each(schemes)('all of it: axe finds nothing, targets are large enough and nothing is wider than 320 px (%s)', async (colorScheme) => {
    const page = await open('plain', { width: 320, height: 640, colorScheme })
    await page.evaluate(axe)
    for (const scene of scenes) {
      await page.evaluate((which) => bench.show(which), scene)
      const there = scene === 'plain' ? box(page) : scene === 'files' ? page.getByRole('img') : page.locator('form.form, form.card')
      await there.first().waitFor()
      if (scene === 'forms') await page.getByRole('form', { name: 'Your new card' }).getByRole('button', { name: 'Send' }).click()
      if (scene === 'plain') {
        await page.locator('input[type=file]').setInputFiles([
          { name: 'one.png', mimeType: 'image/png', buffer: png },
          { name: 'two.txt', mimeType: 'text/plain', buffer: Buffer.from('x') },
        ])
        await running(page, 'one.png', 'two.txt')
        await page.evaluate(() => bench.end('two.txt', 'transport/lost'))
        await page.getByRole('button', { name: 'Retry' }).waitFor()
      }
      const found = await page.evaluate(async () => {
        const { axe: checker } = globalThis as unknown as { axe: { run(options: object): Promise<Found> } }
        // the page itself is a bare one
        const off = { enabled: false }
        const { violations } = await checker.run({ rules: { region: off, 'landmark-one-main': off, 'page-has-heading-one': off } })
        const root = document.querySelector('div')?.shadowRoot
        const small = [...(root?.querySelectorAll('button,select,textarea,input:not([hidden],[type=radio])') ?? [])]
          .map((element) => ({ html: element.outerHTML.slice(0, 80), box: element.getBoundingClientRect() }))
          .filter(({ box: { width, height } }) => width < 24 || height < 24)
        const log = root?.querySelector('.log')
        return {
          violations: violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html}`)),
          small: small.map(({ html }) => html),
          wide: (log?.scrollWidth ?? 0) - (log?.clientWidth ?? 0),
        }
      })
      expect({ scene, ...found }).toEqual({ scene, violations: [], small: [], wide: 0 })
    }
    expect(page.troubles).toEqual([])
  })
})
