import { check, eventually, same, within } from '../check.ts'
import type { TransportCheck } from './bench.ts'
import { converge } from './converge.ts'
import { read } from './reading.ts'

const WORDS = 'x'.repeat(4_000)
/** 26 MB in all. */
const ROUNDS = 400
const ROUND = 16

export const slowChecks: readonly TransportCheck[] = [
  ['an owner who does not read loses the connection, not memory, and then comes back to everything', async ({ connect, hub, served }) => {
    const connection = await within(connect(), 'connecting')
    const link = hub.links.at(-1)
    check(link?.open, 'the hub has a link')
    let rounds = 0
    while (link.open && rounds < ROUNDS) {
      rounds += 1
      hub.append(Array.from({ length: ROUND }, () => WORDS))
      // time for what carries them: in one turn of the loop nobody could say that he is too slow
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    await eventually(async () => check(!link.open, `after ${rounds * ROUND} frames of 4 kB that nobody reads the hub’s link is still open`))

    const reading = read(connection)
    same(await within(reading.end, 'the end of the frames'), 'transport/lost', 'how the frames end')
    const events = reading.frames.flatMap((frame) => (frame.t === 'events' ? frame.events : []))
    same(events.map(({ seq }) => seq), hub.log.events.slice(0, events.length).map(({ seq }) => seq), 'what came before')
    const after = { log: 1, seq: events.at(-1)?.seq ?? 0 }
    await converge({ hub, transport: served.transport, commands: [], over: () => true, after, silence: 1_000, patience: 8_000 })
  }],
]
