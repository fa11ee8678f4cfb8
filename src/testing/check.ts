import { isHandbackError } from '../protocol/index.ts'
import type { ErrorCode } from '../protocol/index.ts'

/** How long a check waits for something that must happen, in milliseconds. Only a broken implementation ever waits that long. */
const PATIENCE = 5000

/**
 * Registers one check with a test runner. `test` of vitest, node:test, bun:test and Deno fits as it is.
 *
 * @example
 * import { test } from 'node:test'
 * eventStoreSuite(test, { supports, create: () => myStore() })
 */
export type RegisterTest = (name: string, run: () => Promise<void>) => unknown

/** Throws unless `condition` holds. */
export function check(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message)
}

/** Throws unless both are the same JSON: own keys in any order, `undefined` like absent. */
export function same(actual: unknown, expected: unknown, what: string): void {
  if (canonical(actual) === canonical(expected)) return
  throw Object.assign(new Error(`${what}: got ${short(actual)}, wanted ${short(expected)}`), { actual, expected })
}

/** Throws unless `promise` rejects with a `HandbackError` of this code. */
export async function rejects(promise: Promise<unknown>, code: ErrorCode, what: string): Promise<void> {
  const outcome = await within(promise.then(() => 'it resolved', (error: unknown) => (isHandbackError(error) ? error.code : String(error))), what)
  check(outcome === code, `${what}: wanted ${code}, but ${outcome}`)
}

/** The value of a promise, or an error that names what did not happen in time. */
export async function within<T>(promise: Promise<T>, what: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: nothing happened for ${PATIENCE} ms`)), PATIENCE)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Runs `attempt` until it no longer throws; its last error once patience is over. */
export async function eventually(attempt: () => Promise<void>): Promise<void> {
  const end = Date.now() + PATIENCE
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (Date.now() > end) throw error
    }
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/**
 * For what a check starts and awaits later: when the check fails in between, the promise that nobody awaits any more
 * must not bring down the test runner as an unhandled rejection.
 */
export function background<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}

/** The next `count` values, then leaves the iterable. May be awaited later. */
export function take<T>(iterable: AsyncIterable<T>, count: number, what: string): Promise<T[]> {
  const iterator = iterable[Symbol.asyncIterator]()
  return background((async () => {
    const values: T[] = []
    while (values.length < count) {
      const result = await within(iterator.next(), `${what}, value ${values.length + 1} of ${count}`)
      check(!result.done, `${what}: it ended after ${values.length} of ${count} values`)
      values.push(result.value)
    }
    await within(Promise.resolve(iterator.return?.()), `${what}, leaving`)
    return values
  })())
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined'
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).sort().join()}}`
}

function short(value: unknown): string {
  const text = canonical(value)
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}
