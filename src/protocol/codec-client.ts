import { CLIENT_FRAME_BYTES, cursor, framesIn, read, readableAs, signalData } from './codec.ts'
import { type Fields, id, int, nullable, oneOf, optional, shape, tagged, text, topic } from './codec-check.ts'
import type { ClientFrame, ServerFrame } from './frames.ts'
import type { Id } from './values.ts'

/** What a hub reads; a page only writes it. */

/** The longest body of frames by POST: one longest frame, or many short ones. */
export const CLIENT_BODY_BYTES = CLIENT_FRAME_BYTES + 1_024

const clientFrame = tagged(
  't',
  {
    command: { conversation: id, seen: nullable(cursor), command: shape({ id, type: text }) },
    follow: { follow: shape({ topic, after: optional(cursor) }) },
    unfollow: { topic },
    page: { conversation: id, before: cursor, limit: int },
    signal: { topic, signal: shape({ ttl: int, data: signalData }) },
  } satisfies Record<ClientFrame['t'], Fields>,
)

/** The frame of a client that a text holds, as {@link decodeServerFrame}; at most 64 KiB. */
export const decodeClientFrame = (json: string): ClientFrame | undefined => read(json, CLIENT_FRAME_BYTES, clientFrame) as ClientFrame | undefined

/** What a client's POST holds. */
export interface ClientBody {
  /** The frames that can be read, in order. */
  readonly frames: readonly ClientFrame[]
  /** Answers to commands of which no more than the id can be read: who sent them waits, and holds back what comes after. */
  readonly refused: readonly ServerFrame[]
}

/**
 * The frames in the body of a client's POST, `{"frames":[…]}`. `undefined` when it is not such a body, or has frames of
 * which none can be read. At most 65 KiB. Never throws.
 *
 * @example decodeClientBody('{"frames":[{"t":"unfollow","topic":"desk"}]}')?.frames.length // 1
 */
export function decodeClientBody(json: string): ClientBody | undefined {
  const all = framesIn(json, CLIENT_BODY_BYTES)
  if (!all) return undefined
  const readable = new Set(all.filter((frame) => readableAs(frame, clientFrame)))
  const refused = all.flatMap((frame) => (readable.has(frame) || !named(frame) ? [] : [unreadable((frame as Named).command.id)]))
  return all.length > 0 && readable.size + refused.length === 0 ? undefined : { frames: [...readable] as ClientFrame[], refused }
}

/** A command frame of which at least its id can be read. */
interface Named {
  readonly command: { readonly id: Id }
}
const named = shape({ t: oneOf('command'), command: shape({ id }) })

const unreadable = (command: Id): ServerFrame => ({
  t: 'refused',
  command,
  refusal: { code: 'command/invalid', message: 'This command cannot be read.' },
})
