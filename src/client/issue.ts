import { allow } from '../conversation/index.ts'
import { newId } from '../internal/ids.ts'
import type { CommandMap, CommandType, Cursor, Id, PublicHeader } from '../protocol/index.ts'
import { HandbackError } from '../protocol/index.ts'
import type { Ledger } from './ledger.ts'
import { visitor } from './outbox.ts'

export interface IssueOptions {
  readonly ledger: Ledger
  readonly header: () => PublicHeader | null
  readonly cursor: () => Cursor | null
  readonly destroyed: () => boolean
  readonly onIssued: () => void
}

/** Makes a command: kept from here on until the hub has answered it. Rejects what the machine would refuse. */
export function createIssue(options: IssueOptions) {
  return async <T extends CommandType>(type: T, data: CommandMap[T]): Promise<Id> => {
    if (options.destroyed()) throw new HandbackError('client/closed', 'This chat was destroyed.')
    const outbox = await options.ledger.load()
    const command = { id: newId(), type, data }
    const header = options.header()
    const refusal = header && allow(header, command, visitor)
    if (refusal) throw new HandbackError('client/refused', refusal.message, { cause: refusal })
    options.ledger.begin()
    outbox.add({ command, seen: options.cursor(), at: Date.now() })
    options.onIssued()
    return command.id
  }
}
