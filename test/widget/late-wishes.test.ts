// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ConversationSummary } from '../../src/client/api.ts'
import { english } from '../../src/ui/english.ts'
import { bot, visitor } from './fake-chat.ts'
import type { PanelRig } from './panel-rig.ts'

const pieces = {
  menu: '../../src/widget/menu/menu.tsx',
  pages: '../../src/widget/menu/all-pages.tsx',
  article: '../../src/widget/menu/article-preview.tsx',
  reading: '../../src/widget/menu/reading.tsx',
} as const

let rig: PanelRig
const ends = new Map<string, { readonly come: () => void; readonly fail: () => void }>()
const box = () => rig.one('footer textarea') as HTMLTextAreaElement
const source = () => rig.one('.cite')
const page = () => rig.one('[role=dialog]')
const under = () => rig.one('.main')?.inert
const told = () => rig.text('footer [role=alert]')
const expanded = () => rig.named(english.menu)?.getAttribute('aria-expanded')
const goOn = (to: HTMLElement | null) => act(() => to?.focus())
/** One piece of code may ask for the next. */
const until = (holds: () => void) => vi.waitFor(async () => {
  await rig.settled()
  holds()
})
/** One that is pressed has the focus. */
const press = async (element: HTMLElement | null | undefined) => {
  act(() => {
    element?.focus()
    element?.click()
  })
  await act(async () => {})
}

