// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { afterEach, expect, test } from 'vitest'
import { HandbackError } from '../../src/protocol/index.ts'
import { english } from '../../src/ui/english.ts'
import { openPanel } from './panel-rig.ts'
import type { PanelRig } from './panel-rig.ts'

let last: PanelRig | undefined
afterEach(() => last?.destroy())

/** A page on which the conversation's survey is open. */
async function page() {
  const rig = (last = openPanel())
  act(() => rig.fake.state({ conversation: 'conversation-1', phase: 'handback', survey: 3 }))
  act(() => void rig.fake.row((seq, at) => ({ type: 'survey', id: `survey-${seq}`, seq, at, episode: 3 })))
  await rig.settled()
  return rig
}

test('a survey can be skipped: the chat is told, the focus goes on to the box, and no voice tells of it', async () => {
  const { press, calls, focused, one, said, fake, settled } = await page()
  expect([one('form.survey') !== null, said()]).toEqual([true, [english.rateQuestion]])
  await press(english.rateSkip)
  expect([calls('declineRating').length, calls('rate').length]).toEqual([1, 0])
  act(() => fake.state({ survey: null }))
  await settled()
  expect([one('form.survey'), focused()]).toEqual([null, one('footer textarea')])
  expect(said()).toEqual([english.rateQuestion])
})

test('one whose skipping could not even be kept stands, with what was entered', async () => {
  const { press, one, fake, settled, calls } = await page()
  act(() => one('.survey input[value="6"]')?.click())
  fake.failWith(new HandbackError('client/closed', 'x'))
  await press(english.rateSkip)
  await settled()
  expect(calls('declineRating').length).toBe(1)
  expect((one('.survey input[value="6"]') as HTMLInputElement | null)?.checked).toBe(true)
})
