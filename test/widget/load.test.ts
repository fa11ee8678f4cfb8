// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { load } from '../../src/widget/load.ts'
import { addWish } from '../../src/widget/wishes.ts'
import { type ScriptedTransport, scriptedTransport } from '../client/scripted-transport.ts'
import { createFakeChat } from './fake-chat.ts'
import { watchedStorage } from './watched-storage.ts'

let transport: ScriptedTransport
beforeEach(() => {
  localStorage.clear()
  transport = scriptedTransport()
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const record = JSON.stringify({ conversation: 'conversation-of-before', begun: true, outbox: [] })
const open = (more: Partial<Parameters<typeof load>[0]> = {}) => {
  const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' })
  return load({ root, transport, locale: 'en', storageKey: 'handback', onError: (error) => { throw error }, ...more }, addWish)
}
const told = (key: string | null): boolean => window.dispatchEvent(new StorageEvent('storage', { key }))

test('with nothing stored the chat waits for its first verb, and then goes by the transport that was given, with its credentials', async () => {
  const credentials = vi.fn(() => 'token-1')
  const { chat, stop } = await open({ credentials })
  expect([chat.$connection.get(), transport.attempts.length, localStorage.length]).toEqual(['idle', 0, 0])
  await chat.sendMessage('Hello')
  await vi.waitFor(() => expect(transport.attempts).toHaveLength(1))
  expect(credentials).toHaveBeenCalledWith('first')
  stop()
  await expect(chat.sendMessage('Too late')).rejects.toMatchObject({ code: 'client/closed' })
})

test('what is stored is resumed at once', async () => {
  localStorage.setItem('handback', record)
  const { chat, stop } = await open()
  expect(chat.$state.get().conversation).toBe('conversation-of-before')
  stop()
})

test('a conversation that another tab begins is gone on with, once, and only under the same key', async () => {
  const { chat, stop } = await open()
  told('another')
  told('handback')
  await Promise.resolve()
  expect(chat.$state.get().conversation).toBeNull()
  localStorage.setItem('handback', record)
  told('handback')
  await vi.waitFor(() => expect(chat.$state.get().conversation).toBe('conversation-of-before'))
  const resume = vi.spyOn(chat, 'resume')
  told('handback')
  expect(resume).not.toHaveBeenCalled()
  stop()
})

test('another tab’s conversation that could not be gone on with is, at its next word', async () => {
  const onError = vi.fn()
  const { chat, stop } = await open({ onError })
  localStorage.setItem('handback', record)
  const resume = vi.spyOn(chat, 'resume').mockRejectedValueOnce(new Error('offline'))
  told('handback')
  told('handback')
  await vi.waitFor(() => expect(onError).toHaveBeenCalledTimes(1))
  expect([resume.mock.calls.length, chat.$state.get().conversation]).toEqual([1, null])
  told('handback')
  await vi.waitFor(() => expect(chat.$state.get().conversation).toBe('conversation-of-before'))
  stop()
  told('handback')
  expect(resume).toHaveBeenCalledTimes(2)
})

test('a chat that was given keeps its own storage, and outlives the panel', async () => {
  const fake = createFakeChat()
  const { getItem: read } = watchedStorage()
  const { chat, stop } = await open({ chat: fake.chat })
  expect(chat).toBe(fake.chat)
  expect(read).not.toHaveBeenCalled()
  stop()
  expect(fake.calls).toEqual([['resume']])
})

test('a panel that could not be made leaves nobody who listens to other tabs', async () => {
  const listens = vi.spyOn(window, 'addEventListener')
  await expect(open({ root: null as never })).rejects.toThrow(TypeError)
  expect(listens.mock.calls.map(([type]) => type)).not.toContain('storage')
  const { stop } = await open()
  expect(listens.mock.calls.map(([type]) => type)).toContain('storage')
  stop()
})
