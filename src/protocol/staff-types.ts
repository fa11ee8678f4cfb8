import type { StaffEventType } from './staff-events.ts'

const staffOnly: Readonly<Record<StaffEventType, true>> = {
  'turn-skipped': true,
  'note-added': true,
  'context-added': true,
  'conversation-routed': true,
  'participant-invited': true,
  'supervisor-requested': true,
  'shadow-started': true,
  'shadow-ended': true,
  'assist-requested': true,
  'assist-expired': true,
  'draft-offered': true,
  'draft-used': true,
  'draft-dropped': true,
  'summary-asked': true,
  'summary-written': true,
  'summary-expired': true,
  'tool-called': true,
  'tool-returned': true,
  'action-held': true,
  'turn-metered': true,
  'ticket-filed': true,
  'tag-added': true,
  'tag-removed': true,
  'attributes-updated': true,
}

/** Whether events of this type are for staff only, whatever they say of themselves. */
export const isStaffType = (type: string): boolean => Object.hasOwn(staffOnly, type)
