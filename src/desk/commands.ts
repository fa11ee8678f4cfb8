import type { Command, ClientFrame, Cursor, Id, Refusal } from '../protocol/index.ts'

/** More unanswered commands than a person can have issued: the hub is away for long, or something runs wild. */
const PENDING_LIMIT = 200

export type Outcome = { readonly ok: true; readonly at: Cursor } | { readonly ok: false; readonly refusal: Refusal }

type CommandFrame = Extract<ClientFrame, { t: 'command' }>

/** A desk's commands from being issued until the hub has acknowledged or refused them. */
export interface Commands {
  issue(conversation: Id, seen: Cursor | null, command: Command): Promise<Outcome>
  acknowledge(command: Id, at: Cursor): void
  refuse(command: Id, refusal: Refusal): void
  /** Sends everything unanswered again, in order: the hub knows a command by its id, so twice has one effect. */
  resend(): void
  /** Refuses everything unanswered, and everything that comes: with what is given, or because the desk was closed. */
  close(because?: Refusal): void
}

const refused = (code: string, message: string): Outcome => ({ ok: false, refusal: { code, message } })

const wasClosed: Refusal = { code: 'client/closed', message: 'This desk was closed.' }

export function createCommands(send: (frame: CommandFrame) => void): Commands {
  const pending = new Map<Id, { frame: CommandFrame; settle: (outcome: Outcome) => void }>()
  let closed: Refusal | undefined

  function settle(command: Id, outcome: Outcome): void {
    const waiting = pending.get(command)
    pending.delete(command)
    waiting?.settle(outcome)
  }

  return {
    issue(conversation, seen, command) {
      if (closed) return Promise.resolve({ ok: false, refusal: closed })
      if (pending.size >= PENDING_LIMIT) return Promise.resolve(refused('request/rate-limited', 'Too many commands wait for an answer.'))
      const frame: CommandFrame = { t: 'command', conversation, seen, command }
      const outcome = new Promise<Outcome>((resolve) => pending.set(command.id, { frame, settle: resolve }))
      send(frame)
      return outcome
    },
    acknowledge: (command, at) => settle(command, { ok: true, at }),
    refuse: (command, refusal) => settle(command, { ok: false, refusal }),
    resend() {
      for (const { frame } of pending.values()) send(frame)
    },
    close(because = wasClosed) {
      closed = because
      for (const command of [...pending.keys()]) settle(command, { ok: false, refusal: because })
    },
  }
}
