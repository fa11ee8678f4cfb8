/** Resolves as soon as a condition holds; rejects with its words after `ms`. Nothing but the condition ends the wait early. */
export async function until(what: string, condition: () => boolean | Promise<boolean>, ms = 10_000): Promise<void> {
  const end = performance.now() + ms
  for (let round = 0; ; round += 1) {
    if (await condition()) return
    if (performance.now() > end) throw new Error(`This never came true: ${what}`)
    // hardly any time passes: what is waited for is at work
    await new Promise((resolve) => (round < 50 ? setImmediate(resolve) : setTimeout(resolve, 1)))
  }
}

/** Lets other work go first, now and then. */
export async function give(turns: number): Promise<void> {
  for (let left = turns; left > 0; left -= 1) await new Promise((resolve) => setImmediate(resolve))
}

/** Runs `work` for each seed, some at a time: most of what they do is waiting. The first failure ends it. */
export async function lanes(from: number, count: number, width: number, work: (seed: number) => Promise<void>): Promise<void> {
  let next = from
  const lane = async (): Promise<void> => {
    while (next < from + count) {
      const seed = next
      next += 1
      try {
        await work(seed)
      } catch (error) {
        next = from + count
        throw new Error(`Seed ${seed}: ${(error as Error).message}`, { cause: error })
      }
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: width }, lane))
  const failed = ended.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
}
