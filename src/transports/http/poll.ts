import { after } from '../../internal/backoff.ts'
import { lineLives } from '../../internal/line-lives.ts'
import { type ServerFrame, formatFollow } from '../../protocol/index.ts'
import type { Line } from './open.ts'

/** An answer may come so much later (ms) than the hub was asked to give it. */
const LATE = 10_000
/** The first request ends with the time for `hello`, not by itself. */
const OPENING = 1e9
/** How often in a row a poll follows at once on an answer that had frames. */
const RUSH = 5
/** The pause (ms) after an empty answer that was not held: something on the way answers by itself. */
const PAUSE = 1_000

/** The frames in the answers to polls which the hub may hold for `wait` ms, with a pause of `interval` ms between them. */
export async function* polled(line: Line, wait: number, interval: number): AsyncGenerator<ServerFrame, void, undefined> {
  const { follow, base } = line
  const ask = (body: unknown, more?: Parameters<Line['ask']>[2]): ReturnType<Line['ask']> => line.ask('/poll', JSON.stringify(body), more)
  let got = 0
  let rush = 0
  try {
    while (!base.signal.aborted) {
      // Made before the request, so that a frame which goes up meanwhile shortens the pause after it.
      const woken = new Promise<void>((resolve) => (line.wake = resolve))
      const asked = Date.now()
      const frames = await (got
        ? ask({ link: line.link, got, wait }, { timeout: wait + LATE })
        : ask({ follow: follow.map(formatFollow) }, { timeout: OPENING }))
      got += 1
      yield* frames.length ? frames : [lineLives]
      if (frames.length ? !interval || (rush += 1) <= RUSH : !interval && Date.now() - asked >= PAUSE) continue
      rush = 0
      const stopTimer = after(interval || PAUSE, line.wake)
      await woken
      stopTimer()
    }
  } finally {
    // The hub also finds out by itself, after a while.
    if (line.link && base.signal.aborted) void ask({ link: line.link, end: true }, { signal: undefined, keepalive: true }).catch(() => undefined)
  }
}
