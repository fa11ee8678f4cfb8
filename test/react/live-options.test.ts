import { describe, expect, test, vi } from 'vitest'
import { signatureOf, standing } from '../../src/react/live-options.ts'
import { english } from '../../src/ui/locales/en.ts'

const functions = ['credentials', 'beforeSend', 'renderMessage', 'renderStatus', 'renderLauncher'] as const

describe('what the options say', () => {
  const others = {
    endpoint: '/other', storageKey: 'other', layout: 'page', position: 'start', launcher: false, locale: 'de', files: false, voice: false, sound: true,
    titleBadge: true, images: ['https://a.example'], preChat: { fields: [{ name: 'mail', label: 'E-mail', kind: 'email' }] }, surveyFactors: [{ name: 'a', label: 'A' }],
    languages: [{ language: 'de', label: 'Deutsch', strings: {} }],
  } as const

  test.each(Object.entries(others))('is something else with another %s', (name, value) => {
    expect(signatureOf({ [name]: value })).not.toBe(signatureOf({}))
    // written anew
    expect(signatureOf({ [name]: structuredClone(value) })).toBe(signatureOf({ [name]: value }))
  })

  test('is the same with another theme, other words and other functions, which are applied as it stands', () => {
    const changed = { theme: { radius: 1 }, strings: { title: 'Help' }, onOpen: () => {}, beforeSend: () => null }
    expect(signatureOf(changed)).toBe(signatureOf({ beforeSend: (message) => message }))
  })

  test.each(functions)('is something else with a %s that comes, and without one that goes', (name) => {
    expect(signatureOf({ [name]: () => null })).not.toBe(signatureOf({}))
    expect(signatureOf({ [name]: undefined })).toBe(signatureOf({}))
  })
})

describe('functions', () => {
  test.each(functions)('%s is the one of whatever rendering is the last, with all that it is given', (name) => {
    const [first, last] = [vi.fn(() => 'first'), vi.fn(() => 'last')]
    const latest = { current: { [name]: first } as never }
    const call = standing(latest)[name] as unknown as (...args: unknown[]) => unknown
    const given = name === 'renderMessage' || name === 'renderStatus' ? [{ type: 'closed' }, english] : [3]
    expect(call(...given)).toBe('first')
    latest.current = { [name]: last } as never
    expect(call(...given)).toBe('last')
    expect(last.mock.calls).toEqual([given])
    // the widget that is mounted anew without it has still to come
    latest.current = {} as never
    expect(call(...given)).toBe('first')
  })

  test('that are not there are none of the widget’s either', () => {
    const options = standing({ current: { endpoint: '/handback' } })
    expect(functions.filter((name) => name in options)).toEqual([])
  })
})
