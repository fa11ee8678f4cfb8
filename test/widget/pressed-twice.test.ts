// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Chat } from '../../src/client/index.ts'
import { HandbackError } from '../../src/protocol/index.ts'
import { english } from '../../src/ui/english.ts'
import { bot } from './fake-chat.ts'
import { type PanelRig, openPanel } from './panel-rig.ts'

let rig: PanelRig
beforeEach(() => {
  rig = openPanel()
})
afterEach(() => rig.destroy())

/** What a verb does ends when it is told to, as where `beforeSend` or a storage takes its time. */
function slow(verb: keyof Chat) {
  const calls: unknown[][] = []
  const ends: { readonly resolve: (value?: unknown) => void; readonly reject: (error: unknown) => void }[] = []
  const work = (...all: unknown[]) => new Promise((resolve, reject) => {
    calls.push(all)
    ends.push({ resolve, reject })
  })
  Object.assign(rig.fake.chat, { [verb]: work })
  return {
    calls,
    async end(error?: unknown) {
      await act(async () => (error === undefined ? ends.at(-1)?.resolve('id') : ends.at(-1)?.reject(error)))
      await rig.settled()
    },
  }
}
const lost = new HandbackError('client/closed', 'x')

test('a quick reply that is pressed again, or another, while the first is being kept, says nothing more', async () => {
  const said = slow('sendMessage')
  const options = ['Yes', 'No'].map((label) => ({ action: 'send', label }) as const)
  act(() => void rig.fake.says(bot, 'Is it lost?', { parts: [{ type: 'quick-replies', options }] }))
  await rig.press('Yes')
  await rig.press('Yes')
  await rig.press('No')
  expect(said.calls).toEqual([['Yes']])
  // what came to nothing may be said again
  await said.end(lost)
  await rig.press('No')
  expect([said.calls, rig.errors]).toEqual([[['Yes'], ['No']], [lost]])
})

test('the answers to whether somebody should come back are one', async () => {
  const [planned, declined] = [slow('scheduleFollowUp'), slow('declineFollowUp')]
  act(() => {
    rig.fake.says(bot, 'Should somebody come back to you?')
    rig.fake.state({ followUp: true })
  })
  await rig.settled()
  act(() => rig.one('.follow-up input[type=radio]')?.click())
  await rig.press(english.followUpSend)
  await rig.press(english.followUpSend)
  await rig.press(english.followUpDecline)
  expect([planned.calls.length, declined.calls.length]).toEqual([1, 0])
  await planned.end()
  await rig.press(english.followUpDecline)
  expect(declined.calls.length).toBe(1)
})

test('a rating is given once, and again when it came to nothing', async () => {
  const rated = slow('rate')
  act(() => {
    rig.fake.row((seq, at) => ({ type: 'survey', id: 'survey-1', seq, at, episode: 3 }))
    rig.fake.state({ survey: 3, phase: 'handback' })
  })
  await rig.settled()
  act(() => rig.one('.survey input[type=radio]')?.click())
  await rig.press(english.rateSend)
  await rig.press(english.rateSend)
  expect(rated.calls.length).toBe(1)
  await rated.end(lost)
  await rig.press(english.rateSend)
  expect(rated.calls.length).toBe(2)
})

test('that there is no rating is said once, and again when it came to nothing', async () => {
  const [declined, rated] = [slow('declineRating'), slow('rate')]
  act(() => {
    rig.fake.row((seq, at) => ({ type: 'survey', id: 'survey-1', seq, at, episode: 3 }))
    rig.fake.state({ survey: 3, phase: 'handback' })
  })
  await rig.settled()
  act(() => rig.one('.survey input[type=radio]')?.click())
  await rig.press(english.rateSkip)
  await rig.press(english.rateSkip)
  await rig.press(english.rateSend)
  expect([declined.calls.length, rated.calls.length]).toEqual([1, 0])
  await declined.end(lost)
  await rig.press(english.rateSkip)
  expect(declined.calls.length).toBe(2)
})

test('a wish for a person is taken back once', async () => {
  const taken = slow('cancelHumanRequest')
  act(() => {
    rig.fake.says(bot, 'A colleague is on the way.')
    rig.fake.state({ waiting: true, phase: 'queued' })
  })
  await rig.press(english.cancelRequest)
  await rig.press(english.cancelRequest)
  expect(taken.calls.length).toBe(1)
  await taken.end(lost)
  await rig.press(english.cancelRequest)
  expect(taken.calls.length).toBe(2)
})

test('a message for later that is being kept is not put away, to be left once more', async () => {
  const left = slow('leaveMessage')
  act(() => void rig.fake.says(bot, 'Nobody is here.', { parts: [{ type: 'quick-replies', options: [{ action: 'ticket-create' }] }] }))
  await rig.press(english.replyTicket)
  rig.write(rig.one('.card textarea'), 'My card is gone')
  await rig.press(english.ticketSend)
  await rig.press(english.ticketSend)
  await rig.press(english.ticketCancel)
  expect([left.calls, rig.named(english.replyTicket)]).toEqual([[['My card is gone', undefined]], undefined])
  await left.end()
  expect([left.calls.length, rig.one('.card textarea')]).toEqual([1, null])
})
