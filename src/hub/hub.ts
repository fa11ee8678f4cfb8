import type { HubLink, Identity, Link, Sink } from '../contracts/index.ts'
import { ASSISTANT_PERSON, defaultPolicy } from '../conversation/index.ts'
import { newId } from '../internal/ids.ts'
import type { Actor, CommandMap, CommandType, Id, KnownCommand, Person } from '../protocol/index.ts'
import { ASSISTANT, MACHINE } from '../protocol/index.ts'
import { fetchHandler } from './adapters/fetch.ts'
import { createAdmission } from './admission.ts'
import { createAllowance } from './allowance.ts'
import { createAssistant } from './assistant.ts'
import { checkHubOptions } from './check-options.ts'
import { conversationList } from './conversation-list.ts'
import { createDesk } from './desk.ts'
import { finishErasing } from './erasing.ts'
import { type Order, type Outcome, execute } from './execute.ts'
import { every } from './every.ts'
import { type Exporter, createExporter } from './export.ts'
import { createFiles } from './files/files.ts'
import { sweepFiles } from './files/rounds.ts'
import { createForwarding } from './forwarding.ts'
import { createSurroundings } from './hours/surroundings.ts'
import { sameParty } from './identity.ts'
import { createLinks } from './links.ts'
import { defaultLog } from './log.ts'
import type { HubOptions } from './options.ts'
import { originOf } from './origins.ts'
import { createPolls } from './polls.ts'
import type { HubPorts } from './ports.ts'
import { createPresence } from './presence.ts'
import { createQueue } from './queue.ts'
import { createReceiver } from './receive.ts'
import { createRooms } from './rooms.ts'
import { createFiling } from './tickets/filing.ts'
import { type TicksOptions, passDeadlines, recoverTurns } from './ticks.ts'
import { botOf } from './turns/bot.ts'
import { createVisitors } from './visitors.ts'

export type { HubPorts } from './ports.ts'

export interface Hub extends HubLink {
  readonly ports: HubPorts
  /** Answers a request; 404 for what lies outside its path. */
  fetch(request: Request): Promise<Response>
  /**
   * A conversation as the text of one JSON file, in pieces: all of it but digests, or what its visitor may see
   * (`audience`, default `staff`). Rejects `conversation/not-found`, and `store/conflict` when it is erased meanwhile.
   *
   * @example await writeFile('conversation.json', hub.exportConversation(id))
   */
  exportConversation: Exporter['whole']
  /**
   * Says goodbye on every link, stops turns and timers. Clients are told to come back evenly spread, about 200 a second, over 2 to
   * 30 s. Requests in flight still get their answers. The store stays open. Idempotent. With a server of Node: see `drain`.
   */
  close(): Promise<void>
}

/** Milliseconds between two looks at the deadlines, at who is here, and between heartbeats. */
const TICK = 1_000
const PRESENCE_EVERY = 5
const BEAT_EVERY = 15
const ALLOWANCE = { burst: 200, perSecond: 20 }
/** The burst is more than a second's worth, because a `Retry-After` is in whole seconds and its guests come together. */
const ADMISSION = { burst: 1_000, perSecond: 500 }
const BUFFER = 1_048_576
const LEAST_BUFFER = 655_360
const machinePerson: Person = { ...MACHINE, name: '' }

/**
 * The server side of conversations: takes commands, keeps the log, runs the bot, tells everybody who follows.
 * Mount it with `nodeHandler` (handback/hub/node), with `hub.fetch` wherever there are `Request` and `Response`, or use it in
 * the same page or test with `inProcess`. Throws a `TypeError` that names the option for what cannot be, before anything is started.
 *
 * @example
 * const hub = createHub({ store: sqliteStore({ path: '.handback/hub.db' }), provider, tokens: createTokens(key) })
 * createServer(nodeHandler(hub)).listen(4280)
 */
