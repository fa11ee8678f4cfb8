import type { Transcript } from '../conversation/index.ts'
import { emptyPublicView, evolvePublic } from '../conversation/evolve-public.ts'
import type { PublicRow } from '../conversation/rows.ts'
import { parseRecord } from '../protocol/record.ts'

/**
 * What a conversation that was downloaded as JSON shows its visitor, and up to which `seq` the other side has read.
 *
 * @throws HandbackError `record/invalid`
 */
export function readRecord(text: string): { readonly rows: Transcript<PublicRow>; readonly read: number } {
  const { transcript, header } = parseRecord(text).events.reduce(evolvePublic, emptyPublicView)
  return { rows: transcript, read: header.read.staff }
}
