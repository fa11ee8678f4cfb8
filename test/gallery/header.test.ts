import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { bundle } from '../../examples/gallery/bundle.ts'
import { launchChromium } from '../browser/chromium.ts'
import type { HeaderSeen } from './header-page.ts'

test('on a narrow telephone the header is as high, and says all, in each language and whatever happens', async () => {
  const scripts = await bundle(fileURLToPath(new URL('header-page.ts', import.meta.url)))
  const server = createServer(({ url = '/' }, response) => {
    const script = scripts.get(url)
    response.setHeader('content-type', `${script === undefined ? 'text/html' : 'text/javascript'}; charset=utf-8`)
    response.end(script ?? '<!doctype html><meta name="viewport" content="width=device-width"><script type="module" src="/header-page.js"></script>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const browser = await launchChromium()
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } })
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}`)
  const seen = await page.evaluate(() => (globalThis as unknown as { headers(): Promise<readonly HeaderSeen[]> }).headers())
  expect(seen).toHaveLength(70)
  expect(new Set(seen.map(({ words }) => words)).size).toBeGreaterThan(65)
  expect(seen.filter(({ height, whole }) => height !== seen[0]?.height || !whole)).toEqual([])
  await browser.close()
  server.close()
  server.closeAllConnections()
})
