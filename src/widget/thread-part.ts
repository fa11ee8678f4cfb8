import { conversation } from '../ui/styles/conversation.ts'
import { begunStyles } from './begun-styles.ts'

export { Avatar } from '../ui/avatar.tsx'
export { announceChat } from './announce.ts'
export { failureText, isToldHere } from './failures.ts'
export { FullThread } from './full-thread.tsx'
export { Stop, Waiting } from './help-now.tsx'
export { keepFocus } from './keep-focus.ts'
export { LostBanner } from './lost-banner.tsx'
export { oneVoice } from './one-voice.ts'
export { repliesNow } from './replies-now.ts'
export { showUnread } from './show-unread.ts'
export { StatusLine } from './status-line.tsx'
export { followViewing } from './viewers.ts'

export const css = conversation + begunStyles
