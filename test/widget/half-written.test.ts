// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { expect, onTestFinished, test } from 'vitest'
import { HandbackError } from '../../src/protocol/index.ts'
import { openPanel } from './panel-rig.ts'

function rig(options: Parameters<typeof openPanel>[0] = {}) {
  const panel = openPanel(options)
  onTestFinished(panel.destroy)
  return { ...panel, value: (selector: string) => (panel.one(selector) as HTMLTextAreaElement | null)?.value }
}

/** Nobody is there, and a message for later is half written. */
async function ticket() {
  const panel = rig()
  act(() => {
    panel.fake.state({ conversation: 'conversation-1' })
    panel.fake.notice('out-of-hours')
  })
  await panel.settled()
  await panel.press('Leave a message')
  panel.write(panel.one('form.card textarea'), '5 Example Street')
  const submit = async () => {
    act(() => void panel.one('form.card')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })))
    await panel.settled()
  }
  return { ...panel, submit }
}

const unavailable = new HandbackError('client/unavailable', 'The chat could not be loaded.', { retryable: true })

// the first test: the form's code is not there yet when the panel opens
test('what is asked first takes the focus of the panel', async () => {
  const panel = rig({ preChat: { fields: [{ name: 'mail', label: 'E-mail', kind: 'email', required: true }] } })
  await panel.settled()
  expect(panel.focused()).toBe(panel.one('input[type=email]'))
  act(() => panel.panel.setOpen(false))
  act(() => panel.panel.setOpen(true))
  expect(panel.focused()).toBe(panel.one('input[type=email]'))
})

test('what is written when the host leaves its page is kept at once, before any pause', () => {
  const kept = { text: '', get: () => kept.text, set: (text: string) => void (kept.text = text) }
  const { root: { host }, root, write } = rig({ draft: kept })
  write(root.querySelector('textarea'), 'Half a draft')
  expect(kept.text).toBe('')
  host.remove()
  host.dispatchEvent(new Event('handback-moved'))
  expect(kept.text).toBe('Half a draft')
})

test('a message that could not be taken stands in the box again', async () => {
  const panel = rig()
  panel.fake.failWith(unavailable)
  panel.write(panel.one('textarea'), 'A long letter')
  await panel.press(panel.one('.send')?.getAttribute('aria-label') ?? '')
  expect([panel.errors, panel.value('textarea')]).toEqual([[unavailable], 'A long letter'])
})

test('a message for later that could not be taken stays in its form, which goes once it was', async () => {
  const panel = await ticket()
  panel.fake.failWith(unavailable)
  await panel.submit()
  expect([panel.value('form.card textarea'), panel.errors]).toEqual(['5 Example Street', [unavailable]])
  panel.fake.failWith(undefined)
  await panel.submit()
  expect([panel.one('form.card'), panel.calls('leaveMessage').length]).toEqual([null, 2])
})

test('a message for later that is refused afterwards is told of', async () => {
  const panel = await ticket()
  await panel.submit()
  const cause = { code: 'limit/reached', message: 'Several messages are on their way already.' }
  act(() => panel.fake.emit('error', new HandbackError('client/refused', cause.message, { cause })))
  expect(panel.text('footer [role=alert]')).toEqual(['That was a lot at once. Please wait a moment, then try again.'])
})

test('a message for later that is half written is not shown in another conversation', async () => {
  const panel = await ticket()
  act(() => panel.fake.state({ conversation: 'conversation-2' }))
  await panel.press('Leave a message')
  expect(panel.value('form.card textarea')).toBe('')
})

test('whoever comes after somebody finds neither their words in the box nor their answers', async () => {
  const kept: string[] = []
  const preChat = { fields: [{ name: 'mail', label: 'E-mail', kind: 'email' as const }] }
  const panel = rig({ preChat, draft: { get: () => 'of an earlier visit', set: (text) => void kept.push(text) } })
  await panel.settled()
  panel.write(panel.one('.field input'), 'maria@example.com')
  act(() => panel.fake.emit('forget', null))
  await panel.settled()
  expect(panel.value('.field input')).toBe('')
  await panel.press('Send')
  await panel.settled()
  expect(panel.value('.composer textarea')).toBe('')
  panel.write(panel.one('.composer textarea'), 'My diagnosis is')
  act(() => panel.fake.emit('forget', null))
  act(() => panel.fake.state({ conversation: 'conversation-1' }))
  expect([panel.value('.composer textarea'), kept.at(-1)]).toEqual(['', ''])
})

test('where all was removed nothing is offered, and no way stands out', async () => {
  const panel = rig()
  act(() => {
    panel.fake.notice('handoff-expired', {}, 'assistant')
    panel.fake.notice('answer-failed', {}, 'assistant')
    panel.fake.state({ conversation: 'conversation-1', erased: true })
  })
  await panel.settled()
  expect([panel.all('.replies, .wanted'), panel.text('.erased p').length]).toEqual([[], 1])
})
