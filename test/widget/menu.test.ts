// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { HandbackError } from '../../src/protocol/index.ts'
import { english } from '../../src/ui/english.ts'
import { createFakeChat, visitor } from './fake-chat.ts'
import { openPanel } from './panel-rig.ts'
import type { PanelRig } from './panel-rig.ts'

let rig: PanelRig
const items = () => rig.text('[role^=menuitem]')
const at = () => rig.focused()?.textContent
const german = { ...english, language: 'de', earlierConversations: 'Frühere' }
const languages = [{ language: 'en', label: 'English', strings: english }, { language: 'de', label: 'Deutsch', strings: german }]

beforeEach(() => {
  rig = openPanel({ languages })
})
afterEach(() => {
  vi.restoreAllMocks()
  rig.destroy()
})

describe('the menu', () => {
  test('has only what can be done now', async () => {
    await rig.press(english.menu)
    expect(items()).toEqual([english.chooseLanguage, english.sound])
    act(() => void rig.fake.says(visitor, 'Hi'))
    expect(items()).toEqual([
      english.earlierConversations, english.downloadText, english.downloadJson, english.chooseLanguage, english.sound, english.endConversation,
    ])
    act(() => rig.fake.state({ phase: 'closed' }))
    expect(items()).not.toContain(english.endConversation)
    expect(items()).toContain(english.downloadText)
    act(() => rig.fake.state({ erased: true }))
    expect(items()).not.toContain(english.downloadText)
  })

  test('has earlier conversations for who has turned away from one, and for whom that cannot be told', async () => {
    rig.fake.has({ conversations: [{ conversation: 'conversation-0', phase: 'closed', updated: 0, preview: 'Hi' }] })
    await rig.press(english.menu)
    expect(items()[0]).toBe(english.earlierConversations)
    await rig.key('Escape')
    rig.fake.chat.conversations = () => Promise.reject(new HandbackError('transport/unreachable', 'lost'))
    await rig.press(english.menu)
    await rig.settled()
    expect(items()[0]).toBe(english.earlierConversations)
  })

  test('has no language where there is no choice', async () => {
    rig.destroy()
    rig = openPanel({ languages: languages.slice(0, 1) })
    await rig.press(english.menu)
    expect(items()).not.toContain(english.chooseLanguage)
  })

  test('is told to be one, and whether it is open', async () => {
    const button = rig.named(english.menu)
    expect([button?.getAttribute('aria-haspopup'), button?.getAttribute('aria-expanded')]).toEqual(['menu', 'false'])
    await rig.press(english.menu)
    expect(button?.getAttribute('aria-expanded')).toBe('true')
    expect(rig.root.getElementById(button?.getAttribute('aria-controls') ?? '')).toBe(rig.one('[role=menu]'))
    expect(rig.one('[role=menu]')?.getAttribute('aria-label')).toBe(english.menu)
    await rig.press(english.menu)
    expect(button?.getAttribute('aria-expanded')).toBe('false')
    expect(rig.one('[role=menu]')).toBeNull()
  })

  test('begins at its first item, goes round by arrows, and to its ends by Home and End', async () => {
    act(() => rig.fake.state({ conversation: 'conversation-1', erased: true }))
    await rig.press(english.menu)
    expect(at()).toBe(english.earlierConversations)
    const way: (string | null | undefined)[] = []
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Home', 'End', 'ArrowUp']) {
      expect((await rig.key(key)).defaultPrevented).toBe(true)
      way.push(at())
    }
    const [first, second, third] = items()
    expect(way).toEqual([second, third, first, third, first, third, second])
  })

  test('is opened by an arrow on its button: at its beginning by the one down, at its end by the one up', async () => {
    rig.named(english.menu)?.focus()
    await rig.key('ArrowUp')
    expect(at()).toBe(english.sound)
    await rig.key('Escape')
    await rig.key('ArrowDown')
    expect(at()).toBe(english.chooseLanguage)
  })

  test('is closed by Escape, which closes nothing else, and by Tab; the focus is on its button again', async () => {
    for (const key of ['Escape', 'Tab']) {
      await rig.press(english.menu)
      await rig.key(key)
      expect([rig.one('[role=menu]'), rig.focused(), rig.closed()]).toEqual([null, rig.named(english.menu), 0])
    }
    await rig.key('Escape')
    expect(rig.closed()).toBe(1)
  })

  test('is closed by a press elsewhere, and by a focus that goes elsewhere, which stays there', async () => {
    await rig.press(english.menu)
    act(() => void rig.one('.log')?.dispatchEvent(new Event('pointerdown', { bubbles: true, composed: true })))
    expect(rig.one('[role=menu]')).toBeNull()
    await rig.press(english.menu)
    act(() => void rig.one('[role=menu]')?.dispatchEvent(new Event('pointerdown', { bubbles: true, composed: true })))
    expect(rig.one('[role=menu]')).not.toBeNull()
    act(() => rig.one('footer textarea')?.focus())
    expect([rig.one('[role=menu]'), rig.focused()]).toEqual([null, rig.one('footer textarea')])
    await rig.press(english.menu)
    act(() => void document.body.dispatchEvent(new Event('pointerdown', { bubbles: true, composed: true })))
    expect(rig.one('[role=menu]')).toBeNull()
  })

  test('leaves no listeners behind', async () => {
    const places: readonly EventTarget[] = [document, rig.root]
    const spies = places.map((place) => [vi.spyOn(place, 'addEventListener'), vi.spyOn(place, 'removeEventListener')] as const)
    await rig.press(english.menu)
    await rig.key('Escape')
    for (const [added, removed] of spies) {
      const types = (spy: typeof added | typeof removed) => spy.mock.calls.map(([type]) => type).sort()
      expect(types(added).length).toBeGreaterThan(0)
      expect(types(removed)).toEqual(types(added))
    }
  })
})

