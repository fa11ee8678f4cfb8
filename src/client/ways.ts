import type { Transport, Transports } from '../contracts/index.ts'
import type { HandbackError } from '../protocol/index.ts'

/** Where the name of the way that worked is kept, for all pages of this origin; `null`: the best one. */
export interface WayMemory {
  get(): string | null | undefined
  set(name: string | null): void
}

/** How often a way may break soon after its hello before another is tried. */
const STRIKES = 3
/** How often nobody may be reached before the other ways are tried too: a server that is down is down for all of them. */
const MISSES = 3

export interface Ways {
  /** The one to try now. */
  readonly current: Transport
  /** Those that would be better, best first. */
  better(): readonly Transport[]
  /**
   * The better ones were tried while the current one stood. Before that little is known: where nothing got through for a while, the one
   * that was being tried when the line came back is no better than the others.
   */
  readonly known: boolean
  /** A connection stands by this one: it is remembered. */
  met(way: Transport): void
  /** The better ones were tried in vain while the current one stood. */
  vain(): void
  /**
   * The attempt on `current` is over. `true`: try `current`, another one now, at once; `false`: wait first.
   * `firm`: it had stood, or the hub itself ended it; `undefined`: there was no hello.
   */
  ended(error: HandbackError, firm: boolean | undefined): boolean
}

/**
 * Which of several ways to a hub is taken. A way that holds answers back, or gives something else than a hub's, is passed over at
 * once, but not where it says that there is no hub at all; so is one that breaks three times soon after its hello, and one by which
 * nobody is reached, at first or three times in a row. After the last comes the first again. Where the choice is another's (`may`), what
 * happens says nothing about the way.
 */
export function createWays(transports: Transports, memory: WayMemory, may = (): boolean => true): Ways {
  const all = [transports].flat() as readonly Transport[]
  const remembered = (): number => Math.max(0, all.findIndex(({ name }) => name === memory.get()))
  let index = remembered()
  let known = true
  /** The choice was another's the last time. */
  let theirs = false
  let strikes = 0
  /** The first time, the others are tried at once: a socket that is blocked looks like a server that is down. */
  let misses = MISSES - 1
  /** On the way through the others: none of them gets a second try. */
  let moving = false

  /** Whether the choice is made here. Where it was not, what was chosen stands in the memory. */
  function mine(): boolean {
    if (theirs || !may()) index = remembered()
    theirs = !may()
    return !theirs
  }

  return {
    get current() {
      mine()
      return all[index] as Transport
    },
    better: () => all.slice(0, index),
    get known() {
      return known
    },
    met(way) {
      if (!mine()) return
      if (all.indexOf(way) !== index) strikes = 0
      index = all.indexOf(way)
      misses = 0
      moving = false
      if (remembered() === index) return
      memory.set(index > 0 ? way.name : null)
      known = false
    },
    vain() {
      known = true
    },
    ended({ code, retryable, retryAfter }, firm) {
      if (!mine()) return false
      if (firm) strikes = 0
      else if (firm === false) strikes += 1
      else if (code === 'transport/unreachable' && retryAfter === undefined) misses += 1
      const useless = code === 'transport/silent' || (firm === undefined && code === 'transport/protocol' && !retryable)
      if (!useless && strikes < STRIKES && misses < (moving ? 1 : MISSES)) return false
      strikes = 0
      index += 1
      moving = index < all.length
      if (moving) return true
      index = misses = 0
      return false
    },
  }
}
