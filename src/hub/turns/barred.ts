import type { Policy } from '../../conversation/index.ts'
import type { Header } from '../../protocol/index.ts'

/** Why no model may be asked in this conversation, as the rule that a person is asked by; `undefined`: one may. */
export function barred({ humanOnly, spent, attempts }: Header, policy: Pick<Policy, 'budget' | 'humanOnly'>): string | undefined {
  if (policy.humanOnly || humanOnly) return 'human-only'
  const { turns, tokens, cost } = policy.budget ?? {}
  const over = (used: number, most: number | undefined): boolean => most !== undefined && used >= most
  if (!spent) return undefined
  // a turn counts when it begins: another attempt at it is the same one
  const begun = spent.turns - (attempts > 0 ? 1 : 0)
  return over(begun, turns) || over(spent.inputTokens + spent.outputTokens, tokens) || over(spent.cost, cost) ? 'budget' : undefined
}
