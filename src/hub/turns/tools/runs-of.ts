import type { Header, Id, StoredEvent } from '../../../protocol/index.ts'
import { isHandbackError } from '../../../protocol/index.ts'
import type { Tools } from '../job.ts'
import { visitorOf } from '../visitor-of.ts'
import { createToolLog } from './tool-log.ts'
import { createToolRuns, type ToolRuns, type ToolRunsOptions } from './tool-runs.ts'

export interface RunsOptions extends Pick<ToolRunsOptions, 'conversation' | 'turn' | 'task' | 'agent' | 'signal'> {
  readonly tools: Pick<Tools, 'toolbox' | 'order'>
  readonly header: Header
}

/** What runs a turn's tools, with all that the log knows of them by these events. */
export function createRuns(events: readonly StoredEvent[], { tools, header, conversation, ...turn }: RunsOptions): ToolRuns {
  const issue: Parameters<typeof createToolLog>[2] = (type, data, id: Id) => tools.order(conversation, type, data, id)
  const log = createToolLog(events, header.spent?.tools ?? {}, issue)
  return createToolRuns({ ...turn, conversation, toolbox: tools.toolbox, visitor: visitorOf(header), log })
}

/** Work, or what is made of it when nobody knows what one of its tools has done. */
export async function orUnclear<T>(signal: AbortSignal, work: () => Promise<T>, unclear: (message: string) => T): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (signal.aborted || !isHandbackError(error) || error.code !== 'tool/unclear') throw error
    return unclear(error.message)
  }
}
