import { fileURLToPath } from 'node:url'
import { startGallery } from '../examples/gallery/server.ts'
import { launchChromium } from '../test/browser/chromium.ts'
import { faults } from '../test/gallery/faults.ts'
import { contactSheet, nameOf, open, themes } from '../test/gallery/shoot.ts'
import type { Look } from '../test/gallery/shoot.ts'
import { violations } from '../test/gallery/violations.ts'

/**
 * Pictures of every state of the widget in every theme, light and dark, in both directions, at every width, and the narrowest also compact; with
 * what is wrong in them.
 * They go to `HANDBACK_SHOTS`, default `coverage/gallery`, which is not committed. Exits with 1 when anything is wrong.
 */

const folder = process.env['HANDBACK_SHOTS'] ?? fileURLToPath(new URL('../coverage/gallery', import.meta.url))
const [browser, gallery] = await Promise.all([launchChromium(), startGallery()])
const sizes: readonly (readonly [width: number, density?: 'compact'])[] = [[320], [390], [760], [1280], [320, 'compact']]
let wrong = 0
for (const theme of themes) {
  for (const scheme of ['light', 'dark'] as const) {
    for (const dir of ['ltr', 'rtl'] as const) {
      for (const [width, density] of sizes) {
        const look: Look = { theme, scheme, dir, width, ...(density && { density }) }
        const page = await open(browser, gallery.base, look, width > 700 ? 1 : 6)
        const found = [...(await faults(page)), ...(await violations(page))]
        console.log(await contactSheet(page, folder, look))
        for (const fault of found) console.log(`  ${nameOf(look)}: ${fault}`)
        wrong += found.length
        await page.context().close()
      }
    }
  }
}
await browser.close()
gallery.stop()
console.log(`${wrong} faults`)
process.exitCode = wrong ? 1 : 0
