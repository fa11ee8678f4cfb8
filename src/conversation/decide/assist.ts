import type { DraftEvent, Header, Id, Part } from '../../protocol/index.ts'
import { ASSISTANT, MACHINE } from '../../protocol/index.ts'
import { refuse } from '../rules.ts'
import { DRAFTS } from '../turn-handlers.ts'
import { abortTurn, draft, hidden } from './drafts.ts'
import type { DecideContext } from './drafts.ts'
import type { Deciders } from './deciders.ts'

/** The person leaves the floor, or does not come: what the assistant did for them ends with it. */
export const leaveFloor = (header: Header): DraftEvent[] => [
  ...abortTurn(header, 'end'),
  ...(header.assist ? [draft('assist-expired', MACHINE, { request: header.assist.request })] : []),
  ...dropped(header.drafts ?? []),
]

const dropped = (drafts: readonly string[]): DraftEvent[] => drafts.map((open) => draft('draft-dropped', MACHINE, { draft: open }))

/** The oldest drafts make room for so many new ones. */
export const roomFor = ({ drafts = [] }: Header, more: number): DraftEvent[] => dropped(drafts.slice(0, Math.max(0, drafts.length + more - DRAFTS)))

/** Words for the person who holds the floor, or an action that they may approve. */
export const offer = (id: Id, parts: readonly Part[], action?: Id): DraftEvent =>
  draft('draft-offered', ASSISTANT, { draft: id, parts, ...(action === undefined ? {} : { action }) })

/** Takes up what the holder has asked for. */
export function startAssist(header: Header, data: { readonly turn: string; readonly attempt: number; readonly message: string }, { now, policy }: DecideContext) {
  if (!header.assist || header.turn) return refuse('turn/not-owed', 'Nobody has asked for anything, or a turn is already running.')
  const { turn, attempt, message } = data
  return [hidden(draft('turn-started', ASSISTANT, { turn, attempt, message, until: now + policy.turnTime, kind: 'assist' }))]
}

const busy = refuse('turn/running', 'The assistant is still busy with the last request.')
export const notOpen = refuse('draft/not-open', 'This draft was used or dropped already.')

export const assist = {
  'assist-request': (header, data, { by, now, policy }, command) =>
    header?.assist || header?.turn ? busy : [draft('assist-requested', by, { request: command, text: data.text, until: now + policy.assistWait })],
  'draft-drop': (header, data, { by }) => (header?.drafts?.includes(data.draft) ? [draft('draft-dropped', by, data)] : notOpen),
  'draft-approve': (header, { draft: action }, { by, now, policy }, command) => {
    if (!header?.actions?.includes(action)) return notOpen
    if (header.assist || header.turn) return busy
    return [
      draft('draft-used', by, { draft: action, message: command }),
      draft('assist-requested', by, { request: command, text: 'approved', until: now + policy.assistWait, action }),
    ]
  },
} satisfies Partial<Deciders>
