/** What is done, in words, and how; it fails by throwing. */
export type Step = readonly [what: string, how: () => Promise<void>]

/** What one step may take at most, in ms: more than all that it waits for. */
const LIMIT = 60_000

export interface Count {
  steps: number
  failed: number
}

async function within(how: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, LIMIT, new Error(`It did not end within ${LIMIT} ms`))
  })
  await Promise.race([how(), late]).finally(() => clearTimeout(timer))
}

/**
 * Goes through the steps of one visit and tells each; the first that fails is the last, because the others stand on it.
 *
 * @param picture - keeps what is seen at a failure, and resolves with where
 */
export async function walk(steps: readonly Step[], count: Count, picture: () => Promise<string>): Promise<void> {
  for (const [what, how] of steps) {
    count.steps += 1
    const began = performance.now()
    try {
      await within(how)
      process.stdout.write(`  ok      ${what} (${Math.round(performance.now() - began)} ms)\n`)
    } catch (error) {
      count.failed += 1
      process.stdout.write(`  FAILED  ${what}\n          ${String(error)}\n          ${await picture().catch(String)}\n`)
      return
    }
  }
}
