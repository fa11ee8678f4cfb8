import { topic as isTopic } from './codec-check.ts'
import { formatCursor, parseCursor } from './cursor.ts'
import type { Follow, Topic } from './frames.ts'

/**
 * A topic and its cursor as they stand in a URL's query, `topic` or `topic@log.seq`.
 *
 * @example formatFollow({ topic: 'conversation:c0000001', after: { log: 1, seq: 42 } }) // "conversation:c0000001@1.42"
 */
export const formatFollow = ({ topic, after }: Follow): string => (after ? `${topic}@${formatCursor(after)}` : topic)

/**
 * What a text made by {@link formatFollow} stands for, or `undefined` when it is not one. Never throws.
 *
 * @example parseFollow('desk') // { topic: 'desk' }
 */
export function parseFollow(text: string): Follow | undefined {
  const [topic, cursor, ...rest] = text.split('@')
  const after = cursor === undefined ? undefined : parseCursor(cursor)
  if (!isTopic(topic) || rest.length > 0 || (cursor !== undefined && !after)) return undefined
  return after ? { topic: topic as Topic, after } : { topic: topic as Topic }
}
