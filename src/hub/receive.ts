import type { EventStore, Identity } from '../contracts/index.ts'
import { DELIVERED_TTL } from '../internal/read-marks.ts'
import { TEXT_LIMIT, parseCommand } from '../schema/index.ts'
import type { ClientFrame, ErrorCode, Header, Id, KnownCommand, RefusalCode, ServerFrame, Signal, Topic } from '../protocol/index.ts'
import { TYPING_TTL, isHandbackError, textOf } from '../protocol/index.ts'
import type { Allowance } from './allowance.ts'
import type { Desk } from './desk.ts'
import type { Order, Outcome } from './execute.ts'
import type { Files } from './files/files.ts'
import { FILES } from './files/files.ts'
import { isHubId } from './hub-ids.ts'
import { actorOf, maySee, personOf, staffRole } from './identity.ts'
import type { OpenLink } from './links.ts'
import { conversationOf } from './links.ts'
import { loadHeader } from './records.ts'
import type { Rooms } from './rooms.ts'
import { tailBefore } from './tail.ts'

export interface ReceiveOptions {
  readonly store: EventStore
  readonly rooms: Rooms
  readonly desk: Desk
  /** What visitors may ask for. */
  readonly allowance: Allowance
  readonly files: Pick<Files, 'checked'>
  readonly run: (order: Order) => Promise<Outcome>
}

type Of<T extends ClientFrame['t']> = Extract<ClientFrame, { t: T }>

/** What clients may ask for; every answer is a frame, and what is not theirs does not exist. */
export interface Receiver {
  /** Takes so many from what a visitor may ask for, all or none; throws `request/rate-limited` with the time to wait. */
  charge(identity: Identity, count: number): void
  /** Frames that need no link: their answer may go back on the request that brought them, which was charged for them. */
  answer(identity: Identity, frame: Of<'command' | 'page'>): Promise<ServerFrame>
  /** Any frame of a link. */
  receive(link: OpenLink, frame: ClientFrame): Promise<void>
}

const PAGE_LIMIT = 200
const TOPICS = 100
/** Why a link ends, to come back when there is more time. */
const later: ReadonlySet<string> = new Set<ErrorCode>(['request/rate-limited', 'hub/busy'])

const refused = (command: Id, code: RefusalCode, message: string): ServerFrame => ({ t: 'refused', command, refusal: { code, message } })

/** A visitor writes plain words and sends files, and no more of them than one message holds. */
function unfitForVisitors({ type, data }: KnownCommand): string | undefined {
  if (type !== 'message-send') return undefined
  if (!data.parts.every((part) => part.type === 'text' || part.type === 'attachment')) return 'A message can only hold text and files.'
  return textOf(data.parts).length > TEXT_LIMIT ? `A message holds at most ${TEXT_LIMIT} characters.` : undefined
}

/** The holder, and who writes beside the holder. */
const writes = ({ floor, helpers }: Header, id: Id): boolean => floor.holder?.id === id || (helpers?.includes(id) ?? false)

