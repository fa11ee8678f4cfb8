/** A place in a script where the provider waits until a test lets it go on. */
export interface Gate {
  readonly type: 'gate'
  /** Resolves when the gate is open, or when `signal` aborts. */
  pass(signal: AbortSignal): Promise<void>
}

export interface Gates {
  /** A place for a script. */
  gate(name: string): Gate
  /** Resolves when a run has come to the gate of this name; at once when one was there before. */
  reached(name: string): Promise<void>
  /** Lets through every run that waits there or comes later. */
  open(name: string): void
}

/**
 * Named gates, so that a test can look at an answer before its first word, between two words, or before its end.
 *
 * @example
 * const at = gates()
 * const provider = scripted([['Hel', at.gate('middle'), 'lo']])
 * await at.reached('middle')
 * at.open('middle')
 */
export function gates(): Gates {
  const reached = latches()
  const opened = latches()
  return {
    gate: (name) => ({
      type: 'gate',
      async pass(signal) {
        reached(name).release()
        if (signal.aborted) return
        const aborted = latch()
        signal.addEventListener('abort', aborted.release, { once: true })
        await Promise.race([opened(name).released, aborted.released])
        signal.removeEventListener('abort', aborted.release)
      },
    }),
    reached: (name) => reached(name).released,
    open: (name) => opened(name).release(),
  }
}

interface Latch {
  readonly released: Promise<void>
  readonly release: () => void
}

function latch(): Latch {
  let release = (): void => undefined
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  return { released, release }
}

function latches(): (name: string) => Latch {
  const byName = new Map<string, Latch>()
  return (name) => {
    const found = byName.get(name) ?? latch()
    byName.set(name, found)
    return found
  }
}
