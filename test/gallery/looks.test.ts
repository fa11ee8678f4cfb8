import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startGallery } from '../../examples/gallery/server.ts'
import { launchChromium } from '../browser/chromium.ts'
import { open } from './shoot.ts'
import type { Look } from './shoot.ts'

let browser: Browser
let gallery: Awaited<ReturnType<typeof startGallery>>
beforeAll(async () => {
  ;[browser, gallery] = await Promise.all([launchChromium(), startGallery()])
})
afterAll(async () => {
  await browser?.close()
  gallery?.stop()
})

const look: Look = { theme: 'default', scheme: 'light', dir: 'ltr', width: 320 }

/** Shows states, and asks something of their hosts, in the order of the page. */
async function ask<T>(of: Partial<Look> & { readonly state: string }, question: (hosts: readonly Element[]) => T, height?: string): Promise<T> {
  const page = await open(browser, gallery.base, { ...look, ...of }, 4)
  const hosts = page.locator('.box > *')
  if (height) await page.locator('.box').evaluateAll((boxes, room) => boxes.map((box) => (box as HTMLElement).style.setProperty('height', room)), height)
  const answer = await hosts.evaluateAll(question)
  await page.context().close()
  return answer as T
}

it('keeps the box to write in, and its buttons, inside a panel that is only 256 pixels high', async () => {
  const state = 'answered,waiting,composing,uploading,agent-lost'
  const over = await ask({ state }, (hosts) => hosts.map(({ shadowRoot: root }) => {
    const { top = 0, bottom = 0 } = root?.querySelector('.panel')?.getBoundingClientRect() ?? {}
    return [...(root?.querySelectorAll('header, .composer, .send') ?? [])].filter((part) => {
      const place = part.getBoundingClientRect()
      return place.top < top || place.bottom > bottom
    }).map(({ className, localName }) => `${localName}.${className}`)
  }), '256px')
  expect(over).toEqual(state.split(',').map(() => []))
})

it('lays nothing over a survey that is filled in', async () => {
  const jumps = await ask({ state: 'survey-factors' }, ([host]) => [...(host?.shadowRoot?.querySelectorAll('.jump') ?? [])].filter((jump) => jump.checkVisibility()).length)
  expect(jumps).toBe(0)
})

it('lets all pages begin at the same line as the thread, whatever the direction of their text', async () => {
  for (const dir of ['ltr', 'rtl'] as const) {
    const starts = await ask({ state: 'conversations,article', dir }, (hosts) => hosts.map(({ shadowRoot: root }) => {
      const panel = root?.querySelector('.panel')
      const range = document.createRange()
      return [...(root?.querySelectorAll('.entry-text, .sheet-head > strong') ?? [])].map((element) => {
        range.selectNodeContents(element)
        const [text, room, box] = [range.getBoundingClientRect(), element.parentElement?.getBoundingClientRect(), panel?.getBoundingClientRect()]
        const rtl = getComputedStyle(panel ?? element).direction === 'rtl'
        const inside = element.matches('.entry-text') ? box : room
        return Math.round(rtl ? (inside?.right ?? 0) - text.right : text.left - (inside?.left ?? 0))
      })
    }))
    expect(starts).toEqual([[54, 16, 16], [54]])
  }
})

it('draws what was sent along in one width', async () => {
  const widths = await ask({ state: 'files', width: 390 }, ([host]) =>
    [...(host?.shadowRoot?.querySelector('.files')?.querySelectorAll('figure, li > .cite') ?? [])].map((element) => Math.round(element.getBoundingClientRect().width)))
  expect(widths).toHaveLength(2)
  expect(new Set(widths).size).toBe(1)
})

it('paints what a page’s own style lays around a part over the edge of its eight blocks', async () => {
  const page = await open(browser, gallery.base, { ...look, state: 'markdown' }, 1)
  const edge = await page.locator('.box > *').evaluate(({ shadowRoot: root }) => {
    root?.querySelector('[part~=code]')?.scrollIntoView({ block: 'center' })
    const { x = 0, bottom = 0, width = 0 } = root?.querySelector('.chunk:has(+ .chunk)')?.getBoundingClientRect() ?? {}
    return { x, y: bottom + 1, width, height: 3 }
  })
  expect(edge.width).toBeGreaterThan(100)
  const before = await page.screenshot({ clip: edge })
  await page.evaluate(() => {
    const own = new CSSStyleSheet()
    own.replaceSync('.box > *::part(code) { box-shadow: 0 0 0 24px rebeccapurple }')
    document.adoptedStyleSheets.push(own)
  })
  expect((await page.screenshot({ clip: edge })).equals(before)).toBe(false)
  await page.context().close()
})

it('leaves no line empty under an older answer whose buttons are not seen, and parts its words instead', async () => {
  const beside = await ask({ state: 'stopped', width: 300 }, ([host]) => [...(host?.shadowRoot?.querySelectorAll('.row:not(.newest.last) .meta:has(.thumbs)') ?? [])].map((meta) => {
    const [words, buttons] = [...meta.children].map((part) => part.getBoundingClientRect())
    return buttons !== undefined && words !== undefined && (buttons.top + buttons.bottom) / 2 < words.bottom
  }))
  expect(beside.length).toBeGreaterThan(2)
  expect(beside).not.toContain(false)
})

it('says the whole wait in a panel that is low and narrow', async () => {
  const cut = await ask({ state: 'waiting,agent-away' }, (hosts) => hosts.map(({ shadowRoot: root }) => {
    const { scrollHeight = 1, clientHeight = 0 } = root?.querySelector('.detail') ?? {}
    return scrollHeight - clientHeight
  }), '360px')
  expect(cut).toEqual([0, 0])
})
