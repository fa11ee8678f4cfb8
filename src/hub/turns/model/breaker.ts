import type { HandbackError } from '../../../protocol/index.ts'

/** Failures in a row after which a provider is left alone. */
const FAILURES = 5
/** For so long at first, doubled each time that the trial after it fails, in ms. */
const PAUSE = 30_000
const LONGEST = 300_000

/** Leaves a provider that fails alone for a while, so that nobody waits for what will not come. */
export interface Breaker {
  /** Milliseconds until it may be asked again; 0: now. After a pause one question goes first, as a trial. */
  wait(): number
  /** It is asked now. */
  asked(): Asking
}

/** One question. What came of it is told once; later calls say nothing. */
export interface Asking {
  worked(): void
  failed(error: HandbackError): void
  /** It was neither: nobody waited for the end. */
  left(): void
}

export function createBreaker(now: () => number): Breaker {
  let failures = 0
  let pause = PAUSE
  let until = 0
  let trial = false
  const open = (ms: number): void => {
    until = Math.max(until, now() + ms)
  }
  const count = ({ code, retryAfter }: HandbackError): void => {
    // that is about the question, not about the service
    if (code === 'provider/bad-request') return
    if (retryAfter !== undefined) open(Math.min(LONGEST, retryAfter))
    failures += 1
    if (failures < FAILURES) return
    open(pause)
    pause = Math.min(LONGEST, pause * 2)
  }
  return {
    wait: () => (trial ? Math.max(1, until - now()) : Math.max(0, until - now())),
    asked() {
      // questions that were asked before it was left alone end nobody's trial
      const mine = failures >= FAILURES
      trial ||= mine
      let told = false
      const once = (tell: () => void) => (): void => {
        if (told) return
        told = true
        if (mine) trial = false
        tell()
      }
      return {
        worked: once(() => {
          failures = 0
          pause = PAUSE
          until = 0
        }),
        failed: (error) => once(() => count(error))(),
        left: once(() => undefined),
      }
    },
  }
}
