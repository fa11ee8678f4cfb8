import { getEventListeners } from 'node:events'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { HubLink, Transport } from '../../src/contracts/index.ts'
import { serveLinks } from '../../src/hub/adapters/tabs/serve-links.ts'
import { newId } from '../../src/internal/ids.ts'
import { type LinesEnvironment, browserLines } from '../../src/internal/tab-lines.ts'
import { broadcastChannel } from '../../src/transports/broadcast-channel.ts'
import { type Chat, type ChatOptions, createChat, memoryStorage } from '../../src/client/index.ts'
import { createAsking } from '../../src/client/asking.ts'
import { HandbackError, textOf } from '../../src/protocol/index.ts'
import { memoryBlobs } from '../../src/stores/memory.ts'
import { http } from '../../src/transports/http.ts'
import { inProcess } from '../../src/transports/in-process.ts'
import { serve, tokenOf } from '../hub/http-world.ts'
import { until } from '../hub/until.ts'
import { type WorldOptions, boris, createWorld, maria, vera } from '../hub/world.ts'
import { scriptedTransport } from './scripted-transport.ts'

const png = new Blob([Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3, 4])])
const article = { id: 'card delivery/1', title: 'Delivery of cards', url: '/help/cards', text: '# Cards\n\nFive days.' }
const found = async (id: string) => (id === article.id ? article : undefined)
const knowledge = { search: async () => [], article: found } as unknown as WorldOptions['knowledge']

/** By a hub of another tab. */
function servedBy(hub: HubLink): Transport {
  const name = newId()
  const onError = (error: unknown): void => {
    throw error
  }
  onTestFinished(serveLinks(hub, { name, environment: browserLines() as LinesEnvironment, onError }))
  return broadcastChannel({ name })
}

async function talking(way: string, options: Partial<ChatOptions> = {}, hubOptions: WorldOptions = {}) {
  const world = createWorld({ blobs: memoryBlobs(), ...(knowledge && { knowledge }), ...hubOptions })
  const token = await tokenOf(world, maria)
  const { endpoint } = await serve(world)
  const transport = way === 'http' ? http({ endpoint }) : way === 'tabs' ? servedBy(world.hub) : inProcess(world.hub)
  const chat = createChat({ transport, credentials: () => token, storage: memoryStorage(), tabs: null, ...options })
  onTestFinished(() => chat.destroy())
  const sent = () => until(() => chat.$messages.get().findLast((row) => row.type === 'message' && row.delivery === 'sent'))
  return { world, chat, transport, token, sent }
}

const bytesOf = async (blob: Blob) => [...new Uint8Array(await blob.arrayBuffer())]
const texts = (chat: Chat) =>
  chat.$messages.get().flatMap((row) => (row.type === 'message' && row.author.kind === 'visitor' ? [textOf(row.parts)] : []))

