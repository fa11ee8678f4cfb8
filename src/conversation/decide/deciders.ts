import type { CommandMap, CommandType, DraftEvent, Header, Id, Refusal } from '../../protocol/index.ts'
import type { DecideContext } from './drafts.ts'

/** One small function per command. `[]`: accepted, and nothing to write. */
export type Deciders = {
  readonly [T in CommandType]: (header: Header | null, data: CommandMap[T], context: DecideContext, command: Id) => DraftEvent[] | Refusal
}
