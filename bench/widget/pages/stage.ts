import { EVERY, answer } from '../answer.ts'

/** What the bench asks of a page. */
export interface Stage {
  /** Has the messages, and shows nothing yet. Absent: `show` does both. */
  prepare?(messages: number): Promise<void>
  /** Shows the thread with so many messages; resolves when they are there. */
  show(messages: number): Promise<void> | void
  /** Begins to stream the answer, and says when its last piece was given. */
  start(): void
  /** Holds the thread. */
  scope(): ParentNode & Node
}

declare global {
  interface Window {
    stage: Stage
    /** When the last piece came, by the page's clock. */
    given?: number
  }
}

/** The worker's own words: a piece each `every` ms, none of them late because the page is. */
const clock = `onmessage = ({ data: { pieces, every } }) => {
  const began = performance.now()
  let next = 0
  const tick = () => {
    const due = Math.min(pieces.length, Math.floor((performance.now() - began) / every) + 1)
    while (next < due) postMessage(pieces[next++])
    if (next < pieces.length) setTimeout(tick, 1)
    else postMessage(null)
  }
  tick()
}`

/** Gives the answer, each piece as a task of its own. */
export function stream(take: (piece: string) => void, end: () => void): void {
  const worker = new Worker(URL.createObjectURL(new Blob([clock], { type: 'text/javascript' })))
  worker.addEventListener('message', ({ data }: MessageEvent<string | null>) => {
    if (data !== null) return take(data)
    worker.terminate()
    end()
    window.given = performance.now()
  })
  worker.postMessage({ pieces: answer(), every: EVERY }, [])
}

/** The same as something to be read piece by piece. */
export async function* pieces(): AsyncGenerator<string> {
  const waiting: string[] = []
  let ended = false
  let wake = (): void => undefined
  stream((piece) => {
    waiting.push(piece)
    wake()
  }, () => {
    ended = true
    wake()
  })
  for (;;) {
    for (let piece = waiting.shift(); piece !== undefined; piece = waiting.shift()) yield piece
    if (ended) return
    await new Promise<void>((resolve) => {
      wake = resolve
    })
  }
}

/** Where a page shows its thread: 400 by 600 pixels. */
export const place = (): HTMLElement => {
  const element = document.getElementById('place')
  if (!element) throw new Error('The page has no place.')
  return element
}
