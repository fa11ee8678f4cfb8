import { isDeepStrictEqual } from 'node:util'
import { dice } from './dice.ts'
import type { Book } from './laws.ts'
import { LawBroken, openBook } from './laws.ts'
import { afterConversation } from './log-laws.ts'
import { hostile } from './hostile-run.ts'
import type { Step } from './machine-run.ts'
import { playMachine, somePolicy, someSteps } from './machine-run.ts'
import { withoutWorld } from './without-world.ts'

const prototypes = [Object.prototype, Array.prototype, Function.prototype, String.prototype]
const keysOfPrototypes = (): string => JSON.stringify(prototypes.map((prototype) => Object.getOwnPropertyNames(prototype)))

/** One conversation of the machine alone, judged from all sides. Anything thrown is a broken law. */
function conversation(seed: number, steps: readonly Step[] | undefined, book: Book): void {
  const rolls = dice(seed)
  const policy = somePolicy(rolls)
  const own = someSteps(rolls)
  try {
    withoutWorld(() => {
      const played = playMachine(steps ?? own, policy, book)
      book.check('A3', true, () => '')
      afterConversation(book, played, rolls)
      hostile(book, played, rolls)
    })
  } catch (error) {
    if (error instanceof LawBroken) throw error
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    throw new LawBroken(error instanceof TypeError ? 'A3' : 'A1', detail)
  }
}

/** The fewest steps that still break the law: pieces are left out as long as it does. */
function shrunk(seed: number, steps: readonly Step[]): readonly Step[] {
  const breaks = (some: readonly Step[]): boolean => {
    try {
      conversation(seed, some, openBook())
      return false
    } catch {
      return true
    }
  }
  let left = steps
  for (let size = Math.ceil(left.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < left.length; ) {
      const without = [...left.slice(0, from), ...left.slice(from + size)]
      if (breaks(without)) left = without
      else from += size
    }
  }
  return left
}

/** Plays conversations of the machine alone until so many steps were made. A failure names its seed and its shortest case. */
export function runMachine(book: Book, from: number, steps: number): void {
  const before = keysOfPrototypes()
  const end = book.tally.steps + steps
  for (let seed = from; book.tally.steps < end; seed += 1) {
    try {
      conversation(seed, undefined, book)
    } catch (error) {
      const rolls = dice(seed)
      somePolicy(rolls)
      const few = shrunk(seed, someSteps(rolls))
      let told = error
      try {
        conversation(seed, few, openBook())
      } catch (shorter) {
        told = shorter
      }
      throw new Error(`Seed ${seed} of the machine, ${few.length} steps: ${(told as Error).message}`, { cause: error })
    }
    book.check('A7', isDeepStrictEqual(keysOfPrototypes(), before), () => 'a prototype has changed')
  }
}