describe('sound', () => {
  test('is switched where it stands, and the menu stays open', async () => {
    await rig.press(english.menu)
    const sound = () => rig.one('[role=menuitemcheckbox]')?.getAttribute('aria-checked')
    expect(sound()).toBe('false')
    await rig.press(english.sound)
    expect(sound()).toBe('true')
    await rig.press(english.sound)
    expect(sound()).toBe('false')
  })
})

describe('a conversation that is downloaded', () => {
  const saved: { name: string; text: Promise<string> }[] = []
  beforeEach(() => {
    saved.length = 0
    let file: Blob | undefined
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      file = blob as Blob
      return 'blob:here'
    })
    vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => {})
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push({ name: this.download, text: (file as Blob).text() })
    })
    act(() => void rig.fake.says(visitor, 'Hi'))
  })

  test.each([[english.downloadText, 'text', 'Conversation 2026-11-21.txt'], [english.downloadJson, 'json', 'Conversation 2026-11-21.json']])('%s', async (item, format, name) => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 21, 0, 5) })
    await rig.press(english.menu)
    await rig.press(item)
    vi.useRealTimers()
    expect(saved.map((file) => file.name)).toEqual([name])
    expect(await saved[0]?.text).toBe(`transcript as ${format}`)
    expect(rig.focused()).toBe(rig.named(english.menu))
  })

  test('says once when it could not be, and why the page should know', async () => {
    const error = new HandbackError('request/not-found', 'none')
    rig.fake.failWith(error)
    await rig.press(english.menu)
    await rig.press(english.downloadText)
    expect(rig.text('[role=alert]')).toEqual([english.downloadFailed])
    expect([rig.errors, saved]).toEqual([[error], []])
  })
})

describe('languages', () => {
  test('are chosen by their own names, at once, and told to the hub; the page that was mounted hears of it', async () => {
    rig.destroy()
    const told: string[] = []
    const kept: string[] = []
    const memory = { get: () => undefined, set: (name: string, value: string) => void kept.push(`${name} ${value}`) }
    const arabic = { ...english, language: 'ar', chooseLanguage: 'اللغة' }
    rig = openPanel({
      languages: [...languages, { language: 'ar', label: 'العربية', strings: async () => arabic }],
      memory,
      onStrings: (strings) => void told.push(strings.language),
    })
    await rig.press(english.menu)
    await rig.press(english.chooseLanguage)
    const radios = () => rig.all('[type=radio]') as HTMLInputElement[]
    expect(radios().map((radio) => [radio.closest('label')?.textContent, radio.checked])).toEqual([['English', true], ['Deutsch', false], ['العربية', false]])
    expect(kept).toEqual([])
    act(() => radios()[2]?.click())
    await rig.settled()
    const section = rig.one('.panel')
    expect([section?.lang, section?.dir]).toEqual(['ar', 'rtl'])
    expect(rig.said()).toEqual(['اللغة: العربية'])
    expect([told, kept, rig.calls('setLocale')]).toEqual([['ar'], ['language ar'], [['setLocale', 'ar']]])
    expect(radios().map((radio) => radio.checked)).toEqual([false, false, true])
    await rig.key('Escape')
    expect(rig.focused()).toBe(rig.named(english.menu))
  })

  test('that cannot be fetched leave the one that is there, and say so', async () => {
    rig.destroy()
    const gone = new Error('gone')
    rig = openPanel({ languages: [...languages, { language: 'fr', label: 'Français', strings: () => Promise.reject(gone) }] })
    await rig.press(english.menu)
    await rig.press(english.chooseLanguage)
    act(() => (rig.all('[type=radio]')[2] as HTMLInputElement).click())
    await rig.settled()
    expect([rig.one('.panel')?.lang, rig.errors]).toEqual(['en', [gone]])
    expect(rig.text('[role=alert]')).toEqual([english.failed])
    expect((rig.all('[type=radio]') as HTMLInputElement[]).map((radio) => radio.checked)).toEqual([true, false, false])
  })

  test('that are chosen one after the other: the newest stays chosen while it is fetched', async () => {
    rig.destroy()
    const come = new Map<string, () => void>()
    const late = (language: string) => ({
      language,
      label: language,
      strings: () => new Promise<typeof english>((resolve) => come.set(language, () => resolve({ ...english, language }))),
    })
    rig = openPanel({ languages: [...languages.slice(0, 1), late('fr'), late('it')] })
    await rig.press(english.menu)
    await rig.press(english.chooseLanguage)
    const chosen = () => (rig.all('[type=radio]') as HTMLInputElement[]).map((radio) => radio.checked)
    act(() => rig.all('[type=radio]')[1]?.click())
    act(() => rig.all('[type=radio]')[2]?.click())
    act(() => come.get('fr')?.())
    await rig.settled()
    expect(chosen()).toEqual([false, false, true])
    act(() => come.get('it')?.())
    await rig.settled()
    expect([chosen(), rig.one('.panel')?.lang]).toEqual([[false, false, true], 'it'])
  })

  test('of an earlier visit are spoken from the beginning, and nothing is told to a conversation that runs', async () => {
    rig.destroy()
    const running = createFakeChat()
    running.says(visitor, 'Hi')
    rig = openPanel({ languages, chat: running.chat, memory: { get: (name) => (name === 'language' ? 'de' : undefined), set: () => {} } })
    await rig.settled()
    expect(rig.one('.panel')?.lang).toBe('de')
    expect([rig.said(), running.calls]).toEqual([[], []])
  })
})