describe.each(['http', 'in-process', 'tabs'])('by %s', (way) => {
  it('a file is brought before the conversation, belongs to the message that begins it, and is read again', async () => {
    const { chat, world, sent } = await talking(way)
    const shares: number[] = []
    const part = await chat.uploadFile(png, { name: 'card.png', onProgress: (share) => shares.push(share) })
    expect(part).toMatchObject({ type: 'attachment', name: 'card.png', media: 'image/png', size: 12 })
    expect(shares.at(-1)).toBe(1)
    expect([chat.$state.get().conversation, chat.$connection.get()]).toEqual([null, 'idle'])
    await expect(chat.readFile(part)).rejects.toMatchObject({ code: 'request/not-found' })
    await chat.sendMessage({ files: [part] })
    const row = await sent()
    expect(row).toMatchObject({ parts: [{ type: 'attachment', name: 'card.png', media: 'image/png' }] })
    const conversation = chat.$state.get().conversation ?? ''
    expect(await world.types(conversation)).toContain('message-sent')
    expect(await bytesOf(await chat.readFile(part))).toEqual(await bytesOf(png))
  })

  it('kinds that are not taken, and files that are too large, are refused', async () => {
    const { chat } = await talking(way)
    const program = new Blob([Uint8Array.from([0, 1, 2, 0xff, 0xfe])])
    await expect(chat.uploadFile(program, { name: 'x.exe' })).rejects.toMatchObject({ code: 'request/invalid' })
    await expect(chat.uploadFile(new Blob([new Uint8Array(10_000_001)]))).rejects.toMatchObject({ code: 'request/too-large' })
  })

  it('a hub without a place for files says so', async () => {
    const { chat } = await talking(way, {}, { blobs: undefined } as unknown as WorldOptions)
    await expect(chat.uploadFile(png)).rejects.toMatchObject({ code: 'request/not-found' })
  })

  it('a conversation that was erased meanwhile is told as erased, and the next one takes files again', async () => {
    const storage = memoryStorage()
    const { chat, world, transport, token, sent } = await talking(way, { storage })
    await chat.sendMessage('Hello')
    await sent()
    const { conversation } = chat.$state.get()
    chat.destroy()
    expect(await world.link(vera).command(String(conversation), 'conversation-erase', {})).toMatchObject({ ok: true })
    // it has heard nothing of that yet
    const next = createChat({ transport, credentials: () => token, storage, tabs: null })
    onTestFinished(() => next.destroy())
    await expect(next.uploadFile(png)).rejects.toMatchObject({ code: 'conversation/erased', retryable: false })
    await next.resume()
    await until(() => next.$state.get().erased)
    await next.sendMessage({ files: [await next.uploadFile(png)] })
    await until(() => next.$messages.get().some((row) => row.type === 'message' && row.delivery === 'sent'))
    expect(next.$state.get()).toMatchObject({ conversation: expect.not.stringMatching(String(conversation)), erased: false })
  })

  it('a conversation of somebody else is told as none, and not as a hub without files', async () => {
    const storage = memoryStorage()
    const { chat, world, transport, sent } = await talking(way, { storage })
    await chat.sendMessage('Hello')
    await sent()
    chat.destroy()
    const his = await tokenOf(world, boris)
    const next = createChat({ transport, credentials: () => his, storage, tabs: null })
    onTestFinished(() => next.destroy())
    await expect(next.uploadFile(png)).rejects.toMatchObject({ code: 'conversation/not-found' })
  })

  it('a conversation that holds no more files says so', async () => {
    const { chat } = await talking(way, {}, { blobBytes: 150_000 })
    await chat.uploadFile(png)
    await expect(chat.uploadFile(png)).rejects.toMatchObject({ code: 'limit/reached' })
  })

  it('an article is found by its name, and one that is not there is null', async () => {
    const { chat } = await talking(way)
    expect(await chat.article(article.id)).toEqual(article)
    expect(await chat.article('another')).toBeNull()
  })

  it('the transcript is a file, and there is none before the conversation', async () => {
    const { chat, sent } = await talking(way)
    await expect(chat.transcript('text')).rejects.toMatchObject({ code: 'request/not-found' })
    await chat.sendMessage('Where is my card?')
    await sent()
    expect(await (await chat.transcript('text')).text()).toContain('Where is my card?')
    expect(JSON.parse(await (await chat.transcript('json')).text())).toBeTypeOf('object')
    await expect(chat.transcript('json', { conversation: 'conversation-of-nobody' })).rejects.toMatchObject({ code: 'request/not-found' })
  })

  it('the conversations of a visitor are listed, and gone on in', async () => {
    const { chat, sent } = await talking(way)
    expect(await chat.conversations()).toEqual([])
    await chat.sendMessage('The first')
    await sent()
    const first = chat.$state.get().conversation
    await chat.openConversation(null)
    expect([chat.$state.get().conversation, chat.$messages.get().length]).toEqual([null, 0])
    await chat.sendMessage('The second')
    await sent()
    const second = chat.$state.get().conversation
    expect(second).not.toBe(first)
    const found = await until(async () => {
      const list = await chat.conversations()
      return list.length === 2 && list
    })
    expect(found.map(({ conversation }) => conversation).toSorted()).toEqual([first, second].toSorted())
    await chat.openConversation(first)
    await until(() => texts(chat).includes('The first'))
    expect(texts(chat)).toEqual(['The first'])
    await chat.sendMessage('Once more')
    await until(() => texts(chat).length === 2 && !chat.$messages.get().some((row) => row.type === 'message' && row.delivery === 'sending'))
    expect(texts(chat)).toEqual(['The first', 'Once more'])
  })
})

