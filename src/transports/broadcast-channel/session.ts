import type { Credentials } from '../../contracts/index.ts'
import type { FetchLike } from '../http/request.ts'
import { type SessionStorage, sessionKept, visitorSession } from '../http/session.ts'
import type { TabsOptions } from '../broadcast-channel.ts'
import { asked } from './asked.ts'

export interface TabSessionOptions extends TabsOptions {
  /** Default: the page's `localStorage`, key `handback:visitor:<name>`; where there is none, memory, so that a reload begins as another visitor. */
  readonly storage?: SessionStorage
}

/**
 * Credentials of an anonymous visitor from the hub of another tab: `visitorSession` without a server, with the same laws.
 *
 * @example createChat({ transport: broadcastChannel(), credentials: tabSession() })
 */
export function tabSession({ storage, ...options }: TabSessionOptions = {}): Credentials {
  return visitorSession({ endpoint: '', fetch: ask(options), storage: storage ?? sessionKept(`handback:visitor:${options.name ?? 'handback'}`) })
}

/** One question to the hub as a request: its answer is one text, or the end of the line. */
const ask = (options: TabsOptions): FetchLike => (_url, { body = '{}', signal }) =>
  asked(options, signal, (resolve, reject) => ({
    first: `{"session":${body as string}}`,
    onText: (text) => resolve(new Response(text)),
    onEnd: (error) => (error.code === 'transport/unauthorized' ? resolve(new Response('', { status: 401 })) : reject(error)),
  }))
