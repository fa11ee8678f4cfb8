/** The console's texts. `{name}` and the like are replaced. */
export const defaultStrings = {
  consoleTitle: 'Conversations',
  signOut: 'Sign out',
  signIn: 'Sign in again',
  back: 'Back to the lists',
  dismiss: 'Dismiss',
  showContext: 'Show context',
  hideContext: 'Hide context',

  queue: 'Queue',
  mine: 'My conversations',
  left: 'Messages left',
  assistant: 'With the assistant',
  colleagues: 'With colleagues',
  closed: 'Closed',
  queueEmpty: 'Nobody is waiting',
  mineEmpty: 'Claim a conversation to start',
  assistantEmpty: 'No visitor is talking to the assistant',
  closedEmpty: 'Nothing was closed lately',
  urgent: 'Urgent',
  ago: '{time} ago',
  visitor: 'Visitor',
  unread: '{count} unread',
  leftMessage: 'Left a message',
  filed: 'Passed on to your own system',
  filedAs: 'Passed on to your own system as',
  followUpNow: 'Come back now',
  supervisorWanted: 'Supervisor wanted',
  heldBy: 'With {name}',
  closingTasks: 'Wrapping up',
  visitorLeft: 'Visitor left {time}',
  noWords: 'No message yet',
  showMore: 'Show more',

  now: 'just now',
  seconds: 'under 1 min',
  minutes: '{count} min',
  hours: '{count} h',
  hoursMinutes: '{count} h {minutes} min',
  days: '{count} d',

  connectionIdle: 'Connecting…',
  connectionConnecting: 'Connecting…',
  connectionSyncing: 'Catching up…',
  connectionLive: 'Live',
  connectionPolling: 'Live, slower',
  connectionOffline: 'Offline, trying again…',
  connectionSignedOut: 'Signed out',
  connectionStranger: 'Not signed in here',

  conversation: 'Conversation',
  noConversation: 'No conversation open',
  noConversationHint: 'Claim one from the queue, or open a conversation with the assistant to read along and take over.',
  allQuiet: 'All quiet',
  allQuietHint: 'Visitors who need a person appear in the queue. You can also read along with the assistant, and take over at any time.',
  loading: 'Loading the conversation…',
  gone: 'This conversation no longer exists',
  claim: 'Claim',
  takeOver: 'Take over',
  handBack: 'Hand back',
  handBackHint: 'Back to the AI Assistant, which wraps up: a rating, a summary, anything else',
  transfer: 'Transfer',
  transferHint: 'Back into the queue for a colleague',
  resolve: 'Resolve',
  addNote: 'Add note',
  join: 'Join',
  joinHint: 'Write to the visitor beside your colleague',
  leave: 'Leave',
  leaveHint: 'No longer write beside your colleague',
  export: 'Export',
  exportHint: 'Save the whole conversation as a file',
  exportFailed: 'The conversation could not be exported. Try again.',
  actions: 'Actions',

  stateBot: 'With the AI Assistant',
  stateQueued: 'Waiting for a person for {time}',
  stateMine: 'With you',
  stateOther: 'With {name}',
  stateAway: 'With {name}, whose connection is lost',
  stateHandback: 'With the AI Assistant, which is wrapping up',
  stateClosed: 'Closed',
  stateErased: 'Removed',
  colleague: 'a colleague',
  bannerBesideYou: '{names} joined to help you',
  bannerBeside: '{names} joined to help {name}',
  bannerHelping: 'You write beside {name}',
  bannerEscalated: '{name} asks for a supervisor',
  visitorTyping: 'Visitor is typing…',

  message: 'Message',
  send: 'Send',
  placeholder: 'Write to {name}…',
  hintQueued: 'Nobody has this conversation yet. Your first message claims it.',
  hintBot: 'The AI Assistant is answering. Writing takes over.',
  lockedTitle: 'Claim to reply',
  lockedOther: '{name} is talking to the visitor. You can write once it is back in the queue.',
  hintBeside: '{name} is talking to the visitor. You write beside, under your own name.',
  lockedErased: 'This conversation was removed for good.',
  lockedClosed: 'This conversation is closed. It opens again when the visitor writes.',
  note: 'Note',
  noteHint: 'Only your team sees this',
  notePlaceholder: 'What should your team know?',
  saveNote: 'Save note',
  cancel: 'Cancel',
  removeQuestion: 'Remove this message for good? The visitor will see that a message was removed.',
  remove: 'Remove',
  keep: 'Keep',

  drafts: 'Drafts of the assistant',
  draftOffered: 'The assistant offers a draft',
  useDraft: 'Use',
  dropDraft: 'Drop this draft',
  actionOffered: 'The assistant wants your approval: {title}',
  actionTitle: 'The assistant asks for your approval',
  approve: 'Approve',
  decline: 'Decline',
  actionUnknown: 'What would be done is not known here, so it cannot be approved.',
  tool: 'Tool',
  toolCalled: 'Used {tool}',
  toolReturned: 'Result of a tool',
  toolInput: 'Input',
  toolOutput: 'Output',
  toolFailed: 'failed',
  toolRunning: 'running…',
  toolUnknown: 'no result',
  ask: 'Ask the assistant',
  askPlaceholder: 'Find something out, or draft an answer',
  askSend: 'Ask',
  assistWorking: 'The assistant is working on it…',

  context: 'Context',
  contextEmpty: 'What the assistant found out appears here once a person is asked for.',
  reason: 'Reason',
  summary: 'Summary',
  details: 'Details',
  articles: 'Articles used',
  confidence: 'Confidence of the assistant',
  sentiment: 'Mood',
  sentimentGood: 'Content',
  sentimentNeutral: 'Neutral',
  sentimentBad: 'Unhappy',
  waitingSince: 'Waiting since',
  name: 'Name',
  visitorSince: 'First message',
  notes: 'Notes',
  notesEmpty: 'No notes yet',
  rating: 'Rating',
  ratingOf: '{score} of 7',
  ratingDeclined: 'Skipped',
  people: 'People',
  tags: 'Tags',
  tagsEmpty: 'No tags',
  addTag: 'Add a tag',
  saveTag: 'Save tag',
  tagTooLong: 'A tag has at most {count} characters.',
  removeTag: 'Take off {tag}',
  yes: 'Yes',
  no: 'No',
  followUp: 'Follow-up',
  followUpDue: 'It is time to come back to the visitor',
  help: 'Help',
  requestSupervisor: 'Ask for a supervisor',
  requestSupervisorHint: 'Supervisors see it in their list and can join you',
  escalated: 'Waiting for a supervisor',
  shadow: 'A colleague reads along',
  shadows: '{count} colleagues read along',
  you: '{name} (you)',

  reasonVisitorRequest: 'Asked for a person',
  reasonAssistantRequest: 'The assistant asked for help',
  reasonAssistantFailed: 'The assistant could not answer',
  reasonRule: 'A rule matched',
  reasonTransfer: 'Transferred by a colleague',
  reasonAgentLost: 'Their agent lost the connection',
  reasonReopened: 'The visitor came back',
  reasonInDetail: '{reason}: {rule}',
  ruleSafety: 'Somebody may be in danger',
  rulePromise: 'The assistant said that a person would come',
  ruleApproval: 'The assistant needs an approval',
  ruleBudget: 'The budget for the assistant is used up',
  ruleHumanOnly: 'No assistant may answer here',
  ruleToolUnclear: 'It is unclear whether an action was done',
  ruleToolLoop: 'The assistant came to no end',

  refusedClaimed: '{name} has already claimed this conversation',
  refusedClaimedUnknown: 'Somebody has already claimed this conversation',
  refusedNotHolder: 'This conversation is no longer with you',
  refusedNotHuman: 'This conversation is not with a person right now',
  refusedClosed: 'This conversation is closed',
  refusedNotFound: 'This conversation no longer exists',
  refusedForbidden: 'You may not do that here',
  refusedErased: 'This conversation was removed for good',
  refusedNotInvited: 'Ask your colleague to invite you first',
  refusedDraft: 'This draft was used or dropped already',
  refusedBusy: 'The assistant is still busy with the last request',
  refusedLimit: 'There is no room for more of these',
  refusedTooFast: 'That was a lot at once. Wait a moment, then try again.',
  refusedReadOnly: 'This is a record of a conversation: it can only be read.',
  refusedOther: 'That did not work. Nothing was changed.',
  errorNoAgent: 'This sign-in is a visitor’s and opens no console. It needs a token of an agent.',
  errorOtherAgent: 'This sign-in is of somebody else than this console was opened for. Sign in again to go on.',
  errorUnauthorized: 'Your sign-in is no longer valid. Sign in again to go on.',
} as const

