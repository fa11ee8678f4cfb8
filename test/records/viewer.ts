import { evolvePublic, evolveStaff, prependPublic, prependStaff, publicView, staffView } from '../../src/conversation/index.ts'
import type { PublicView, StaffView } from '../../src/conversation/index.ts'
import type { Connection } from '../../src/contracts/index.ts'
import { createThreadLog } from '../../src/internal/thread-log.ts'
import type { Cursor, Header, ServerFrame } from '../../src/protocol/index.ts'
import type { Replay } from '../../src/transports/replay.ts'
import { ID } from './samples.ts'

/** A client of a replay without anything around its log: what it holds, and every frame that it got. */
export async function viewer(player: Replay, as: 'visitor' | 'staff') {
  const topic = `conversation:${ID}` as const
  const life = new AbortController()
  const frames: ServerFrame[] = []
  const ask = (after: Cursor | null): void =>
    void connection.send({ t: 'follow', follow: after ? { topic, after } : { topic } }).catch(() => {
      // stopped before it read that it should ask
    })
  const common = { ask, applied: () => undefined }
  const log =
    as === 'staff'
      ? createThreadLog<StaffView>({ ...common, open: (header, tail) => staffView(header as Header, tail), evolve: evolveStaff, prepend: prependStaff, next: (event, seq) => event.seq === seq + 1 })
      : createThreadLog<PublicView>({ ...common, open: publicView, evolve: evolvePublic, prepend: prependPublic, next: (event, seq) => event.prev === seq })
  const connection: Connection = await player.connect({ follow: [{ topic }], signal: life.signal, credentials: () => undefined })
  let taken = 0
  const reading = (async () => {
    for await (const frame of connection.frames) {
      frames.push(frame)
      if (frame.t === 'snapshot') log.snapshot(frame)
      if (frame.t === 'events') log.events(frame)
      if (frame.t === 'reset') log.reset()
      taken += 1
    }
  })()
  return {
    frames,
    connection,
    /** What the client makes of it, rows and all. */
    view() {
      const view = log.view()
      return view && { ...view, transcript: [...view.transcript] }
    },
    /** Ends when nothing comes any more. */
    async quiet() {
      for (let before = -1; before !== taken; ) {
        before = taken
        for (let turn = 0; turn < 8; turn += 1) await Promise.resolve()
      }
    },
    async stop() {
      life.abort()
      await reading
    },
  }
}
