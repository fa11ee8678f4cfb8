// @vitest-environment happy-dom
import { h, render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { english } from '../../src/ui/english.ts'
import { Survey } from '../../src/ui/survey.tsx'
import { keptChat } from '../../src/widget/kept-chat.ts'
import { keptUnder } from '../../src/widget/kept.ts'
import { openPanel } from './panel-rig.ts'
import type { PanelRig } from './panel-rig.ts'

let last: PanelRig | undefined
let count = 0
let conversation: string
beforeEach(() => {
  localStorage.clear()
  conversation = `conversation-${(count += 1)}`
})
afterEach(() => {
  last?.destroy()
  last = undefined
})

/** The next page, in which the conversation's survey is open. */
async function page(options: Parameters<typeof openPanel>[0] = {}, episode = 3) {
  last?.destroy()
  const rig = (last = openPanel(options))
  act(() => rig.fake.state({ conversation, phase: 'handback', survey: episode }))
  act(() => void rig.fake.row((seq, at) => ({ type: 'survey', id: `survey-${seq}`, seq, at, episode })))
  await rig.settled()
  return { ...rig, asked: () => rig.one('form.survey') !== null }
}
/** As the widget keeps it. */
const kept = (): Parameters<typeof openPanel>[0] => ({ memory: keptUnder('handback').panel.memory })

test('a survey can be skipped: it goes unanswered, the focus goes on to the box, and no voice tells of it', async () => {
  const { asked, press, calls, focused, one, said } = await page()
  expect([asked(), said()]).toEqual([true, [english.rateQuestion]])
  await press(english.rateSkip)
  expect([asked(), calls('rate'), focused()]).toEqual([false, [], one('footer textarea')])
  expect(said()).toEqual([english.rateQuestion])
})

test('a survey that is skipped in one of two widgets that show a chat is gone in both', () => {
  const skips = { conversation: () => conversation }
  const boxes = [document.createElement('div'), document.createElement('div')]
  for (const box of boxes) act(() => render(h(Survey, { strings: english, onRate: () => Promise.resolve(), episode: 3, skips }), box))
  const asked = () => boxes.map((box) => box.querySelector('form') !== null)
  expect(asked()).toEqual([true, true])
  act(() => [...(boxes[0]?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent === english.rateSkip)?.click())
  expect(asked()).toEqual([false, false])
  for (const box of boxes) act(() => render(null, box))
})

describe('one that was skipped', () => {
  test('is not asked on the next page either', async () => {
    const { press } = await page(kept())
    await press(english.rateSkip)
    expect(JSON.parse(localStorage.getItem('handback') ?? '')).toEqual({ skipped: `${conversation}:3` })
    expect((await page(kept())).asked()).toBe(false)
  })

  test('is known where it stands beside a conversation, and forgotten with it', async () => {
    const { press } = await page(kept())
    await press(english.rateSkip)
    const { chat } = keptChat(keptUnder('handback'))
    await chat.set('handback', JSON.stringify({ conversation, outbox: [] }))
    expect(keptUnder('handback').panel.memory.get('skipped')).toBe(`${conversation}:3`)
    await chat.delete('handback')
    expect(keptUnder('handback').panel.memory.get('skipped')).toBeUndefined()
  })

  test('is that one alone: not that of another person, nor of another conversation', async () => {
    const { press } = await page(kept())
    await press(english.rateSkip)
    expect((await page(kept(), 7)).asked()).toBe(true)
    conversation = `${conversation}-other`
    expect((await page(kept())).asked()).toBe(true)
  })

  test('goes from another tab too', async () => {
    const { asked } = await page(kept())
    expect(asked()).toBe(true)
    keptUnder('handback').panel.memory.set('skipped', `conversation-0:1 ${conversation}:3`)
    act(() => void dispatchEvent(new Event('storage')))
    expect(asked()).toBe(false)
  })

  test('is known as long as the page where nothing can be kept, also to the next panel', async () => {
    const { press } = await page()
    await press(english.rateSkip)
    expect((await page()).asked()).toBe(false)
    expect(localStorage.length).toBe(0)
  })
})

test('of those that were skipped the newest twenty are remembered', async () => {
  const before = Array.from({ length: 20 }, (_, index) => `conversation-old:${index}`)
  const { memory } = keptUnder('handback').panel
  memory.set('skipped', before.join(' '))
  const { press } = await page(kept())
  await press(english.rateSkip)
  expect(memory.get('skipped')?.split(' ')).toEqual([...before.slice(1), `${conversation}:3`])
})
