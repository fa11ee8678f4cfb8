import type { Transcript } from '../conversation/index.ts'
import { emptyPublicView, evolvePublic } from '../conversation/evolve-public.ts'
import type { PublicRow } from '../conversation/rows.ts'
import { parseRecord } from '../protocol/record.ts'

/**
 * What a conversation that was downloaded as JSON shows its visitor.
 *
 * @throws HandbackError `record/invalid`
 */
export const readRecord = (text: string): Transcript<PublicRow> => parseRecord(text).events.reduce(evolvePublic, emptyPublicView).transcript
