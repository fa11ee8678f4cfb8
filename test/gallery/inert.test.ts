import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startGallery } from '../../examples/gallery/server.ts'
import { launchChromium } from '../browser/chromium.ts'
import { open } from './shoot.ts'

let browser: Browser
let gallery: Awaited<ReturnType<typeof startGallery>>
beforeAll(async () => {
  ;[browser, gallery] = await Promise.all([launchChromium(), startGallery()])
})
afterAll(async () => {
  await browser?.close()
  gallery?.stop()
})

it('leaves out of the careful look only what a page stands over, whole and in its own colour', async () => {
  const page = await open(browser, gallery.base, { theme: 'default', scheme: 'light', dir: 'ltr', width: 320 }, 6)
  const found = await page.locator('.box').evaluateAll((boxes) => boxes.flatMap((box) => {
    const root = box.firstElementChild?.shadowRoot
    return [...(root?.querySelectorAll('[inert]:not(.sr)') ?? [])].map((element) => {
      const under = element.getBoundingClientRect()
      const covered = [...(root?.querySelectorAll('.sheet') ?? [])].some((sheet) => {
        const over = sheet.getBoundingClientRect()
        const [, , , alpha = '1'] = getComputedStyle(sheet).backgroundColor.match(/[\d.]+/g) ?? ['', '', '', '0']
        return over.left <= under.left && over.top <= under.top && over.right >= under.right && over.bottom >= under.bottom && Number(alpha) === 1
      })
      return [(box as HTMLElement).dataset['state'], covered]
    })
  }))
  await page.context().close()
  expect(Object.fromEntries(found)).toEqual({
    article: true, conversations: true, 'conversations-none': true, 'conversations-failed': true, reading: true, languages: true,
  })
})
