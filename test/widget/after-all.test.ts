// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { expect, onTestFinished, test, vi } from 'vitest'
import { load } from '../../src/widget/load.ts'
import { mount } from '../../src/widget/mount.ts'
import { addWish } from '../../src/widget/wishes.ts'
import { scriptedTransport } from '../client/scripted-transport.ts'
import { createFakeChat } from './fake-chat.ts'

test('a destroyed widget opens no more, and loads nothing for it', async () => {
  const fake = createFakeChat()
  const widget = mount({ chat: fake.chat })
  widget.destroy()
  await act(() => widget.open())
  await act(() => widget.toggle())
  expect([widget.isOpen, fake.calls, fake.listening()]).toEqual([false, [], 0])
})

test('a body that was kept for the way back has no second widget: its copy goes', async () => {
  const before = document.body
  const widget = mount({ chat: createFakeChat().chat })
  onTestFinished(() => {
    widget.destroy()
    document.documentElement.replaceChild(before, document.body)
  })
  const other = document.createElement('body')
  other.append(widget.element.cloneNode(true), document.createElement('main'))
  document.documentElement.replaceChild(other, before)
  await vi.waitFor(() => expect(widget.element.parentElement).toBe(other))
  expect([...document.querySelectorAll('[data-handback-stays]')]).toEqual([widget.element])
  expect(document.querySelector('main')).not.toBeNull()
})

test('what other entries of the storage say is no conversation of this widget, even when there is one', async () => {
  localStorage.clear()
  const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' })
  const { chat, stop } = await load({ root, transport: scriptedTransport(), locale: 'en', storageKey: 'handback', onError: (error) => { throw error } }, addWish)
  onTestFinished(() => {
    stop()
    localStorage.clear()
  })
  const resume = vi.spyOn(chat, 'resume').mockResolvedValue()
  localStorage.setItem('handback', JSON.stringify({ conversation: 'conversation-of-before', begun: true, outbox: [] }))
  for (const key of ['another', null]) window.dispatchEvent(new StorageEvent('storage', { key }))
  expect(resume).not.toHaveBeenCalled()
  window.dispatchEvent(new StorageEvent('storage', { key: 'handback' }))
  expect(resume).toHaveBeenCalledOnce()
})
