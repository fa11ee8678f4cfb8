import type { EventStore } from '../../contracts/index.ts'
import { type LinesEnvironment, browserLines } from '../../internal/tab-lines.ts'
import { HandbackError } from '../../protocol/index.ts'
import { checkHubOptions } from '../check-options.ts'
import { type Hub, createHub } from '../hub.ts'
import { defaultLog } from '../log.ts'
import type { HubOptions } from '../options.ts'
import { createTokens } from '../tokens.ts'
import { serveLinks } from './tabs/serve-links.ts'
import { standInLine } from './tabs/stand-in-line.ts'

export type { LineChannel, LineLocks, LinesEnvironment } from '../../internal/tab-lines.ts'

/** A store of the browser profile, with a key for tokens in it: `indexedDbStore` fits. */
export interface TabStore extends EventStore {
  /** At least 32 random bytes, made once and always the same for this store. */
  secret(): Promise<Uint8Array>
}

/** The part of a window that is used. */
export interface PageEvents {
  addEventListener(type: 'pagehide' | 'pageshow', listener: () => void): void
  removeEventListener(type: 'pagehide' | 'pageshow', listener: () => void): void
}

export interface ServeTabsOptions extends Omit<HubOptions, 'store' | 'tokens' | 'path' | 'origins' | 'buffer'> {
  readonly store: TabStore
  /** The name that `broadcastChannel` asks for; one hub per name and store. Default `handback`. */
  readonly name?: string
  /** Default: the browser's Web Locks, channels and timers. */
  readonly environment?: LinesEnvironment
  /** Default: the page's window. */
  readonly page?: PageEvents
}

/** What a tab that may serve has to do with the hub of its profile. */
export interface TabHub {
  /** The hub while this tab serves. */
  readonly hub: Hub | undefined
  /** Says goodbye to everybody, and lets another tab serve. The store stays open. Idempotent. */
  stop(): Promise<void>
}

/**
 * Runs a hub in one tab of a browser profile for all its tabs: every tab that may serve calls it, one gets the Web Lock and
 * serves, and the next one takes over as soon as that is closed or crashes, or has been stopped for some seconds. Clients
 * reach it by `broadcastChannel()` and get visitors' tokens by `tabSession()`. What was running in the tab before goes on:
 * the store has it all.
 *
 * Whoever owns the browser profile owns all data and the key for tokens, so that every person at it can be anybody: this is for
 * demos, tests and kiosks. A tab that serves while it is hidden has slow timers: deadlines may pass up to a minute late.
 *
 * Throws a `TypeError` for options that `createHub` would refuse, `provider/misuse` for a provider that holds a key, and `request/invalid` where there are no Web Locks (they need
 * https, or localhost). What fails later goes to `log`, and is tried again.
 *
 * @example
 * const store = indexedDbStore()
 * serveTabs({ store, provider: knowledgeProvider({ articles }) })
 * const sarah = await createTokens(await store.secret()).issue({ sub: 'agent-sarah', role: 'agent', name: 'Sarah' })
 */
export function serveTabs({ store, name = 'handback', environment: given, page: window, ...options }: ServeTabsOptions): TabHub {
  checkHubOptions({ ...options, store }, 'serveTabs', ['tokens', 'path', 'origins', 'buffer'])
  const keyed = [options.provider].flat().find((provider) => provider.keyed)
  if (keyed) {
    const advice = 'holds a key, and everybody who opens the page could read it. Run it in a hub on a server.'
    throw new HandbackError('provider/misuse', `The provider "${keyed.name}" ${advice}`)
  }
  const environment = given ?? browserLines() ?? standsAlone()
  const page: Partial<PageEvents> = window ?? (globalThis as Partial<PageEvents>)
  const log = options.log ?? defaultLog()
  const onError = (error: unknown): void => log.error({ error }, 'The hub of this tab failed')
  // The lock makes this hub the only one of the store: it may take up at once what the tab before has left.
  const own: EventStore = { ...store, supports: { ...store.supports, shared: false } }
  let hub: Hub | undefined

  async function serve(life: AbortSignal): Promise<void> {
    const tokens = createTokens(await store.secret(), options.now ? { now: options.now } : {})
    if (life.aborted) return
    const serving = (hub = createHub({ ...options, log, store: own, tokens }))
    const stopLines = serveLinks(serving, { name, environment, session: tokens.session, admit: serving.ports.admit, onError })
    await new Promise<void>((resolve) => {
      // at once: a page that is left runs nothing after this
      life.addEventListener('abort', () => {
        hub = undefined
        serving.close().catch(onError).finally(resolve)
        stopLines()
      })
    })
  }

  const stand = (life: AbortSignal): Promise<void> => standInLine({ name, environment, serve, onError }, life)
  let life = new AbortController()
  let standing = stand(life.signal)
  const leave = (): void => life.abort()
  const comeBack = (): void => {
    if (!life.signal.aborted) return
    life = new AbortController()
    standing = stand(life.signal)
  }
  page.addEventListener?.('pagehide', leave)
  // a page that comes back from the browser's cache goes on where it was left
  page.addEventListener?.('pageshow', comeBack)

  return {
    get hub() {
      return hub
    },
    async stop() {
      page.removeEventListener?.('pagehide', leave)
      page.removeEventListener?.('pageshow', comeBack)
      leave()
      await standing
    },
  }
}

function standsAlone(): never {
  throw new HandbackError('request/invalid', 'A hub in a page needs Web Locks and BroadcastChannel: serve the page by https, or from localhost.')
}
