import { checkFact } from '../client/facts.ts'
import { checkTexts } from './check-texts.ts'
import { noSuch } from './nearest.ts'
import { isShape } from './sift-theme.ts'
import { wrongAt } from './tell-wrong.ts'

/** The newest call of each host. */
const turns = new WeakMap<HTMLElement, Promise<unknown>>()

/**
 * Looks at what a verb of the handle is told: the chat itself may be loaded much later. Resolves with what of it can be used,
 * in the order of the calls.
 *
 * @throws TypeError or HandbackError, as the same verb of a chat rejects
 */
export async function checkCall(host: HTMLElement, verb: string, args: readonly unknown[]): Promise<readonly unknown[]> {
  const [told] = args
  // what looks at words may have to be fetched, and whoever comes next waits
  const turn = Promise.resolve(turns.get(host)).then(() => (verb === 'setLocale' && isShape(told) ? checkTexts(host, { strings: told }) : undefined))
  turns.set(host, turn)
  const words = await turn
  if (words) return [words.strings]
  ;(checkFact as Partial<Record<string, (told: unknown) => void>>)[verb]?.(told)
  return args
}

/** Tells of events that somebody wants to hear, and that there are not. */
export function checkEvents(host: HTMLElement, types: Iterable<string>, events: readonly string[]): void {
  for (const type of types) {
    // a page in plain JavaScript may give anything
    if (!events.includes(type)) wrongAt(host)(noSuch('event ', `${type}`, events))
  }
}
