import { allowVisitor } from '../conversation/index.ts'
import { newId } from '../internal/ids.ts'
import { type CommandMap, type CommandType, type Cursor, HandbackError, type Id, type PublicHeader } from '../protocol/index.ts'
import type { Ledger } from './ledger.ts'
import { refusedBy, visitor } from './outbox.ts'
import { isPending } from './overlay.ts'

/** Anything else would be another path, or another topic. */
export const noId = (): HandbackError => new HandbackError('request/invalid', 'This is no id.')

/**
 * Makes a command: kept from here on until the hub has answered it. Rejects what the machine would refuse. `onIssued`: the
 * command is stored.
 */
export function createIssue(
  ledger: Ledger,
  read: () => PublicHeader | null,
  cursor: () => Cursor | null,
  life: AbortSignal,
  onIssued: () => void,
) {
  let adding: Promise<void> | undefined
  return async <T extends CommandType>(type: T, data: CommandMap[T]): Promise<Id> => {
    life.throwIfAborted()
    const command = { id: newId(), type, data }
    const header = read()
    // nothing follows an erasure: what is written next begins another conversation
    if (header?.erased) await ledger.end()
    // what is asked for may not have been told yet
    const asked = type === 'handoff-cancel' && isPending(ledger.outgoing, /^handoff-request/)
    const reason = !header?.erased && !asked && allowVisitor(header, command, visitor)
    // the page may not know yet of a conversation that there is, or that is being begun
    if (reason && !header) await Promise.allSettled([ledger.load(), adding])
    if (reason && (header || ledger.conversation === null)) throw refusedBy({ ...reason, message: reason.code })
    await (adding = ledger.add({ command, seen: cursor(), at: Date.now() }))
    onIssued()
    return command.id
  }
}
