import { atom, type ReadableAtom } from 'nanostores'

/** Whether somebody types: a lease that ends by this receiver's clock, so that a lost ending never leaves it on. */
export interface TypingLease {
  readonly $typing: ReadableAtom<boolean>
  /** `ttl` in milliseconds; 0 ends it at once. */
  renew(ttl: number): void
}

export function createTypingLease(): TypingLease {
  const $typing = atom(false)
  let end: ReturnType<typeof setTimeout> | undefined
  return {
    $typing,
    renew(ttl) {
      clearTimeout(end)
      if ($typing.get() !== ttl > 0) $typing.set(ttl > 0)
      end = ttl > 0 ? setTimeout(() => $typing.set(false), ttl) : undefined
    },
  }
}
