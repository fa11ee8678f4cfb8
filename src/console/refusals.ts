import type { Refusal } from '../protocol/index.ts'
import type { Say, StringKey } from './strings.ts'

const texts: Readonly<Record<string, StringKey>> = {
  'floor/not-holder': 'refusedNotHolder',
  'floor/not-human': 'refusedNotHuman',
  'conversation/closed': 'refusedClosed',
  'conversation/erased': 'refusedErased',
  'participant/not-invited': 'refusedNotInvited',
  'draft/not-open': 'refusedDraft',
  'turn/running': 'refusedBusy',
  'limit/reached': 'refusedLimit',
  'request/rate-limited': 'refusedTooFast',
  'conversation/not-found': 'refusedNotFound',
  'command/forbidden': 'refusedForbidden',
  'record/read-only': 'refusedReadOnly',
  'export/failed': 'exportFailed',
}

/** A refusal in the agent's words; a lost race tells who won. */
export function refusalText(say: Say, { code, holder }: Refusal): string {
  if (code === 'floor/claimed') return holder ? say('refusedClaimed', { name: holder }) : say('refusedClaimedUnknown')
  return say((Object.hasOwn(texts, code) && texts[code]) || 'refusedOther')
}
