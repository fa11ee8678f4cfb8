import type { Browser, CDPSession, Page } from 'playwright-core'
import { END, answer, lettersOf } from './answer.ts'

/** What a page cost its main thread, in ms. */
export interface Cost {
  readonly task: number
  readonly script: number
  readonly layout: number
  readonly style: number
  /** From the last piece to the last word on the screen, in ms. */
  readonly lag: number
}

/** How the frames came. */
export interface Frames {
  /** Slots of 16.7 ms without a frame. */
  readonly dropped: number
  /** Tasks over 50 ms, and the longest of them in ms (0: none). */
  readonly long: number
  readonly longest: number
}

export interface Opened {
  readonly page: Page
  readonly session: CDPSession
  close(): Promise<void>
}

/** How long a page may take to show everything, in ms. */
const PATIENCE = 180_000

/** A page of its own, in front, on a processor `slower` times as slow. */
export async function openPage(browser: Browser, url: string, slower: number): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 800, height: 700 } })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  const broken: string[] = []
  page.on('pageerror', (error) => broken.push(error.message))
  await page.goto(url)
  await page.bringToFront()
  await page.waitForFunction(() => 'stage' in window || document.querySelector('[data-broken]'))
  const session = await context.newCDPSession(page)
  // of the processor's own time: what others do on the machine in the meantime is not the page's
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  if (slower > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
  return {
    page,
    session,
    async close() {
      await context.close()
      if (broken.length > 0) throw new Error(`${url}: ${broken[0]}`)
    },
  }
}

export async function metrics(session: CDPSession): Promise<Readonly<Record<string, number>>> {
  const { metrics: list } = await session.send('Performance.getMetrics')
  return Object.fromEntries(list.map(({ name, value }) => [name, value * 1000]))
}

/** Begins to count frames and long tasks. */
export const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen = { frames: [] as number[], long: [] as number[], stop: () => undefined as void }
    const observer = new PerformanceObserver((list) => seen.long.push(...list.getEntries().map(({ duration }) => duration)))
    observer.observe({ type: 'longtask' })
    let frame = requestAnimationFrame(function next(at) {
      seen.frames.push(at)
      frame = requestAnimationFrame(next)
    })
    seen.stop = () => {
      cancelAnimationFrame(frame)
      seen.long.push(...observer.takeRecords().map(({ duration }) => duration))
      observer.disconnect()
    }
    Object.assign(window, { seen })
  })

interface Seen {
  readonly frames: number[]
  readonly long: number[]
  stop(): void
}

/** What there was since `watch`. */
export const watched = async (page: Page): Promise<Frames> => {
  const { frames, long } = await page.evaluate(() => {
    const { seen } = window as unknown as { seen: Seen }
    seen.stop()
    return { frames: seen.frames, long: seen.long }
  })
  const dropped = frames.slice(1).reduce((sum, at, index) => sum + Math.max(0, Math.round((at - (frames[index] ?? at)) / 16.667) - 1), 0)
  return { dropped, long: long.length, longest: Math.max(0, ...long) }
}

const whole = lettersOf(answer().join(''))

/** Streams the answer into a page that shows `messages` already, when and as often as `measure` asks for it. Throws when the page does not show it. */
async function streamed<T>(browser: Browser, url: string, messages: number, slower: number, measure: (opened: Opened, stream: () => Promise<number>) => Promise<T>): Promise<T> {
  const opened = await openPage(browser, url, slower)
  const { page, close } = opened
  await page.evaluate(async (count) => {
    await window.stage.show(count)
    const idle = () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 10_000 }))
    for (let times = 0; times < 5; times += 1) await idle()
  }, messages)
  if (await page.evaluate(() => document.visibilityState !== 'visible' || !document.hasFocus())) throw new Error(`${url} is not in front`)
  await page.waitForTimeout(300)
  const measured = await measure(opened, () => page.evaluate(async (end) => {
    window.stage.start()
    // nothing is asked while the answer comes
    while (window.given === undefined) await new Promise((resolve) => setTimeout(resolve, 100))
    while (!window.stage.scope().textContent?.includes(end)) await new Promise((resolve) => setTimeout(resolve, 30))
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)))
    return performance.now() - window.given
  }, END))
  const shown = await page.evaluate(() => {
    const walker = document.createTreeWalker(window.stage.scope(), NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      /^(STYLE|SCRIPT|BUTTON)$/.test(node.nodeName) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT)
    let text = ''
    while (walker.nextNode()) if (walker.currentNode instanceof Text) text += walker.currentNode.data
    return text
  })
  await close()
  if (!lettersOf(shown).includes(whole)) throw new Error(`${url} does not show the answer`)
  return measured
}

