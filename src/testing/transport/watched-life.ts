/** The life that an owner gives to a connection, and how many ears it has left there. */
export interface WatchedLife {
  readonly signal: AbortSignal
  abort(reason: Error): void
  /** Listeners that nobody has removed, nor will what they were added with. */
  readonly listeners: number
}

interface Ear {
  readonly type: string
  readonly listener: unknown
  readonly capture: boolean
  readonly once: boolean
  readonly until: AbortSignal | undefined
}

/** Counts what is added to its signal and removed from it; `AbortSignal.any` adds nothing, and forgets by itself. */
export function watchedLife(): WatchedLife {
  const life = new AbortController()
  const { signal } = life
  const add: AbortSignal['addEventListener'] = signal.addEventListener.bind(signal)
  const remove: AbortSignal['removeEventListener'] = signal.removeEventListener.bind(signal)
  let ears: readonly Ear[] = []

  const without = ({ type, listener, capture }: Pick<Ear, 'type' | 'listener' | 'capture'>): readonly Ear[] =>
    ears.filter((ear) => ear.type !== type || ear.listener !== listener || ear.capture !== capture)

  Object.assign(signal, {
    addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions) {
      const { capture = false, once = false, signal: until } = typeof options === 'object' ? options : { capture: options === true }
      const ear: Ear = { type, listener, capture, once, until }
      // the same one twice is one, with what it was added with first
      if (without(ear).length === ears.length) ears = [...ears, ear]
      add(type, listener, options)
    },
    removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions) {
      ears = without({ type, listener, capture: typeof options === 'object' ? options.capture === true : options === true })
      remove(type, listener, options)
    },
  })
  return {
    signal,
    abort: (reason) => life.abort(reason),
    get listeners() {
      const heard = (ear: Ear): boolean => ear.until?.aborted === true || (ear.once && signal.aborted)
      return ears.filter((ear) => !heard(ear)).length
    },
  }
}