export function createHub(options: HubOptions): Hub {
  checkHubOptions(options)
  const { store, tokens, blobs } = options
  const id = newId()
  const now = (): number => (options.now ?? Date.now)()
  const steady = (): number => (options.steady ?? (() => performance.now()))()
  const log = options.log ?? defaultLog()
  const policy = { ...defaultPolicy, ...options.policy }
  const failPoint = options.failPoint ?? (() => {})
  let closed = false
  const failed = (fields: object, message: string): void => {
    if (!closed) log.error(fields, message)
  }
  const onFailure = (error: unknown): void => failed({ error }, 'The store failed')
  const onFailureOf = (conversation: Id, error: unknown): void => failed({ conversation, error }, 'A conversation could not be looked after')

  const surroundings = createSurroundings(options)
  const charge: HubPorts['charge'] = (...charged) => receiver.charge(...charged)
  const exporter = createExporter(store, now, charge)
  const files = createFiles({
    store,
    blobs,
    most: options.blobBytes,
    now,
    charge,
    onLeft: (conversation) => log.warn({ conversation }, 'Files that were to be removed are left: this hub has no `blobs`'),
  })
  const rooms = createRooms({
    store,
    now,
    failPoint,
    onFailure,
    onHeader: (conversation, header) => assistant.observe(conversation, header),
    onWaiting: () => queue.refresh(),
  })

  /** What waited for an answer meanwhile gets one from what is left. */
  const erase = (conversation: Id): Promise<number> => finishErasing(store, conversation, files.forget).finally(() => assistant.answer(conversation))
  const run = (order: Order): Promise<Outcome> =>
    execute({ store, policy, now, failPoint, surroundings, erase, appended: (...appended) => assistant.appended(...appended) }, order)
  const order = <T extends CommandType>(conversation: Id, by: Actor, type: T, data: CommandMap[T], command: Id): Promise<Outcome> =>
    run({ conversation, by, person: by.kind === 'machine' ? machinePerson : ASSISTANT_PERSON, seen: null, command: { id: command, type, data } as KnownCommand })

  const assistant = createAssistant({
    store,
    rooms,
    log,
    failPoint,
    ...botOf(options, { policy, steady, log }),
    policy,
    order: (conversation, type, data, command) => order(conversation, ASSISTANT, type, data, command),
  })
  const queue = createQueue(store, id, onFailure)
  const desk = createDesk({
    store,
    visitors: createVisitors({ store, hub: id, now, here: () => links.subs('visitors') }),
    onFailure,
    onEntry(entry, before) {
      queue.changed(entry, before)
      rooms.peek(entry.conversation)?.replaced(entry.at.log)
      files.changed(entry.conversation).catch(onFailure)
    },
  })
  const presence = createPresence({
    store,
    onDrop: async (conversation, agent) => void (await order(conversation, MACHINE, 'agent-drop', { agent }, newId())),
    onReturn: async (conversation, agent) => void (await order(conversation, MACHINE, 'agent-return', { agent }, newId())),
    onFailure: onFailureOf,
  })
  const receiver = createReceiver({ store, rooms, desk, files, run, allowance: createAllowance({ now, ...(options.allowance ?? ALLOWANCE) }) })
  const links = createLinks({
    now,
    files: blobs !== undefined,
    receive: receiver.receive,
    head(link, conversation) {
      const header = rooms.peek(conversation)?.header
      return header && { log: header.log, seq: link.staff ? header.seq : header.shown }
    },
    onOpen(link) {
      if (link.staff) presence.arrived(link.sub).then(queue.refresh, onFailure)
    },
    onClose(link) {
      if (link.staff && !links.subs('staff').has(link.sub)) presence.left(link.sub).then(queue.refresh, onFailure)
    },
    onError: onFailure,
  })

  const filing = createFiling({
    store,
    tickets: options.tickets,
    hub: id,
    steady,
    text: exporter.text,
    log,
    file: (conversation, data, command) => order(conversation, MACHINE, 'ticket-file', data, command),
  })
  const ticks: TicksOptions = {
    store,
    now,
    order,
    onOwed: assistant.answer,
    onAsked: assistant.help,
    onTicket: filing.consider,
    erase,
    onFailure: onFailureOf,
    onRefused: (conversation, refusal) => log.warn({ conversation, refusal }, 'A deadline was refused'),
  }
  const lookAround = async (): Promise<void> => {
    await presence.renew(links.subs('staff'))
    await presence.compare(desk.held())
  }
  let count = 0
  const tick = async (): Promise<void> => {
    count += 1
    polls.sweep()
    for (const link of [...links.all()]) {
      if (link.identity.expires !== undefined && link.identity.expires <= now()) link.end('auth/expired')
      else if (count % BEAT_EVERY === 0) link.send({ t: 'beat', heads: link.heads() })
    }
    // one that fails is no matter of the next
    await passDeadlines(ticks).catch(onFailure)
    if (count % PRESENCE_EVERY === 0) await Promise.all([lookAround().catch(onFailure), desk.look().catch(onFailure)])
    if (count % BEAT_EVERY === 0) queue.refresh()
  }

  const link = (identity: Identity, sink: Sink): Link => (closed ? links.turnAway(sink, 'hub/closing') : links.open(identity, sink))
  const linkOf = (identity: Identity, linkId: string): Link | undefined => {
    const found = links.get(linkId)
    return found && sameParty(found.identity, identity) ? found : undefined
  }
  const buffer = Math.max(LEAST_BUFFER, options.buffer ?? BUFFER)
  const polls = createPolls({ link, now: steady, buffer })
  const { admit } = createAdmission({ now: steady, crowded: links.crowded, ...(options.admission ?? ADMISSION) })
  const forwarding = createForwarding({ store, hub: id, linkOf, onFailure })
  const ports: HubPorts = {
    tokens,
    path: (options.path ?? '/handback').replace(/\/+$/, ''),
    origins: (options.origins ?? []).flatMap((origin) => originOf(origin) ?? []),
    buffer,
    admit: ({ sub }) => admit(sub),
    charge,
    answer: receiver.answer,
    record: exporter.seenBy,
    transcript: exporter.textFor,
    files,
    article: async (name) => options.knowledge?.article(name),
    conversations: (identity) => conversationList(store, identity),
    polls,
    linkOf,
    forward: forwarding.forward,
    onError: onFailure,
  }
  const stops = [every(TICK, tick, onFailure), sweepFiles({ store, blobs, hub: id, now, steady, onFailure: onFailureOf, onEnd: onFailure })]
  if (!store.supports.shared) recoverTurns(ticks).catch(onFailure)

  return {
    link,
    authenticate: tokens.verify,
    ports,
    fetch: fetchHandler({ link, ports }),
    exportConversation: exporter.whole,
    async close() {
      if (closed) return
      closed = true
      for (const stop of stops) stop()
      assistant.close()
      filing.close()
      links.close('hub/closing')
      forwarding.close()
      desk.close()
      rooms.close()
    },
  }
}