export type StringKey = keyof typeof defaultStrings

/** Every text of the console, to be overridden in part. */
export type ConsoleStrings = Readonly<Record<StringKey, string>>

/** A text with its placeholders filled in. */
export type Say = (key: StringKey, params?: Readonly<Record<string, string | number>>) => string

/**
 * The console's texts with an integrator's overrides.
 *
 * @example
 * const say = dictionary({ claim: 'Take it' })
 * say('heldBy', { name: 'Sarah' }) // 'With Sarah'
 */
export function dictionary(overrides: Partial<ConsoleStrings> = {}): Say {
  const strings: ConsoleStrings = { ...defaultStrings, ...overrides }
  return (key, params = {}) => strings[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}

/** How long something lasts, to the minute. No line ends inside it. */
export function durationText(say: Say, ms: number): string {
  const minutes = Math.floor(ms / 60_000)
  const hours = Math.floor(minutes / 60)
  const text =
    minutes < 1 ? say('seconds')
    : hours < 1 ? say('minutes', { count: minutes })
    : hours >= 24 ? say('days', { count: Math.floor(hours / 24) })
    : minutes % 60 ? say('hoursMinutes', { count: hours, minutes: minutes % 60 })
    : say('hours', { count: hours })
  return text.replaceAll(' ', '\u00a0')
}

/** How long ago something was, to the minute. */
export const agoText = (say: Say, ms: number): string => (ms < 60_000 ? say('now') : say('ago', { time: durationText(say, ms) }))
