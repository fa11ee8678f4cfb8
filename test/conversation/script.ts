import { decide, defaultPolicy, isRefusal, number } from '../../src/conversation/index.ts'
import type { Policy } from '../../src/conversation/index.ts'
import type { Actor, CommandMap, CommandType, DeadlineKey, Header, KnownCommand, Person, StoredEvent } from '../../src/protocol/index.ts'
import { ASSISTANT, MACHINE } from '../../src/protocol/index.ts'

export const visitor: Person = { id: 'visitor-1', kind: 'visitor', name: 'Visitor 1' }
export const sarah: Person = { id: 'agent-sarah', kind: 'agent', name: 'Sarah' }
export const tom: Person = { id: 'agent-tom', kind: 'agent', name: 'Tom' }
export const assistant: Person = { ...ASSISTANT, name: 'AI Assistant' }

export const sue: Person = { id: 'super-sue', kind: 'supervisor', name: 'Sue' }
export const machine: Person = { ...MACHINE, name: '' }

export const words = (text: string) => ({ parts: [{ type: 'text', text }] }) as const

/** One conversation, played command by command, one second apart. */
export function conversation(changes: Partial<Policy> = {}) {
  const policy = { ...defaultPolicy, ...changes }
  let header: Header | null = null
  let commands = 0
  let now = 0
  const log: StoredEvent[] = []
  return {
    log: log as readonly StoredEvent[],
    header(): Header {
      if (!header) throw new Error('This conversation has not begun.')
      return header
    },
    /** Lets the earliest deadline pass that has not yet. */
    pass(key: DeadlineKey): readonly string[] {
      const due = this.header().deadlines.find((deadline) => deadline.key === key)
      if (!due) throw new Error(`There is no deadline ${key}.`)
      now = Math.max(now, due.at)
      return this.run(machine, 'deadline-pass', due)
    },
    /** The types of the events that a command made, or the code of its refusal. */
    run<T extends CommandType>(person: Person, type: T, data: CommandMap[T]): readonly string[] {
      now += 1000
      const command = { id: `command-${++commands}`, type, data } as KnownCommand
      const by: Actor = { kind: person.kind, id: person.id }
      const decision = decide(header, command, { by, person, now, policy })
      if (isRefusal(decision)) return [decision.code]
      const next = number(header, decision, { cause: command.id, digest: 'digest', now, visitor: visitor.id })
      header = next.header
      log.push(...next.events)
      return next.events.map((event) => event.type)
    },
  }
}
