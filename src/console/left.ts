import type { Id } from '../protocol/index.ts'

/** What an agent was at. */
export interface Work {
  /** Whose it is. */
  readonly me: Id
  /** What is typed and not sent. */
  readonly drafts: Map<string, string>
  /** The conversation on screen. */
  open: Id | null
}

/** By the element of the console, and in memory only: a sign-in that runs out is no reason to lose what was being written. */
const left = new WeakMap<Element, Work>()

/** Keeps work for when the same agent comes back to the same element. */
export const leaveWork = (target: Element, work: Work): void => void left.set(target, work)

/** What this agent left here, once: nobody else gets it, and then it is gone. */
export function takeWork(target: Element, me: Id): Work {
  const work = left.get(target)
  left.delete(target)
  return work?.me === me ? work : { me, drafts: new Map(), open: null }
}
