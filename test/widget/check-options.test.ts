// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { sift } from '../../src/widget/check-options-inside.ts'
import { mount } from '../../src/widget/mount.ts'
import type { MountOptions } from '../../src/widget/options.ts'
import { createFakeChat } from './fake-chat.ts'

afterEach(() => vi.unstubAllGlobals())

const check = (options: object) => () => {
  const wrong: string[] = []
  sift({ endpoint: '/handback', ...options } as MountOptions, [], (message) => wrong.push(message))
  if (wrong[0]) throw new TypeError(`handback: ${wrong[0]}`)
}
const fields = 'handback: preChat.fields must be an array of { name, label, kind }, kind one of text email phone number long-text choice date, choice with options'
const languages = 'handback: languages must be an array of { language, label, strings }'
const field = { name: 'email', label: 'E-mail', kind: 'email' }
const choice = { name: 'topic', label: 'What is it about?', kind: 'choice' }

test('none at all are a mistake that is named', () => {
  const given = 'handback: endpoint must be given, or transport or chat'
  expect(() => (mount as unknown as () => void)()).toThrow(new TypeError(given))
  expect(() => mount(null as unknown as MountOptions)).toThrow(new TypeError(given))
})

test.each<[object, string]>([
  [{ colour: 1 }, 'handback: there is no option colour'],
  [{ acent: 'red' }, 'handback: there is no option acent; theme.accent is the nearest'],
  [{ accent: 'red' }, 'handback: there is no option accent; theme.accent is the nearest'],
  [{ theme: { acent: 'red' } }, 'handback: there is no theme.acent; theme.accent is the nearest'],
  [{ theme: { tokens: { nope: 'red' } } }, 'handback: there is no theme.tokens.nope; theme.tokens.note is the nearest'],
  [{ theme: { tokens: { bg: 7 } } }, 'handback: theme.tokens.bg must be a text, or one for light and one for dark'],
  [{ theme: { typography: { size: 'big' } } }, 'handback: theme.typography.size must be a number of pixels'],
  [{ sound: 'yes' }, 'handback: sound must be of type boolean'],
  [{ titleBadge: 'yes' }, 'handback: titleBadge must be of type boolean'],
  [{ locale: 'no tag' }, 'handback: locale must be a BCP 47 tag'],
  [{ layout: 'popup' }, 'handback: layout must be floating or inline or page'],
  [{ strings: ['Hi'] }, 'handback: strings must be an object of texts'],
  [{ languages: ['de'] }, languages],
  [{ languages: [null] }, languages],
  [{ languages: [{ language: 'de', label: 'Deutsch' }] }, languages],
  [{ languages: [{ language: 'de', strings: {} }] }, languages],
  [{ preChat: [field] }, 'handback: preChat must be an object with fields'],
  [{ preChat: {} }, fields],
  [{ preChat: { fields: field } }, fields],
  [{ preChat: { fields: [{ ...field, kind: 'e-mail' }] } }, fields],
  [{ preChat: { fields: [{ name: 'email', kind: 'email' }] } }, fields],
  [{ preChat: { fields: [{ label: 'E-mail', kind: 'email' }] } }, fields],
  [{ preChat: { fields: [choice] } }, fields],
  [{ preChat: { fields: [{ ...choice, options: [] }] } }, fields],
  [{ preChat: { fields: [{ ...choice, options: 'An order' }] } }, fields],
  [{ preChat: { fields: [{ ...choice, options: ['An order', ''] }] } }, fields],
  [{ preChat: { fields: [{ ...choice, options: [{ label: 'An order' }] }] } }, fields],
  [{ surveyFactors: ['speed'] }, 'handback: surveyFactors must be an array of { name, label }'],
  [{ images: ['/pictures'] }, 'handback: images must be an array of origins, such as https://cdn.example'],
  [{ images: ['https://cdn.example/'] }, 'handback: images must be an array of origins, such as https://cdn.example'],
  [{ images: [7, new URL('https://cdn.example')] }, 'handback: images must be an array of origins, such as https://cdn.example'],
  [{ theme: [] }, 'handback: theme must be an object'],
  [{ theme: { colorScheme: 'night' } }, 'handback: theme.colorScheme must be light or dark or auto'],
  [{ theme: { density: 'tight' } }, 'handback: theme.density must be comfortable or compact'],
  [{ theme: { radius: '12px' } }, 'handback: theme.radius must be a number of pixels'],
  [{ theme: { radius: Number.NaN } }, 'handback: theme.radius must be a number of pixels'],
  [{ theme: { accent: 7 } }, 'handback: theme.accent must be a colour of CSS'],
  [{ theme: { accent: ['red'] } }, 'handback: theme.accent must be a colour of CSS'],
  [{ endpont: '/handback' }, 'handback: there is no option endpont; endpoint is the nearest'],
  [{ prechat: { fields: [] } }, 'handback: there is no option prechat; preChat is the nearest'],
  [{ surveyFactor: [] }, 'handback: there is no option surveyFactor; surveyFactors is the nearest'],
])('%o is named', (options, message) => {
  expect(check(options)).toThrow(new TypeError(message))
})

