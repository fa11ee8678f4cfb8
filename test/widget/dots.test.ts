// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { expect, onTestFinished, test } from 'vitest'
import { bot, sarah, visitor } from './fake-chat.ts'
import { openPanel } from './panel-rig.ts'

function rig() {
  const panel = openPanel()
  onTestFinished(panel.destroy)
  act(() => panel.fake.$connection.set('live'))
  const dots = () => panel.all('[part=typing]').map((row) => [row.classList.contains('bot') ? 'bot' : 'person', row.classList.contains('first') ? 'first' : 'goes on'])
  return { ...panel, dots }
}

test('dots are of who writes, and begin a group unless that one has spoken last', async () => {
  const { fake, dots, settled } = rig()
  act(() => void fake.says(visitor, 'Hi'))
  act(() => fake.state({ answering: true }))
  await settled()
  expect(dots()).toEqual([['bot', 'first']])
  act(() => void fake.says(bot, 'Hello'))
  expect(dots()).toEqual([['bot', 'goes on']])
  act(() => {
    fake.state({ answering: false, phase: 'human' })
    fake.$status.set({ type: 'typing', agent: sarah })
  })
  expect(dots()).toEqual([['person', 'first']])
  act(() => void fake.says(sarah, 'I am here'))
  expect(dots()).toEqual([['person', 'goes on']])
  act(() => fake.$status.set({ type: 'agent', agent: sarah, away: false }))
  expect(dots()).toEqual([])
})
