import type { EventType } from '../protocol/index.ts'

/** What somebody has written. All else tells where the conversation stands, and the log could not be folded without it. */
export const contents: ReadonlySet<string> = new Set<EventType>([
  'conversation-started',
  'message-sent',
  'form-submitted',
  'message-rated',
  'survey-answered',
  'follow-up-scheduled',
  'ticket-created',
  'note-added',
  'context-added',
  'supervisor-requested',
  'assist-requested',
  'draft-offered',
  'tool-called',
  'tool-returned',
  'action-held',
  'permission-asked',
  'summary-written',
  'tag-added',
  'attributes-updated',
])

/** These may repeat, word for word, what was written before them. */
export const repeating: ReadonlySet<string> = new Set<EventType>([
  'context-added',
  'summary-written',
  'draft-offered',
  'ticket-created',
  'tool-called',
  'tool-returned',
  'action-held',
  'permission-asked',
])
