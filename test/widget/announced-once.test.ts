// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { expect, onTestFinished, test } from 'vitest'
import { english } from '../../src/ui/locales/en.ts'
import { bot, sarah } from './fake-chat.ts'
import { openPanel } from './panel-rig.ts'

function rig() {
  const panel = openPanel()
  onTestFinished(panel.destroy)
  return panel
}

test('a place in line is told once, however often the wait is reckoned anew, and again when it is another', () => {
  const { fake, said } = rig()
  const place = (place: number, wait: number) => act(() => fake.$status.set({ type: 'connecting', place, wait }))
  place(2, 120_000)
  place(2, 100_000)
  place(2, 80_000)
  expect(said()).toEqual([english.statusPlace(2)])
  place(1, 60_000)
  place(1, 50_000)
  expect(said()).toEqual([english.statusPlace(2), english.statusPlace(1)])
  act(() => fake.$status.set({ type: 'agent', agent: sarah, away: false }))
  place(1, 60_000)
  expect(said()).toEqual([english.statusPlace(2), english.statusPlace(1), english.statusPlace(1)])
})

test('that everything was removed is told once, whatever changes afterwards', async () => {
  const { fake, said, settled } = rig()
  act(() => void fake.says(bot, 'Hello'))
  act(() => fake.state({ erased: true }))
  act(() => fake.state({ phase: 'closed' }))
  act(() => fake.state({ floor: 2 }))
  await settled()
  expect(said()).toEqual(['AI Assistant: Hello', english.erased])
})

test('in another conversation what is new is told once, and what stood there is not told', async () => {
  const { fake, said, settled } = rig()
  act(() => void fake.says(bot, 'Hello'))
  for (const conversation of ['conversation-2', 'conversation-3']) {
    act(() => fake.load([]))
    act(() => fake.state({ conversation }))
    act(() => fake.load([fake.message(bot, `an old word of ${conversation}`)]))
  }
  act(() => void fake.notice('agent-joined', { agent: 'Sarah' }))
  await settled()
  expect(said()).toEqual(['AI Assistant: Hello', english['agent-joined']({ agent: 'Sarah' })])
})