test('a colour is what the browser knows as one', () => {
  vi.stubGlobal('CSS', { supports: (_: string, value: string) => value === 'rebeccapurple' })
  expect(check({ theme: { accent: 'purpel' } })).toThrow('handback: theme.accent must be a colour of CSS')
  expect(check({ theme: { accent: ['rebeccapurple', 'purpel'] } })).toThrow('handback: theme.accent must be a colour of CSS')
  expect(check({ theme: { accent: 'rebeccapurple' } })).not.toThrow()
  expect(check({ theme: { accent: ['rebeccapurple', 'rebeccapurple'] } })).not.toThrow()
  vi.stubGlobal('CSS', undefined)
  expect(check({ theme: { accent: 'purpel' } })).not.toThrow()
})

test('what is as it must be passes, with the callbacks of a framework and what is left open', () => {
  expect(check({
    endpoint: '/handback', layout: 'page', position: 'start', target: undefined, strings: { title: 'Help' }, nothing: undefined, onReady: () => {},
    languages: [{ language: 'de', label: 'Deutsch', strings: {} }, { language: 'fr', label: 'Français', strings: async () => ({}) }],
    preChat: { fields: [field, { ...field, name: 'plan', kind: 'choice', options: ['a'] }] }, surveyFactors: [], images: ['https://cdn.example', 'http://localhost:8080'],
    theme: { colorScheme: 'auto', density: 'compact', radius: 0, accent: '#7a1fa2' },
  })).not.toThrow()
})

test('a slip costs what it is about, and nothing else', () => {
  const wrong: string[] = []
  const images = ['https://a.example', 'https://b.example/']
  const given = { endpoint: '/handback', colour: 1, images, sound: 'yes', preChat: {}, theme: { density: 'tiny', radius: 8, tokens: { nope: 'a', bg: 'red' } } }
  expect(sift(given as unknown as MountOptions, [], (message) => wrong.push(message))).toEqual({
    endpoint: '/handback', images: ['https://a.example'], preChat: undefined, theme: { radius: 8, tokens: { bg: 'red' } },
  })
  expect(wrong).toHaveLength(6)
  expect(() => sift({ endpoint: 7 } as unknown as MountOptions, [], () => {})).toThrow('endpoint must be given')
})

test('a choice of nothing is left out, and the other questions are asked', () => {
  const wrong: string[] = []
  const asked = [field, { ...choice, options: ['An order', 'Something else'] }]
  const given = { endpoint: '/handback', preChat: { title: 'Before we begin', fields: [choice, ...asked, { ...choice, options: [] }] } } as MountOptions
  expect(sift(given, [], (message) => wrong.push(message)).preChat).toEqual({ title: 'Before we begin', fields: asked })
  expect(wrong.map((message) => `handback: ${message}`)).toEqual([fields])
})

test('a wrong value is told once, the chat opens without it, and so does a theme or a text that there is not', async () => {
  const { chat } = createFakeChat()
  const errors: string[] = []
  const widget = mount({ chat, preChat: {}, colour: 1, strings: { titel: 'Help' } } as unknown as MountOptions)
  onTestFinished(() => widget.destroy())
  widget.on('error', (error) => errors.push(error.message))
  await act(() => widget.open())
  act(() => widget.close())
  await act(() => widget.open())
  const root = widget.element.shadowRoot as ShadowRoot
  expect([widget.isOpen, root.querySelector('.panel') === null]).toEqual([true, false])
  const texts = 'handback: there is no text strings.titel; strings.title is the nearest'
  await vi.waitFor(() => expect(errors.toSorted()).toEqual([fields, 'handback: there is no option colour', texts].toSorted()))
  errors.length = 0
  widget.setTheme({ accent: '#123456' })
  widget.setTheme('paper' as never)
  widget.setTheme('paper' as never)
  expect(widget.element.style.getPropertyValue('--handback-accent')).toBe('#123456')
  widget.setTheme({ density: 'tiny' as never, accent: '#654321' })
  expect(widget.element.style.getPropertyValue('--handback-accent')).toBe('#654321')
  await vi.waitFor(() => expect(errors).toHaveLength(2))
  expect(widget.element.dataset.density).toBe('comfortable')
  expect(errors).toEqual(['handback: theme must be an object', 'handback: theme.density must be comfortable or compact'])
})