describe('asking', () => {
  it('before the first command asks nothing for the list, and nothing at all where no way can', async () => {
    const request = vi.fn()
    const able: Transport = { ...scriptedTransport(), request }
    const quiet = createChat({ transport: able, storage: memoryStorage(), tabs: null })
    expect(await quiet.conversations()).toEqual([])
    expect(request).not.toHaveBeenCalled()
    const unable = createChat({ transport: scriptedTransport(), storage: memoryStorage(), tabs: null })
    expect(await unable.article('card')).toBeNull()
    await expect(unable.uploadFile(png)).rejects.toMatchObject({ code: 'request/not-found' })
    quiet.destroy()
    unable.destroy()
  })

  it('a token that is refused is asked for once more, and the second refusal is told', async () => {
    const { world, transport, token } = await talking('in-process')
    const asked: string[] = []
    const whys = (good: boolean) => (why: string) => {
      asked.push(why)
      return good && why === 'refused' ? token : 'old'
    }
    const chat = createChat({ transport, storage: memoryStorage(), tabs: null, credentials: whys(true) })
    expect((await chat.uploadFile(png)).media).toBe('image/png')
    expect(asked).toEqual(['first', 'refused'])
    const other = createChat({ transport, storage: memoryStorage(), tabs: null, credentials: whys(false) })
    await expect(other.uploadFile(png)).rejects.toMatchObject({ code: 'transport/unauthorized' })
    expect(asked).toEqual(['first', 'refused', 'first', 'refused'])
    chat.destroy()
    other.destroy()
    expect(world.log).toEqual([])
  })

  describe('of a hub that is busy', () => {
    const busy = (retryAfter?: number) => new HandbackError('hub/busy', 'Later.', { retryable: true, ...(retryAfter !== undefined && { retryAfter }) })
    async function asking(answers: readonly (HandbackError | Response)[]) {
      vi.spyOn(Math, 'random').mockReturnValue(0)
      onTestFinished(() => void vi.restoreAllMocks().useRealTimers())
      const times: number[] = []
      const whys: string[] = []
      let start = 0
      const request: NonNullable<Transport['request']> = async ({ credentials }) => {
        await credentials('first')
        const answer = answers[times.push(Date.now() - start) - 1]
        if (!(answer instanceof Response)) throw answer
        return answer
      }
      const credentials = (why: string) => (whys.push(why), 'token')
      const chat = createChat({ transport: { ...scriptedTransport(), request }, storage: memoryStorage(), tabs: null, credentials })
      await chat.openConversation('conversation-1')
      await until(() => whys.length === 1)
      whys.length = 0
      vi.useFakeTimers()
      start = Date.now()
      const read = (signal?: AbortSignal) =>
        chat.readFile({ type: 'attachment', blob: 'blob-0001', name: 'x', media: 'image/png', size: 1 }, signal && { signal }).catch((error: unknown) => error)
      onTestFinished(() => chat.destroy())
      return { read, times, whys }
    }

    it('comes when it has said, with a token that is refused in between too', async () => {
      const unauthorized = new HandbackError('transport/unauthorized', 'Old.')
      const { read, times, whys } = await asking([busy(2_000), busy(3_000), unauthorized, new Response('bytes')])
      const answer = read()
      await vi.advanceTimersByTimeAsync(5_000)
      expect(await ((await answer) as Blob).text()).toBe('bytes')
      expect([times, whys]).toEqual([[0, 2_000, 5_000, 5_000], ['first', 'first', 'first', 'refused']])
    })

    it('is given up after the fifth, at once where it has not said when, and with its signal', async () => {
      const often = await asking(Array.from({ length: 9 }, () => busy(1_000)))
      const answer = often.read()
      await vi.advanceTimersByTimeAsync(60_000)
      expect([await answer, often.times]).toMatchObject([{ code: 'hub/busy' }, [0, 1_000, 2_000, 3_000, 4_000]])
      const slow = await asking([busy()])
      expect([await slow.read(), slow.times]).toMatchObject([{ code: 'hub/busy' }, [0]])
      const own = new AbortController()
      const left = await asking([busy(60_000)])
      const given = left.read(own.signal)
      await vi.advanceTimersByTimeAsync(1_000)
      own.abort(new Error('No longer wanted.'))
      expect([await given, left.times]).toMatchObject([{ message: 'No longer wanted.' }, [0]])
    })
  })

  it('an answer that is none of a hub is transport/protocol', async () => {
    const request = async () => new Response('<html>', { headers: { 'content-type': 'text/html' } })
    const chat = createChat({ transport: { ...scriptedTransport(), request }, storage: memoryStorage(), tabs: null })
    await expect(chat.uploadFile(png)).rejects.toMatchObject({ code: 'transport/protocol' })
    await expect(chat.article('card')).rejects.toMatchObject({ code: 'transport/protocol' })
    chat.destroy()
  })

  it('is given up with its signal, and with the chat', async () => {
    const signals: AbortSignal[] = []
    const request: NonNullable<Transport['request']> = ({ signal }) =>
      new Promise((_, reject) => {
        if (signal) signals.push(signal)
        signal?.addEventListener('abort', () => reject(signal.reason))
      })
    const chat = createChat({ transport: { ...scriptedTransport(), request }, storage: memoryStorage(), tabs: null })
    const own = new AbortController()
    const [one, two] = [chat.uploadFile(png, { signal: own.signal }), chat.article('card')].map((asked) => asked.catch((error: unknown) => error))
    await until(() => signals.length === 2)
    const reason = new Error('No longer wanted.')
    own.abort(reason)
    expect(await one).toBe(reason)
    chat.destroy()
    expect(await two).toMatchObject({ code: 'client/closed' })
    await expect(chat.uploadFile(png)).rejects.toMatchObject({ code: 'client/closed' })
  })

  it('the conversation that a file was brought to is begun by whichever tab writes first, and after a reload too', async () => {
    const { transport, token } = await talking('in-process')
    const storage = memoryStorage()
    const open = () => createChat({ transport, storage, tabs: null, credentials: () => token })
    const first = open()
    const part = await first.uploadFile(png)
    first.destroy()
    const second = open()
    await second.resume()
    expect(second.$connection.get()).toBe('idle')
    await second.sendMessage({ text: 'Look', files: [part] })
    expect(await until(() => second.$messages.get().findLast((row) => row.type === 'message' && row.delivery === 'sent'))).toMatchObject({
      parts: [{ type: 'text', text: 'Look' }, { type: 'attachment', blob: part.blob }],
    })
    second.destroy()
  })

  it('what somebody brought is forgotten with a reset, and for another person', async () => {
    const { transport, token } = await talking('in-process')
    const storage = memoryStorage()
    const chat = createChat({ transport, storage, tabs: null, credentials: () => token })
    const kept = () => JSON.parse(String(storage.get('handback') ?? 'null')) as { next?: string } | null
    await chat.uploadFile(png)
    expect(kept()?.next).toBeTypeOf('string')
    await chat.reset()
    expect(kept()).toBeNull()
    await chat.identify({ id: 'maria', credentials: () => token })
    await chat.uploadFile(png)
    await chat.identify({ id: 'boris', credentials: () => token })
    expect(kept()).toBeNull()
    chat.destroy()
  })
})

it.each(['the chat', 'the question'])('what is asked when %s has ended already is refused, and nobody listens any more', async (ended) => {
  const [life, own] = [new AbortController(), new AbortController()]
  const request = vi.fn()
  const ledger = { conversation: newId(), past: false, load: async () => {} }
  const belongings = { place: () => Promise.reject(new Error('unused')) }
  const asking = createAsking({ ...scriptedTransport(), request }, () => undefined, ledger, belongings, life.signal)
  const over = new Error('over')
  ;(ended === 'the chat' ? life : own).abort(over)
  await expect(asking.article('card', { signal: own.signal })).rejects.toBe(over)
  expect([life, own].map(({ signal }) => getEventListeners(signal, 'abort').length)).toEqual([0, 0])
  expect(request).not.toHaveBeenCalled()
})
