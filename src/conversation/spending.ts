import type { Header } from '../protocol/index.ts'
import { drop } from './drop.ts'
import type { HeaderHandlers } from './header-handlers.ts'

/** At most this many calls may be without a result. */
export const CALLS = 8

/** Longest name of a tool that a header has room for, in UTF-16 units. */
const TOOL = 64

type Spent = NonNullable<Header['spent']>
const nothing: Spent = { turns: 0, inputTokens: 0, outputTokens: 0, cost: 0, calls: 0 }

/** No sum grows beyond what JSON can carry, whatever a log says. */
const sum = (a: number, b: number): number => Math.min(a + b, Number.MAX_SAFE_INTEGER)

/** With so much more used. */
export function spend(header: Header, { turns = 0, inputTokens = 0, outputTokens = 0, cost = 0, calls = 0 }: Partial<Spent>): Header {
  const old = header.spent ?? nothing
  const spent: Spent = {
    turns: sum(old.turns, turns),
    inputTokens: sum(old.inputTokens, inputTokens),
    outputTokens: sum(old.outputTokens, outputTokens),
    cost: sum(old.cost, cost),
    calls: sum(old.calls, calls),
  }
  return { ...header, spent }
}

/** What the assistant runs and uses. */
export const spendingHandlers = {
  'turn-metered': (header, { data: { inputTokens, outputTokens, cost = 0 } }) => spend(header, { inputTokens, outputTokens, cost }),
  'tool-called': (header, { data }) => {
    const calls = [...(header.calls ?? []).filter(({ id }) => id !== data.call), { id: data.call, tool: data.tool.slice(0, TOOL) }]
    return spend({ ...header, calls: calls.slice(-CALLS) }, { calls: 1 })
  },
  'tool-returned': (header, { data }) => {
    const calls = (header.calls ?? []).filter(({ id }) => id !== data.call)
    return calls.length > 0 ? { ...header, calls } : drop(header, 'calls')
  },
} satisfies HeaderHandlers