test('a text of another kind than it must be is told and not taken, so that nothing breaks that shows it', async () => {
  const { chat } = createFakeChat()
  const errors: string[] = []
  const strings = { unread: 'many', title: 7, welcome: '', statusConnecting: undefined, closeChat: 'Shut' }
  const widget = mount({ chat, strings } as unknown as MountOptions)
  onTestFinished(() => widget.destroy())
  widget.on('error', (error) => errors.push(error.message))
  await act(() => widget.open())
  await vi.waitFor(() => expect(errors.toSorted()).toEqual(['title', 'unread'].map((name, at) =>
    `handback: strings.${name} must be of type ${['string', 'function'][at]}`)))
  const root = widget.element.shadowRoot as ShadowRoot
  expect(root.querySelector('[part~=title]')?.textContent).toBe('Support')
  expect(root.querySelector('header button[title=Shut]')).not.toBeNull()
})

const wrongKind = (path: string) => `handback: ${path}.unread must be of type function`

test('so it is of a dictionary that comes later', async () => {
  const fake = createFakeChat()
  const errors: string[] = []
  const widget = mount({ chat: fake.chat })
  onTestFinished(() => widget.destroy())
  widget.on('error', (error) => errors.push(error.message))
  await act(() => widget.open())
  act(() => fake.$unread.set(2))
  // also where the next one comes before it was looked at
  await act(async () => void await Promise.all([
    widget.setLocale({ unread: 'many', welcome: 7, titel: 'Hilfe' } as never),
    widget.setLocale({ unread: 'many', title: 'Help', closeChat: 'Shut', language: 'en-GB' } as never),
  ]))
  const root = widget.element.shadowRoot as ShadowRoot
  expect(root.querySelector('[part~=title]')?.textContent).toBe('Help')
  expect(root.querySelector('header button[title=Shut]')).not.toBeNull()
  act(() => widget.close())
  expect(root.querySelector('.launcher')?.getAttribute('aria-label')).toBe('Open chat, 2 unread messages')
  const texts = 'handback: there is no text strings.titel; strings.title is the nearest'
  expect(errors).toEqual([wrongKind('strings'), 'handback: strings.welcome must be of type string', texts])
  expect(fake.calls.filter(([name]) => name === 'setLocale')).toEqual([['setLocale', 'en'], ['setLocale', 'en-GB']])
  for (const none of [['Hi'], () => ({ title: 'Hi' })]) {
    await expect(widget.setLocale(none as never)).rejects.toMatchObject({ code: 'client/refused', message: 'language' })
  }
  expect(root.querySelector('[part~=title]')?.textContent).toBe('Help')
})

test('so it is of each of the languages, whether it is there or fetched', async () => {
  const fake = createFakeChat()
  const errors: string[] = []
  const languages = [
    { language: 'de', label: 'Deutsch', strings: { unread: 'viele', title: 'Hilfe', language: 'de' } },
    { language: 'fr', label: 'Français', strings: async () => ({ unread: 'plusieurs', title: 'Aide', language: 'fr' }) },
    { language: 'es', label: 'Español', strings: async () => undefined },
  ]
  const widget = mount({ chat: fake.chat, languages, locale: 'de-CH' } as unknown as MountOptions)
  onTestFinished(() => widget.destroy())
  widget.on('error', (error) => errors.push(error.message))
  await act(() => widget.open())
  const root = widget.element.shadowRoot as ShadowRoot
  act(() => fake.$unread.set(2))
  const says = () => [root.querySelector('[part~=title]')?.textContent, root.querySelector('.launcher')?.getAttribute('aria-label')]
  expect(says()).toEqual(['Hilfe', 'Open chat, 2 unread messages'])
  await act(() => widget.setLocale('fr-CA'))
  expect(says()).toEqual(['Aide', 'Open chat, 2 unread messages'])
  await expect(widget.setLocale('es')).rejects.toThrow(new TypeError('handback: languages.es.strings must be an object of texts'))
  expect(says()).toEqual(['Aide', 'Open chat, 2 unread messages'])
  expect(errors).toEqual([wrongKind('languages.de.strings'), wrongKind('languages.fr.strings')])
})

