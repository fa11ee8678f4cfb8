import { failure } from '../service/failure.ts'
import { fields, string } from '../service/values.ts'

export interface ToolCall {
  id: string
  name: string
  /** JSON text so far. */
  input: string
  /** What Gemini wants back with the call. */
  extra?: unknown
}

/** Longest arguments of all calls of one answer, in UTF-16 units; a call counts for a thousand at least. */
const LONGEST = 262_144

/** Counts what calls bring, and throws `provider/bad-response` for more than anybody needs. */
export function argumentsLimit(): (more: number) => void {
  let size = 0
  return (more) => {
    size += more
    if (size > LONGEST) throw failure('provider/bad-response')
  }
}

/** Arguments as JSON text, also where a server sends them as a value. */
export const textOf = (input: unknown): string => (typeof input === 'object' && input ? JSON.stringify(input) : string(input))

/**
 * Puts tool calls together from their pieces, as servers really cut them: several calls under one index, pieces without
 * id or index or with an id of their own each, names that come late or empty. A call is whole only when the stream is.
 */
export function toolCalls(): {
  /** The name of the call when this piece is what tells it. */
  add(piece: unknown): string
  readonly calls: readonly ToolCall[]
} {
  const calls: ToolCall[] = []
  const byIndex = new Map<unknown, ToolCall>()
  const count = argumentsLimit()

  return {
    calls,
    add(piece) {
      const { id: said, index, function: called, extra_content: extra } = fields(piece)
      const { name: named, arguments: input } = fields(called)
      const id = said === 'null' ? '' : string(said)
      const name = string(named)
      // a new id without a name at an index in use goes on: a call that begins brings its name or an index of its own
      let call = calls.find((each) => id && each.id === id)
      if (!id || !name) call ??= byIndex.get(index)
      if (!id && !name) call ??= calls.at(-1)
      if (!call) {
        count(1000)
        calls.push((call = { id, name: '', input: '' }))
      }
      if (typeof index === 'number') byIndex.set(index, call)
      const news = call.name ? '' : name
      call.name ||= name
      call.id ||= id
      call.extra ??= extra
      const more = textOf(input)
      count(more.length)
      call.input = typeof input === 'string' ? call.input + more : more || call.input
      return news
    },
  }
}
