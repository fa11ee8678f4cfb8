import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { bot, story, visitor } from '../../examples/gallery/rows.ts'
import { launchChromium } from '../browser/chromium.ts'
import { PATIENCE } from '../browser/rig.ts'
import type { Asked } from './features-page.ts'
import { servePage } from './serve-page.ts'

let browser: Browser
let site: Awaited<ReturnType<typeof servePage>>
let page: Page
beforeAll(async () => {
  ;[browser, site] = await Promise.all([launchChromium(), servePage(fileURLToPath(new URL('features-page.ts', import.meta.url)))])
  page = await browser.newPage()
  page.setDefaultTimeout(PATIENCE)
  await page.goto(site.base)
  await page.waitForFunction('globalThis.put')
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})
beforeEach(async () => {
  await page.setViewportSize({ width: 760, height: 700 })
  await page.emulateMedia({ media: 'screen', colorScheme: 'light', reducedMotion: 'reduce', forcedColors: 'none' })
})

const put = (asked: Asked): Promise<void> => page.evaluate((it) => (globalThis as unknown as { put(asked: Asked): void }).put(it), asked)
/** A widget with its panel. */
async function opened(asked: Asked = {}): Promise<void> {
  await put(asked)
  await page.locator('.panel').waitFor()
}
const rectOf = (selector: string) => page.locator(selector).first().evaluate((element) => {
  const { x, y, width, height } = element.getBoundingClientRect()
  return { x, y, width, height }
})
const conversation = () => {
  const { says, notice } = story()
  return [notice('ai-disclosure'), says(visitor, 'Where is my card?'), says(bot, 'It is on its way.')]
}

it('shows what the page puts into its header and below its box', async () => {
  await opened()
  for (const [around, text] of [['header', 'Acme'], ['footer', 'Privacy']] as const) {
    await page.getByText(text, { exact: true }).waitFor()
    const [room, own] = [await rectOf(around), await page.getByText(text, { exact: true }).boundingBox()]
    expect(own?.y).toBeGreaterThan(room.y)
    expect((own?.y ?? 0) + (own?.height ?? 0)).toBeLessThan(room.y + room.height)
  }
  expect(await page.locator('header [part=title]').isVisible()).toBe(false)
})

it('stands still where the system or the theme asks for it', async () => {
  /** The animations and transitions of everything in the widget, and of what is drawn before it. */
  const moving = () => page.locator('.launcher').evaluate((launcher) =>
    [...new Set([...(launcher.getRootNode() as ShadowRoot).querySelectorAll('*')].flatMap((element) => [null, '::before'].flatMap((pseudo) => {
      const { animationName, transitionDuration } = getComputedStyle(element, pseudo)
      return [animationName, transitionDuration].filter((value) => !/^(|none|0s)$/.test(value))
    })))].toSorted())
  /** What moves in a panel while an answer is prepared, and in a launcher whose panel is on its way. */
  const busy = async (theme: Asked['theme'] = {}) => {
    await opened({ theme, picture: { rows: conversation(), state: { answering: true }, status: { type: 'connecting' } } })
    await page.locator('.dots').waitFor()
    await page.locator('.thumb').first().waitFor({ state: 'attached' })
    const open = await moving()
    await put({ theme, picture: { start: 'never' } })
    await page.locator('.launcher[aria-busy=true]').waitFor()
    return [open, await moving()]
  }
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  expect(await busy()).toEqual([['0.12s', 'hb-dot', 'hb-in'], ['wait']])
  expect(await busy({ motion: 'none' })).toEqual([[], []])
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await busy()).toEqual([[], []])
})

