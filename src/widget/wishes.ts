/** What was asked of a widget that is no reason to load a chat, in the order of the calls. */
export type Wishes = (readonly [verb: string, args: readonly unknown[]])[]

interface Person {
  readonly id?: string
}

/**
 * What is left of them: the newest of each kind, in that order. Facts add up, but only of one person: nothing that was asked for one is told of the
 * next. What is told of another type is another kind: words and a tag are both wanted, and what was told instead of facts costs none of them.
 */
export function newestWishes(wishes: Wishes): Wishes {
  let newest: Record<string, Wishes[number]> = {}
  for (const wish of wishes) {
    const [verb, [told]] = wish as readonly [string, readonly (Person | null)[]]
    const kind = verb + (told && typeof told)
    const known = newest[kind]?.[1][0] as typeof told
    if (verb === 'identify' && (!told || (known && known.id !== told.id))) newest = {}
    delete newest[kind]
    newest[kind] = kind === 'setAttributesobject' ? [verb, [{ ...known, ...told }]] : wish
  }
  return Object.values(newest)
}
