import type { Browser } from 'playwright-core'
import { metrics, openPage, watch, watched } from './measure.ts'

/** How a long thread behaves: opening it, and going back to its first message. */
export interface LongThread {
  /** From the call that opens it to the frame that shows its newest message, in ms of the clock, and of the main thread. */
  readonly open: number
  readonly task: number
  /** By the scroll bar's top: until the first message is on the screen, in ms. */
  readonly leap: number
  /** By the wheel, from the end to the first message: frames on the way, and how many of them had a place without a row in view. */
  readonly frames: number
  readonly blank: number
  /** Tasks over 50 ms on the way, and the longest. */
  readonly long: number
  readonly longest: number
}

/** In pixels per frame: a hard flick. */
const STEP = 2500

export async function openLong(browser: Browser, url: string, messages: number): Promise<LongThread> {
  const { page, session, close } = await openPage(browser, url, 1)
  await page.evaluate((count) => window.stage.prepare?.(count), messages)
  await page.waitForTimeout(500)
  const before = await metrics(session)
  const open = await page.evaluate(async (count) => {
    const began = performance.now()
    await window.stage.show(count)
    while (!window.stage.scope().textContent?.includes(`Reply ${count - 1}`)) await new Promise(requestAnimationFrame)
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)))
    return performance.now() - began
  }, messages)
  const after = await metrics(session)
  await page.waitForTimeout(500)
  await watch(page)
  const way = await page.evaluate(async (step) => {
    const log = window.stage.scope() as HTMLElement
    const root = log.getRootNode() as ShadowRoot
    const frame = () => new Promise(requestAnimationFrame)
    /** Whether the view has a row at its top, its middle and its end. */
    const filled = () => {
      const { left, top, width, height } = log.getBoundingClientRect()
      return [0.1, 0.5, 0.9].every((share) => !root.elementFromPoint(left + width / 2, top + height * share)?.matches('.gap'))
    }
    let frames = 0
    let blank = 0
    while (log.scrollTop > 0) {
      log.scrollTop -= step
      await frame()
      await frame()
      frames += 1
      if (!filled()) blank += 1
    }
    const first = log.textContent?.includes('Question 0:') === true
    return { frames, blank, first }
  }, STEP)
  const { long, longest } = await watched(page)
  const leap = await page.evaluate(async () => {
    const log = window.stage.scope() as HTMLElement
    log.scrollTop = log.scrollHeight
    for (let count = 0; count < 20; count += 1) await new Promise(requestAnimationFrame)
    const began = performance.now()
    log.scrollTop = 0
    while (!log.textContent?.includes('Question 0:')) await new Promise(requestAnimationFrame)
    return performance.now() - began
  })
  await close()
  if (!way.first) throw new Error(`${url} does not come to its first message`)
  return { open, task: (after['TaskDuration'] ?? 0) - (before['TaskDuration'] ?? 0), leap, frames: way.frames, blank: way.blank, long, longest }
}
