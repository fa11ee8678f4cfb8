import { setTimeout as pause } from 'node:timers/promises'
import type { Scene } from './scene.ts'

export interface Load {
  /** Messages written so far by both. */
  written(): number
  /** Resolves when nobody writes any more and the hub has what the agent wrote. */
  stop(): Promise<void>
}

/** Both write without end, one message each per `every` ms: the visitor whatever happens, the agent when the one before is confirmed. */
export function startLoad(scene: Scene, every = 60): Load {
  let running = true
  let written = 0
  const write = async (say: (text: string) => Promise<void>, name: string): Promise<void> => {
    for (let number = 1; running; number += 1) {
      written += 1
      await say(`${name} ${number}`)
      await pause(every)
    }
  }
  const work = Promise.all([write(scene.visitorSays, 'question'), write(scene.agentSays, 'answer')])
  // what fails while nobody waits for it is told by `stop`
  work.catch(() => undefined)
  return {
    written: () => written,
    async stop() {
      running = false
      await work
    },
  }
}