it('has edges where colours are forced, and shows who is there', async () => {
  const edges = (selectors: readonly string[]) => Promise.all(selectors.map((selector) => page.locator(selector).first().evaluate((element) => {
    const { borderTopStyle, borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(element)
    return borderTopStyle === 'solid' && Number.parseFloat(borderTopWidth) > 0 && borderTopColor !== backgroundColor
  })))
  await opened({ picture: { rows: conversation() } })
  const inside = ['.panel', '.avatar', '.send', '.pill', '.bubble']
  const bare = ['.panel', '.avatar', '.send', '.bubble', '.launcher', '.problem']
  await page.locator('.bubble').first().waitFor()
  expect(await edges(bare)).toEqual(bare.map(() => false))
  await page.emulateMedia({ forcedColors: 'active' })
  expect(await edges(inside)).toEqual(inside.map(() => true))
  const dot = await page.locator('.state').evaluate((state) => {
    const header = getComputedStyle(state.closest('header') as Element).backgroundColor
    return [getComputedStyle(state, '::before').backgroundColor, getComputedStyle(state).color, header]
  })
  expect(dot[0]).toBe(dot[1])
  expect(dot[0]).not.toBe(dot[2])
  await put({ picture: { start: 'fails' }, closed: true })
  await page.locator('.launcher').click()
  await page.locator('.problem').waitFor()
  expect(await edges(['.launcher', '.problem'])).toEqual([true, true])
})

it('is lower and denser where the theme is compact', async () => {
  const heights = async (density: 'comfortable' | 'compact') => {
    await opened({ theme: { density }, picture: { rows: conversation() } })
    await page.locator('.bubble').first().waitFor()
    return Promise.all(['header', 'footer', '.bubble'].map(async (selector) => (await rectOf(selector)).height))
  }
  const [roomy, dense] = [await heights('comfortable'), await heights('compact')]
  expect(dense.map((height, index) => height < (roomy[index] ?? 0))).toEqual([true, true, true])
})

it('covers a narrow window, keeps to its corner in a wider one, and gives way to the keyboard of a telephone', async () => {
  await opened()
  const corner = await rectOf('.panel')
  expect(corner).toMatchObject({ width: 380, height: 640 })
  expect(corner.x).toBeGreaterThan(300)
  await page.setViewportSize({ width: 390, height: 700 })
  expect(await rectOf('.panel')).toEqual({ x: 0, y: 0, width: 390, height: 700 })
  // what Safari does: the window stays as it is, and only this says what is left of it
  await page.evaluate(() => {
    Object.defineProperties(visualViewport, { height: { value: 330, configurable: true }, offsetTop: { value: 40, configurable: true } })
    visualViewport?.dispatchEvent(new Event('resize'))
  })
  const above = await rectOf('.panel')
  await page.evaluate(() => {
    for (const name of ['height', 'offsetTop']) Reflect.deleteProperty(visualViewport as VisualViewport, name)
    visualViewport?.dispatchEvent(new Event('resize'))
  })
  expect(above).toEqual({ x: 0, y: 40, width: 390, height: 330 })
  expect(await rectOf('.panel')).toEqual({ x: 0, y: 0, width: 390, height: 700 })
})

it('is not printed from its corner, but is where it stands in the page', async () => {
  const printed = async (asked: Asked) => {
    await page.emulateMedia({ media: 'screen' })
    await opened(asked)
    await page.emulateMedia({ media: 'print' })
    return page.locator('.panel').isVisible()
  }
  expect([await printed({}), await printed({ inline: true })]).toEqual([false, true])
})

it('is dark or light as its theme says, whatever the system is', async () => {
  const seen = (selector: string) => page.locator(selector).first().evaluate((element) => {
    const { backgroundColor, color } = getComputedStyle(element)
    return `${color} on ${backgroundColor}`
  })
  const colours = async (theme: 'dark' | 'light' | 'auto', system: 'dark' | 'light') => {
    await page.emulateMedia({ colorScheme: system })
    await put({ theme: { colorScheme: theme }, closed: true })
    const launcher = await seen('.launcher')
    await opened({ theme: { colorScheme: theme } })
    return [launcher, await seen('.panel')]
  }
  const [light, dark] = [await colours('auto', 'light'), await colours('auto', 'dark')]
  for (const index of [0, 1]) expect(light[index]).not.toBe(dark[index])
  for (const system of ['dark', 'light'] as const) {
    expect(await colours('dark', system)).toEqual(dark)
    expect(await colours('light', system)).toEqual(light)
  }
})

it.each([
  ['Arabic', 'left to right', false, 'rtl', ['مرحبا **بك** في المتجر', 'أين بطاقتي؟', 'انضم إليك موظف', 'سيأتي موظف قريبا', 'اكتب']],
  ['English', 'right to left', true, 'ltr', ['Welcome to **our** shop', 'Where is my card?', 'Somebody joined', 'Somebody comes soon', 'Words']],
] as const)('writes %s in its own direction in a widget that runs %s', async (_language, _around, rtl, direction, [answer, own, joined, said, typed]) => {
  const { says, notice } = story()
  const rows = [says(visitor, own), says(bot, answer), notice('handoff-started', {}, 'assistant'), notice('agent-joined')]
  await opened({ rtl, notices: { 'agent-joined': joined, 'handoff-started': said }, picture: { rows } })
  const directionOf = (text: string) => page.locator('.log').getByText(text).last().evaluate((element) => getComputedStyle(element).direction)
  const words = [answer.split(' **')[0] ?? '', own, joined, said]
  expect(await Promise.all(words.map(directionOf))).toEqual(words.map(() => direction))
  const box = page.locator('footer textarea')
  await box.fill(typed)
  expect(await box.evaluate((element) => getComputedStyle(element).direction)).toBe(direction)
  expect(await page.locator('.panel').evaluate((element) => getComputedStyle(element).direction)).not.toBe(direction)
})
