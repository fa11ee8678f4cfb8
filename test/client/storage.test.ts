import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { browserStorage, memoryStorage } from '../../src/client/index.ts'
import { createLedger } from '../../src/client/ledger.ts'
import type { Cursor, HandbackError } from '../../src/protocol/index.ts'
import { settled } from '../hub/until.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

const record = '{"conversation":"conversation-1","outbox":[]}'

function localValues() {
  const values = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => values.set(key, value),
    removeItem: (key: string) => values.delete(key),
  })
  return values
}

describe('the storage of the browser', () => {
  test('keeps its value in localStorage where there is no IndexedDB', async () => {
    const values = localValues()
    const storage = browserStorage()
    await storage.set('handback', record)
    expect([values.get('handback'), await storage.get('handback')]).toEqual([record, record])
    await storage.update?.('handback', (text) => `${text} and more`)
    expect(await storage.get('handback')).toBe(`${record} and more`)
    await storage.delete('handback')
    expect([values.size, await storage.get('handback')]).toEqual([0, null])
  })

  test('makes no database of its own accord: reading looks at one key', async () => {
    localValues()
    const open = vi.fn()
    vi.stubGlobal('indexedDB', { open })
    expect(await browserStorage().get('handback')).toBeNull()
    expect(open).not.toHaveBeenCalled()
  })

  test.each([['keeps what is there', (text: string | null | undefined) => text ?? null], ['forgets what was never there', () => null]])(
    'makes no database for a change that %s',
    async (_name, change) => {
      const values = localValues()
      const open = vi.fn()
      vi.stubGlobal('indexedDB', { open })
      await browserStorage().update?.('handback', change)
      await browserStorage().delete('handback')
      expect([values.size, open.mock.calls]).toEqual([0, []])
    },
  )

  test('does not begin a second truth in IndexedDB beside a record in localStorage', async () => {
    const values = localValues()
    values.set('handback', record)
    const open = vi.fn()
    vi.stubGlobal('indexedDB', { open })
    await browserStorage().update?.('handback', () => `${record} `)
    expect([values.get('handback'), open.mock.calls]).toEqual([`${record} `, []])
  })

  test('says so when its record is in an IndexedDB that is out of reach, instead of beginning another', async () => {
    const values = localValues()
    values.set('handback', '{"in":"indexeddb","session":"kept by another tenant"}')
    const storage = browserStorage()
    await expect(storage.get('handback')).rejects.toThrow('indexedDB')
    await expect(storage.update?.('handback', () => record)).rejects.toThrow('indexedDB')
    expect(values.get('handback')).toContain('indexeddb')
  })

  test('rejects where everything is denied', async () => {
    Object.defineProperty(globalThis, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('denied', 'SecurityError')
      },
    })
    onTestFinished(() => void Reflect.deleteProperty(globalThis, 'localStorage'))
    const storage = browserStorage()
    for (const work of [storage.get('handback'), storage.set('handback', record), storage.delete('handback')]) {
      await expect(work).rejects.toThrow('denied')
    }
  })
})

