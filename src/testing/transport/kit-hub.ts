import type { HubLink, Identity, Sink } from '../../contracts/index.ts'
import type { ClientFrame, Cursor, Id, ServerFrame, Topic } from '../../protocol/index.ts'
import { PROTOCOL } from '../../protocol/index.ts'
import { kitFollow } from './kit-follow.ts'
import { type KitQuestions, kitQuestions } from './kit-questions.ts'
import { type HeldLink, type KitLink, kitLink } from './kit-link.ts'
import { type KitLog, VISITOR, kitLog } from './kit-log.ts'

/** What a server in front of the kit's hub uses: links, and answers to frames that come with a request of their own. */
export interface KitHub extends HubLink {
  /**
   * The answer to what is no frame, by whatever part of its path comes after `/kit/`. A server whose transport has `request` gives every request
   * to it that is none of its own.
   */
  fetch(request: Request): Promise<Response>
  /** The answer to a command (`ack`, `refused`) or to a page (`page`, `gone`). The same command twice has one effect. */
  answer(identity: Identity, frame: ClientFrame & { readonly t: 'command' | 'page' }): Promise<ServerFrame>
}

/** The kit's hub with what the checks do to it. */
export interface KitControls extends KitHub {
  /** Every link that there was, oldest first. */
  readonly links: readonly KitLink[]
  /** Links that are open. */
  readonly open: number
  /** Tokens as they were shown, oldest first. */
  readonly shown: readonly string[]
  /** Each command that came, also when it had come before. */
  readonly commands: readonly Id[]
  readonly log: KitLog
  /** What was asked beside the frames. */
  readonly questions: KitQuestions
  /** Another conversation of the same visitor. */
  readonly other: KitLog
  /** A token that is valid until it is revoked. */
  issue(): string
  revoke(token: string): void
  /** Writes messages and tells those who follow, one frame for each. */
  append(texts: readonly string[], log?: KitLog): void
  /** From now on tokens are checked only after the returned function was called. */
  hold(): () => void
  /** From now on every token fails with an error that is no refusal. */
  fail(): void
  close(): void
}

/** A hub small enough to be read at once: a log, links that follow it, commands with one effect each. */
export function kitHub(): KitControls {
  const log = kitLog('conversation-0001')
  const other = kitLog('conversation-0002')
  const logs = new Map([log, other].map((one) => [one.conversation, one]))
  const links: HeldLink[] = []
  const valid = new Set<string>()
  const shown: string[] = []
  const commands: Id[] = []
  const questions = kitQuestions((token) => valid.has(token))
  let issued = 0
  let gate: Promise<void> | undefined
  let failing = false

  const logOf = (topic: Topic): KitLog | undefined => logs.get(topic.slice('conversation:'.length))

  function tell(topic: Topic, frame: ServerFrame): void {
    for (const link of links) if (link.open && link.topics.has(topic)) link.say(frame)
  }
  function append(target: KitLog, text: string, cause?: Id): Cursor {
    const { conversation } = target
    const event = target.append(text, cause, cause === undefined ? undefined : { kind: 'visitor', id: VISITOR })
    const { log: number } = target.at
    tell(`conversation:${conversation}`, { t: 'events', conversation, log: number, events: [event] })
    return target.at
  }

  function obey({ conversation, command }: ClientFrame & { readonly t: 'command' }): ServerFrame {
    commands.push(command.id)
    const target = logs.get(conversation)
    const refused = (code: string, message: string): ServerFrame => ({ t: 'refused', command: command.id, refusal: { code, message } })
    if (!target) return refused('conversation/not-found', 'There is no such conversation.')
    const { text } = (command.data ?? {}) as { readonly text?: unknown }
    if (typeof text !== 'string') return refused('command/invalid', 'A message has a text.')
    const effect = target.events.find(({ cause }) => cause === command.id)
    const at = effect ? { log: target.at.log, seq: effect.seq } : append(target, text, command.id)
    return { t: 'ack', command: command.id, at }
  }
  function turn({ conversation, before, limit }: ClientFrame & { readonly t: 'page' }): ServerFrame {
    const target = logs.get(conversation)
    if (!target) return { t: 'gone', topic: `conversation:${conversation}` }
    const events = target.before(before, limit)
    return { t: 'page', conversation, before, events, more: (events[0]?.prev ?? 0) > 0 }
  }

  function open(identity: Identity, sink: Sink): ReturnType<HubLink['link']> {
    const link = kitLink(`link-${String(links.length + 1).padStart(4, '0')}`, sink)
    const by = { kind: 'visitor', id: identity.sub } as const
    const take: Readonly<{ [T in ClientFrame['t']]: (frame: Extract<ClientFrame, { t: T }>) => unknown }> = {
      command: (frame) => link.say(obey(frame)),
      page: (frame) => link.say(turn(frame)),
      follow: (frame) => kitFollow(link, frame.follow, logOf(frame.follow.topic)),
      unfollow: ({ topic }) => link.topics.delete(topic),
      signal: ({ topic, signal }) => tell(topic, { t: 'signal', topic, signal: { ...signal, key: `typing:${by.id}`, by, audience: 'everyone' } }),
    }
    async function receive(frame: ClientFrame): Promise<void> {
      if (!link.open) return
      link.received.push(frame)
      await (take[frame.t] as (frame: ClientFrame) => unknown)(frame)
    }
    let last: Promise<void> = Promise.resolve()
    links.push(link)
    link.say({ t: 'hello', link: link.id, protocol: PROTOCOL, now: Date.now() })
    return {
      id: link.id,
      close: () => link.end(),
      receive(frame) {
        last = last.then(() => receive(frame))
        return last
      },
    }
  }

  return {
    links,
    shown,
    commands,
    questions,
    fetch: questions.fetch,
    log,
    other,
    link: open,
    get open() {
      return links.filter((link) => link.open).length
    },
    answer: async (_identity, frame) => (frame.t === 'command' ? obey(frame) : turn(frame)),
    async authenticate(token) {
      shown.push(token)
      await gate
      if (failing) throw new Error('The kit’s hub fails on purpose.')
      return valid.has(token) ? { sub: VISITOR, role: 'visitor' } : undefined
    },
    issue() {
      issued += 1
      const token = `kit-token-${issued}`
      valid.add(token)
      return token
    },
    revoke: (token) => void valid.delete(token),
    append(texts, target = log) {
      for (const text of texts) append(target, text)
    },
    hold() {
      let release = (): void => undefined
      gate = new Promise((resolve) => (release = resolve))
      return release
    },
    fail() {
      failing = true
    },
    close() {
      for (const link of links) link.end()
    },
  }
}
