// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { expect, onTestFinished, test } from 'vitest'
import { english } from '../../src/ui/locales/en.ts'
import { bot, visitor } from './fake-chat.ts'
import { openPanel } from './panel-rig.ts'

/** A conversation in which nobody was there, of which the visitor was told once. */
async function away() {
  const panel = openPanel()
  onTestFinished(panel.destroy)
  const { fake } = panel
  act(() => {
    fake.says(visitor, 'A person, please')
    fake.notice('out-of-hours')
  })
  await panel.settled()
  /** As a chat does: the request waits until the hub has answered it. */
  const ask = async (answer: () => void = () => {}, phase: 'bot' | 'queued' = 'bot') => {
    act(() => fake.state({ waiting: true }))
    await panel.settled()
    act(() => {
      answer()
      fake.state({ waiting: phase === 'queued', phase })
    })
    await panel.settled()
  }
  const offer = () => panel.named('Leave a message')
  return { ...panel, ask, offer }
}

test('a person asked for again while nobody is there brings the focus to what can be done instead, each time', async () => {
  const panel = await away()
  expect(panel.offer()).toBeDefined()
  for (const _ of [1, 2]) {
    await panel.press(english.talkToHuman)
    await panel.ask()
    expect(panel.focused()).toBe(panel.offer())
  }
})

test('it is offered again where something else was said meanwhile, until something comes of it', async () => {
  const panel = await away()
  act(() => {
    panel.fake.says(visitor, 'And my card?')
    panel.fake.says(bot, 'It is on its way.')
  })
  expect(panel.offer()).toBeUndefined()
  await panel.press(english.talkToHuman)
  await panel.ask()
  expect(panel.focused()).toBe(panel.offer())
  act(() => void panel.fake.says(bot, 'Anything else?'))
  expect(panel.offer()).toBeUndefined()
})

test('the focus stays where it is when something came of it, and outside when it is there', async () => {
  const panel = await away()
  await panel.press(english.talkToHuman)
  await panel.ask(() => void panel.fake.notice('out-of-hours', { at: 7 }))
  expect(panel.focused()?.localName).toBe('textarea')
  const button = document.body.appendChild(document.createElement('button'))
  button.focus()
  await panel.ask()
  expect(document.activeElement).toBe(button)
  button.remove()
})

test('a wait that is cancelled is no question that nobody heard', async () => {
  const panel = await away()
  await panel.press(english.talkToHuman)
  await panel.ask(() => {}, 'queued')
  await panel.press(english.cancelRequest)
  act(() => panel.fake.state({ waiting: false }))
  await panel.settled()
  expect([panel.focused()?.localName, panel.offer() !== undefined]).toEqual(['textarea', true])
})
