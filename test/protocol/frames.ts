import fc from 'fast-check'
import type { ClientFrame, ServerFrame } from '../../src/protocol/index.ts'

/** Arbitrary frames, for the laws of the codec. */

const int = fc.nat({ max: Number.MAX_SAFE_INTEGER })
const text = fc.string({ unit: 'binary' })
const id = fc.stringMatching(/^[A-Za-z0-9_-]{8,64}$/)
const cursor = fc.record({ log: int, seq: int })
const actor = fc.record({ kind: fc.constantFrom('visitor', 'agent', 'supervisor', 'assistant', 'machine'), id })
const audience = fc.constantFrom('everyone', 'staff')
const topic = fc.oneof(fc.constantFrom('me', 'desk'), id.map((name) => `conversation:${name}`))
// JSON.stringify writes -0 as 0, and dangerous keys are dropped by purpose.
const data = fc
  .jsonValue({ stringUnit: 'binary', maxDepth: 6 })
  .map((value) => JSON.parse(JSON.stringify(value).replaceAll(/"(__proto__|constructor|prototype)":/g, '"other":')) as unknown)
const event = fc.record({ seq: int, at: int, by: actor, type: text, audience, data, prev: int, cause: id })
const signalData = fc.oneof(
  fc.record({ type: fc.constant('typing') }),
  fc.record({ type: fc.constant('text-delta'), message: id, attempt: int, offset: int, text }),
  fc.record({ type: fc.constant('stream-ask'), message: id }),
  fc.record({ type: fc.constant('queue'), place: int, wait: int }, { requiredKeys: ['type', 'place'] }),
  fc.record({ type: fc.constant('head'), log: int, seq: int }),
  fc.record({ type: fc.constant('presence'), state: fc.constantFrom('online', 'offline') }),
)
const signal = fc.record({ key: text, by: actor, audience, ttl: int, data: signalData })
const person = fc.record({ id, kind: fc.constant('agent'), name: text, avatar: text }, { requiredKeys: ['id', 'kind', 'name'] })
const header = fc.record(
  {
    log: int,
    shown: int,
    phase: fc.constantFrom('bot', 'queued', 'human', 'handback', 'closed'),
    people: fc.array(person, { maxLength: 3 }),
    floor: fc.record({ number: int, holder: fc.option(actor) }),
    stream: fc.record({ message: id, attempt: int }),
    handoff: fc.record({ since: int, until: int, reason: text }),
    survey: fc.record({ episode: int, state: fc.constantFrom('open', 'asked', 'answered') }),
    read: fc.record({ visitor: int, staff: int }),
    away: fc.boolean(),
  },
  { requiredKeys: ['log', 'shown', 'phase', 'people', 'floor', 'read'] },
)
const entry = fc.record(
  {
    conversation: id,
    at: cursor,
    phase: fc.constant('queued'),
    holder: id,
    holderName: text,
    visitor: id,
    visitorName: text,
    team: text,
    priority: fc.integer(),
    since: int,
    updated: int,
    reason: text,
    due: int,
    preview: text,
    ticket: fc.boolean(),
  },
  { requiredKeys: ['conversation', 'at', 'phase', 'visitor', 'visitorName', 'priority', 'since', 'updated', 'preview'] },
)
const t = <T extends string>(word: T): fc.Arbitrary<T> => fc.constant(word)

const serverFrames = {
  hello: fc.record({ t: t('hello'), link: id, protocol: int, now: int, expires: int, files: fc.boolean() }, { requiredKeys: ['t', 'link', 'protocol', 'now'] }),
  snapshot: fc.record({
    t: t('snapshot'),
    conversation: id,
    at: cursor,
    header,
    tail: fc.array(event, { maxLength: 4 }),
    signals: fc.array(signal, { maxLength: 4 }),
  }),
  events: fc.record({ t: t('events'), conversation: id, log: int, events: fc.array(event, { maxLength: 4 }) }),
  page: fc.record({ t: t('page'), conversation: id, before: cursor, events: fc.array(event, { maxLength: 4 }), more: fc.boolean() }),
  ack: fc.record({ t: t('ack'), command: id, at: cursor }),
  refused: fc.record({
    t: t('refused'),
    command: id,
    refusal: fc.record({ code: text, message: text, holder: text }, { requiredKeys: ['code', 'message'] }),
  }),
  gone: fc.record({ t: t('gone'), topic }),
  signal: fc.record({ t: t('signal'), topic, signal }),
  desk: fc.record({ t: t('desk'), entries: fc.array(entry, { maxLength: 4 }) }),
  reset: fc.record({ t: t('reset'), conversation: id, log: int }),
  bye: fc.record({ t: t('bye'), code: text, after: int }, { requiredKeys: ['t', 'code'] }),
  beat: fc.record({ t: t('beat'), heads: fc.dictionary(id, cursor) }),
} satisfies Record<ServerFrame['t'], fc.Arbitrary<unknown>>

const clientFrames = {
  command: fc.record({ t: t('command'), conversation: id, seen: fc.option(cursor), command: fc.record({ id, type: text, data }) }),
  follow: fc.record({ t: t('follow'), follow: fc.record({ topic, after: cursor }, { requiredKeys: ['topic'] }) }),
  unfollow: fc.record({ t: t('unfollow'), topic }),
  page: fc.record({ t: t('page'), conversation: id, before: cursor, limit: int }),
  signal: fc.record({ t: t('signal'), topic, signal: fc.record({ ttl: int, data: signalData }) }),
} satisfies Record<ClientFrame['t'], fc.Arbitrary<unknown>>

// fc.record makes objects without a prototype now and then; a frame is what JSON can hold.
const plain = <T>(arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<T> => arbitrary.map((value) => JSON.parse(JSON.stringify(value)) as T)

export const serverFrame = plain<ServerFrame>(fc.oneof(...Object.values(serverFrames)))
export const clientFrame = plain<ClientFrame>(fc.oneof(...Object.values(clientFrames)))
