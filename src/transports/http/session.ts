import type { Credentials, MaybePromise } from '../../contracts/index.ts'
import { hubAddress } from '../../internal/hub-address.ts'
import { misunderstood } from '../../internal/transport-errors.ts'
import { refusalOf } from './refusal.ts'
import { type Answer, type FetchLike, exchange } from './request.ts'

/** Where a visitor's session is kept: one string. What throws counts as empty, and the session then lives in memory only. */
export interface SessionStorage {
  get(): MaybePromise<string | null | undefined>
  set(value: string): MaybePromise<void>
}

export interface SessionOptions {
  /** Where the hub answers, as for `http`. */
  readonly endpoint: string
  /** Default: `globalThis.fetch`, read at each call. */
  readonly fetch?: FetchLike
  /** Default: the page's `localStorage`, key `handback:visitor`; where there is none, memory, so that a reload begins as another visitor. */
  readonly storage?: SessionStorage
}

interface Session {
  readonly token: string
  readonly refresh: string
  /** When the token ends, ms since 1970. */
  readonly expires: number
}

/** One entry of the page's `localStorage`; throws where there is none. */
export const sessionKept = (key: string): SessionStorage => ({
  get: () => localStorage.getItem(key),
  set: (value) => localStorage.setItem(key, value),
})

/** A token that ends within this time is not worth a connection. */
const LEFT = 30_000
const TIMEOUT = 10_000

/**
 * Credentials of an anonymous visitor: a short-lived token from the hub, renewed by a secret that only this browser profile
 * has. Nothing is requested or stored before the first call. `first` gives the kept token while it lives 30 s more;
 * `expired` and `refused` renew it. A secret that the hub refuses begins a new anonymous visitor. Calls at one time share
 * one request. Rejects like `http`'s `connect`.
 *
 * @example const credentials = visitorSession({ endpoint: '/handback' })
 */
export function visitorSession(options: SessionOptions): Credentials {
  const { endpoint, fetch, storage = sessionKept('handback:visitor') } = options
  let memory: Session | undefined
  let given: string | undefined
  let pending: Promise<string> | undefined

  async function load(): Promise<Session | undefined> {
    try {
      // Read each time: another tab may have renewed it, and the owner may have forgotten it.
      return parse((await storage.get()) ?? '') ?? memory
    } catch {
      return memory
    }
  }

  async function save(session: Session): Promise<void> {
    memory = session
    try {
      await storage.set(JSON.stringify(session))
      memory = undefined
    } catch {
      // Storage that is full or forbidden costs the session at the next page load, not the chat.
    }
  }

  const address = hubAddress(endpoint, '/session')
  const ask = (refresh?: string): Promise<Answer> => exchange(address, { fetch, body: JSON.stringify({ refresh }), timeout: TIMEOUT })

  async function renew(kept: Session | undefined): Promise<Session> {
    let answer = await ask(kept?.refresh)
    if (kept && refused(answer)) {
      // Another tab may have spent the secret and kept the next one.
      const other = (await load())?.refresh
      const next = other === kept.refresh ? undefined : other
      answer = await ask(next)
      if (next && refused(answer)) answer = await ask()
    }
    if (answer.status !== 200) throw refusalOf(answer, address)
    const session = parse(answer.text)
    if (!session) throw misunderstood(address)
    return session
  }

  async function token(fresh: boolean): Promise<string> {
    const kept = await load()
    if (kept && kept.expires - Date.now() >= LEFT && (fresh || kept.token !== given)) return (given = kept.token)
    const session = await renew(kept)
    await save(session)
    return (given = session.token)
  }

  return (why) => (pending ??= token(why === 'first').finally(() => (pending = undefined)))
}

const refused = ({ status }: Answer): boolean => status === 401 || status === 404

function parse(json: string): Session | undefined {
  try {
    const { token, refresh, expires } = JSON.parse(json) as Record<string, unknown>
    return typeof token === 'string' && typeof refresh === 'string' && typeof expires === 'number' ? { token, refresh, expires } : undefined
  } catch {
    return undefined
  }
}