describe('the ledger', () => {
  const message = (id: string, seen: Cursor | null = null) => ({
    command: { id, type: 'message-send', data: { parts: [{ type: 'text', text: 'Hi' }] } } as const,
    seen,
    at: 0,
  })
  function ledger(storage = memoryStorage()) {
    const errors: HandbackError[] = []
    const own = createLedger({ storage, key: 'handback', onChange: () => undefined, onStored: () => undefined, onError: (error) => errors.push(error) })
    const stored = async () => JSON.parse((await storage.get('handback')) ?? 'null') as { conversation: string; identity?: string; outbox: unknown[] } | null
    return { own, errors, stored, storage }
  }

  test('brings back nothing that is read while it is forgotten', async () => {
    const { own, stored, storage } = ledger()
    await storage.set('handback', record)
    const loading = own.load()
    const forgetting = own.forget()
    expect(own.conversation).toBeNull()
    await Promise.all([loading, forgetting])
    expect([own.conversation, await stored()]).toEqual([null, null])
  })

  test('writes in the order of what happens, however slow the storage is', async () => {
    const inner = memoryStorage()
    const waits: (() => void)[] = []
    const { own, stored } = ledger({
      ...inner,
      async update(key, change) {
        await new Promise<void>((resolve) => waits.push(resolve))
        await inner.update?.(key, change)
      },
    })
    const added = [own.add(message('command-0001')), own.add(message('command-0002'))]
    const forgotten = own.forget()
    const last = own.add(message('command-0003'))
    for (let count = 1; count <= 4; count += 1) {
      await settled(1)
      expect(waits).toHaveLength(count)
      waits.at(-1)?.()
    }
    await Promise.all([...added, forgotten, last])
    expect((await stored())?.outbox).toMatchObject([{ command: { id: 'command-0003' } }])
  })

  test('reads once for many words of other tabs, and again for one that comes while it reads', async () => {
    const inner = memoryStorage()
    const reads: (() => void)[] = []
    const { own } = ledger({
      ...inner,
      async get(key) {
        const text = await inner.get(key)
        await new Promise<void>((resolve) => reads.push(resolve))
        return text
      },
    })
    own.reload()
    own.reload()
    await settled(1)
    expect(reads).toHaveLength(1)
    await inner.set('handback', record)
    own.reload()
    reads[0]?.()
    await settled(1)
    reads[1]?.()
    await settled(1)
    expect([own.conversation, reads.length]).toEqual(['conversation-1', 2])
  })

  test('keeps the message that another tab has seen answered until its event is here, or a snapshot that is newer', async () => {
    const { own, storage } = ledger()
    const other = ledger(storage).own
    await own.add(message('command-0001'))
    await own.add(message('command-0002'))
    await other.load()
    own.outbox.acknowledge('command-0001', { log: 1, seq: 4 })
    own.outbox.acknowledge('command-0002', { log: 1, seq: 5 })
    const [, two] = own.outgoing
    expect(two).toMatchObject({ acked: { log: 1, seq: 5 } })
    await settled(1)
    other.reload()
    await settled(1)
    other.outbox.reached({ log: 9, seq: 9 })
    expect(other.outgoing).toMatchObject([{ command: { id: 'command-0001' } }, { command: { id: 'command-0002' } }])
    expect(other.outbox.unsent()).toEqual([])
    other.outbox.remove('command-0001')
    expect(other.outgoing).toMatchObject([{ command: { id: 'command-0002' } }])
    other.outbox.renewed()
    expect(other.outgoing).toEqual([])
    // this one knows where its event is
    own.outbox.renewed()
    own.outbox.reached({ log: 1, seq: 4 })
    expect(own.outgoing).toEqual([two])
  })

  test('gives back the same object for a command that has not changed, however often it is read', async () => {
    const { own, storage } = ledger()
    await own.add(message('command-0001'))
    const [first] = own.outgoing
    await ledger(storage).own.add(message('command-0002'))
    own.reload()
    await settled(1)
    expect(own.outgoing).toHaveLength(2)
    expect(own.outgoing[0]).toBe(first)
  })

  test('forgets the conversation of another person, and no other', async () => {
    const { own, stored, storage } = ledger()
    await own.identify('maria')
    expect(await stored()).toBeNull()
    await own.add(message('command-0001'))
    const first = own.conversation
    await own.identify('maria')
    expect([own.conversation, (await stored())?.identity]).toEqual([first, 'maria'])

    const other = ledger(storage)
    await other.own.load()
    expect(other.own.conversation).toBe(first)
    await other.own.identify('boris')
    expect([other.own.conversation, await stored()]).toEqual([null, null])

    // a page that still believes to be hers begins again
    await other.own.add(message('command-0002'))
    await own.add(message('command-0003'))
    expect(await stored()).toMatchObject({ identity: 'maria', outbox: [{ command: { id: 'command-0003' } }] })
  })

  test('keeps what a command has seen in the conversation that it was written in, and only there', async () => {
    const { own, stored, storage } = ledger()
    const at = { log: 1, seq: 30 }
    await own.add(message('command-0001'))
    await own.add(message('command-0002', at))
    expect((await stored())?.outbox).toMatchObject([{ seen: null }, { seen: at }])
    await ledger(storage).own.forget()
    await own.add(message('command-0003', at))
    expect((await stored())?.outbox).toMatchObject([{ seen: null }])
  })

  test('reads what it knows itself once its storage is broken, not what it read before', async () => {
    const { own, errors } = ledger({
      ...memoryStorage(),
      get: () => {
        throw new Error('denied')
      },
    })
    await own.load()
    await own.add(message('command-0001'))
    const { conversation } = own
    own.reload()
    await settled(1)
    expect([own.conversation, own.outgoing.length, errors.length]).toEqual([conversation, 1, 1])
    expect(conversation).not.toBeNull()
  })

  test('never shows as pending what was seen in the log before it was read, and takes it from the record', async () => {
    const { own, storage, stored } = ledger()
    const other = ledger(storage).own
    await own.add(message('command-0001'))
    await other.load()
    other.outbox.happened('command-0002')
    await own.add(message('command-0002'))
    await own.add(message('command-0003'))
    other.reload()
    await settled(1)
    expect(other.outgoing).toMatchObject([{ command: { id: 'command-0001' } }, { command: { id: 'command-0003' } }])
    expect((await stored())?.outbox).toMatchObject([{ command: { id: 'command-0001' } }, { command: { id: 'command-0003' } }])
  })

  test('moves on once, however many tabs say so', async () => {
    const { own, stored, storage } = ledger()
    const other = ledger(storage).own
    await own.add(message('command-0001', null))
    await other.load()
    own.moveOn()
    other.moveOn()
    await settled(1)
    expect([own.conversation, other.conversation]).toEqual([(await stored())?.conversation, own.conversation])
  })

  test('keeps the conversation of somebody who says who he is', async () => {
    const { own, stored } = ledger()
    await own.add(message('command-0001'))
    const first = own.conversation
    await own.identify('maria')
    expect(await stored()).toMatchObject({ conversation: first, identity: 'maria', outbox: [{}] })
  })
})