test('so it is of an element’s own dictionary, and of one by its address', async () => {
  await import('../../src/widget/element.ts')
  const element = document.createElement('handback-chat')
  const errors: string[] = []
  const fake = createFakeChat()
  element.addEventListener('handback:error', ({ detail }) => void errors.push(detail.message))
  element.options = { chat: fake.chat }
  element.strings = { unread: 'many', openChat: 'Help' } as never
  document.body.append(element)
  onTestFinished(() => element.remove())
  await act(() => element.open())
  act(() => fake.$unread.set(2))
  const name = () => element.shadowRoot?.querySelector('.launcher')?.getAttribute('aria-label')
  await vi.waitFor(() => expect(name()).toBe('Help, 2 unread messages'))
  await vi.waitFor(() => expect(errors).toEqual([wrongKind('strings')]))
  const words = "{ language: 'de', openChat: 'Hilfe', unread: 'viele', said: 'sagt' }"
  element.strings = `data:text/javascript,export const words = ${encodeURIComponent(words)}`
  await vi.waitFor(() => expect(errors).toEqual([wrongKind('strings'), 'handback: strings.said must be of type function']))
  await vi.waitFor(() => expect(name()).toBe('Hilfe, 2 unread messages'))
})

test('a language of an earlier visit is there at the first opening, in the name of the launcher too, and nothing goes wrong', async () => {
  localStorage.setItem('earlier', JSON.stringify({ language: 'de' }))
  onTestFinished(() => localStorage.clear())
  const errors: string[] = []
  const strings = { title: 'Hilfe', openChat: 'Chat öffnen', language: 'de' }
  const widget = mount({ endpoint: '/handback', storageKey: 'earlier', languages: [{ language: 'de', label: 'Deutsch', strings }] } as unknown as MountOptions)
  onTestFinished(() => widget.destroy())
  widget.on('error', (error) => errors.push(error.message))
  await act(() => widget.open())
  const root = widget.element.shadowRoot as ShadowRoot
  expect([root.querySelector('[part~=title]')?.textContent, root.querySelector('.launcher')?.getAttribute('aria-label')]).toEqual(['Hilfe', 'Chat öffnen'])
  expect(errors).toEqual([])
})

test('null is no theme, as a page may have it from a file', async () => {
  const widget = mount({ chat: createFakeChat().chat, theme: null } as unknown as MountOptions)
  onTestFinished(() => widget.destroy())
  await act(() => widget.open())
  expect(widget.element.shadowRoot?.querySelector('.panel')).not.toBeNull()
})

test('where nobody listens to errors the page’s own hear of it, each widget once', async () => {
  const report = vi.fn()
  vi.stubGlobal('reportError', report)
  for (const heard of [false, true]) {
    const widget = mount({ chat: createFakeChat().chat, colour: 1 } as unknown as MountOptions)
    onTestFinished(() => widget.destroy())
    if (heard) widget.element.addEventListener('handback:error', (event) => void (event as CustomEvent).detail)
    await widget.chat()
    expect(report.mock.calls).toEqual([[new TypeError('handback: there is no option colour')]])
  }
})

test('what is no theme is told and changes nothing, also before the first opening; what is wrong in one is taken out of the look', async () => {
  const errors: string[] = []
  const widget = mount({ endpoint: '/handback' })
  onTestFinished(() => widget.destroy())
  widget.on('error', (error) => errors.push(error.message))
  widget.setTheme(null as never)
  await act(() => widget.open())
  act(() => widget.close())
  await act(() => widget.open())
  const root = widget.element.shadowRoot as ShadowRoot
  expect(root.querySelectorAll('.place')).toHaveLength(1)
  expect(errors).toEqual(['handback: theme must be an object'])
  widget.setTheme({ tokens: { bg: 7 as never, text: '#111' } })
  const look = () => ['bg', 'text'].map((name) => widget.element.style.getPropertyValue(`--handback-${name}`))
  await vi.waitFor(() => expect(look()).toEqual(['', '#111']))
  // the newest wins, whenever an older one was looked at
  widget.setTheme({ tokens: { bg: 7 as never, text: '#222' } })
  widget.setTheme({ tokens: { text: '#333' } })
  await vi.dynamicImportSettled()
  expect(look()).toEqual(['', '#333'])
})

test('an element’s address that is no text is told of', async () => {
  await import('../../src/widget/element.ts')
  const element = document.createElement('handback-chat')
  const errors: string[] = []
  element.addEventListener('handback:error', ({ detail }) => void errors.push(detail.message))
  element.options = { endpoint: 5 as never }
  document.body.append(element)
  onTestFinished(() => element.remove())
  await act(() => element.open().catch(() => {}))
  expect(errors).toContain('handback: endpoint must be of type string')
})
