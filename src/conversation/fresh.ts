declare const own: unique symbol

/**
 * A header that an event is being folded into. Nobody else has it yet, so it is written to, and an event costs one copy
 * however much it changes; the floor and the lists in it others may have, and they are replaced. A header that was handed
 * to a function is its own from then on: its caller goes on with what comes back. Only `fresh` makes one of somebody's.
 */
export type Fresh<H> = { -readonly [K in keyof H]: H[K] } & { readonly [own]: true }

export const fresh = <H extends object>(header: H): Fresh<H> => ({ ...header }) as Fresh<H>

/** Without these fields. A copy without a field is quicker than `delete`, after which engines copy slowly. */
export function drop<H extends object>(header: Fresh<H>, ...keys: (keyof H & string)[]): Fresh<H> {
  let left: Record<string, unknown> = header
  let _: unknown
  for (const key of keys) if (key in left) ({ [key]: _, ...left } = left)
  return left as Fresh<H>
}

/** With these values. */
export const put: <H extends object>(header: Fresh<H>, values: Partial<H>) => Fresh<H> = Object.assign
