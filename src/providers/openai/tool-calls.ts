import { fields, string } from './values.ts'

export interface ToolCall {
  id: string
  name: string
  /** JSON text so far, or the value itself where a server sends one. */
  input: unknown
}

/** Longest arguments of all calls of one answer, in UTF-16 units. */
const limit = 262_144

/**
 * Puts tool calls together from their pieces, as servers really cut them: several calls under one index, pieces without
 * id or index, names that come late or empty. A call is whole only when the stream is.
 */
export function toolCalls(): {
  /** `false`: the arguments are longer than anybody needs. */
  add(piece: unknown): boolean
  readonly calls: readonly ToolCall[]
} {
  const calls: ToolCall[] = []
  const byIndex = new Map<unknown, ToolCall>()
  let size = 0

  function callOf(id: string, index: unknown, name: string): ToolCall {
    const known = id ? calls.find((call) => call.id === id) : (byIndex.get(index) ?? (name ? undefined : calls.at(-1)))
    if (known) return known
    const call: ToolCall = { id, name: '', input: '' }
    calls.push(call)
    return call
  }

  return {
    calls,
    add(piece) {
      const { id, index, function: called } = fields(piece)
      const { name, arguments: input } = fields(called)
      const call = callOf(id === 'null' ? '' : string(id), index, string(name))
      if (index !== undefined) byIndex.set(index, call)
      call.name ||= string(name)
      if (typeof input === 'string') {
        size += input.length
        call.input = string(call.input) + input
      } else if (input) call.input = input
      return size <= limit
    },
  }
}

/** The arguments as a value. Nothing is an empty object; what is not JSON stays a string, for the reader to refuse. */
export function inputOf({ input }: ToolCall): unknown {
  if (typeof input !== 'string') return input
  if (input.trim() === '') return {}
  try {
    return JSON.parse(input, (key, value: unknown) => (key === '__proto__' ? undefined : value))
  } catch {
    return input
  }
}
