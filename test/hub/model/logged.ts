import type { Actor, StoredEvent } from '../../../src/protocol/index.ts'

export const visitor: Actor = { kind: 'visitor', id: 'visitor-1' }
export const assistant: Actor = { kind: 'assistant', id: 'assistant' }
export const sarah: Actor = { kind: 'agent', id: 'agent-sarah' }

export const DANGER = 'I want to kill myself tonight'

/** An event of a log. */
export const logged = (seq: number, type: string, by: Actor, data: unknown, audience: StoredEvent['audience'] = 'everyone'): StoredEvent => ({
  seq,
  at: seq,
  by,
  type,
  audience,
  data,
  prev: seq - 1,
  cause: `command-${seq}`,
})

/** A message in it. */
export const sent = (seq: number, by: Actor, text: string, ...parts: readonly unknown[]): StoredEvent =>
  logged(seq, 'message-sent', by, { message: `message-${seq}`, parts: [...(text === '' ? [] : [{ type: 'text', text }]), ...parts] })
