/** A reader's marks are at most one in this time; the last one is never lost. */
const MARK_EVERY = 2000

/** Marks the newest message that an agent has seen. */
export interface ReadMarks {
  seen(seq: number): void
  stop(): void
}

export function createReadMarks(mark: (seq: number) => void): ReadMarks {
  let marked = 0
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
    stop: () => clearTimeout(pause),
  }
}
