// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { afterEach, expect, test, vi } from 'vitest'
import { english } from '../../src/ui/english.ts'
import { openPanel } from './panel-rig.ts'
import type { PanelRig } from './panel-rig.ts'

vi.mock('../../src/ui/survey.tsx', () => Promise.reject(new Error('gone')))

let rig: PanelRig
afterEach(() => rig.destroy())

test('a part that could not be fetched leaves the page without what the visitor is writing and has sent, and without what was said of it', async () => {
  rig = openPanel()
  const { fake } = rig
  const box = rig.one('textarea') as HTMLTextAreaElement
  rig.write(box, 'Where is my card?')
  await rig.key('Enter')
  rig.write(box, 'It was sent last')
  act(() => {
    fake.row((seq, at) => ({ type: 'survey', id: 'survey-1', seq, at, episode: 3 }))
    fake.state({ conversation: 'conversation-1', survey: 3, phase: 'handback' })
  })
  await rig.settled()
  await vi.waitFor(() => expect(rig.text('.failed')).toEqual([english.failed]))
  expect(rig.errors).toHaveLength(1)
  // answered in another tab
  act(() => fake.state({ survey: null, phase: 'bot' }))
  await rig.settled()
  expect(rig.one('textarea')).toBe(box)
  expect(box.value).toBe('It was sent last')
  expect(rig.all('[part~=message]').filter(({ textContent }) => textContent?.includes('Where is my card?'))).toHaveLength(1)
  expect(rig.text('.failed')).toEqual([english.failed])
  expect(rig.errors).toHaveLength(1)
})
