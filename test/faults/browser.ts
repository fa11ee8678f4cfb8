import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'
import { findChromium } from '../browser/chromium.ts'

/** A Chromium of its own that keeps pages when one navigates away, as a visitor's does; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findChromium(),
    // Playwright turns the back-forward cache off.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    // Chromium's sandbox refuses to start as root.
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update'],
  })
}
