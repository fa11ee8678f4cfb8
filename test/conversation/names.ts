/** Every event type, written down: a type that is lost or renamed breaks a promise. */
export const publicTypes = [
  'conversation-started', 'message-sent', 'notice', 'handoff-requested', 'handoff-cancelled', 'handoff-expired', 'floor-claimed', 'floor-returned',
  'floor-transferred', 'agent-dropped', 'agent-returned', 'participant-joined', 'survey-asked', 'survey-answered', 'survey-declined', 'survey-expired',
  'anything-else-asked', 'tasks-ended', 'turn-started', 'turn-done', 'turn-aborted', 'turn-failed', 'read-marked', 'ticket-created',
  'conversation-closed', 'conversation-reopened', 'turn-skipped', 'note-added', 'context-added',
] as const
