// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { MessageRating } from '../../src/protocol/index.ts'
import { HandbackError } from '../../src/protocol/index.ts'
import { english } from '../../src/ui/english.ts'
import { bot, sarah, visitor } from './fake-chat.ts'
import { openPanel } from './panel-rig.ts'
import type { PanelRig } from './panel-rig.ts'

let rig: PanelRig
const pressed = () => rig.all('.thumb').map((thumb) => thumb.getAttribute('aria-pressed'))
const lands = (message: string, rating: MessageRating) =>
  act(() => void rig.fake.row((seq, at) => ({ type: 'message-rating', id: `row-${seq}`, seq, at, message, rating })))

beforeEach(async () => {
  rig = openPanel()
  act(() => {
    rig.fake.says(visitor, 'Hi')
    rig.fake.says(bot, 'Hello')
  })
  await rig.settled()
})
afterEach(() => rig.destroy())

describe('whether a message was of use', () => {
  test('can be said of answers, the assistant’s and people’s, and of nothing else', async () => {
    act(() => {
      rig.fake.says(sarah, 'It is me')
      rig.fake.notice('agent-joined', { agent: 'Sarah' })
      rig.fake.says(visitor, 'no', { delivery: 'failed' })
      rig.fake.streams('More')
    })
    expect(rig.all('.row').map((row) => [row.dataset.author, row.querySelectorAll('.thumb').length])).toEqual([
      ['visitor', 0], ['assistant', 2], ['agent', 2], ['visitor', 0], ['assistant', 0],
    ])
    expect(rig.all('.newest').map((row) => row.dataset.author)).toEqual(['agent'])
  })

  test('is pressed at once, heard of once, and taken back by pressing again', async () => {
    await rig.press(english.helpful)
    expect([pressed(), rig.calls('rateMessage')]).toEqual([['true', 'false'], [['rateMessage', 'message-2', 'up']]])
    lands('message-2', 'up')
    expect([pressed(), rig.said().slice(1)]).toEqual([['true', 'false'], [english.rateThanks]])
    await rig.press(english.helpful)
    lands('message-2', 'none')
    expect([pressed(), rig.calls('rateMessage').at(-1)]).toEqual([['false', 'false'], ['rateMessage', 'message-2', 'none']])
    expect(rig.said().slice(1)).toEqual([english.rateThanks])
    expect(rig.focused()).toBe(rig.named(english.helpful))
  })

  test('is one of the two', async () => {
    await rig.press(english.helpful)
    await rig.press(english.notHelpful)
    expect(pressed()).toEqual(['false', 'true'])
    // the first lands late
    lands('message-2', 'up')
    expect(pressed()).toEqual(['false', 'true'])
    lands('message-2', 'down')
    expect(pressed()).toEqual(['false', 'true'])
  })

  test('is not pressed when it could not be kept', async () => {
    rig.fake.failWith(new HandbackError('client/closed', 'closed'))
    await rig.press(english.helpful)
    expect([pressed(), rig.text('[role=alert]')]).toEqual([['false', 'false'], [english.failed]])
  })
})
