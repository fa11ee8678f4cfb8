import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../browser/chromium.ts'
import { startSite, visit } from './site.ts'
import type { Site } from './site.ts'

let browser: Browser
let site: Site
const pages = createServer((request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8')
  const hub = `${site.base}/handback`
  const tags: Readonly<Record<string, string>> = {
    '/element': `<script type="module" src="${hub}/element.js"></script><handback-chat endpoint="${hub}"></handback-chat>`,
    '/snippet': `<script async src="${hub}/snippet.js" data-endpoint="${hub}"></script>`,
  }
  const tag = tags[(request.url ?? '').replace('/framed', '')]
  const frame = `<iframe sandbox="allow-scripts" src="${(request.url ?? '').replace('/framed', '')}" title="Help" width="600" height="700"></iframe>`
  response.end(`<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Shop</title>${request.url?.startsWith('/framed') ? frame : tag}`)
})
const base = () => `http://localhost:${(pages.address() as AddressInfo).port}`
beforeAll(async () => {
  pages.listen(0)
  await once(pages, 'listening')
  browser = await launchChromium()
  site = await startSite(new Map(), { origins: [base(), 'null'] })
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
  pages.close()
})

it.each(['/element', '/snippet'])('a page of another origin has the chat by the files of the hub (%s)', async (path) => {
  const { wrong, launcher, ask, answered, close } = await visit(browser, base() + path)
  await launcher.click()
  await ask('Where is my card?')
  await answered()
  expect(wrong).toEqual([])
  await close()
})

it.each(['/framed/element', '/framed/snippet'])('so has a sandboxed frame, which has no origin (%s)', async (path) => {
  const { page, wrong, close } = await visit(browser, base() + path)
  const frame = page.frameLocator('iframe')
  await frame.getByRole('button', { name: 'Open chat' }).click()
  await frame.getByRole('textbox', { name: 'Message' }).fill('Where is my card?')
  await frame.getByRole('button', { name: 'Send', exact: true }).click()
  await frame.getByRole('log').getByText('on its way').waitFor()
  expect(wrong).toEqual([])
  await close()
})
