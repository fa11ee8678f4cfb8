import { type Follow, parseFollow } from '../../protocol/index.ts'

/** The topics in what a client gave as a list of texts; `undefined` when it is none, or one of them cannot be read. */
export function readFollows(value: unknown): readonly Follow[] | undefined {
  if (!Array.isArray(value)) return undefined
  const topics = value.map((one: unknown) => (typeof one === 'string' ? parseFollow(one) : undefined))
  return topics.every((one) => one !== undefined) ? topics : undefined
}
