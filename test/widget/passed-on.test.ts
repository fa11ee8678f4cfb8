// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { mount } from '../../src/widget/mount.ts'
import { scriptedTransport } from '../client/scripted-transport.ts'
import { createFakeChat } from './fake-chat.ts'

test('what a page renders stands in the launcher of what it mounts, with the count of its chat', async () => {
  const fake = createFakeChat()
  const widget = mount({ chat: fake.chat, renderLauncher: (unread) => document.createTextNode(unread ? `Help ${unread}` : 'Need help?') })
  onTestFinished(() => widget.destroy())
  const face = () => widget.element.shadowRoot?.querySelector('.launcher .face')?.textContent
  expect(face()).toBe('Need help?')
  await widget.chat()
  fake.$unread.set(3)
  expect(face()).toBe('Help 3')
})

test('what a page does to messages before they are sent is done to those of what it mounts', async () => {
  localStorage.clear()
  const transport = scriptedTransport()
  const widget = mount({
    transport,
    beforeSend: ({ text, files }) => (text.includes('password') ? null : { text: text.replaceAll(/\d/g, '*'), files }),
  })
  onTestFinished(() => widget.destroy())
  expect(await widget.sendMessage('My password is tulip')).toBeNull()
  await widget.sendMessage('My card is 4711')
  await vi.waitFor(() => expect(transport.frames('command')).toHaveLength(1))
  expect(JSON.stringify(transport.frames('command'))).toContain('"My card is ****"')
})
