/**
 * The clock of a page that draws as fast as it can: frames come at once, timers without a delay are not held back, and time can be let pass. The
 * widget waits between two renderings; here nobody has to, so that each letter is drawn and looked at before the next one comes.
 */

const painted = requestAnimationFrame.bind(globalThis)
const timer = setTimeout.bind(globalThis)
const cleared = clearTimeout.bind(globalThis)
const clock = performance.now.bind(performance)
/** Longer than anything here waits for the next frame. */
const LEAP = 1_000

let ahead = 0
let number = 0
const due = new Map<number, () => void>()
const channel = new MessageChannel()
channel.port1.addEventListener('message', ({ data }: MessageEvent<number>) => {
  const run = due.get(data)
  due.delete(data)
  run?.()
})
channel.port1.start()

/** Runs in a task of its own, in the order of asking. Numbers below zero, which no timer of the browser has. */
function soon(run: () => void): number {
  number -= 1
  due.set(number, run)
  channel.port2.postMessage(number)
  return number
}

Object.assign(performance, { now: () => clock() + ahead })
Object.assign(globalThis, {
  requestAnimationFrame(draw: FrameRequestCallback) {
    queueMicrotask(() => draw(performance.now()))
    // no frame of the browser has this number, so that whoever gives it up gives up no other
    return -1
  },
  setTimeout: (run: () => void, wait?: number) => (wait ? timer(run, wait) : soon(run)),
  clearTimeout: (one?: number) => void (due.delete(one ?? 0) || cleared(one)),
})

/** The next frame that the browser really paints. */
const frame = (): Promise<void> => new Promise((resolve) => painted(() => resolve()))

/** All that waits for a frame is drawn, and has said how long that took; then as much time has passed as nothing here waits for. */
export async function drawn(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise<void>((resolve) => void soon(resolve))
  ahead += LEAP
}

/** What this finds, once it is there. Rejects when it does not come. */
export async function until<T>(what: string, find: () => T | null | undefined): Promise<T> {
  for (let turn = 0; turn < 400; turn += 1) {
    const found = find()
    if (found) return found
    // what has to be fetched first takes its time
    await (turn < 20 ? drawn() : frame())
  }
  throw new Error(`This is not there: ${what}`)
}
