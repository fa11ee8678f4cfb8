// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { afterEach, expect, test, vi } from 'vitest'
import { checkInside } from '../../src/widget/check-options-inside.ts'
import { mount } from '../../src/widget/mount.ts'
import type { MountOptions } from '../../src/widget/options.ts'
import { createFakeChat } from './fake-chat.ts'

afterEach(() => vi.unstubAllGlobals())

const check = (options: object) => () => checkInside(options as MountOptions)
const fields = 'handback: preChat.fields must be an array of { name, label, kind }, kind one of text email phone number long-text choice date'
const languages = 'handback: languages must be an array of { language, label, strings }'
const field = { name: 'email', label: 'E-mail', kind: 'email' }

test('none at all are a mistake that is named', () => {
  const given = 'handback: endpoint must be given, or transport or chat'
  expect(() => (mount as unknown as () => void)()).toThrow(new TypeError(given))
  expect(() => mount(null as unknown as MountOptions)).toThrow(new TypeError(given))
})

test.each<[object, string]>([
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
  [{ surveyFactors: ['speed'] }, 'handback: surveyFactors must be an array of { name, label }'],
  [{ images: ['/pictures'] }, 'handback: images must be an array of origins, such as https://cdn.example'],
  [{ images: ['https://cdn.example/'] }, 'handback: images must be an array of origins, such as https://cdn.example'],
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

test('a bad value that only the panel minds ends in an error that names it, and in no half panel', async () => {
  const { chat } = createFakeChat()
  const errors: unknown[] = []
  const widget = mount({ chat, preChat: {} as MountOptions['preChat'] & object })
  widget.on('error', (error) => errors.push(error))
  const root = widget.element.shadowRoot as ShadowRoot
  await act(async () => (root.querySelector('.launcher') as HTMLElement).click())
  await vi.waitFor(() => expect(errors).toEqual([new TypeError(fields)]))
  expect([widget.isOpen, root.querySelector('.panel')]).toEqual([false, null])
  await expect(widget.open()).rejects.toThrow(fields)
  widget.destroy()
})
