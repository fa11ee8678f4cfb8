// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { FormPart } from '../../src/protocol/index.ts'
import { bot, sarah } from './fake-chat.ts'
import { openPanel } from './panel-rig.ts'

function rig() {
  const panel = openPanel()
  onTestFinished(panel.destroy)
  return panel
}

const form: FormPart = { type: 'form', form: 'form-0001', title: 'Where may we call you?', fields: [{ name: 'phone', label: 'Phone', kind: 'phone' }] }
const file = { type: 'attachment', blob: 'blob-0001', name: 'contract.pdf', media: 'application/pdf', size: 1200 } as const

test('a message that holds more than words is told with what it holds', async () => {
  const { fake, said, settled } = rig()
  act(() => void fake.says(bot, 'Leave your number below.', { parts: [form] }))
  act(() => void fake.says(bot, '', { parts: [{ type: 'form', form: 'form-0002', fields: form.fields }] }))
  act(() => void fake.says(sarah, '', { parts: [file, { ...file, blob: 'blob-0002', name: 'a.png', media: 'image/png', alt: 'A signed page' }] }))
  expect(said()).toEqual([
    'AI Assistant: Leave your number below. Where may we call you?',
    'AI Assistant: A few questions',
    'Sarah: contract.pdf A signed page',
  ])
  await settled()
})

test('that answers to a form have gone is told, as the focus leaves them for the box', async () => {
  const { fake, said, settled } = rig()
  act(() => void fake.says(bot, 'Leave your number below.', { parts: [form] }))
  act(() => void fake.row((seq, at) => ({ type: 'form', id: 'row-form', seq, at, form: form.form, values: { phone: '079' } })))
  expect(said().slice(1)).toEqual(['Sent'])
  await settled()
})

test('the end of a lost connection is told as its beginning was', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const { fake, said } = rig()
  const connection = (state: 'idle' | 'live' | 'offline' | 'syncing') => act(() => fake.$connection.set(state))
  act(() => void fake.says(bot, 'Hello'))
  connection('live')
  act(() => void vi.advanceTimersByTime(3000))
  connection('offline')
  act(() => void vi.advanceTimersByTime(5000))
  expect(said()).toEqual(['Reconnecting… What you write will be sent as soon as you’re back.'])
  act(() => void vi.advanceTimersByTime(3000))
  connection('syncing')
  connection('live')
  expect(said()).toEqual(['Chatting with AI Assistant'])
  // and only then
  act(() => void vi.advanceTimersByTime(3000))
  connection('offline')
  act(() => void vi.advanceTimersByTime(5000))
  act(() => void vi.advanceTimersByTime(3000))
  connection('idle')
  expect(said()).toEqual([])
})
