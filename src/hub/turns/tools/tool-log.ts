import type { CommandMap, CommandType, Id, StoredEvent } from '../../../protocol/index.ts'
import { HandbackError } from '../../../protocol/index.ts'
import type { Outcome } from '../../execute.ts'
import { hubId } from '../../hub-ids.ts'
import { known } from '../known-event.ts'

/** What one call came to. */
export interface Returned {
  readonly output: string
  readonly failed?: true
}

/** A call as the log knows it; without `returned` nobody knows what came of it. */
export interface LoggedCall {
  readonly tool: string
  /** As JSON. */
  readonly input: string
  readonly returned?: Returned
}

export type Issue = <T extends CommandType>(type: T, data: CommandMap[T], id: Id) => Promise<Outcome>

/** The calls of one conversation in the log: each is there before it runs, and what came of it after. */
export interface ToolLog {
  get(call: Id): LoggedCall | undefined
  /** What somebody has said to this same action since the visitor last wrote. */
  decided(tool: string, input: string): { readonly action: Id; readonly granted: boolean } | undefined
  /** How often a tool was called in this conversation. */
  count(tool: string): number
  /** Rejects with `turn/superseded` when the turn is another's by now, or somebody else has begun this same call. */
  called(turn: { readonly turn: Id; readonly attempt: number }, call: Id, tool: string, input: string): Promise<void>
  /** Whoever holds the floor by now. */
  returned(call: Id, returned: Returned): Promise<void>
}

const sameAction = (tool: string, input: string): string => `${tool}\n${input}`

/** @param used how often each tool was called before, as the header counts it */
export function createToolLog(events: readonly StoredEvent[], used: Readonly<Record<string, number>>, issue: Issue): ToolLog {
  const more = new Map<string, number>()
  const calls = new Map<Id, LoggedCall>()
  const held = new Map<Id, string>()
  const decisions = new Map<string, { readonly action: Id; readonly granted: boolean }>()
  const decide = (action: Id, granted: boolean): void => {
    const same = held.get(action)
    if (same !== undefined) decisions.set(same, { action, granted })
  }
  for (const stored of events) {
    const event = known(stored)
    if (event?.type === 'message-sent' && event.by.kind === 'visitor') decisions.clear()
    if (event?.type === 'action-held') held.set(event.data.action, sameAction(event.data.tool, event.data.input))
    if (event?.type === 'permission-answered') decide(event.data.permission, event.data.granted)
    if (event?.type === 'draft-used') decide(event.data.draft, true)
    if (event?.type === 'draft-dropped') decide(event.data.draft, false)
    if (event?.type === 'tool-called') calls.set(event.data.call, { tool: event.data.tool, input: event.data.input })
    const before = event?.type === 'tool-returned' ? calls.get(event.data.call) : undefined
    if (event?.type === 'tool-returned' && before) calls.set(event.data.call, { ...before, returned: event.data })
  }
  return {
    get: (call) => calls.get(call),
    decided: (tool, input) => decisions.get(sameAction(tool, input)),
    count: (tool) => (Object.hasOwn(used, tool) ? (used[tool] ?? 0) : 0) + (more.get(tool) ?? 0),
    async called(turn, call, tool, input) {
      const outcome = await issue('tool-call', { ...turn, call, tool, input }, hubId(call, 'call'))
      if (!outcome.ok || outcome.again) throw new HandbackError('turn/superseded', 'This call is not ours to make.')
      calls.set(call, { tool, input })
      more.set(tool, (more.get(tool) ?? 0) + 1)
    },
    async returned(call, returned) {
      await issue('tool-return', { call, ...returned }, hubId(call, 'return'))
      const before = calls.get(call)
      if (before) calls.set(call, { ...before, returned })
    },
  }
}
