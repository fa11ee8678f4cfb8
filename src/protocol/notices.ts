/**
 * Texts of the machine, rendered in the reader's language from the dictionaries.
 * By `machine`: a line of its own. By `assistant`: a bubble of the assistant.
 */
export type NoticeKey =
  | 'ai-disclosure'
  | 'handoff-started'
  | 'safety-started'
  | 'handoff-cancelled'
  | 'handoff-expired'
  | 'handoff-ticketed'
  | 'out-of-hours'
  | 'agent-joined'
  | 'agent-lost'
  | 'participant-joined'
  | 'participant-left'
  | 'floor-transferred'
  | 'floor-returned'
  | 'survey-thanks'
  | 'follow-up'
  | 'follow-up-scheduled'
  | 'follow-up-declined'
  | 'anything-else'
  | 'answer-failed'
  | 'ticket-created'
  | 'message-removed'
  | 'conversation-closed'
  | 'conversation-reopened'
