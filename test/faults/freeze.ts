import type { Page } from 'playwright-core'
import type { TabUnderTest } from '../browser/tabs-page.ts'
import { until } from './waiting.ts'

declare const tab: TabUnderTest

export interface Frozen {
  /** Lets its scripts run again; resolves when they do. */
  thaw(): Promise<void>
}

/** Stops a tab's scripts in the debugger, and shows by a counter that they stand still while those of another tab go on. */
export async function freeze(page: Page, other: Page): Promise<Frozen> {
  await page.evaluate(() => tab.count('frozen'))
  await other.evaluate(() => tab.count('running'))
  const session = await page.context().newCDPSession(page)
  await session.send('Debugger.enable')
  const paused = new Promise((resolve) => session.once('Debugger.paused', resolve))
  await session.send('Debugger.pause')
  await paused
  const read = async (name: string): Promise<number> => Number(await other.evaluate((key) => localStorage.getItem(key), name))
  const [frozen, running] = [await read('frozen'), await read('running')]
  await until(async () => (await read('running')) > running + 20)
  if ((await read('frozen')) !== frozen) throw new Error('The tab was not stopped.')
  return {
    async thaw() {
      await session.send('Debugger.resume')
      await session.detach()
      await until(async () => (await read('frozen')) > frozen)
    },
  }
}
