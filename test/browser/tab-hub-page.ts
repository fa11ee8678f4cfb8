import { createChat } from '../../src/client/index.ts'
import { createDesk, type Desk, type DeskThread } from '../../src/desk/index.ts'
import { serveTabs } from '../../src/hub/adapters/tabs.ts'
import { createTokens } from '../../src/hub/index.ts'
import { isHandbackError, textOf } from '../../src/protocol/index.ts'
import { scripted } from '../../src/providers/scripted.ts'
import { indexedDbStore } from '../../src/stores/indexeddb.ts'
import { eventStoreSuite } from '../../src/testing/event-store-suite.ts'
import { refoldOf, storeBatch } from '../../src/testing/store-fixtures.ts'
import { broadcastChannel, tabSession } from '../../src/transports/broadcast-channel.ts'

/** A page that may serve the hub of its profile, and be a visitor's or an agent's, as the test says. */

const store = indexedDbStore()
const errors: string[] = []
const error = (fields: object): void => void errors.push(String((fields as { error?: unknown }).error))
const log = { info: () => undefined, warn: () => undefined, error }
/** Says the number of the answer, so that one that is made twice shows. */
let answers = 0

const storage = { get: () => localStorage.getItem('session'), set: (value: string) => localStorage.setItem('session', value) }
// one connection per chat: what tabs share among themselves is tested elsewhere
const chat = createChat({ transport: broadcastChannel(), credentials: tabSession({ storage }), tabs: null })
/** Bubbles that were there twice, at any moment. */
const doubled: string[] = []
const bubbles = (): string[] =>
  [...chat.$messages.get()].flatMap((row) => (row.type === 'message' ? [`${row.delivery ?? row.author.kind} ${textOf(row.parts)}`] : []))
chat.$messages.listen(() => {
  const shown = bubbles().map((bubble) => bubble.slice(bubble.indexOf(' ')))
  doubled.push(...shown.filter((text, index) => shown.indexOf(text) !== index))
})

let served: ReturnType<typeof serveTabs> | undefined
let desk: Desk | undefined
let thread: DeskThread | undefined

const tab = {
  chat,
  errors,
  doubled,
  bubbles,
  serve() {
    served = serveTabs({ store, provider: scripted(() => [`Answer ${(answers += 1)}`]), log })
  },
  serves: () => served?.hub !== undefined,
  stop: () => served?.stop(),
  async signIn() {
    const me = { id: 'agent-sarah', kind: 'agent', name: 'Sarah' } as const
    const { issue } = createTokens(await store.secret())
    const credentials = async (): Promise<string> => (await issue({ sub: me.id, role: 'agent', name: me.name })).token
    desk = createDesk({ transport: broadcastChannel(), credentials, me })
  },
  queued: () => desk?.$queue.get().length ?? 0,
  state: () => desk?.$connection.get(),
  async claim() {
    thread = desk?.open(desk.$queue.get()[0]?.conversation ?? '')
    return thread?.claim()
  },
  say: async (text: string) => thread?.sendMessage(text),
  said: (): string[] =>
    [...(thread?.$rows.get() ?? [])].flatMap((row) => (row.type === 'message' ? [`${row.author.kind} ${textOf(row.parts)}`] : [])),

  /** Every law of a store, with what came of it. */
  async runKit(): Promise<readonly (readonly [name: string, outcome: string])[]> {
    const checks: { readonly name: string; readonly run: () => Promise<void> }[] = []
    let count = 0
    const fresh = () => indexedDbStore({ name: `kit-${count}` })
    eventStoreSuite((name, run) => checks.push({ name, run }), {
      supports: { durable: true, shared: true, freshIndex: true },
      create() {
        count += 1
        return fresh()
      },
      async reopen(kept) {
        await kept.close()
        return fresh()
      },
    })
    const outcomes: (readonly [string, string])[] = []
    for (const { name, run } of checks) {
      const outcome = await run().then(() => 'passed', (error: unknown) => String(error))
      outcomes.push([name, outcome])
    }
    return outcomes
  },

  /** Appends until the browser gives no more room. Tells how that ended and what is there then. */
  async fill() {
    const full = indexedDbStore({ name: 'full' })
    const data = { text: Array.from({ length: 40_000 }, () => Math.random().toString(36)).join('') }
    let seq = 0
    let code = ''
    while (code === '' && seq < 2_000) {
      try {
        await full.append('conversation-1', storeBatch('conversation-1', { expect: seq === 0 ? null : { log: 1, seq }, count: 2, data }))
        seq += 2
      } catch (error) {
        code = isHandbackError(error) ? `${error.code} ${error.retryable}` : String(error)
      }
    }
    const events = await full.read('conversation-1', { after: { log: 1, seq: 0 }, limit: 9_999 })
    return { code, seq, header: (await full.load('conversation-1'))?.seq, events: events.length }
  },
  async appendMore(seq: number) {
    const again = indexedDbStore({ name: 'full' })
    await again.append('conversation-1', storeBatch('conversation-1', { expect: { log: 1, seq } }))
    await again.erase('conversation-1', 'all', refoldOf('conversation-1'))
    await again.close()
  },
}
export type TabHubUnderTest = typeof tab
Object.assign(globalThis, { tab })
