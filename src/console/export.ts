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

/** Saves one conversation as a file on the agent's machine. */
export async function exportRecord({ endpoint, credentials }: RecordSource, conversation: Id): Promise<DeskResult> {
  const ask = async (why: 'first' | 'refused'): Promise<Response> =>
    fetch(`${endpoint}/conversations/${conversation}/export`, { headers: { authorization: `Bearer ${await credentials(why)}` } })
  try {
    let response = await ask('first')
    if (response.status === 401) response = await ask('refused')
    if (!response.ok) return failed
    save(await response.blob(), `conversation-${conversation}.json`)
    return { ok: true }
  } catch {
    // no line, no token, or a response that broke off: the agent is told the same of each
    return failed
  }
}

const failed: DeskResult = { ok: false, refusal: { code: 'export/failed', message: 'The conversation could not be exported.' } }

function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
