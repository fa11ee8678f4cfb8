import { describe, expect, it, onTestFinished } from 'vitest'
import { type Chat, type ChatOptions, createChat, memoryStorage } from '../../src/client/index.ts'
import type { HubRequest, Transport } from '../../src/contracts/index.ts'
import { type AttachmentPart, HandbackError, type Part } from '../../src/protocol/index.ts'
import { memoryBlobs } from '../../src/stores/memory.ts'
import { inProcess } from '../../src/transports/in-process.ts'
import { tokenOf } from '../hub/http-world.ts'
import { until } from '../hub/until.ts'
import { boris, createWorld, maria } from '../hub/world.ts'
import { chatWorld } from './chat-world.ts'

const png = new Blob([Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3, 4])])

const partsOf = (chat: Chat): (readonly Part[])[] => chat.$messages.get().flatMap((row) => (row.type === 'message' && row.author.kind === 'visitor' ? [row.parts] : []))

/** A chat of Maria's at a real hub, which knows Boris too. */
async function talking(options: Partial<ChatOptions> = {}) {
  const blobs = memoryBlobs()
  const world = createWorld({ blobs })
  const [token, other] = [await tokenOf(world, maria), await tokenOf(world, boris)]
  const storage = memoryStorage()
  const asked: string[] = []
  const way = inProcess(world.hub) as Required<Transport>
  const transport = { ...way, request: (question: HubRequest) => (asked.push(question.path), way.request(question)) }
  const chat = createChat({
    transport: { ...way, request: (question) => transport.request(question) }, credentials: () => token, storage, tabs: null, ...options,
  })
  onTestFinished(() => chat.destroy())
  const say = async (message: Parameters<Chat['sendMessage']>[0]) => {
    const id = await chat.sendMessage(message)
    await until(() => chat.$messages.get().some((row) => row.type === 'message' && row.id === id && row.delivery === 'sent'))
  }
  const person = (id: string, own: string) => ({ id, credentials: () => own })
  return { chat, say, storage, asked, blobs, transport, maria: person('maria', token), boris: person('boris', other) }
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
    ['an erasure', async ({ chat }) => {
      await chat.eraseConversation()
      await until(() => chat.$state.get().erased)
    }],
  ])('that was brought before %s is brought once more with its message, though that holds a copy', async (_, change) => {
    const world = await talking({ beforeSend: ({ files, ...message }) => ({ ...message, files: files.map((part) => ({ ...part, alt: 'My card' })) }) })
    const { chat, say } = world
    await say('Hello')
    const part = await chat.uploadFile(png, { name: 'card.png' })
    await change(world)
    await say({ text: 'My card', files: [part] })
    const [, sent] = partsOf(chat).at(-1) ?? []
    expect(sent).toMatchObject({ name: 'card.png', alt: 'My card', blob: expect.not.stringMatching(part.blob) })
    expect((await chat.readFile(sent as AttachmentPart)).size).toBe(png.size)
  })

  it.each<[string, (world: Awaited<ReturnType<typeof talking>>) => Promise<unknown>]>([
    ['another person', async ({ chat, boris }) => chat.identify(boris)],
    ['nobody', ({ chat }) => chat.identify(null)],
    ['whoever comes after a reset', ({ chat }) => chat.reset()],
  ])('is not brought once more for %s: its message is refused, and nothing is asked or sent', async (_, change) => {
    const world = await talking()
    const { chat, say, storage, maria, asked } = world
    await chat.identify(maria)
    await say('Hello')
    const part = await chat.uploadFile(png)
    await change(world)
    const before = asked.length
    await expect(chat.sendMessage({ text: 'My card', files: [part] })).rejects.toMatchObject({ code: 'request/invalid', retryable: false })
    expect([String(await storage.get('handback')).includes('My card'), asked.length]).toEqual([false, before])
  })

  it('that was brought before the visitor signed in is brought once more as theirs', async () => {
    const { chat, say, boris } = await talking()
    const part = await chat.uploadFile(png)
    await chat.identify(boris)
    await say({ files: [part] })
    expect(partsOf(chat).at(-1)).toMatchObject([{ blob: expect.not.stringMatching(part.blob) }])
  })

  it('that the hub does not have is brought once more when its message is tried again, once for many tries', async () => {
    const { chat, asked, blobs, say } = await talking()
    const errors: string[] = []
    chat.on('error', ({ code }) => errors.push(code))
    await say('Hello')
    const part = await chat.uploadFile(png)
    await blobs.delete(String(chat.$state.get().conversation), part.blob)
    const id = (await chat.sendMessage({ text: 'My card', files: [part] })) ?? ''
    const row = () => chat.$messages.get().findLast((each) => each.type === 'message' && each.id === id)
    await until(() => row()?.type === 'message' && (row() as { delivery?: string }).delivery === 'failed')
    expect([row(), errors]).toMatchObject([{ failure: 'command/invalid' }, ['client/refused']])
    const before = asked.length
    chat.retry(id)
    chat.retry(id)
    await until(() => (row() as { delivery?: string }).delivery === 'sent')
    expect(asked.slice(before).map((path) => path.split('/').at(-1))).toEqual(['files?name=file.png'])
  })

  it('of a failed message that cannot be brought once more leaves the message as it is, and says why', async () => {
    const { chat, blobs, say, transport } = await talking()
    const errors: string[] = []
    chat.on('error', ({ code }) => errors.push(code))
    await say('Hello')
    const part = await chat.uploadFile(png)
    await blobs.delete(String(chat.$state.get().conversation), part.blob)
    const id = (await chat.sendMessage({ files: [part] })) ?? ''
    await until(() => errors.length === 1)
    transport.request = () => Promise.reject(new HandbackError('transport/unreachable', 'Down.', { retryable: true }))
    chat.retry(id)
    await until(() => errors.length === 2)
    expect([errors[1], chat.$messages.get().at(-1)]).toMatchObject(['transport/unreachable', { id, delivery: 'failed' }])
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
