import type { Transport } from '../../contracts/index.ts'
import { reach } from '../../internal/transport-errors.ts'
import type { HttpOptions } from './options.ts'

/** The ways by HTTP, best first. */
export const ways = { sse: 'push', 'long-poll': 'poll', 'short-poll': 'poll' } as const

/** One of them; `talk` has all that it needs to talk. */
export const way = (name: keyof typeof ways, options: HttpOptions, talk: () => Promise<typeof import('./connect.ts')>): Transport => ({
  name,
  mode: ways[name],
  supports: { signals: true },
  async connect(connect) {
    const { open, reads } = await reach(connect.signal, talk)
    return open(options, connect, reads[name])
  },
  async request(asked) {
    const { askHub } = await reach(asked.signal ?? new AbortController().signal, talk)
    return askHub(options, asked)
  },
})
