import type { Header } from '../protocol/index.ts'
import type { Fresh } from './fresh.ts'
import { drop, put } from './fresh.ts'
import type { HeaderHandlers } from './header-handlers.ts'

/** At most this many calls may be without a result. */
export const CALLS = 8

/** Longest name of a tool that a header has room for, in UTF-16 units. */
const TOOL = 64

/** At most this many tools are counted. */
const TOOLS = 32

type Spent = NonNullable<Header['spent']>
const nothing: Spent = { turns: 0, inputTokens: 0, outputTokens: 0, cost: 0, calls: 0 }

/** No sum grows beyond what JSON can carry, whatever a log says. */
const sum = (a: number, b: number): number => Math.min(a + b, Number.MAX_SAFE_INTEGER)

/** A name that a header has room for, and that no object has a property of by itself. */
const countable = (tool: string): boolean => /^[\w-]{1,64}$/.test(tool) && !(tool in {})

/** One more call of a tool; no more names than there is room for. */
function counted(tools: Spent['tools'], tool: string): Spent['tools'] {
  if (!countable(tool)) return tools
  const calls = tools?.[tool]
  return calls === undefined && Object.keys(tools ?? {}).length >= TOOLS ? tools : { ...tools, [tool]: sum(calls ?? 0, 1) }
}

/** With so much more used. */
export function spend(header: Fresh<Header>, more: Partial<Spent>): Fresh<Header> {
  const old = header.spent ?? nothing
  const { turns = 0, inputTokens = 0, outputTokens = 0, cost = 0, calls = 0, tools = old.tools } = more
  header.spent = {
    turns: sum(old.turns, turns),
    inputTokens: sum(old.inputTokens, inputTokens),
    outputTokens: sum(old.outputTokens, outputTokens),
    cost: sum(old.cost, cost),
    calls: sum(old.calls, calls),
    ...(tools && { tools }),
  }
  return header
}

/** What the assistant runs and uses. */
export const spendingHandlers = {
  'turn-metered': (header, { data: { inputTokens, outputTokens, cost = 0 } }) => spend(header, { inputTokens, outputTokens, cost }),
  'tool-called': (header, { data }) => {
    const calls = [...(header.calls ?? []).filter(({ id }) => id !== data.call), { id: data.call, tool: data.tool.slice(0, TOOL) }]
    const tools = counted(header.spent?.tools, data.tool)
    return spend(put(header, { calls: calls.slice(-CALLS) }), { calls: 1, ...(tools && { tools }) })
  },
  'tool-returned': (header, { data }) => {
    const calls = (header.calls ?? []).filter(({ id }) => id !== data.call)
    return calls.length > 0 ? put(header, { calls }) : drop(header, 'calls')
  },
} satisfies HeaderHandlers
