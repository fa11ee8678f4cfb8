import type { Connection } from '../../contracts/index.ts'
import { isHandbackError } from '../../protocol/index.ts'
import type { ServerFrame } from '../../protocol/index.ts'
import { check, within } from '../check.ts'

/** Reads a connection in the background, as its owner does. */
export interface Reading {
  /** Everything that came, but for the beats without heads with which a transport tells that its line lives. */
  readonly frames: readonly ServerFrame[]
  /** Everything that came, beats or not. */
  readonly all: readonly ServerFrame[]
  /** Resolves with how it ended: the error's code (and that it is not retryable), what else was thrown, or `quietly`. Never rejects. */
  readonly end: Promise<string>
  /** Resolves when what came fulfils a condition; rejects when the frames end before, or after the kit's patience. */
  until(condition: (frames: readonly ServerFrame[]) => boolean, what: string): Promise<void>
  /** The first frame that a test accepts, once it is there. */
  find<T extends ServerFrame['t']>(t: T, what: string): Promise<Extract<ServerFrame, { t: T }>>
}

export function read(connection: Connection): Reading {
  const frames: ServerFrame[] = []
  const all: ServerFrame[] = []
  const lookers = new Set<() => void>()
  const look = (): void => lookers.forEach((looker) => looker())
  let ended: string | undefined

  async function run(): Promise<string> {
    try {
      for await (const frame of connection.frames) {
        all.push(frame)
        if (frame.t === 'beat' && Object.keys(frame.heads).length === 0) continue
        frames.push(frame)
        look()
      }
      ended = 'quietly'
    } catch (error) {
      ended = isHandbackError(error) ? `${error.code}${error.retryable ? '' : ', not retryable'}` : `not with an error of ours: ${String(error)}`
    }
    look()
    return ended
  }
  const end = run()

  const until = async (condition: (frames: readonly ServerFrame[]) => boolean, what: string): Promise<void> => {
    const happened = new Promise<boolean>((resolve) => {
      const looker = (): void => {
        if (condition(frames)) resolve(true)
        else if (ended !== undefined) resolve(false)
        else return
        lookers.delete(looker)
      }
      lookers.add(looker)
      looker()
    })
    check(await within(happened, what), `${what}: the frames ended before (${ended}), after ${frames.length}`)
  }
  return {
    frames,
    all,
    end,
    until,
    async find(t, what) {
      const found = (): ServerFrame | undefined => frames.find((frame) => frame.t === t)
      await until(() => found() !== undefined, what)
      return found() as Extract<ServerFrame, { t: typeof t }>
    },
  }
}