export function createReceiver({ store, rooms, desk, allowance, files, run }: ReceiveOptions): Receiver {
  const command = async (identity: Identity, frame: Of<'command'>): Promise<ServerFrame> => {
    const { id } = frame.command
    if (isHubId(id)) return refused(id, 'command/forbidden', 'Ids of this kind are the hub’s own.')
    const parsed = parseCommand(frame.command)
    if (!parsed.ok) {
      const code = parsed.path === 'type' ? 'command/unknown' : 'command/invalid'
      return refused(id, code, `Not a command that can be read (${parsed.path || 'data'}).`)
    }
    const unfit = staffRole(identity) ? undefined : unfitForVisitors(parsed.command)
    if (unfit !== undefined) return refused(id, 'command/invalid', unfit)
    const checked = await withFiles(identity, frame, parsed.command)
    if (!checked) return refused(id, 'command/invalid', `A message holds at most ${FILES} files, each brought here by whoever sends it.`)
    const outcome = await run({
      conversation: frame.conversation,
      command: checked,
      by: actorOf(identity),
      person: personOf(identity),
      seen: frame.seen,
    })
    return outcome.ok ? { t: 'ack', command: id, at: outcome.at } : { t: 'refused', command: id, refusal: outcome.refusal }
  }

  /** The same command, with what is kept of its files instead of what it says of them; `undefined` when one is not there to be sent. */
  const withFiles = async ({ sub }: Identity, { conversation }: Of<'command'>, command: KnownCommand): Promise<KnownCommand | undefined> => {
    if (command.type !== 'message-send') return command
    const { parts } = command.data
    const count = parts.filter(({ type }) => type === 'attachment').length
    if (count === 0) return command
    const checked = count > FILES ? undefined : await files.checked(sub, conversation, parts)
    if (checked) return { ...command, data: { ...command.data, parts: checked } }
    // what was sent once is sent, also when its files are removed since
    return (await store.caused(conversation, command.id, null)).length > 0 ? command : undefined
  }

  const page = async (identity: Identity, { conversation, before, limit }: Of<'page'>): Promise<ServerFrame> => {
    const header = await loadHeader(store, conversation)
    if (!maySee(identity, header) || header.log !== before.log) return { t: 'gone', topic: `conversation:${conversation}` }
    const events = await tailBefore(store, conversation, before, staffRole(identity), Math.min(Math.max(limit, 1), PAGE_LIMIT))
    const first = events[0]
    const more = first !== undefined && (staffRole(identity) ? first.seq > 1 : first.prev > 0)
    return { t: 'page', conversation, before, events, more }
  }

  const follow = async (link: OpenLink, { follow: { topic, after } }: Of<'follow'>): Promise<void> => {
    const gone = (): void => link.send({ t: 'gone', topic })
    if (topic === 'me') return
    if (link.topics.size >= TOPICS && !link.topics.has(topic)) return gone()
    if (topic === 'desk') {
      if (!link.staff) return gone()
      link.topics.get(topic)?.()
      const stop = await desk.follow(link)
      if (link.ended) stop()
      else link.topics.set(topic, stop)
      return
    }
    const conversation = conversationOf(topic)
    if (conversation === undefined) return gone()
    const room = await rooms.hold(conversation)
    if (!room) return gone()
    if (link.ended || !maySee(link.identity, room.header)) {
      rooms.release(conversation)
      return gone()
    }
    // following again replaces what was followed before
    link.topics.get(topic)?.()
    link.topics.set(topic, () => {
      room.unfollow(link)
      rooms.release(conversation)
    })
    await room.follow(link, after)
  }

  const signal = (link: OpenLink, { topic, signal: { data, ttl } }: Of<'signal'>): void => {
    const conversation = conversationOf(topic)
    // only where one follows, which is where one may be
    if (conversation === undefined || !link.topics.has(topic)) return
    if (data.type === 'stream-ask') rooms.peek(conversation)?.replay(link, data.message)
    const by = actorOf(link.identity)
    const stamp = (data: Signal['data'], most: number): Signal => ({
      key: `${data.type}:${by.id}`,
      by,
      audience: 'everyone',
      ttl: Math.min(Math.max(ttl, 0), most),
      data,
    })
    if (data.type === 'typing') store.publish(topic, stamp({ type: 'typing' }, TYPING_TTL))
    const header = rooms.peek(conversation)?.header
    // a colleague who only looks in does not receive for the one who answers
    if (data.type !== 'delivered' || !header || (link.staff && !writes(header, by.id))) return
    store.publish(topic, stamp({ type: 'delivered', seq: Math.min(data.seq, header.shown) }, DELIVERED_TTL))
  }

  const charge = (identity: Identity, count: number): void => {
    if (!staffRole(identity)) allowance.take(identity.sub, count)
  }
  /** Whoever asks too much, or too much of a busy hub, comes back later, with the same commands and the cursors that it has. */
  const orLater = async (link: OpenLink, work: () => Promise<void>): Promise<void> => {
    try {
      charge(link.identity, 1)
      await work()
    } catch (error) {
      if (!isHandbackError(error) || !later.has(error.code)) throw error
      link.end(error.code, error.retryAfter)
    }
  }

  const answer = (identity: Identity, frame: Of<'command' | 'page'>): Promise<ServerFrame> =>
    frame.t === 'command' ? command(identity, frame) : page(identity, frame)

  const stop = (link: OpenLink, topic: Topic): void => {
    link.topics.get(topic)?.()
    link.topics.delete(topic)
  }

  return {
    charge,
    answer,
    async receive(link, frame) {
      if (frame.t === 'unfollow') stop(link, frame.topic)
      else if (frame.t === 'signal') signal(link, frame)
      else await orLater(link, async () => (frame.t === 'follow' ? follow(link, frame) : link.send(await answer(link.identity, frame))))
    },
  }
}
