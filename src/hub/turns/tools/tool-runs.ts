import type { ReplyToolCall, ReplyToolResult } from '../../../contracts/index.ts'
import { untilAbort } from '../../../internal/abort.ts'
import { digest } from '../../../internal/ids.ts'
import type { HeldAction, Id, Person } from '../../../protocol/index.ts'
import { hubId } from '../../hub-ids.ts'
import type { ActionWords, OfferedTool } from '../../tools.ts'
import { shorten } from '../../words.ts'
import { checked, runTool, unclear } from './run-tool.ts'
import type { LoggedCall, ToolLog } from './tool-log.ts'

/** Tools of a hub, and those of their calls that it is busy with. */
export interface Toolbox {
  readonly tools: ReadonlyMap<string, OfferedTool>
  /** Calls that run in this process, by id; each settles when the log knows what came of it. */
  readonly running: Map<Id, Promise<void>>
  readonly onFailure: (error: unknown, call: Id) => void
}

export interface ToolRunsOptions {
  readonly toolbox: Toolbox
  readonly conversation: Id
  readonly turn: { readonly turn: Id; readonly attempt: number }
  /** What is to be answered, whichever attempt at it: the same call for it is one call. */
  readonly task: Id
  readonly visitor: Person
  readonly log: ToolLog
  /** A person holds the floor: it is they who approve. */
  readonly agent: boolean
  readonly signal: AbortSignal
}

/** What the calls of one round came to: results, or something that somebody must agree to first. */
export type Ran = { readonly results: readonly ReplyToolResult[]; readonly held?: HeldAction }

/** Runs the tools of one turn, each after it was logged and none twice. */
export interface ToolRuns {
  /** In their order, up to the first that needs approval. Rejects with `tool/unclear` where nobody knows what a call has done. */
  run(calls: readonly ReplyToolCall[]): Promise<Ran>
  /** What was approved, exactly as it was shown. */
  carryOut(action: Pick<HeldAction, 'action' | 'tool' | 'input'>): Promise<ReplyToolResult>
  /** Calls that an earlier turn, or a hub that died, has left open. */
  settle(open: readonly { readonly id: Id; readonly tool: string }[]): Promise<void>
}

/** Longest input that is kept, in UTF-16 units of its JSON. */
const INPUT = 8_000
/** How often a tool may run in one conversation when it says nothing else. */
const LIMIT = 20
/** Calls of one round that run. */
const AT_ONCE = 8
const TITLE = 200
const DETAILS = 2_000

const parsed = (input: string): unknown => JSON.parse(input)

