import { deepStrictEqual as same } from 'node:assert/strict'
import type { Chat, ChatStorage, ConnectionState } from '../../src/client/index.ts'
import { createChat, memoryStorage } from '../../src/client/index.ts'
import type { EventStore } from '../../src/contracts/index.ts'
import type { MessageRow } from '../../src/conversation/rows.ts'
import type { Desk, DeskThread } from '../../src/desk/index.ts'
import { createDesk } from '../../src/desk/index.ts'
import type { Id } from '../../src/protocol/index.ts'
import { textOf } from '../../src/protocol/index.ts'
import { http } from '../../src/transports/http.ts'
import { agentToken, visitorToken } from './tokens.ts'
import { until } from './waiting.ts'

/** What both sides show in the end, each message as `<who>: <text>`, and what they have written. */
export interface Outcome {
  readonly conversation: Id
  readonly visitor: readonly string[]
  readonly agent: readonly string[]
  readonly written: { readonly visitor: readonly string[]; readonly agent: readonly string[] }
  /** What was shown twice at any moment. */
  readonly doubled: readonly string[]
}

/** A visitor and an agent who talk through whatever lies between them and the hub. */
export interface Scene {
  readonly chat: Chat
  readonly desk: Desk
  readonly thread: DeskThread
  readonly conversation: Id
  /** Each state of the visitor's connection with the ms since its first attempt began. */
  readonly states: readonly { readonly state: ConnectionState; readonly at: number }[]
  /** Codes of what went wrong for the visitor. */
  readonly errors: readonly string[]
  /** The visitor's. */
  token(): Promise<string>
  /** Resolves when it is in the visitor's outbox. */
  visitorSays(text: string): Promise<void>
  /** Resolves when the hub has it; rejects what the hub refuses. */
  agentSays(text: string): Promise<void>
  /** What the visitor's page shows. */
  shown(): readonly string[]
  /** Waits until both threads hold as much as was written (but for `except`), and nothing waits to be sent. */
  settled(except?: readonly string[]): Promise<Outcome>
  stop(): void
}

export interface SceneOptions {
  /** The visitor's way to the hub. */
  readonly endpoint: string
  /** The agent's. Default: the visitor's. */
  readonly agentEndpoint?: string
  /** What the visitor's page keeps. Default: what ends with it. */
  readonly storage?: ChatStorage
}

const line = (row: MessageRow): string => `${row.author.kind}: ${textOf(row.parts)}`
const messages = (rows: Iterable<{ readonly type: string }>): MessageRow[] => [...rows].filter((row): row is MessageRow => row.type === 'message')
const twice = (list: readonly string[]): string[] => list.filter((text, index) => list.indexOf(text) !== index)

let visitors = 0

/** Begins when the visitor has been greeted by the bot, and the agent has taken over. */
export async function openScene({ endpoint, agentEndpoint = endpoint, storage = memoryStorage() }: SceneOptions): Promise<Scene> {
  const sub = `visitor-${process.pid}-${(visitors += 1)}`
  const states: { state: ConnectionState; at: number }[] = []
  const errors: string[] = []
  const doubled: string[] = []
  const written = { visitor: ['Hello'], agent: [] as string[] }
  const me = { id: `agent-${sub}`, kind: 'agent', name: 'Sarah' } as const

  const began = performance.now()
  const chat = createChat({ transport: http({ endpoint }), credentials: () => visitorToken(sub), storage })
  const desk = createDesk({ transport: http({ endpoint: agentEndpoint }), credentials: () => agentToken(me.id, me.name), me })
  const stop = (): void => {
    chat.destroy()
    desk.destroy()
  }
  chat.$connection.listen((state) => void states.push({ state, at: performance.now() - began }))
  chat.on('error', ({ code }) => void errors.push(code))
  const shown = (): string[] => messages(chat.$messages.get()).map(line)
  chat.$messages.listen(() => void doubled.push(...twice(shown())))

  async function takeOver(): Promise<DeskThread> {
    await chat.sendMessage('Hello')
    await until(() => shown().includes('assistant: Welcome'))
    const { conversation } = chat.$state.get()
    await until(() => desk.$others.get().some((entry) => entry.conversation === conversation))
    const thread = desk.open(conversation ?? '')
    thread.$rows.listen(() => void doubled.push(...twice(messages(thread.$rows.get()).map(line))))
    await until(() => thread.$header.get() !== null)
    const claimed = await thread.claim()
    if (!claimed.ok) throw new Error(`The agent cannot take over: ${claimed.refusal.code}`)
    await until(() => chat.$state.get().phase === 'human')
    return thread
  }
  const thread = await takeOver().catch((error: unknown) => {
    stop()
    const seen = JSON.stringify({ states, errors, desk: desk.$connection.get(), shown: shown() })
    throw new Error(`The scene could not begin: ${seen}`, { cause: error })
  })

  return {
    chat,
    desk,
    thread,
    conversation: thread.conversation,
    states,
    errors,
    token: () => visitorToken(sub),
    async visitorSays(text) {
      written.visitor.push(text)
      await chat.sendMessage(text)
    },
    async agentSays(text) {
      written.agent.push(text)
      const result = await thread.sendMessage(text)
      if (!result.ok) throw new Error(`The agent's "${text}" was refused: ${result.refusal.code}`)
    },
    shown,
    async settled(except = []) {
      const wanted = written.visitor.length + written.agent.length + 1 - except.length
      const both = (): MessageRow[][] =>
        [chat.$messages.get(), thread.$rows.get()].map((rows) => messages(rows).filter(({ parts }) => !except.includes(textOf(parts))))
      const whole = (): boolean => both().every((rows) => rows.length >= wanted && rows.every(({ delivery }) => delivery !== 'sending'))
      await until(whole).catch((error: unknown) => {
        const counts = both().map((rows) => `${rows.length}, ${rows.filter(({ delivery }) => delivery === 'sending').length} sending`)
        const states = `${chat.$connection.get()}, ${desk.$connection.get()}`
        throw new Error(`Of ${wanted} messages the visitor has ${counts[0]}, the agent ${counts[1]}; ${states}`, { cause: error })
      })
      const [visitor = [], agent = []] = both().map((rows) => rows.map(line))
      const left = written.visitor.filter((text) => !except.includes(text))
      return { conversation: thread.conversation, visitor, agent, written: { visitor: left, agent: written.agent }, doubled }
    },
    stop,
  }
}

/** Fails unless the store has everything that was written once and in each writer's order, and both sides show what the store has. */
export async function mustAgree(outcome: Outcome, store: Pick<EventStore, 'read'>): Promise<void> {
  const events = await store.read(outcome.conversation, { after: { log: 1, seq: 0 }, limit: 10_000 })
  const log = events.flatMap(({ type, by, data }) => (type === 'message-sent' ? [`${by.kind}: ${textOf((data as MessageRow).parts)}`] : []))
  const by = (kind: string): string[] => log.filter((text) => text.startsWith(`${kind}: `)).map((text) => text.slice(kind.length + 2))
  same(by('visitor'), outcome.written.visitor, 'the store has what the visitor wrote')
  same(by('agent'), outcome.written.agent, 'the store has what the agent wrote')
  same(outcome.visitor, log, 'the visitor sees what the store has')
  same(outcome.agent, log, 'the agent sees what the store has')
  same(outcome.doubled, [], 'nothing was there twice at any moment')
}
