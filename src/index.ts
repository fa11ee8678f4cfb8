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
  MessageRow,
  NoteRow,
  NoticeRow,
  Policy,
  PublicRow,
  PublicView,
  RatingRow,
  StaffRow,
  StaffView,
  SurveyRow,
  TicketRow,
} from './conversation/index.ts'
export { HandbackError, isHandbackError } from './protocol/index.ts'
export type * from './protocol/index.ts'
