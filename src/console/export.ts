import type { Credentials } from '../contracts/index.ts'
import type { DeskResult } from '../desk/index.ts'
import type { Id } from '../protocol/index.ts'

/** Where records of conversations come from. */
export interface RecordSource {
  /** Address of the hub, such as `/handback`. */
  readonly endpoint: string
  /** The agent's token, as for the desk. */
  readonly credentials: Credentials
}

/** Saves one conversation as a file on the agent's machine. Always comes to an end. */
export async function exportRecord(source: RecordSource, conversation: Id): Promise<DeskResult> {
  try {
    // few who open a console save anything
    const { saveRecord } = await import('./save-record.ts')
    await saveRecord(source, conversation)
    return { ok: true }
  } catch {
    // no line, no token, no end, or a response that broke off: the agent is told the same of each
    return { ok: false, refusal: { code: 'export/failed', message: 'The conversation could not be exported.' } }
  }
}
