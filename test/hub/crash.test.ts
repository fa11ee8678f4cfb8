import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createChat, memoryStorage } from '../../src/client/index.ts'
import type { Chat } from '../../src/client/index.ts'
import { narrowPublic } from '../../src/conversation/index.ts'
import type { FailPoint } from '../../src/hub/index.ts'
import type { StoredEvent } from '../../src/protocol/index.ts'
import { textOf } from '../../src/protocol/index.ts'
import { sqliteStore } from '../../src/stores/sqlite.ts'
import { http, visitorSession } from '../../src/transports/http.ts'
import { tempFile } from './temp-file.ts'
import { until } from './until.ts'

const script = fileURLToPath(new URL('./crash-child.ts', import.meta.url))
const KILLS = 8

/** Starts a hub; resolves when it listens, or when it has come to its point before, taking up what the last one left. */
async function startHub(path: string, port: number, point: FailPoint | 'never', count: number) {
  const child = spawn(process.execPath, [script, path, String(port), point, String(count)], { stdio: ['ignore', 'pipe', 'pipe'] })
  let errors = ''
  let signal: string | null | undefined
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()))
  const ended = new Promise<void>((resolve) => {
    child.on('close', (_code, by) => {
      signal = by
      resolve()
    })
  })
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  const line = await Promise.race([
    new Promise<string>((resolve) => createInterface({ input: child.stdout }).once('line', resolve)),
    ended.then(() => {
      if (signal !== 'SIGKILL') throw new Error(`The hub ended before it listened: ${errors}`)
      return ''
    }),
  ])
  return {
    port: Number(line.split(' ')[1]),
    get dead() {
      return signal !== undefined
    },
    get signal() {
      return signal
    },
    get errors() {
      return errors
    },
    async stop() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** A visitor who writes on and on, sometimes on a new page, and remembers what was ever shown as sent. */
function visitor(name: string, endpoint: string) {
  const storage = memoryStorage()
  let session: string | null = null
  const credentials = visitorSession({ endpoint, storage: { get: () => session, set: (value) => void (session = value) } })
  const sent = new Set<string>()
  const texts: string[] = []
  let chat: Chat
  const open = (): void => {
    chat = createChat({ transport: http({ endpoint }), credentials, storage })
    chat.$messages.subscribe((rows) => {
      for (const row of rows) if (row.type === 'message' && row.delivery === 'sent') sent.add(textOf(row.parts))
    })
  }
  open()
  onTestFinished(() => chat.destroy())
  return {
    texts,
    sent,
    get chat() {
      return chat
    },
    async write(): Promise<string> {
      const text = `${name} ${texts.length + 1}`
      texts.push(text)
      await chat.sendMessage(text)
      return text
    },
    async reload(): Promise<void> {
      chat.destroy()
      open()
      await chat.resume()
    },
  }
}

/** Every visitor message in its order, and that each has come to an end. */
function judge(events: readonly StoredEvent[], texts: readonly string[]): void {
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
  const asked: string[] = []
  let answered = 0
  let settled = 0
  for (const event of events) {
    const known = narrowPublic(event)
    if (known?.type === 'message-sent' && known.by.kind === 'visitor') asked.push(textOf(known.data.parts))
    if (known?.type === 'message-sent' && known.by.kind === 'assistant') {
      // one answer for a message, and never half of one
      const upTo = asked.indexOf(textOf(known.data.parts).replace(/^This answers /, '')) + 1
      expect(upTo).toBeGreaterThan(answered)
      answered = upTo
      settled = Math.max(settled, upTo)
    }
    if (known?.type === 'notice' && known.data.key === 'answer-failed') settled = asked.length
  }
  expect(asked).toEqual(texts)
  expect(settled).toBe(asked.length)
  const starts = events.filter(({ type }) => type === 'turn-started').length
  expect(events.filter(({ type }) => ['turn-done', 'turn-aborted', 'turn-failed'].includes(type))).toHaveLength(starts)
}

const seeds: Readonly<Record<FailPoint, number>> = { 'before-append': 3, 'after-append': 5, 'before-fan-out': 7, 'mid-stream': 11 }

test.each(Object.keys(seeds) as FailPoint[])(
  `a hub that is killed again and again ${'%s'} loses, doubles and swaps nothing, and leaves no message without an end`,
  async (point) => {
    const spy = vi.spyOn(Math, 'random').mockReturnValue(0.1)
    onTestFinished(() => spy.mockRestore())
    const path = tempFile()
    let hub = await startHub(path, 0, 'never', 1)
    const { port } = hub
    const endpoint = `http://127.0.0.1:${port}/handback`
    const visitors = [visitor('Anna', endpoint), visitor('Bela', endpoint)]
    await Promise.all(visitors.map((each) => each.write()))
    await until(() => visitors.every(({ sent }) => sent.size === 1))
    await hub.stop()

    for (let kill = 0; kill < KILLS; kill += 1) {
      hub = await startHub(path, port, point, 1 + ((kill * (seeds[point] ?? 1)) % 6))
      // one after the other, as people write; two at once, so that their appends share a transaction
      await Promise.all(
        visitors.map(async (each) => {
          while (!hub.dead) {
            const text = await each.write()
            await until(() => hub.dead || each.sent.has(text))
          }
        }),
      )
      expect(hub.signal).toBe('SIGKILL')
      if (kill % 3 === 2) await visitors[kill % 2]?.reload()
    }

    hub = await startHub(path, port, 'never', 1)
    await until(() => visitors.every(({ sent, texts }) => sent.size === texts.length), 15_000)
    await until(() => visitors.every(({ chat }) => !chat.$state.get().answering && chat.$connection.get() === 'live'), 15_000)
    await Promise.all(visitors.map((each) => each.write()))
    await until(
      () =>
        visitors.every(({ chat, texts }) =>
          chat.$messages.get().some((row) => row.type === 'message' && textOf(row.parts) === `This answers ${texts.at(-1)}`),
        ),
      15_000,
    )
    expect(hub.errors).toBe('')
    await hub.stop()

    const store = sqliteStore({ path })
    onTestFinished(() => store.close())
    for (const { chat, texts, sent } of visitors) {
      const id = chat.$state.get().conversation ?? ''
      const events = await store.read(id, { after: { log: 1, seq: 0 }, limit: 10_000 })
      judge(events, texts)
      const log = events.flatMap((event) => {
        const known = narrowPublic(event)
        return known?.type === 'message-sent' ? [textOf(known.data.parts)] : []
      })
      expect([...sent].filter((text) => !log.includes(text))).toEqual([])
      // what the page shows is what the file holds
      const shown = chat.$messages.get().flatMap((row) => (row.type === 'message' ? [textOf(row.parts)] : []))
      expect(shown).toEqual(log.slice(-shown.length))
      expect((await store.load(id))?.owed).toBeUndefined()
    }
  },
  60_000,
)
