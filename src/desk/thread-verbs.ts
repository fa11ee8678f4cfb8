import type { CommandMap, CommandType, Id, Part } from '../protocol/index.ts'
import type { DeskResult, ThreadVerbs } from './api.ts'
import type { Outcome } from './commands.ts'
import type { PendingMessages } from './pending-messages.ts'

export interface VerbsOptions {
  /** A command with a new id, or with this one. */
  readonly issue: <T extends CommandType>(type: T, data: CommandMap[T], id?: Id) => Promise<Outcome>
  readonly pending: PendingMessages
  readonly newId: () => Id
  /** The own message has left the box. */
  readonly sent: () => void
  /** Own pending messages have changed. */
  readonly show: () => void
}

/** What an agent can do with a conversation, as commands. */
export function createVerbs({ issue, pending, newId, sent, show }: VerbsOptions): ThreadVerbs {
  return {
    claim: () => issue('floor-claim', {}),
    async sendMessage(text, { draft, files = [] } = {}): Promise<DeskResult> {
      const id = newId()
      const parts: readonly Part[] = [...(text === '' && files.length > 0 ? [] : [{ type: 'text', text } as const]), ...files]
      pending.add(id, parts)
      sent()
      const answer = issue('message-send', { parts, ...(draft !== undefined && { draft }) }, id)
      show()
      const outcome = await answer
      if (outcome.ok) pending.acknowledge(id, outcome.at)
      else pending.remove(id)
      show()
      return outcome
    },
    handBack: (tasks) => issue('floor-return', tasks ? { tasks } : {}),
    transfer: (to = {}) => issue('floor-transfer', to),
    resolve: () => issue('conversation-resolve', {}),
    addNote: (text) => issue('note-add', { text }),
    invite: (agent) => issue('participant-invite', { agent }),
    join: () => issue('participant-join', {}),
    leave: () => issue('participant-leave', {}),
    requestSupervisor: (note) => issue('supervisor-request', note === undefined ? {} : { note }),
    shadow: (on) => issue(on ? 'shadow-start' : 'shadow-end', {}),
    ask: (text) => issue('assist-request', { text }),
    dropDraft: (draft) => issue('draft-drop', { draft }),
    approve: (draft) => issue('draft-approve', { draft }),
    addTag: (tag) => issue('tag-add', { tag }),
    removeTag: (tag) => issue('tag-remove', { tag }),
    scheduleFollowUp: (followUp) => issue('follow-up-schedule', followUp),
    redact: (seqs) => issue('events-redact', { seqs }),
  }
}
