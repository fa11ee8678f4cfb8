import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as today from '../../src/conversation/index.ts'
import { corpora } from '../fixtures/corpus.ts'
import type { Corpus } from '../fixtures/views.ts'
import { digestOf, viewsAlong } from '../fixtures/views.ts'
import { launchChromium } from './chromium.ts'
import { complaints } from './rig.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const conversationsOf = (files: readonly Corpus[]): Corpus['conversations'] => files.flatMap(({ conversations }) => conversations)

/** In a page: the digests of what both sides see of each conversation, after each event, with everything impure out of reach. */
const page = `
  import * as today from '../../src/conversation/index.ts'
  import { digestOf, viewsAlong } from './views.ts'

  const impure = (name) => () => { throw new Error(name + ' was asked in a fold') }
  globalThis.digests = (conversations) => {
    Date.now = impure('the time')
    Math.random = impure('chance')
    crypto.getRandomValues = impure('chance')
    crypto.randomUUID = impure('chance')
    for (const name of ['DateTimeFormat', 'NumberFormat', 'Collator']) Intl[name] = impure('the language')
    globalThis.fetch = impure('the network')
    return conversations.map(({ events, visitor }) => viewsAlong(today, events, visitor).map(digestOf))
  }
`

it('folds the corpus in Chromium to the same views as in Node, event by event', async () => {
  const { outputFiles } = await build({
    stdin: { contents: page, resolveDir: fileURLToPath(new URL('../fixtures', import.meta.url)), loader: 'ts' },
    bundle: true,
    format: 'iife',
    write: false,
  })
  const tab = await browser.newPage()
  const troubles = complaints(tab)
  await tab.route('http://localhost/', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Fold</title>' }))
  await tab.goto('http://localhost/')
  await tab.addScriptTag({ content: outputFiles[0]?.text ?? '' })
  const conversations = conversationsOf(corpora)
  // as text: what a page gets is what JSON holds
  const there = await tab.evaluate(
    (text) => (globalThis as unknown as { digests(conversations: unknown): string[][] }).digests(JSON.parse(text)),
    JSON.stringify(conversations),
  )
  const here = conversations.map(({ events, visitor }) => viewsAlong(today, events, visitor).map(digestOf))
  expect(here.flat().length).toBeGreaterThan(100)
  expect(there).toEqual(here)
  expect(troubles).toEqual([])
  await tab.close()
})