export function createToolRuns({ toolbox, conversation, turn, task, visitor, log, agent, signal }: ToolRunsOptions): ToolRuns {
  const { tools, running, onFailure } = toolbox

  /** Logged before, and after, whoever still waits for it. */
  async function perform(tool: OfferedTool, call: Id, value: unknown): Promise<void> {
    const context = { conversation, visitor: { id: visitor.id, name: visitor.name }, key: call, signal }
    const work = async (): Promise<void> => {
      const { unsure, ...returned } = await runTool(tool, value, context, onFailure)
      await log.returned(call, returned)
      if (unsure && !tool.idempotent) throw unclear(tool.name)
    }
    const known = work().finally(() => running.delete(call))
    // who does not wait any more does not mind either
    known.catch(() => undefined)
    running.set(call, known)
    await untilAbort(signal, () => known)
  }

  const resultOf = (id: string, name: string, { returned }: LoggedCall): ReplyToolResult => {
    if (!returned) throw unclear(name)
    return { id, name, output: returned.output, ...(returned.failed ? { failed: true } : {}) }
  }

  /** A call that the log knows already never runs again by itself. */
  async function once(id: string, tool: OfferedTool, call: Id, value: unknown, input: string): Promise<ReplyToolResult> {
    const before = log.get(call)
    if (!before) {
      await log.called(turn, call, tool.name, input)
      await perform(tool, call, value)
    } else if (!before.returned) await settleOne({ id: call, tool: tool.name })
    return resultOf(id, tool.name, log.get(call) ?? { tool: tool.name, input })
  }

  async function settleOne({ id, tool: name }: { readonly id: Id; readonly tool: string }): Promise<void> {
    if (log.get(id)?.returned) return
    const busy = running.get(id)
    if (busy) return await untilAbort(signal, () => busy)
    const tool = tools.get(name)
    const before = log.get(id)
    const input = tool?.idempotent && before ? await checked(tool, parsed(before.input)) : undefined
    if (tool && input && 'value' in input) return await perform(tool, id, input.value)
    await log.returned(id, { output: 'Nobody knows whether it was done.', failed: true })
    throw unclear(name)
  }

  const failed = (call: ReplyToolCall, output: string): ReplyToolResult => ({ id: call.id, name: call.name, output, failed: true })

  /** Who has agreed, or has not, is not asked again until they say something else. */
  function decidedBefore(call: ReplyToolCall, tool: OfferedTool, input: string): ReplyToolResult {
    const { action, granted } = log.decided(tool.name, input) ?? { action: '', granted: false }
    const done = granted ? log.get(action) : undefined
    return done ? resultOf(call.id, tool.name, done) : failed(call, 'They were asked, and did not agree.')
  }

  /** What somebody is asked; without words for it nobody can agree. */
  function wordsFor(tool: OfferedTool, value: unknown, call: Id): ActionWords | undefined {
    try {
      const words = tool.action?.(value) ?? { title: tool.name.replaceAll('_', ' ') }
      // one that promises words later has none now, and may break its promise
      Promise.resolve(words).catch(() => undefined)
      if (typeof words.title !== 'string') throw new TypeError(`action() of ${tool.name} gave no title.`)
      return words
    } catch (error) {
      onFailure(error, call)
      return undefined
    }
  }

  function heldAction(tool: OfferedTool, approval: 'visitor' | 'agent', call: Id, { title, details }: ActionWords, input: string): HeldAction {
    return {
      action: call,
      tool: tool.name,
      input,
      title: shorten(title || tool.name, TITLE),
      ...(details ? { details: shorten(details, DETAILS) } : {}),
      approval: agent ? 'agent' : approval,
    }
  }

  return {
    async run(calls) {
      const results: ReplyToolResult[] = []
      for (const [at, call] of calls.entries()) {
        const tool = at < AT_ONCE ? tools.get(call.name) : undefined
        const input = JSON.stringify(call.input) ?? '{}'
        const read = !tool || input.length > INPUT ? undefined : await checked(tool, call.input)
        if (at >= AT_ONCE) results.push(failed(call, 'These are too many calls at once.'))
        else if (!tool || !read) results.push(failed(call, tool ? 'The input is too long.' : 'There is no such tool.'))
        else if ('wrong' in read) results.push(failed(call, read.wrong))
        else {
          const key = hubId(task, `call:${digest([tool.name, call.input])}`)
          if (!log.get(key) && log.count(tool.name) >= (tool.limit ?? LIMIT)) results.push(failed(call, 'It was used too often in this conversation.'))
          else if (tool.approval && log.decided(tool.name, input)) results.push(decidedBefore(call, tool, input))
          else if (tool.approval) {
            const words = wordsFor(tool, read.value, key)
            if (words) return { results, held: heldAction(tool, tool.approval, key, words, input) }
            results.push(failed(call, 'It failed.'))
          } else results.push(await once(call.id, tool, key, read.value, input))
        }
      }
      return { results }
    },
    async carryOut({ action, tool: name, input }) {
      const tool = tools.get(name)
      const read = tool ? await checked(tool, parsed(input)) : undefined
      if (!tool || !read || 'wrong' in read) return { id: action, name, output: 'It cannot be done any more.', failed: true }
      return once(action, tool, action, read.value, input)
    },
    async settle(open) {
      for (const call of open) await settleOne(call)
    },
  }
}
