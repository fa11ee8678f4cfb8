// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { expect, onTestFinished, test } from 'vitest'
import { english } from '../../src/ui/locales/en.ts'
import { bot } from './fake-chat.ts'
import { openPanel } from './panel-rig.ts'

function rig() {
  const panel = openPanel()
  onTestFinished(panel.destroy)
  act(() => void panel.fake.says(bot, 'Hello'))
  return { ...panel, question: () => panel.one('[role=alertdialog]') !== null }
}

test('a question whether to end a conversation is not asked of another one', async () => {
  const { fake, press, settled, question, calls } = rig()
  await press(english.menu)
  await press(english.endConversation)
  expect(question()).toBe(true)
  act(() => fake.state({ conversation: 'conversation-2' }))
  await settled()
  expect([question(), calls('endConversation')]).toEqual([false, []])
})

test.each([
  ['that runs', {}, true],
  ['that has ended', { phase: 'closed' }, false],
  ['whose contents were removed', { erased: true }, false],
  ['that there is not', { conversation: null }, false],
] as const)('a conversation %s is one to end, and to download: %#', async (_, change, can) => {
  const { fake, press, named } = rig()
  act(() => fake.state(change))
  await press(english.menu)
  expect(named(english.sound, '[role^=menuitem]')).toBeDefined()
  expect(named(english.endConversation, '[role=menuitem]') !== undefined).toBe(can)
  // one that has ended can still be kept
  expect(named(english.downloadText, '[role=menuitem]') !== undefined).toBe(can || 'phase' in change)
})
