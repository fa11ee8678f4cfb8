import type { DraftEvent, Header } from '../../protocol/index.ts'
import { ASSISTANT, MACHINE } from '../../protocol/index.ts'
import { refuse } from '../rules.ts'
import { DRAFTS } from '../turn-handlers.ts'
import { abortTurn, draft, hidden } from './drafts.ts'
import type { DecideContext } from './drafts.ts'
import type { Deciders } from './deciders.ts'

/** The person leaves the floor: what the assistant did for them ends with it. */
export const leaveFloor = (header: Header): DraftEvent[] => [
  ...abortTurn(header, 'end'),
  ...(header.assist ? [draft('assist-expired', MACHINE, { request: header.assist.request })] : []),
  ...dropped(header.drafts ?? []),
]

const dropped = (drafts: readonly string[]): DraftEvent[] => drafts.map((open) => draft('draft-dropped', MACHINE, { draft: open }))

/** Words for the person who holds the floor; the oldest draft makes room. */
export const offered = (header: Header, id: string, parts: Parameters<typeof draft<'draft-offered'>>[2]['parts']): DraftEvent[] => [
  ...dropped((header.drafts ?? []).slice(0, Math.max(0, (header.drafts?.length ?? 0) + 1 - DRAFTS))),
  draft('draft-offered', ASSISTANT, { draft: id, parts }),
]

/** Takes up what the holder has asked for. */
export function startAssist(header: Header, data: { readonly turn: string; readonly attempt: number; readonly message: string }, { now, policy }: DecideContext) {
  if (!header.assist || header.turn) return refuse('turn/not-owed', 'Nobody has asked for anything, or a turn is already running.')
  const { turn, attempt, message } = data
  return [hidden(draft('turn-started', ASSISTANT, { turn, attempt, message, until: now + policy.turnTime, kind: 'assist' }))]
}

export const assist = {
  'assist-request': (header, data, { by, now, policy }, command) =>
    header?.assist || header?.turn
      ? refuse('turn/running', 'The assistant is still busy with the last request.')
      : [draft('assist-requested', by, { request: command, text: data.text, until: now + policy.assistWait })],
  'draft-drop': (header, data, { by }) =>
    header?.drafts?.includes(data.draft) ? [draft('draft-dropped', by, data)] : refuse('draft/not-open', 'This draft was used or dropped already.'),
} satisfies Partial<Deciders>
