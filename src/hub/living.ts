import type { Signal } from '../protocol/index.ts'

/** Signals that have not ended yet, the newest of each key: what a snapshot tells a newcomer. */
export interface Living {
  /** Keeps a signal; `ttl` 0 ends its key. */
  add(signal: Signal): void
  end(matches: (signal: Signal) => boolean): void
  /** Those that still live, with what is left of their time. */
  list(): readonly Signal[]
}

/** Pieces of one streamed answer become one, so that a newcomer gets it from the start; what was received stays received. */
function merged(old: Signal | undefined, next: Signal): Signal {
  if (next.data.type === 'delivered' && old?.data.type === 'delivered' && old.data.seq > next.data.seq) return { ...next, data: old.data }
  if (next.data.type !== 'text-delta' || old?.data.type !== 'text-delta' || old.data.attempt !== next.data.attempt) return next
  if (next.data.offset !== old.data.offset + old.data.text.length) return next.data.offset === 0 ? next : old
  return { ...next, data: { ...next.data, offset: old.data.offset, text: old.data.text + next.data.text } }
}

export function createLiving(now: () => number): Living {
  const kept = new Map<string, { readonly signal: Signal; readonly until: number }>()
  return {
    add(signal) {
      if (signal.ttl <= 0) kept.delete(signal.key)
      else kept.set(signal.key, { signal: merged(kept.get(signal.key)?.signal, signal), until: now() + signal.ttl })
    },
    end(matches) {
      for (const [key, { signal }] of kept) if (matches(signal)) kept.delete(key)
    },
    list() {
      const at = now()
      const living: Signal[] = []
      for (const [key, { signal, until }] of kept) {
        if (until <= at) kept.delete(key)
        else living.push({ ...signal, ttl: until - at })
      }
      return living
    },
  }
}
