export type { Rows, Transcript } from '../internal/transcript.ts'
export type {
  Context,
  Draft,
  FormRow,
  MessageRatingRow,
  MessageRow,
  NoteRow,
  NoticeRow,
  PermissionAnswerRow,
  PermissionRow,
  PublicRow,
  RatingRow,
  StaffRow,
  SummaryRow,
  SurveyRow,
  TicketFiledRow,
  TicketRow,
  ToolCallRow,
  ToolResultRow,
} from './rows.ts'
export { holderOf, nextPhase, transitions } from './phases.ts'
export { allow, rules } from './allow.ts'
export { allowVisitor } from './allow-visitor.ts'
export type { Policy } from './policy.ts'
export { defaultPolicy } from './policy.ts'
export { decide, isRefusal } from './decide/index.ts'
export type { Decision } from './decide/index.ts'
export type { DecideContext } from './decide/drafts.ts'
export type { PublicView } from './evolve-public.ts'
export { emptyPublicView, evolvePublic, prependPublic, publicView } from './evolve-public.ts'
export { narrowPublic } from './narrow-public.ts'
export type { StaffView } from './evolve-staff.ts'
export { emptyStaffView, evolveStaff, prependStaff, staffView } from './evolve-staff.ts'
export { MACHINE_VERSION, emptyHeader, evolveHeader } from './header.ts'
export { entryOf } from './entry.ts'
export { number } from './number.ts'
export { project, projectForStaff, publicHeader } from './project.ts'
export { ASSISTANT_PERSON, publicRow } from './transcript.ts'
export { emptyPublicHeader, evolvePublicHeader } from './public-header.ts'
export { standing } from './staff-knowledge.ts'
