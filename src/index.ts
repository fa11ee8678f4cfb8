/**
 * The framework-agnostic core: a visitor's chat, and the conversation machine behind it.
 *
 * @module handback
 */
export * from './client/index.ts'
export {
  allow,
  decide,
  defaultPolicy,
  emptyPublicView,
  emptyStaffView,
  evolvePublic,
  evolveStaff,
  holderOf,
  isRefusal,
  nextPhase,
  project,
  publicHeader,
  transitions,
} from './conversation/index.ts'
export type {
  Context,
  DecideContext,
  Decision,
  Draft,
  FormRow,
  MessageRatingRow,
  MessageRow,
  NoteRow,
  NoticeRow,
  PermissionAnswerRow,
  PermissionRow,
  Policy,
  PublicRow,
  PublicView,
  RatingRow,
  Rows,
  StaffRow,
  StaffView,
  SummaryRow,
  SurveyRow,
  TicketFiledRow,
  TicketRow,
  ToolCallRow,
  ToolResultRow,
  Transcript,
} from './conversation/index.ts'
export { HandbackError, isHandbackError } from './protocol/index.ts'
export type * from './protocol/index.ts'
