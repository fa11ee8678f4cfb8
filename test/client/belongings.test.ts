import { describe, expect, it, onTestFinished } from 'vitest'
import { type Chat, type ChatOptions, createChat, memoryStorage } from '../../src/client/index.ts'
import { memoryBlobs } from '../../src/stores/memory.ts'
import { inProcess } from '../../src/transports/in-process.ts'
import { tokenOf } from '../hub/http-world.ts'
import { until } from '../hub/until.ts'
import { boris, createWorld, maria } from '../hub/world.ts'
import { chatWorld } from './chat-world.ts'

const png = new Blob([Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3, 4])])

/** A chat of Maria's at a real hub, which knows Boris too. */
async function talking(options: Partial<ChatOptions> = {}) {
  const world = createWorld({ blobs: memoryBlobs() })
  const [token, other] = [await tokenOf(world, maria), await tokenOf(world, boris)]
  const storage = memoryStorage()
  const chat = createChat({ transport: inProcess(world.hub), credentials: () => token, storage, tabs: null, ...options })
  onTestFinished(() => chat.destroy())
  const say = async (message: Parameters<Chat['sendMessage']>[0]) => {
    const id = await chat.sendMessage(message)
    await until(() => chat.$messages.get().some((row) => row.type === 'message' && row.id === id && row.delivery === 'sent'))
  }
  return { chat, say, storage, boris: { id: 'boris', credentials: () => other } }
}

describe('facts that wait for the first message', () => {
  const ann = { id: 'ann', credentials: () => 'token-of-ann' }
  const bob = { id: 'bob', credentials: () => 'token-of-bob' }
  const told = async (steps: (chat: Chat) => Promise<unknown>) => {
    const { chat, begin, commands } = chatWorld()
    await steps(chat)
    await begin()
    await chat.setLocale('nb')
    await until(() => commands().at(-1)?.command.type === 'language-set' || commands()[1])
    return commands()[1]?.command.data
  }

  it.each<[string, (chat: Chat) => Promise<unknown>]>([
    ['somebody else', (chat) => chat.identify(bob)],
    ['nobody', (chat) => chat.identify(null)],
    ['nobody and then somebody else', (chat) => Promise.all([chat.identify(null), chat.identify(bob)])],
    ['a stranger after a reset', (chat) => chat.reset()],
  ])('are not told when the visitor becomes %s', async (_, become) => {
    const data = await told(async (chat) => {
      await chat.identify(ann)
      await chat.setAttributes({ email: 'ann@example.com' })
      await become(chat)
    })
    expect(data).toEqual({ language: 'nb' })
  })

  it('are told of who is known for the first time, and of the same person again', async () => {
    const data = await told(async (chat) => {
      await chat.setAttributes({ plan: 'gold' })
      await chat.identify(ann)
      await chat.setAttributes({ since: 2019 })
      await chat.identify({ ...ann })
    })
    expect(data).toEqual({ values: { plan: 'gold', since: 2019 } })
  })
})

describe('a file', () => {
  it.each<[string, (world: Awaited<ReturnType<typeof talking>>) => Promise<unknown>]>([
    ['another conversation', ({ chat }) => chat.openConversation(null)],
    ['another person', ({ chat, boris }) => chat.identify(boris)],
    ['an erasure', async ({ chat }) => {
      await chat.eraseConversation()
      await until(() => chat.$state.get().erased)
    }],
  ])('that was brought before %s is refused with its message, and nothing is sent; brought again it is', async (_, change) => {
    const world = await talking({ beforeSend: ({ files, ...message }) => ({ ...message, files: files.map((part) => ({ ...part })) }) })
    const { chat, say, storage } = world
    await say('Hello')
    const part = await chat.uploadFile(png, { name: 'card.png' })
    await change(world)
    await expect(chat.sendMessage({ text: 'My card', files: [part] })).rejects.toMatchObject({ code: 'request/invalid', retryable: false })
    expect(String(await storage.get('handback'))).not.toContain('My card')
    if (world.chat.$state.get().conversation) await chat.openConversation(null)
    await say({ text: 'My card', files: [await chat.uploadFile(png, { name: 'card.png' })] })
  })

  it('that was brought before the visitor signed in is not sent as theirs', async () => {
    const { chat, say, boris } = await talking()
    const part = await chat.uploadFile(png)
    await chat.identify(boris)
    await expect(chat.sendMessage({ files: [part] })).rejects.toMatchObject({ code: 'request/invalid' })
    expect(chat.$messages.get()).toHaveLength(0)
    await say('Without it')
  })

  it('is good again in the conversation that it was brought to', async () => {
    const { chat, say } = await talking()
    await say('Hello')
    const { conversation } = chat.$state.get()
    const part = await chat.uploadFile(png)
    await chat.openConversation(null)
    await chat.openConversation(conversation)
    await say({ files: [part] })
    expect(chat.$state.get().conversation).toBe(conversation)
  })

  it('can be brought after an erasure, for the conversation that comes next', async () => {
    const { chat, say } = await talking()
    await say('Hello')
    const { conversation } = chat.$state.get()
    await chat.eraseConversation()
    await until(() => chat.$state.get().erased)
    await say({ files: [await chat.uploadFile(png)] })
    expect(chat.$state.get()).toMatchObject({ conversation: expect.not.stringMatching(String(conversation)), erased: false })
  })
})
