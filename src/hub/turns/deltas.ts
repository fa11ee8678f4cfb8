/** Collects the words of one attempt and sends them at most once per `every` milliseconds. */
export interface Deltas {
  add(text: string, offset: number): void
  /** Sends what is left. */
  flush(): void
  stop(): void
}

export function createDeltas(every: number, send: (text: string, offset: number) => void): Deltas {
  let waiting = ''
  let start = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = (): void => {
    if (waiting !== '') send(waiting, start)
    waiting = ''
  }
  return {
    add(text, offset) {
      if (waiting === '') start = offset
      waiting += text
      if (timer !== undefined) return
      // the first words go out at once, the next ones together
      flush()
      timer = setTimeout(() => {
        timer = undefined
        flush()
      }, every)
    },
    flush,
    stop() {
      clearTimeout(timer)
      waiting = ''
    },
  }
}
