import type { ServerFrame } from '../../protocol/index.ts'
import { check, same } from '../check.ts'
import type { Opened, TransportCheck } from './bench.ts'
import { CONVERSATION, OTHER } from './bench.ts'
import type { KitControls } from './kit-hub.ts'
import { type KitLog, VISITOR } from './kit-log.ts'

/** The end of what a check has written, which the hub's other frames never look like. */
const LAST: ServerFrame = { t: 'gone', topic: 'desk' }
const isLast = (frame: ServerFrame): boolean => frame.t === 'gone' && frame.topic === 'desk'

const isLastOf = (frame: ServerFrame, { at }: KitLog): boolean => frame.t === 'events' && frame.events.at(-1)?.seq === at.seq

/** What came is what the hub has written on the link, whole, once and in order. */
async function compare({ reading, link }: Opened, what: string): Promise<void> {
  link.say(LAST)
  await reading.until((frames) => frames.some(isLast), `${what}: the last frame`)
  const missing = link.written.findIndex((frame, index) => JSON.stringify(frame) !== JSON.stringify(reading.frames[index]))
  if (missing >= 0) same(reading.frames[missing], link.written[missing], `${what}: frame ${missing + 1} of ${link.written.length}`)
  same(reading.frames.length, link.written.length, `${what}: how many frames came`)
}

/** Texts that a careless line would break, cut or join. */
export const TEXTS: readonly string[] = [
  'plain', 'Zoë, größer, 你好, שלום', '👩‍👩‍👧‍👦 𝒳 🏳️‍🌈', 'one\ntwo\r\nthree\rfour', 'data: {"t":"bye"}\n\ndata: x', '\u2028 and \u2029',
  '\u0000\u0007\u001b', '"quotes" \\ and \\u0041', '', ' ', '\ud83d alone', '\ufeffmark', '</script><!--',
]

/** Bytes of the largest frame that a transport has to bring down: a hub writes such. */
const LARGEST = 262_144
const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length

const UNKNOWN = ['{"t":"later-invented","value":{"deep":[1]}}', '{"t":"events","conversation":7}', '{}', '[]', '0', 'null']

/** One of each kind that a link can carry after hello; `bye` comes last by nature and has a check of its own. */
function everyKind({ log }: KitControls): readonly ServerFrame[] {
  const [first] = log.events
  const conversation = log.conversation
  const by = { kind: 'agent', id: 'agent-0001' } as const
  return [
    { t: 'snapshot', conversation, at: log.at, header: log.header, tail: log.events, signals: [] },
    { t: 'events', conversation, log: 1, events: log.events },
    { t: 'events', conversation, log: 1, events: first ? [{ ...first, type: 'later-invented', data: { list: [1, null, { deep: true }] } }] : [] },
    { t: 'page', conversation, before: log.at, events: log.events, more: true },
    { t: 'ack', command: 'command-0001', at: log.at },
    { t: 'refused', command: 'command-0002', refusal: { code: 'later/invented', message: 'No “thanks”.', phase: 'human' } },
    { t: 'gone', topic: OTHER },
    { t: 'reset', conversation, log: 2 },
    { t: 'beat', heads: { [conversation]: log.at } },
    {
      t: 'desk',
      entries: [
        { conversation, at: log.at, phase: 'bot', visitor: VISITOR, visitorName: 'Vera', priority: 0, since: 1, updated: 2, preview: 'Hello' },
      ],
    },
    { t: 'signal', topic: CONVERSATION, signal: { key: 'typing:agent-0001', by, audience: 'everyone', ttl: 6_000, data: { type: 'typing' } } },
  ]
}

export const frameChecks: readonly TransportCheck[] = [
  ['every kind of frame arrives as it was written', async ({ open, hub, served: { transport } }) => {
    hub.append(['one', 'two'])
    const opened = await open()
    for (const frame of everyKind(hub)) if (frame.t !== 'signal' || transport.supports.signals) opened.link.say(frame)
    await compare(opened, 'every kind')
  }],

  ['texts arrive as they were written, whatever they hold', async ({ open, hub }) => {
    const opened = await open()
    hub.append(TEXTS)
    await compare(opened, 'unusual texts')
  }],

  ['two thousand frames arrive whole, once and in order', async ({ open, hub }) => {
    const opened = await open()
    for (let round = 0; round < 8; round += 1) {
      hub.append(Array.from({ length: 250 }, (_, index) => `number ${round * 250 + index}`))
      // nobody promises to hold more for an owner than he has had time to read
      await opened.reading.until((frames) => frames.slice(-5).some((frame) => isLastOf(frame, hub.log)), `the end of round ${round + 1} of 8`)
    }
    await compare(opened, 'two thousand')
  }],

  ['frames of 256 KiB arrive whole, between small ones', async ({ open, hub }) => {
    const opened = await open()
    await opened.reading.find('events', 'the end of the past')
    hub.append([''])
    const around = bytesOf(opened.link.written.at(-1))
    for (const size of [LARGEST, 50_000]) {
      const text = 'é🙂x'.repeat(Math.floor((size - around) / 7))
      hub.append(['before', text + 'x'.repeat(size - around - bytesOf(text) + 2), 'after'])
    }
    same(Math.max(...opened.link.written.map(bytesOf)), LARGEST, 'the bytes of the largest frame')
    await compare(opened, 'big frames')
  }],

  ['frames that only a newer hub knows are passed over', async ({ open, hub }) => {
    const opened = await open()
    hub.append(['before'])
    for (const text of UNKNOWN) opened.link.sayText(text)
    hub.append(['after'])
    await compare(opened, 'what is known')
    check(opened.link.open, 'the connection lives')
  }],
]
