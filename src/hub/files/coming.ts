import type { Id } from '../../protocol/index.ts'

/** What ends a file on its way before it is whole; its reason is what its sender is told. */
export interface Arrival {
  readonly signal: AbortSignal
  /** Its time is not counted any more, and nobody can end it. Idempotent. */
  end(): void
}

/** The files that are being brought, so that those of a conversation can be ended with it. */
export interface Coming {
  begin(conversation: Id): Arrival
  /** Whether any is on its way there. */
  has(conversation: Id): boolean
  stop(conversation: Id, reason: Error): void
}

/** @param time ms that each may take, and `late`: what its sender is told then */
export function createComing(time: number, late: () => Error): Coming {
  const all = new Map<Id, Set<AbortController>>()
  return {
    begin(conversation) {
      const stop = new AbortController()
      const those = all.get(conversation) ?? new Set()
      all.set(conversation, those.add(stop))
      const over = AbortSignal.timeout(time)
      const onLate = (): void => stop.abort(late())
      over.addEventListener('abort', onLate)
      return {
        signal: stop.signal,
        end() {
          over.removeEventListener('abort', onLate)
          those.delete(stop)
          if (those.size === 0 && all.get(conversation) === those) all.delete(conversation)
        },
      }
    },
    has: (conversation) => all.has(conversation),
    stop(conversation, reason) {
      for (const stop of all.get(conversation) ?? []) stop.abort(reason)
    },
  }
}
