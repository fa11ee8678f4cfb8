// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { consoleStyles } from '../../src/console/console-css.ts'
import { uiStyles } from '../../src/ui/styles/index.ts'
import { lateStyles } from '../../src/ui/styles/late/index.ts'
import { header, maria, message } from './samples.ts'
import { closeConsoles, openConsole } from './world.ts'

afterEach(closeConsoles)

/** Classes that have rules of their own, without anything around them. */
const classes = (css: string): readonly string[] => [...new Set([...css.matchAll(/(?:^|[\n},])\s*\.([a-z-]+)(?=[{,:])/g)].map(([, name = '']) => name))]

it('gives no class of the shared parts another meaning: these it changes on purpose', () => {
  const shared = classes(uiStyles + lateStyles)
  expect(classes(consoleStyles).filter((name) => shared.includes(name)).toSorted()).toEqual(['composer', 'send', 'stack', 'state'])
})

describe('the landmarks of the console', () => {
  const marks = (root: ShadowRoot) => [...root.querySelectorAll('header,nav,main,aside')].map(({ localName }) => localName)

  it('are a header, the lists, and the place of the conversation, before one is open', async () => {
    const { root } = await openConsole()
    expect(marks(root)).toEqual(['header', 'nav', 'main'])
  })

  it('have one main place while a conversation is fetched, while it is open with what to know beside it, and once it is gone', async () => {
    const { root, thread, change } = await openConsole(undefined, { open: 'one' })
    expect(marks(root)).toEqual(['header', 'nav', 'main'])
    await change(() => thread('one').$header.set(header('human')))
    expect(marks(root)).toEqual(['header', 'nav', 'main', 'aside'])
    expect(root.querySelector('main aside')).toBeNull()
    await change(() => thread('one').$gone.set(true))
    expect(marks(root)).toEqual(['header', 'nav', 'main'])
  })
})

it('makes no main place inside the main place of a page', async () => {
  const main = document.createElement('main')
  const { root } = await openConsole(undefined, { open: 'one' }, main)
  expect(root.querySelector('main')).toBeNull()
  expect(root.querySelector('.place')).not.toBeNull()
  main.remove()
})

describe('pictures from elsewhere', () => {
  const withPicture = async (images?: readonly string[]) => {
    const { root } = await openConsole((fake) => {
      const { $header, $rows } = fake.thread('one')
      $header.set(header('human'))
      $rows.set([message({ ...maria, kind: 'assistant', id: 'assistant' }, '![The card](https://cdn.example/card.png)')])
    }, { open: 'one', ...(images && { images }) })
    return [...root.querySelectorAll('img')].map(({ src }) => src)
  }

  it('are requested from no origin that was not named', async () => {
    expect(await withPicture()).toEqual([])
    expect(await withPicture(['https://other.example'])).toEqual([])
  })

  it('are shown from an origin that was named', async () => {
    expect(await withPicture(['https://cdn.example'])).toEqual(['https://cdn.example/card.png'])
  })
})

it('has the styles of parts that are loaded when they are wanted', async () => {
  const { root } = await openConsole((fake) => {
    const { $header, $rows } = fake.thread('one')
    $header.set(header('human'))
    $rows.set([message(maria, 'See this', undefined, [{ type: 'attachment', blob: 'blob-0001', name: 'a.pdf', media: 'application/pdf', size: 9 }])])
  }, { open: 'one' })
  await vi.waitFor(() => expect(root.querySelector('.get')).not.toBeNull())
  const rules = root.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText))
  expect(rules.filter((rule) => rule.startsWith('.get'))).not.toEqual([])
})
