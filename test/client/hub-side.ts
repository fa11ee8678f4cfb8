import { decide, defaultPolicy, isRefusal, number, publicHeader, project } from '../../src/conversation/index.ts'
import type { Actor, ClientFrame, Cursor, Header, KnownCommand, Person, ServerFrame, StoredEvent } from '../../src/protocol/index.ts'
import { ASSISTANT } from '../../src/protocol/index.ts'

const people = {
  visitor: { id: 'visitor-maria', kind: 'visitor', name: 'Maria' },
  agent: { id: 'agent-sarah', kind: 'agent', name: 'Sarah' },
  assistant: { ...ASSISTANT, name: 'AI Assistant' },
} as const satisfies Readonly<Record<string, Person>>

/** The log of one conversation, kept by the real machine, for a test that decides itself when its client hears of what. */
export function hubSide(conversation: string) {
  let header: Header | null = null
  let log = 1
  let made = 0
  const events: StoredEvent[] = []
  const open = (): Header => {
    if (!header) throw new Error('The conversation has not begun.')
    return header
  }
  return {
    events,
    get header() {
      return open()
    },
    get head(): Cursor {
      return { log, seq: open().shown }
    },
    /** Writes a command's events, and returns those that a visitor may see. */
    take(command: KnownCommand, who: keyof typeof people = 'visitor'): StoredEvent[] {
      const person = people[who]
      const by: Actor = { kind: person.kind, id: person.id }
      const decision = decide(header, command, { by, person, now: 1_000 + made, policy: defaultPolicy })
      if (isRefusal(decision)) throw new Error(`${command.type}: ${decision.code}`)
      const next = number(header, decision, { cause: command.id, digest: 'x', now: 1_000 + made, visitor: people.visitor.id })
      header = next.header
      events.push(...next.events)
      return next.events.flatMap((event) => project(event) ?? [])
    },
    /** The same for a command that the hub's side makes up. */
    act(who: keyof typeof people, type: KnownCommand['type'], data: unknown = {}): StoredEvent[] {
      made += 1
      return this.take({ id: `command-of-hub-${made}`, type, data } as KnownCommand, who)
    },
    /** A turn of the bot from its start; `answer` ends it. */
    turn(message: string): StoredEvent[] {
      return this.act('assistant', 'turn-start', { turn: `turn-${message}`, attempt: open().attempts + 1, message })
    },
    answer(text: string): StoredEvent[] {
      const turn = open().turn
      return this.act('assistant', 'turn-commit', {
        turn: turn?.id,
        attempt: turn?.attempt,
        floor: open().floor.number,
        parts: [{ type: 'text', text }],
      })
    },
    ack: (frame: Extract<ClientFrame, { t: 'command' }>): ServerFrame => ({
      t: 'ack',
      command: frame.command.id,
      // a hidden event's number is nobody's business
      at: { log, seq: events.findLast(({ cause, audience }) => cause === frame.command.id && audience === 'everyone')?.seq ?? open().shown },
    }),
    tell: (told: readonly StoredEvent[]): ServerFrame => ({ t: 'events', conversation, log, events: told }),
    /** What lies after a cursor. */
    after: (cursor: Cursor): ServerFrame => ({
      t: 'events',
      conversation,
      log,
      events: events.filter(({ seq }) => seq > cursor.seq).flatMap((event) => project(event) ?? []),
    }),
    snapshot(tail = 50): ServerFrame {
      return {
        t: 'snapshot',
        conversation,
        at: this.head,
        header: publicHeader(open()),
        tail: tail === 0 ? [] : events.flatMap((event) => project(event) ?? []).slice(-tail),
        signals: [],
      }
    },
    /** The log begins anew, as after an erasure. */
    replace(): void {
      log += 1
      header = { ...open(), log }
    },
  }
}
