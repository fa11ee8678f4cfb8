// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { expect, onTestFinished, test, vi } from 'vitest'
import { english } from '../../src/ui/english.ts'
import { mount } from '../../src/widget/mount.ts'
import type { MountOptions } from '../../src/widget/options.ts'
import { createFakeChat } from './fake-chat.ts'

const german = { ...english, language: 'de' }
const french = { ...english, language: 'fr' }
const languages = [{ language: 'de', label: 'Deutsch', strings: german }, { language: 'fr', label: 'Français', strings: french }]

function page(options: Pick<MountOptions, 'languages' | 'strings' | 'locale'>) {
  const widget = mount({ chat: createFakeChat().chat, locale: 'en', ...options })
  document.body.append(widget.element)
  onTestFinished(() => widget.destroy())
  const errors: unknown[] = []
  widget.on('error', (error) => errors.push(error))
  return { widget, errors, panel: () => widget.element.shadowRoot?.querySelector<HTMLElement>('.panel') }
}
const without = (piece: string) => {
  vi.doMock(piece, () => Promise.reject(new Error('offline')))
  onTestFinished(() => void vi.doUnmock(piece))
}

test('languages are spoken where what looks at options cannot be fetched', async () => {
  without('../../src/widget/checks.ts')
  const { widget, panel } = page({ languages })
  await act(() => widget.open())
  await act(() => widget.setLocale('de'))
  expect(panel()?.lang).toBe('de')
})

test('where what speaks several languages cannot be fetched, that is told, and tried again by whatever is asked next', async () => {
  without('../../src/widget/words.ts')
  const { widget, panel } = page({ languages })
  await expect(widget.open()).rejects.toMatchObject({ code: 'client/unavailable' })
  vi.doUnmock('../../src/widget/words.ts')
  await act(() => widget.setLocale('de'))
  await act(() => widget.open())
  expect(panel()?.lang).toBe('de')
})

test('the panel begins with the nearest language, however long it takes, and announces none', async () => {
  let come = (_: typeof german) => {}
  const strings = () => new Promise<typeof german>((resolve) => (come = resolve))
  const asked = vi.fn(strings)
  const { widget, panel } = page({ locale: 'de-CH', languages: [{ language: 'de', label: 'Deutsch', strings: asked }] })
  const opening = act(() => widget.open())
  await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce())
  expect(panel()).toBeNull()
  come(german)
  await opening
  expect(panel()?.lang).toBe('de')
  expect(widget.element.shadowRoot?.querySelector('[aria-live=polite]')?.textContent).toBe('')
})

test('a first language that does not come is told, and the panel begins in English', async () => {
  const gone = new Error('gone')
  const { widget, errors, panel } = page({ locale: 'de', languages: [{ language: 'de', label: 'Deutsch', strings: () => Promise.reject(gone) }] })
  await act(() => widget.open())
  expect(panel()?.lang).toBe('en')
  await vi.waitFor(() => expect(errors).toEqual([gone]))
})
