// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { english } from '../../src/ui/english.ts'
import { openPanel } from './panel-rig.ts'
import type { PanelRig } from './panel-rig.ts'

let rig: PanelRig
const scales = () => rig.all('[role=radiogroup]')
const choose = (scale: number, score: number) => act(() => scales()[scale]?.querySelectorAll<HTMLInputElement>('input')[score - 1]?.click())
const labelOf = (scale: HTMLElement | undefined) => rig.root.getElementById(scale?.getAttribute('aria-labelledby') ?? '')?.textContent

async function ask(options: Parameters<typeof openPanel>[0] = {}) {
  rig = openPanel(options)
  act(() => {
    rig.fake.row((seq, at) => ({ type: 'survey', id: 'survey-1', seq, at, episode: 3 }))
    rig.fake.state({ survey: 3, phase: 'handback' })
  })
  await rig.settled()
}
afterEach(() => rig.destroy())

describe('what a rating rests on', () => {
  beforeEach(() => ask())

  test('can be told once there is a rating, and need not be', async () => {
    expect([rig.named(english.rateMore), scales().length]).toEqual([undefined, 1])
    choose(0, 6)
    expect(rig.named(english.rateMore)?.getAttribute('aria-expanded')).toBe('false')
    await rig.press(english.rateMore)
    expect(rig.named(english.rateMore)?.getAttribute('aria-expanded')).toBe('true')
    expect(scales().slice(1).map(labelOf)).toEqual([
      english.factorInformation, english.factorEntertainment, english.factorPresence, english.factorPrivacy, english.factorEnjoyment,
    ])
    choose(1, 7)
    choose(4, 2)
    await rig.press(english.rateSend)
    expect(rig.calls('rate')).toEqual([['rate', 6, undefined, { 'information-quality': 7, 'privacy-risk': 2 }]])
  })

  test('is left out where nothing of it was told', async () => {
    choose(0, 1)
    await rig.press(english.rateMore)
    await rig.press(english.rateSend)
    expect(rig.calls('rate')).toEqual([['rate', 1, undefined, undefined]])
  })
})

test('factors are the integrator’s where given, and none where none are', async () => {
  await ask({ surveyFactors: [{ name: 'speed', label: 'It was quick' }] })
  choose(0, 4)
  await rig.press(english.rateMore)
  expect(scales().slice(1).map(labelOf)).toEqual(['It was quick'])
  rig.destroy()
  await ask({ surveyFactors: [] })
  choose(0, 4)
  expect(rig.named(english.rateMore)).toBeUndefined()
})
