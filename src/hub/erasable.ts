import type { EventType } from '../protocol/index.ts'

/** These may repeat, word for word, what was written before them. */
const repeated = [
  'context-added',
  'summary-written',
  'draft-offered',
  'ticket-created',
  'tool-called',
  'tool-returned',
  'action-held',
  'permission-asked',
] as const satisfies readonly EventType[]

export const repeating: ReadonlySet<string> = new Set<EventType>(repeated)

/** What somebody has written. All else tells where the conversation stands, and the log could not be folded without it. */
export const contents: ReadonlySet<string> = new Set<EventType>([
  ...repeated,
  'conversation-started',
  'message-sent',
  'form-submitted',
  'message-rated',
  'survey-answered',
  'follow-up-scheduled',
  'note-added',
  'supervisor-requested',
  'assist-requested',
  'tag-added',
  'attributes-updated',
])
