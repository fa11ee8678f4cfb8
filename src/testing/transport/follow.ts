import type { ServerFrame, StoredEvent, Topic } from '../../protocol/index.ts'
import { check, eventually, same, within } from '../check.ts'
import type { Opened, TransportCheck } from './bench.ts'
import { CONVERSATION, OTHER, START } from './bench.ts'

const seqs = (events: readonly StoredEvent[]): readonly number[] => events.map(({ seq }) => seq)

/** The events of a conversation that came on a connection. */
const eventsIn = (frames: readonly ServerFrame[], topic: Topic): readonly StoredEvent[] =>
  frames.flatMap((frame) => (frame.t === 'events' && `conversation:${frame.conversation}` === topic ? frame.events : []))

const arrives = ({ reading }: Opened, topic: Topic, seq: number): Promise<void> =>
  reading.until((frames) => eventsIn(frames, topic).some((event) => event.seq === seq), `event ${seq} of ${topic}`)

const words = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `word ${index + 1}`)

export const followChecks: readonly TransportCheck[] = [
  ['a follow without a cursor gives a snapshot, then what happens', async ({ open, hub }) => {
    hub.append(words(70))
    const opened = await open({ follow: [{ topic: CONVERSATION }] })
    const { conversation, at, header, events } = hub.log
    const snapshot = { t: 'snapshot', conversation, at, header, tail: events.slice(-50), signals: [] }
    same(await opened.reading.find('snapshot', 'the snapshot'), snapshot, 'snapshot')
    hub.append(['live'])
    await arrives(opened, CONVERSATION, hub.log.at.seq)
    same(eventsIn(opened.reading.frames, CONVERSATION), hub.log.events.slice(-1), 'what came after the snapshot')
  }],

  ['a follow with a cursor gives only what lies after it, then what happens', async ({ open, hub }) => {
    hub.append(words(30))
    const [cut = 0] = seqs(hub.log.events.slice(19, 20))
    const opened = await open({ follow: [{ topic: CONVERSATION, after: { log: 1, seq: cut } }] })
    await arrives(opened, CONVERSATION, hub.log.at.seq)
    hub.append(['live'])
    await arrives(opened, CONVERSATION, hub.log.at.seq)
    same(seqs(eventsIn(opened.reading.frames, CONVERSATION)), seqs(hub.log.events.slice(20)), 'what lies after the cursor')
    check(!opened.reading.frames.some(({ t }) => t === 'snapshot'), 'a cursor that the hub knows needs no snapshot')
    same(opened.link.received, [{ t: 'follow', follow: { topic: CONVERSATION, after: { log: 1, seq: cut } } }], 'what the hub was asked')
  }],

  ['a cursor of another log, and one beyond the end, begin again', async ({ open, hub }) => {
    hub.append(words(5))
    for (const after of [{ log: 9, seq: 2 }, { log: 1, seq: 999_999_999 }]) {
      const { reading } = await open({ follow: [{ topic: CONVERSATION, after }] })
      await reading.find('snapshot', 'the snapshot')
      same(reading.frames.map(({ t }) => t), ['hello', 'reset', 'snapshot'], `after ${after.log}.${after.seq}`)
    }
  }],

  ['several topics are followed at once, each from its own cursor; what does not exist is gone', async ({ open, hub }) => {
    hub.append(words(5))
    hub.append(words(3), hub.other)
    const nobody = 'conversation:conversation-9999'
    const one = { topic: CONVERSATION, after: { log: 1, seq: 2 } } as const
    const opened = await open({ follow: [{ topic: 'me' }, one, { topic: OTHER, after: START }, { topic: nobody }] })
    await Promise.all([arrives(opened, CONVERSATION, hub.log.at.seq), arrives(opened, OTHER, hub.other.at.seq), opened.reading.find('gone', 'gone')])
    same(seqs(eventsIn(opened.reading.frames, CONVERSATION)), seqs(hub.log.events.slice(2)), 'the one')
    same(seqs(eventsIn(opened.reading.frames, OTHER)), seqs(hub.other.events), 'the other')
    same(opened.reading.frames.filter(({ t }) => t === 'gone'), [{ t: 'gone', topic: nobody }], 'what is gone')
  }],

  ['a topic is followed and left later on the same connection', async ({ open, hub }) => {
    hub.append(words(4), hub.other)
    const opened = await open({ follow: [{ topic: CONVERSATION, after: START }] })
    await within(opened.connection.send({ t: 'follow', follow: { topic: OTHER, after: { log: 1, seq: 1 } } }), 'sending follow')
    await arrives(opened, OTHER, hub.other.at.seq)
    same(seqs(eventsIn(opened.reading.frames, OTHER)), seqs(hub.other.events.slice(1)), 'what lies after the cursor')
    await within(opened.connection.send({ t: 'unfollow', topic: CONVERSATION }), 'sending unfollow')
    await eventually(async () => check(opened.link.received.some(({ t }) => t === 'unfollow'), 'the hub hears what is left'))
    hub.append(['not for this one'])
    hub.append(['for this one'], hub.other)
    await arrives(opened, OTHER, hub.other.at.seq)
    same(eventsIn(opened.reading.frames, CONVERSATION), [], 'what came of the topic that was left')
  }],

  ['a topic is followed again on the same connection, and from an older cursor its events come again', async ({ open, hub }) => {
    hub.append(words(5))
    const all = seqs(hub.log.events)
    const opened = await open({ follow: [{ topic: CONVERSATION, after: START }] })
    await arrives(opened, CONVERSATION, hub.log.at.seq)
    const wanted = [...all]
    // twice the same: what is known already is the owner's to know
    for (const time of ['first', 'second']) {
      await within(opened.connection.send({ t: 'follow', follow: { topic: CONVERSATION, after: { log: 1, seq: 2 } } }), 'sending follow')
      wanted.push(...all.slice(2))
      await opened.reading.until((frames) => eventsIn(frames, CONVERSATION).length >= wanted.length, `the events again, the ${time} time`)
      same(seqs(eventsIn(opened.reading.frames, CONVERSATION)), wanted, 'the events')
    }
    await within(opened.connection.send({ t: 'follow', follow: { topic: CONVERSATION } }), 'sending follow without a cursor')
    await opened.reading.find('snapshot', 'the snapshot')
    hub.append(['live'])
    await arrives(opened, CONVERSATION, hub.log.at.seq)
    same(seqs(eventsIn(opened.reading.frames, CONVERSATION)), [...wanted, hub.log.at.seq], 'the events, and what happens')
  }],
]
