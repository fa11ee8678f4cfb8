import { atom } from 'nanostores'
import { createAsking } from '../client/asking.ts'
import { createConnection } from '../client/connection.ts'
import { type AttachmentPart, type Follow, HandbackError, type Id, type ServerFrame, type Topic, isIndexEntry } from '../protocol/index.ts'
import type { Desk, DeskOptions, DeskThread } from './api.ts'
import { createCommands } from './commands.ts'
import { createEntryLists } from './entries.ts'
import { createOutgoing } from './outgoing.ts'
import { noAgent, strangerAt } from './stranger-at.ts'
import { createThread, type OpenThread } from './thread.ts'

type Handlers = { readonly [T in ServerFrame['t']]?: (frame: Extract<ServerFrame, { t: T }>) => void }

const conversationOf = (topic: string): Id => topic.slice('conversation:'.length)

/**
 * The agents' side of a hub: one connection, the lists of the desk, and the conversations that are open at it. It
 * connects at once. A command is sent again after each lost connection until the hub has acknowledged or refused it;
 * `destroy` refuses what is unanswered with `client/closed`. Errors of the connection stand in `$error`.
 *
 * A token that is a visitor's (`desk/no-agent`) or somebody else's than `me` (`desk/other-agent`) ends it: the error stands in `$error`, the
 * connection is `idle`, every command is refused with it. Make another desk then.
 *
 * @example
 * const desk = createDesk({ transport: http({ endpoint: '/handback' }), credentials: () => token, me })
 * const stop = desk.$queue.subscribe((queue) => badge(queue.length))
 */
export function createDesk({ transport, credentials, me }: DeskOptions): Desk {
  const threads = new Map<Id, OpenThread>()
  /** Ends what is asked for beside the connection. */
  const life = new AbortController()
  const lists = createEntryLists(me.id)
  const $files = atom(true)
  let asked: ReadonlySet<Id> = new Set()
  /** Topics whose past has not come by this connection yet. */
  let due = new Set<Topic>()
  const outgoing = createOutgoing({
    wire: (frame) => connection.send(frame),
    again() {
      for (const thread of threads.values()) outgoing.send({ t: 'follow', follow: thread.follow() })
      resend()
    },
    impossible(frame, { code, message }) {
      if (frame.t === 'command') commands.refuse(frame.command.id, { code, message })
    },
  })
  const commands = createCommands(outgoing.send)

  function resend(): void {
    commands.resend()
    for (const thread of threads.values()) thread.resend()
  }

  function came(topic: Topic): void {
    due.delete(topic)
    if (due.size === 0) connection.synced()
  }
  const toThread = (frame: ServerFrame & { readonly conversation: Id }): void => threads.get(frame.conversation)?.receive(frame)
  const pastOf = (frame: ServerFrame & { readonly conversation: Id }): void => {
    toThread(frame)
    came(`conversation:${frame.conversation}`)
  }

  /** As the chat does, of a conversation that is known. */
  function filesOf(conversation: Id): Pick<DeskThread, 'uploadFile' | 'readFile'> {
    const ledger = { conversation, past: true, load: async () => undefined }
    // what somebody of the team has brought is looked at by the hub
    const place = async () => ({ conversation, bring: (part: AttachmentPart) => part, holds: () => true })
    const { uploadFile, readFile } = createAsking(transport, credentials, ledger, { place }, life.signal)
    return { uploadFile, readFile }
  }

  /** Nothing that is done here could have an effect, and nothing would tell: whoever threw this is told once, by `$error`. */
  function end(error: HandbackError): never {
    connection.stop()
    outgoing.stop()
    life.abort(error)
    commands.close({ code: error.code, message: error.message })
    throw error
  }

  const handlers: Handlers = {
    hello({ you, files = true }) {
      const stranger = you && strangerAt(me, you)
      if (stranger) end(stranger)
      $files.set(files)
      outgoing.settled()
      // opened or closed between the attempt and its success
      for (const [id, thread] of threads) if (!asked.has(id)) outgoing.send({ t: 'follow', follow: thread.follow() })
      for (const id of asked) if (!threads.has(id)) outgoing.send({ t: 'unfollow', topic: `conversation:${id}` })
      resend()
    },
    desk({ entries }) {
      lists.apply(entries.filter(isIndexEntry))
      came('desk')
    },
    ack: ({ command, at }) => commands.acknowledge(command, at),
    refused: ({ command, refusal }) => commands.refuse(command, refusal),
    snapshot: pastOf,
    events: pastOf,
    page: toThread,
    reset: toThread,
    signal: (frame) => threads.get(conversationOf(frame.topic))?.receive(frame),
    gone(frame) {
      // there is a desk for everybody of the team
      if (frame.topic === 'desk') end(noAgent())
      lists.remove(conversationOf(frame.topic))
      threads.get(conversationOf(frame.topic))?.receive(frame)
      came(frame.topic)
    },
    beat(frame) {
      for (const thread of threads.values()) thread.receive(frame)
    },
  }

  const connection = createConnection({
    transport,
    credentials,
    follow() {
      asked = new Set(threads.keys())
      const follows: readonly Follow[] = [{ topic: 'desk' }, ...[...threads.values()].map((thread) => thread.follow())]
      due = new Set(follows.map(({ topic }) => topic))
      return follows
    },
    onFrame(frame) {
      const handler = handlers[frame.t] as ((frame: ServerFrame) => void) | undefined
      handler?.(frame)
    },
  })
  connection.start()
  const forget = connection.$state.listen((state) => {
    if (state === 'live' || state === 'polling' || state === 'syncing') return
    for (const thread of threads.values()) thread.lost()
  })

  return {
    me,
    $connection: connection.$state,
    $error: connection.$error,
    $files,
    $queue: lists.$queue,
    $mine: lists.$mine,
    $others: lists.$others,
    $closed: lists.$closed,
    open(conversation) {
      const known = threads.get(conversation)
      if (known) return known.api
      const thread: OpenThread = createThread(conversation, {
        me,
        send: outgoing.send,
        signal: outgoing.signal,
        issue: commands.issue,
        files: filesOf(conversation),
        closed() {
          if (threads.get(conversation) !== thread) return
          threads.delete(conversation)
          outgoing.send({ t: 'unfollow', topic: thread.topic })
          came(thread.topic)
        },
      })
      threads.set(conversation, thread)
      outgoing.send({ t: 'follow', follow: thread.follow() })
      return thread.api
    },
    destroy() {
      forget()
      life.abort(new HandbackError('client/closed', 'The desk is closed.'))
      for (const thread of threads.values()) thread.stop()
      threads.clear()
      commands.close()
      outgoing.stop()
      connection.stop()
    },
  }
}
