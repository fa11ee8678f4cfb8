import type { Refusal, RefusalCode } from '../protocol/index.ts'
import type { Reason } from './rules.ts'

/** What a hub says along with the reasons of its rules; {@link Refusal} explains who reads it. */
const texts: Partial<Record<RefusalCode, (reason: Reason) => string>> = {
  'command/unknown': () => 'This command is not known here.',
  'command/forbidden': () => 'This command is not for you.',
  'conversation/not-found': () => 'There is no such conversation.',
  'conversation/closed': () => 'This conversation is closed.',
  'conversation/erased': () => 'This conversation was erased.',
  'conversation/wrong-phase': ({ phase }) => `Not possible while the conversation is ${phase}.`,
  'floor/claimed': ({ holder }) => `${holder} has already claimed this conversation.`,
  'floor/not-holder': () => 'Claim this conversation first.',
  'floor/not-human': ({ phase }) => `No person holds this conversation (it is ${phase}).`,
  'participant/not-joined': () => 'You do not write in this conversation.',
  'handoff/not-open': () => 'Nobody is being waited for.',
  'permission/not-open': () => 'This question was answered already, or is no longer open.',
  'survey/not-open': () => 'There is nothing to rate, or it was rated already.',
  'follow-up/not-open': () => 'Nobody has asked about coming back.',
}

/** A reason in words. */
export const inWords = (reason: Reason): Refusal => ({ ...reason, message: texts[reason.code]?.(reason) ?? reason.code })
