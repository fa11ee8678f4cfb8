/** A reader's marks are at most one in this time; the last one is never lost. */
const MARK_EVERY = 2000

/** A page that comes back within this time hears again how far the other side had come. Milliseconds. */
export const DELIVERED_TTL = 3_600_000

/** Marks the newest message that its reader has seen. */
export interface ReadMarks {
  seen(seq: number): void
  /** The hub has taken a mark. */
  taken(seq: number): void
  /** Marks again, in its turn, what the hub has not taken; for those who do not know that their marks arrive. */
  again(): void
  stop(): void
}

export function createReadMarks(mark: (seq: number) => void): ReadMarks {
  let marked = 0
  let sure = 0
  let next = 0
  let pause: ReturnType<typeof setTimeout> | undefined

  function flush(): void {
    pause = undefined
    if (next <= marked) return
    marked = next
    mark(marked)
    pause = setTimeout(flush, MARK_EVERY)
  }

  return {
    seen(seq) {
      next = Math.max(next, seq)
      if (pause === undefined) flush()
    },
    taken(seq) {
      sure = Math.max(sure, seq)
      marked = Math.max(marked, sure)
    },
    again() {
      marked = sure
      if (pause === undefined) flush()
    },
    stop: () => clearTimeout(pause),
  }
}
