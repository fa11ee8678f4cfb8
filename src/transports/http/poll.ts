import { after } from '../../internal/backoff.ts'
import { lineLives } from '../../internal/line-lives.ts'
import { formatFollow } from '../../protocol/codec-follow.ts'
import type { ServerFrame } from '../../protocol/frames.ts'
import type { Line } from './open.ts'
import { LATE } from './request.ts'

/** The first request ends with the time for `hello`, not by itself. */
const OPENING = 1e9
/** How often in a row a poll follows at once on an answer that had frames. */
const RUSH = 5
/** The pause (ms) after an empty answer that was not held: something on the way answers by itself. */
const PAUSE = 1_000

/** The frames in the answers to polls which the hub may hold for `wait` ms, with a pause of `interval` ms between them. */
export async function* polled(line: Line, wait: number, interval: number): AsyncGenerator<ServerFrame, void, undefined> {
  const { follow, base, put } = line
  const ask = (body: unknown, more: Parameters<Line['ask']>[2]): ReturnType<Line['ask']> => line.ask('/poll', JSON.stringify(body), more)
  // A piece of a long answer; what may be all of it speaks for itself.
  const onPart = (text: string): void => {
    if (!text.endsWith(']}')) put(lineLives)
  }
  let got = 0
  let rush = 0
  try {
    while (!base.signal.aborted) {
      // Made before the request, so that a frame which goes up meanwhile shortens the pause after it.
      const woken = new Promise<void>((resolve) => (line.wake = resolve))
      const asked = Date.now()
      const frames = await ask(got ? { link: line.link, got, wait } : { follow: follow.map(formatFollow) }, {
        timeout: got ? wait + LATE : OPENING,
        onPart,
      })
      got += 1
      for (const frame of frames) {
        yield frame
        // Nothing more is asked of a hub that has said goodbye, and nothing told to it.
        if (frame.t === 'bye') return
      }
      if (!frames.length) yield lineLives
      if (interval ? frames.length && (rush += 1) <= RUSH : frames.length || Date.now() - asked >= PAUSE) continue
      rush = 0
      const stopTimer = after(interval || PAUSE, line.wake)
      await woken
      stopTimer()
      // The silence was ours, and in a hidden page longer than meant: the owner's patience begins with the question.
      put(lineLives)
    }
  } finally {
    // The owner ended it. The hub also finds out by itself, after a while.
    if (line.link && base.signal.aborted) void ask({ link: line.link, end: true }, { signal: undefined, keepalive: true }).catch(() => undefined)
  }
}
