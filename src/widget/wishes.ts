/**
 * What was asked of a widget that is no reason to load a chat, the newest of each kind, in the order of the calls: however often something is asked,
 * it stays short.
 */
export type Wishes = Record<string, readonly [verb: string, args: readonly unknown[]]>

interface Person {
  readonly id?: string
}

/** Only those whose kind, which begins with their verb, is of these are left. */
export function leaveWishes(wishes: Wishes, kinds = /^$/): void {
  for (const kind in wishes) if (!kinds.test(kind)) delete wishes[kind]
}

/**
 * Facts add up as they were when they were told, but only of one person: nothing but the language that was asked for one is told of the next. What is
 * told of another type is another kind: words and a tag are both wanted, and what was told instead of facts costs none of them.
 */
export function addWish(wishes: Wishes, verb: string, args: readonly unknown[]): void {
  const [told] = args as readonly (Person | null)[]
  // such as `setAttributes[object Object]`
  const kind = verb + {}.toString.call(told)
  const known = wishes[kind]?.[1][0] as typeof told
  if (verb === 'identify' && (!told || (known && known.id !== told.id))) leaveWishes(wishes, /^setL/)
  delete wishes[kind]
  wishes[kind] = [verb, /Attr.*Obj/.test(kind) ? [{ ...known, ...told }] : args]
}

export type LeaveWishes = typeof leaveWishes
export type AddWish = typeof addWish
