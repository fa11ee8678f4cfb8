import * as z from 'zod/mini'
import type { SignalData } from '../protocol/index.ts'
import { count, id } from './values.ts'

/**
 * One schema per signal, for those who take signals from elsewhere.
 *
 * @example signalSchemas.queue.parse({ type: 'queue', place: 1 })
 */
export const signalSchemas = {
  typing: z.object({ type: z.literal('typing') }),
  'text-delta': z.object({ type: z.literal('text-delta'), message: id, attempt: count, offset: count, text: z.string() }),
  'stream-ask': z.object({ type: z.literal('stream-ask'), message: id }),
  queue: z.object({ type: z.literal('queue'), place: count, wait: z.optional(count) }),
  delivered: z.object({ type: z.literal('delivered'), seq: count }),
} satisfies Record<SignalData['type'], z.ZodMiniType>

/** What each schema reads; a type test holds it equal to the protocol's `SignalData`. */
export type SignalSchemas = { [T in SignalData['type']]: z.infer<(typeof signalSchemas)[T]> }
