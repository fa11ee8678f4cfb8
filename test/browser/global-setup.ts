import { findChromium } from './chromium.ts'

/** Finds (or installs) Chromium once, before any browser test runs; the tests' processes inherit the answer. */
export default async function setup(): Promise<void> {
  process.env['HANDBACK_CHROMIUM'] = await findChromium()
}
