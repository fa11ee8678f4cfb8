import { createChat, deliveryOf, memoryStorage } from '../../src/client/index.ts'
import { createDesk } from '../../src/desk/index.ts'
import { createTokens } from '../../src/hub/index.ts'
import { textOf } from '../../src/protocol/index.ts'
import type { Id, Part } from '../../src/protocol/index.ts'
import { http } from '../../src/transports/http.ts'
import type { Message, Written } from './comparison.ts'
import { KEY, endpoint } from './settings.ts'

const tokens = createTokens(KEY)

type Row = { readonly type: string; readonly author?: { readonly kind: string }; readonly parts?: readonly Part[]; readonly delivery?: string }

/** The messages of a thread that everybody may see. */
const messagesOf = (rows: Iterable<Row>): Message[] =>
  [...rows].flatMap((row) => (row.type === 'message' ? [{ by: row.author?.kind ?? '', text: textOf(row.parts ?? []) }] : []))

/** What somebody has written, and what has become of it. */
export interface Writer {
  readonly written: Written[]
  write(text: string): void
  /** What stands in their thread now: once for each of their tabs. */
  views(): Message[][]
}

export interface Visitor extends Writer {
  readonly conversation: () => Id | null
  readonly state: () => string
  begin(): Promise<void>
  /** How often a connection that stood was lost. */
  readonly drops: () => number
  /** Milliseconds from the first request until the thread was live. */
  readonly reached: () => number
  stop(): void
}

export interface VisitorOptions {
  readonly name: string
  readonly port: number
  /** Default: as it is in Node. */
  readonly more?: Partial<Parameters<typeof createChat>[0]>
  /** Something of it has changed. */
  readonly onChange?: () => void
}

/** A visitor's page, with what only its own thread can do. */
export interface VisitorPage extends Visitor {
  messages(): Message[]
  /** Texts of the visitor that the hub has, whichever tab wrote them. */
  confirmed(): string[]
  askHuman(): Promise<void>
  resume(): Promise<void>
}

/** A page of a visitor, headless. */
export function createVisitor({ name, port, more = {}, onChange = () => {} }: VisitorOptions): VisitorPage {
  const sub = `visitor-${name}`
  const chat = createChat({
    transport: http({ endpoint: endpoint(port) }),
    credentials: async () => (await tokens.issue({ sub, role: 'visitor', name })).token,
    storage: memoryStorage(),
    tabs: null,
    ...more,
  })
  const written: Written[] = []
  const unsettled = new Map<string, Written>()
  const note = (): void => {
    const receipts = chat.$receipts.get()
    for (const row of chat.$messages.get()) {
      if (row.type !== 'message' || row.author.kind !== 'visitor') continue
      const mine = unsettled.get(textOf(row.parts))
      const state = deliveryOf(row, receipts)
      if (mine && state === 'failed') mine.refused = true
      else if (mine && state !== 'sending') {
        mine.acked = performance.now()
        unsettled.delete(mine.text)
      }
    }
    onChange()
  }
  const stands = (state: string | undefined): boolean => state === 'live' || state === 'polling'
  let drops = 0
  let began = 0
  let reached = 0
  chat.$connection.listen((state, before) => {
    if (stands(before) && !stands(state)) drops += 1
    if (state === 'connecting') began ||= performance.now()
    if (stands(state)) reached ||= performance.now() - began
  })
  chat.$messages.listen(note)
  chat.$connection.listen(onChange)
  chat.$state.listen(onChange)
  const messages = (): Message[] => messagesOf(chat.$messages.get())
  function write(text: string): void {
    const mine: Written = { by: 'visitor', who: name, text, at: performance.now() }
    written.push(mine)
    unsettled.set(text, mine)
    // it rejects only when it cannot be kept, which memory always can
    void chat.sendMessage(text)
  }
  return {
    written,
    write,
    conversation: () => chat.$state.get().conversation,
    drops: () => drops,
    reached: () => reached,
    state: () => (chat.$state.get().phase === 'human' ? chat.$connection.get() : 'waiting'),
    async begin() {
      write(`${name} begins`)
      await chat.requestHuman()
    },
    messages,
    views: () => [messages()],
    confirmed: () =>
      [...chat.$messages.get()].flatMap((row) => (row.type === 'message' && row.delivery === 'sent' && row.author.kind === 'visitor' ? [textOf(row.parts)] : [])),
    askHuman: () => chat.requestHuman(),
    resume: () => chat.resume(),
    stop: () => chat.destroy(),
  }
}

export interface Agent {
  readonly state: () => string
  /** Opens and takes a conversation; what is written through it goes to its visitor. */
  take(conversation: Id): Promise<Writer>
  stop(): void
}

/** An agent at a desk, headless. */
export function createAgent(port: number): Agent {
  const identity = { sub: 'agent-sarah', role: 'agent', name: 'Sarah' } as const
  const desk = createDesk({
    transport: http({ endpoint: endpoint(port) }),
    credentials: async () => (await tokens.issue(identity)).token,
    me: { id: identity.sub, kind: 'agent', name: identity.name },
  })
  return {
    state: () => desk.$connection.get(),
    async take(conversation) {
      const thread = desk.open(conversation)
      const claimed = await thread.claim()
      if (!claimed.ok) throw new Error(`The agent could not take it: ${claimed.refusal.code}`)
      const written: Written[] = []
      return {
        written,
        write(text) {
          const mine: Written = { by: 'agent', who: `agent with ${conversation}`, text, at: performance.now() }
          written.push(mine)
          const settle = async (): Promise<void> => {
            const result = await thread.sendMessage(text)
            if (result.ok) mine.acked = performance.now()
            else mine.refused = true
          }
          void settle()
        },
        views: () => [messagesOf(thread.$rows.get())],
      }
    },
    stop: () => desk.destroy(),
  }
}
