import * as z from 'zod/mini'
import { createChat, memoryStorage } from '../../src/client/index.ts'
import type { AIProvider, EventStore } from '../../src/contracts/index.ts'
import type { Policy } from '../../src/conversation/index.ts'
import { createHub, createTokens, tool } from '../../src/hub/index.ts'
import { type Header, type Id, type Part, type StoredEvent, isHandbackError, textOf } from '../../src/protocol/index.ts'
import { memoryStore } from '../../src/stores/memory.ts'
import { inProcess } from '../../src/transports/in-process.ts'
import { rest, until } from '../connections/timing.ts'

const tokens = createTokens(new Uint8Array(32).fill(7))

/** How long a service may be silent here, and a turn may take, in ms: far more than a busy machine makes of any wait. */
const SILENCES = { firstToken: 1_500, idle: 1_200 }
const TURN = 4_500
/** Longer than anything that a hub waits for: what is not settled by then never will be. */
const DEADLINE = 36_000

/** Some words that the visitor sees of an answer that is being written. */
export interface Sight {
  readonly at: number
  readonly text: string
  /** Whether the visitor's page knew by then that a person holds the floor. */
  readonly human: boolean
}

/** A hub with its bot, and a visitor's page, all in this process; only the services are reached over the network. */
export interface Stage {
  readonly hub: ReturnType<typeof createHub>
  readonly conversation: Id
  /** All that was shown of answers that were being written, oldest first. */
  readonly sights: readonly Sight[]
  /** How often the tool has run. */
  readonly runs: () => number
  /** What the visitor's page shows now. */
  readonly page: () => { readonly answering: boolean; readonly human: boolean; readonly said: readonly string[]; readonly notices: readonly string[] }
  events(): Promise<readonly StoredEvent[]>
  header(): Promise<Header | undefined>
  /** Resolves once nothing is owed any more and the page shows it; `undefined` when that does not happen in time. */
  settled(): Promise<Header | undefined>
  /** What the hub itself says went wrong within it. */
  readonly errors: readonly string[]
  close(): Promise<void>
}

export const said = (events: readonly StoredEvent[]): { readonly seq: number; readonly text: string; readonly cut: boolean }[] =>
  events.flatMap(({ type, by, seq, data }) => {
    const { parts = [], cut } = data as { readonly parts?: readonly Part[]; readonly cut?: true }
    return type === 'message-sent' && by.kind === 'assistant' ? [{ seq, text: textOf(parts), cut: cut === true }] : []
  })

/** Notices that a visitor can see. */
export const noticesOf = (events: readonly StoredEvent[]): string[] =>
  events.flatMap(({ type, audience, data }) => (type === 'notice' && audience === 'everyone' ? [(data as { readonly key: string }).key] : []))

export const identify = async (identity: Parameters<typeof tokens.issue>[0]): Promise<string> => (await tokens.issue(identity)).token

export interface StageOptions {
  readonly provider: AIProvider | readonly AIProvider[]
  readonly policy?: Partial<Policy>
  /** Milliseconds that each append takes, as on a disk elsewhere: only then can two of them meet. Default 0. */
  readonly append?: number
}

/** The same store, only slower. */
const slowly = (store: EventStore, ms: number): EventStore => ({
  ...store,
  async append(...args) {
    await rest(ms)
    await store.append(...args)
  },
})

/** A visitor has asked something. */
export async function createStage({ provider, policy = {}, append = 0 }: StageOptions): Promise<Stage> {
  const memory = memoryStore()
  const store = append > 0 ? slowly(memory, append) : memory
  const errors: string[] = []
  let runs = 0
  const look = tool({
    name: 'look_up',
    description: 'Looks something up.',
    input: z.object({ n: z.number() }),
    run: ({ n }) => {
      runs += 1
      return { found: n }
    },
  })
  const hub = createHub({
    store,
    provider,
    tokens,
    tools: [look],
    silences: SILENCES,
    policy: { turnRetry: 20, turnTime: TURN, ...policy },
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (fields, message) => {
        const { error } = fields as { readonly error?: unknown }
        errors.push(`${message}: ${isHandbackError(error) ? error.code : String(error)}`)
      },
    },
  })
  const chat = createChat({
    transport: inProcess(hub),
    credentials: () => identify({ sub: 'visitor-maria', role: 'visitor', name: 'Maria' }),
    storage: memoryStorage(),
    tabs: null,
  })
  const sights: Sight[] = []
  chat.$streaming.listen((row) => {
    const text = row ? textOf(row.parts) : ''
    if (text !== '') sights.push({ at: performance.now(), text, human: chat.$state.get().phase === 'human' })
  })
  await chat.sendMessage('When does my parcel come?')
  const conversation = (await until(() => chat.$state.get().conversation, DEADLINE)) ?? ''
  const header = (): Promise<Header | undefined> => store.load(conversation)
  // nobody can follow what the hub does not know yet
  await until(header, DEADLINE)
  const events = (): Promise<readonly StoredEvent[]> => store.read(conversation, { after: { log: 1, seq: 0 }, limit: 10_000 })
  const page: Stage['page'] = () => {
    const rows = [...chat.$messages.get()]
    const { answering, phase } = chat.$state.get()
    return {
      answering: answering || chat.$streaming.get() !== null,
      human: phase === 'human',
      said: rows.flatMap((row) => (row.type === 'message' && row.author.kind === 'assistant' ? [textOf(row.parts)] : [])),
      notices: rows.flatMap((row) => (row.type === 'notice' ? [row.key] : [])),
    }
  }
  return {
    hub,
    conversation,
    sights,
    runs: () => runs,
    page,
    events,
    header,
    async settled() {
      const now = await until(async () => {
        const now = await header()
        return now?.owed === undefined && !now?.turn ? now : undefined
      }, DEADLINE)
      if (!now) return undefined
      const log = await events()
      const wanted = [...said(log).map(({ text }) => text), ...noticesOf(log)].join('|')
      const shows = await until(() => {
        const { answering, said, notices } = page()
        return chat.$state.get().phase === now.phase && !answering && wanted === [...said, ...notices].join('|')
      }, 2_000)
      return shows ? now : undefined
    },
    errors,
    async close() {
      chat.destroy()
      await hub.close()
      await store.close()
    },
  }
}
