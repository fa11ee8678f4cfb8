import { expect, it, onTestFinished, vi } from 'vitest'
import { createChat, memoryStorage } from '../../src/client/index.ts'
import { inProcess } from '../../src/transports/in-process.ts'
import { tokenOf } from '../hub/http-world.ts'
import { until } from '../hub/until.ts'
import { createWorld, maria } from '../hub/world.ts'
import { chatWorld } from './chat-world.ts'
import { unreachable } from './scripted-transport.ts'
import { allShow, profile } from './tabs-world.ts'

it('a hub without a place for files says so at the first connection: no file is brought there any more', async () => {
  const world = createWorld()
  const token = await tokenOf(world, maria)
  const transport = inProcess(world.hub)
  const request = vi.fn(transport.request)
  const chat = createChat({ transport: { ...transport, request }, credentials: () => token, storage: memoryStorage(), tabs: null })
  onTestFinished(() => chat.destroy())
  const note = new Blob(['a'])
  // nobody knows yet, and whoever brings one hears it then
  expect(chat.$state.get().files).toBe(true)
  await expect(chat.uploadFile(note)).rejects.toMatchObject({ code: 'request/not-found' })
  expect(request).toHaveBeenCalledTimes(1)
  await chat.sendMessage('Hello')
  await until(() => chat.$connection.get() === 'live')
  expect(chat.$state.get().files).toBe(false)
  await expect(chat.uploadFile(note)).rejects.toMatchObject({ code: 'request/not-found', retryable: false })
  expect(request).toHaveBeenCalledTimes(1)
})

it('what was said counts while the connection is lost, until the next says otherwise', async () => {
  const { chat, transport, begin } = chatWorld()
  const files = () => chat.$state.get().files
  transport.files = false
  await begin()
  expect(files()).toBe(false)
  const told: boolean[] = []
  chat.on('statechange', (state) => told.push(state.files))
  transport.files = true
  transport.down = unreachable()
  transport.drop()
  await until(() => chat.$connection.get() === 'offline')
  expect(files()).toBe(false)
  transport.down = null
  await until(files)
  expect(told.at(-1)).toBe(true)
})

it('an older hub, which says nothing of it, may take them', async () => {
  const { chat, begin } = chatWorld()
  await begin()
  expect(chat.$state.get().files).toBe(true)
})

it('all tabs know that share one connection, also one that comes later', async () => {
  const world = profile()
  world.hub.files = false
  const tabs = [world.tab(), world.tab()]
  await tabs[0]?.chat.sendMessage('Hello')
  await allShow(tabs, ['sent Hello'])
  const late = world.tab()
  await late.chat.resume()
  await allShow([late], ['sent Hello'])
  expect([...tabs, late].map(({ chat }) => chat.$state.get().files)).toEqual([false, false, false])
  expect(world.hub.connected).toBe(1)
})
