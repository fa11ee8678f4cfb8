// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { expect, onTestFinished, test, vi } from 'vitest'
import { english } from '../../src/ui/locales/en.ts'
import { german } from '../../src/ui/locales/de.ts'
import { createPanel } from '../../src/widget/panel.tsx'
import { sarah, visitor } from './fake-chat.ts'
import { openPanel } from './panel-rig.ts'

function rig() {
  const panel = openPanel()
  onTestFinished(panel.destroy)
  return panel
}

test('with the panel closed everything is told once, and nothing again when it opens', async () => {
  const { fake, panel, said, settled } = rig()
  act(() => void fake.says(visitor, 'I would like to talk to somebody'))
  act(() => panel.setOpen(false))
  act(() => fake.$status.set({ type: 'connecting', place: 2, wait: 120_000 }))
  act(() => void fake.notice('agent-joined', { agent: 'Sarah' }))
  act(() => void fake.says(sarah, 'Hello, I am looking.'))
  act(() => void fake.notice('floor-returned', { agent: 'Sarah' }))
  const all = [english.statusPlace(2), 'Sarah joined', 'Sarah: Hello, I am looking.', 'Sarah handed you back to the AI Assistant']
  expect(said()).toEqual(all)
  act(() => panel.setOpen(true))
  await settled()
  expect(said()).toEqual(all)
})

test('a panel that was never open tells of what comes, and not of what was there', () => {
  const rigged = rig()
  const { fake } = rigged
  act(() => void fake.says(sarah, 'before'))
  const host = document.body.appendChild(document.createElement('div'))
  const root = host.attachShadow({ mode: 'open' })
  rigged.panel.destroy()
  const panel = createPanel({ root, chat: fake.chat, locale: 'en-GB', onError: () => {} })
  onTestFinished(() => {
    panel.destroy()
    host.remove()
  })
  const said = () => [...root.querySelectorAll('[aria-live=polite] p')].map((line) => line.textContent)
  act(() => void fake.says(sarah, 'Hello'))
  expect(said()).toEqual(['Sarah: Hello'])
  expect(root.querySelector('.panel')).toBeNull()
  act(() => panel.setOpen(true))
  expect(root.querySelectorAll('[aria-live=polite]')).toHaveLength(1)
  expect(said()).toEqual(['Sarah: Hello'])
  act(() => panel.destroy())
  act(() => void fake.says(sarah, 'Too late'))
  expect([root.childElementCount, fake.listening()]).toEqual([0, 0])
})

test('that there is no connection, and another language, are told only to who has the panel before them', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const { fake, panel, said, one } = rig()
  const lose = () => {
    act(() => fake.$connection.set('live'))
    act(() => void vi.advanceTimersByTime(3000))
    act(() => fake.$connection.set('offline'))
    act(() => void vi.advanceTimersByTime(5000))
  }
  act(() => void fake.says(sarah, 'Hello'))
  lose()
  expect(said()).toEqual([`${english.reconnecting} ${english.offlineHint}`])
  act(() => panel.setOpen(false))
  lose()
  await act(() => panel.setStrings(german))
  act(() => void vi.advanceTimersByTime(3000))
  expect(said()).toEqual([])
  // what comes then is told in that language, and as such
  act(() => void fake.says(sarah, 'Hallo'))
  expect(said()).toEqual(['Sarah: Hallo'])
  expect(one('[aria-live=polite]')?.closest('[lang]')?.getAttribute('lang')).toBe('de')
})
