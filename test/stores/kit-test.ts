import { expect, test } from 'vitest'

/** Registers a check of the kit. The kit asserts by itself, without this runner's words: here its end is the assertion. */
export const kitTest = (name: string, run: () => Promise<void>): void => test(name, () => expect(run()).resolves.toBeUndefined())