/** A panel in a page of its own, where some code is still on its way: it comes, or cannot be fetched, when that is said. */
async function slow(...names: readonly (keyof typeof pieces)[]) {
  vi.resetModules()
  for (const name of names) {
    const gate = new Promise<void>((come, reject) => ends.set(name, { come, fail: () => reject(new Error('offline')) }))
    gate.catch(() => {})
    vi.doMock(pieces[name], async (importOriginal) => {
      await gate
      return importOriginal<object>()
    })
  }
  const { openPanel } = await import('./panel-rig.ts')
  rig = openPanel()
  rig.fake.has({
    conversations: [{ conversation: 'conversation-9', phase: 'closed', updated: 0, preview: 'Of before' } as ConversationSummary],
    articles: [{ id: 'fees', title: 'Fees', url: '/help/fees', text: 'Five.' }],
  })
  act(() => {
    rig.fake.says(visitor, 'What does it cost?')
    rig.fake.says(bot, 'See there', { parts: [{ type: 'citation', id: 'fees', title: 'Fees', url: '/help/fees' }] })
  })
  return {
    async come(name: keyof typeof pieces) {
      ends.get(name)?.come()
      await rig.settled()
    },
    /** It can be fetched from then on. */
    async fail(name: keyof typeof pieces) {
      const before = rig.errors.length
      ends.get(name)?.fail()
      await vi.waitFor(() => expect(rig.errors.length).toBeGreaterThan(before))
      await rig.settled()
      vi.doUnmock(pieces[name])
    },
  }
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(async () => {
  for (const { come } of ends.values()) come()
  ends.clear()
  await rig.settled()
  rig.destroy()
  for (const piece of Object.values(pieces)) vi.doUnmock(piece)
  vi.useRealTimers()
})

describe('a menu whose code is on its way', () => {
  const ask = async () => {
    const code = await slow('menu')
    await press(rig.named(english.menu))
    expect([rig.one('[role=menu]'), expanded()]).toEqual([null, 'true'])
    return code
  }

  test('opens with the focus in it where that was waited for', async () => {
    const { come } = await ask()
    expect(rig.named(english.menu)?.style.cursor).toBe('progress')
    await come('menu')
    expect(rig.focused()).toBe(rig.one('[role=menuitem]'))
    expect([expanded(), rig.named(english.menu)?.style.cursor]).toEqual(['true', ''])
  })

  test.each<[string, () => void]>([
    ['goes on in the box', () => goOn(box())],
    ['presses again', () => act(() => rig.named(english.menu)?.click())],
    ['presses Escape', () => void rig.key('Escape')],
    ['presses elsewhere in the panel', () => act(() => void rig.one('.log')?.dispatchEvent(new Event('pointerdown', { bubbles: true, composed: true })))],
    ['presses elsewhere in the page', () => act(() => void document.body.dispatchEvent(new Event('pointerdown', { bubbles: true, composed: true })))],
  ])('is not wanted any more by who %s: it opens no menu, takes no focus and closes nothing', async (_way, change) => {
    const { come } = await ask()
    change()
    await act(async () => {})
    const focused = rig.focused()
    expect(expanded()).toBe('false')
    await come('menu')
    expect([rig.one('[role=menu]'), rig.focused(), expanded(), rig.closed(), rig.errors]).toEqual([null, focused, 'false', 0, []])
    // and is there for who asks anew, as soon as its code is
    await press(rig.named(english.menu))
    await vi.waitFor(() => expect(rig.one('[role=menuitem]')).not.toBeNull())
    expect(rig.focused()).toBe(rig.one('[role=menuitem]'))
  })

  test('is waited for in another window, too, which takes the focus from none', async () => {
    const { come } = await ask()
    act(() => void rig.focused()?.dispatchEvent(new FocusEvent('blur')))
    await come('menu')
    expect(rig.focused()).toBe(rig.one('[role=menuitem]'))
  })
})

describe.each([
  ['the list of conversations', 'pages', async () => {
    await press(rig.named(english.menu))
    await rig.settled()
    await press(rig.named(english.earlierConversations))
  }],
  ['an article', 'pages', () => press(source())],
  ['an article whose page alone is there', 'article', () => press(source())],
] as const)('%s whose code is on its way', (_name, piece, ask) => {
  const begin = async () => {
    const code = await slow(piece)
    await ask()
    expect([page(), under(), told()]).toEqual([null, false, []])
    return code
  }

  test('leaves everything as it is until it stands, with the focus in it', async () => {
    const { come } = await begin()
    const from = rig.focused()
    expect(from?.style.cursor).toBe('progress')
    await come(piece)
    await until(() => expect([page() === null, under(), rig.focused(), from?.style.cursor]).toEqual([false, true, rig.named(english.back), '']))
    await rig.key('Escape')
    expect([page(), under(), rig.focused()]).toEqual([null, false, from])
  })

  test('does not come before who has gone on in the box, and leaves the focus there', async () => {
    const { come } = await begin()
    goOn(box())
    rig.write(box(), 'What I wanted to')
    await come(piece)
    expect([page(), under(), rig.focused(), box().value]).toEqual([null, false, box(), 'What I wanted to'])
    await ask()
    await until(() => expect([page() === null, under()]).toEqual([false, true]))
  })

  test('does not come before who had the focus nowhere when it was asked for, and has it in the box now', async () => {
    const { come } = await begin()
    act(() => rig.focused()?.blur())
    act(() => source()?.click())
    goOn(box())
    await come(piece)
    await rig.settled()
    expect([page(), under(), rig.focused()]).toEqual([null, false, box()])
  })

  test('is given up by Escape, which closes nothing, and stays away', async () => {
    const { come } = await begin()
    const from = rig.focused()
    await rig.key('Escape')
    await come(piece)
    expect([page(), under(), rig.focused(), rig.closed()]).toEqual([null, false, from, 0])
    await rig.key('Escape')
    expect(rig.closed()).toBe(1)
  })

  test('is told when it cannot be fetched, does not come by itself, and everything can be used', async () => {
    const { fail } = await begin()
    const from = rig.focused()
    await fail(piece)
    expect([page(), under(), told(), rig.focused()]).toEqual([null, false, [english.failed], from])
    expect(rig.errors).toMatchObject([{ code: 'client/unavailable' }])
    await act(async () => void (await vi.advanceTimersByTimeAsync(60_000)))
    await rig.settled()
    expect([page(), rig.errors.length]).toEqual([null, 1])
    await ask()
    await until(() => expect([page() === null, under()]).toEqual([false, true]))
  })
})

describe('an earlier conversation whose code is on its way', () => {
  const entry = () => rig.one('.entry')
  const title = () => rig.root.getElementById(page()?.getAttribute('aria-labelledby') ?? '')?.textContent
  const ask = async () => {
    const code = await slow('reading')
    await press(rig.named(english.menu))
    await rig.settled()
    await press(rig.named(english.earlierConversations))
    await rig.settled()
    await press(entry())
    expect([title(), rig.focused(), under()]).toEqual([english.earlierConversations, entry(), true])
    return code
  }

  test('comes over the list, which is there until then and again', async () => {
    const { come } = await ask()
    await come('reading')
    expect(title()).toMatch(english.conversation)
    expect([rig.all('[role=dialog]').length, rig.focused(), under()]).toEqual([1, rig.named(english.back), true])
    await rig.key('Escape')
    expect([title(), rig.focused(), under()]).toEqual([english.earlierConversations, entry(), true])
    await press(entry())
    await press(rig.named(english.continueConversation))
    expect([page(), under()]).toEqual([null, false])
  })

  test('is given up by Escape alone, and by going on', async () => {
    const { come } = await ask()
    await rig.key('Escape')
    expect([title(), rig.focused()]).toEqual([english.earlierConversations, entry()])
    await press(entry())
    goOn(rig.named(english.newConversation) ?? null)
    await come('reading')
    expect([title(), rig.focused()]).toEqual([english.earlierConversations, rig.named(english.newConversation)])
  })

  test('is told when it cannot be fetched, and the list can be used', async () => {
    const { fail } = await ask()
    await fail('reading')
    expect([title(), rig.focused(), told()]).toEqual([english.earlierConversations, entry(), [english.failed]])
    await press(entry())
    await until(() => expect(title()).toMatch(english.conversation))
  })
})
