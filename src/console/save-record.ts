import { hubAddress } from '../internal/hub-address.ts'
import type { Id } from '../protocol/index.ts'
import { saveFile } from '../ui/files/save.ts'
import type { RecordSource } from './export.ts'

/** The longest that a whole conversation takes on a slow line, in milliseconds; what is not there by then hangs. */
const PATIENCE = 60_000

/** Fetches the record of a conversation and has the browser save it; rejects where that fails or does not end. */
export async function saveRecord({ endpoint, credentials }: RecordSource, conversation: Id): Promise<void> {
  const signal = AbortSignal.timeout(PATIENCE)
  const ask = async (why: 'first' | 'refused'): Promise<Response> => {
    const given = credentials(why)
    // where the token comes from may hang too, and takes no signal
    const late = new Promise<never>((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    const token = await Promise.race([given, late])
    return fetch(hubAddress(endpoint, `/conversations/${conversation}/export`), { headers: { authorization: `Bearer ${token}` }, signal })
  }
  let response = await ask('first')
  if (response.status === 401) response = await ask('refused')
  if (!response.ok) throw new Error(`The hub answered ${response.status}.`)
  saveFile(await response.blob(), `conversation-${conversation}.json`)
}
