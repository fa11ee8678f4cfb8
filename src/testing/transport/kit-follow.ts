import type { Cursor, Follow } from '../../protocol/index.ts'
import type { HeldLink } from './kit-link.ts'
import type { KitLog } from './kit-log.ts'

/** Events in one frame of a catch-up, and in a snapshot. */
const PAGE = 100
const TAIL = 50

/** Gives a link what there is: the events after a cursor that the log knows, else a snapshot. From then on it follows. */
export async function kitFollow(link: HeldLink, { topic, after }: Follow, log: KitLog | undefined): Promise<void> {
  if (topic === 'me') return
  if (!log) return link.say({ t: 'gone', topic })
  const { conversation, at, header } = log
  // following again replaces what was followed before
  link.topics.delete(topic)
  if (after?.log === at.log && after.seq <= at.seq) return catchUp(link, log, after)
  if (after) link.say({ t: 'reset', conversation, log: at.log })
  link.say({ t: 'snapshot', conversation, at, header, tail: log.events.slice(-TAIL), signals: [] })
  link.topics.add(topic)
}

/** In pieces, with time between them for what carries them; there is one piece even when nothing was missed. */
async function catchUp(link: HeldLink, { conversation, after, at: { log } }: KitLog, from: Cursor): Promise<void> {
  for (let cursor = from; ; ) {
    const events = after(cursor).slice(0, PAGE)
    link.say({ t: 'events', conversation, log, events })
    cursor = { log, seq: events.at(-1)?.seq ?? cursor.seq }
    if (after(cursor).length === 0) break
    await new Promise((resolve) => setTimeout(resolve, 0))
    if (!link.open) return
  }
  // in the same turn as the look at what is left: nothing happens in between
  link.topics.add(`conversation:${conversation}`)
}