async function costOf(session: CDPSession, work: () => Promise<number>): Promise<Cost> {
  const before = await metrics(session)
  const lag = await work()
  const after = await metrics(session)
  const spent = (name: string): number => (after[name] ?? 0) - (before[name] ?? 0)
  return { task: spent('TaskDuration'), script: spent('ScriptDuration'), layout: spent('LayoutDuration'), style: spent('RecalcStyleDuration'), lag }
}

/** What it costs to stream the answer into a page. Nobody asks for its frames meanwhile: a page pays for each frame that is asked for. */
export const streamCost = (browser: Browser, url: string, messages: number, slower: number): Promise<Cost> =>
  streamed(browser, url, messages, slower, ({ session }, stream) => costOf(session, stream))

/** How its frames come. To know that each of them is asked for, and `task` has what that costs, too. */
export const streamFrames = (browser: Browser, url: string, messages: number, slower: number): Promise<Frames & Pick<Cost, 'task'>> =>
  streamed(browser, url, messages, slower, async ({ page, session }, stream) => {
    await watch(page)
    const { task } = await costOf(session, stream)
    return { ...(await watched(page)), task }
  })

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

export interface LauncherCost {
  readonly task: number
  readonly blocking: number
  /** The same with the task in which the browser swaps the documents. */
  readonly withSwap: number
  readonly longest: number
}

/** `tdur`: microseconds of the processor. */
interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly name?: string; readonly chrome_mojo_event_info?: { readonly mojo_interface_tag?: string } }
}

/**
 * What a page costs from its first byte until it is quiet, on a slow processor: main thread, and by how much its tasks were longer than 50 ms.
 * The task in which the browser puts the new document into the place of the old one is 45 to 80 ms for every page, before anything of the page
 * has run; it counts as main thread and not as blocking.
 */
export async function launcherCost(browser: Browser, url: string): Promise<LauncherCost> {
  const context = await browser.newContext({ viewport: { width: 800, height: 700 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  // as the page's own script would, as soon as it can
  await page.addInitScript(() => document.addEventListener('DOMContentLoaded', () => void window.stage.show(0)))
  await browser.startTracing(page, { categories: ['toplevel'] })
  await page.goto(url)
  await page.waitForTimeout(700)
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { readonly traceEvents: readonly TraceEvent[] }
  await context.close()
  const named = traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
  const threads = new Set(named.map(({ pid, tid }) => `${pid}:${tid}`))
  const tasks = traceEvents.filter(({ name, pid, tid }) => name === 'ThreadControllerImpl::RunTask' && threads.has(`${pid}:${tid}`))
  const commits = traceEvents.filter(({ args }) => args?.chrome_mojo_event_info?.mojo_interface_tag === 'content.mojom.NavigationClient')
  const own = tasks.filter(({ pid, tid, ts, dur = 0 }) => !commits.some((one) => one.pid === pid && one.tid === tid && one.ts >= ts && one.ts < ts + dur))
  if (own.length === tasks.length) throw new Error('The trace does not say when the page began.')
  const ms = (tdur = 0): number => tdur / 1000
  const over = (list: typeof tasks): number => list.reduce((sum, { tdur }) => sum + Math.max(0, ms(tdur) - 50), 0)
  return {
    task: tasks.reduce((sum, { tdur }) => sum + ms(tdur), 0),
    blocking: over(own),
    withSwap: over(tasks),
    longest: Math.max(...own.map(({ tdur }) => ms(tdur))),
  }
}
