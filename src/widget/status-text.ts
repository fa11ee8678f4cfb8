import type { ChatStatus } from '../client/api.ts'
import type { Strings } from '../ui/strings.ts'
import { nameOf } from '../ui/name-of.ts'

export interface StatusText {
  readonly text: string
  /** Second line: place in line and wait, or that the agent's connection is lost. */
  readonly details: readonly string[]
}

/** Whole minutes of a wait in milliseconds, at least one. */
const toMinutes = (wait: number): number => Math.max(1, Math.ceil(wait / 60_000))

/**
 * The words of the status line. `lost`: the hub could not be reached for a while, so that no machine is there either; `offline`: not at this
 * moment, so that nobody is being asked for anything.
 */
export function statusText(strings: Strings, status: ChatStatus, lost = false, offline = lost): StatusText {
  switch (status.type) {
    case 'assistant':
      return { text: lost ? strings.notConnected : strings.statusAssistant(strings.assistantName), details: [] }
    case 'connecting': {
      if (offline) return { text: lost ? strings.notConnected : strings.reconnecting, details: [] }
      const place = status.place === undefined ? [] : [strings.statusPlace(status.place)]
      const wait = status.wait === undefined ? strings.statusNoWait : strings.statusWait(toMinutes(status.wait))
      return { text: strings.statusConnecting, details: [...place, wait] }
    }
    case 'agent': {
      const name = nameOf(strings, status.agent)
      return { text: strings.statusAgent(name), details: status.away ? [strings.statusAway(name)] : [] }
    }
    case 'typing':
      return { text: strings.statusTyping(nameOf(strings, status.agent)), details: [] }
    case 'closed':
      return { text: strings.statusClosed, details: [] }
  }
}
