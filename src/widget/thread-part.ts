import { conversation } from '../ui/styles/conversation.ts'
import { question } from '../ui/styles/late/question.ts'
import { begunStyles } from './begun-styles.ts'

export { Avatar } from '../ui/avatar.tsx'
export { saveFile } from '../ui/files/save.ts'
export { refusalText } from '../ui/refusal-text.ts'
export { announceChat } from './announce.ts'
export { EndQuestion } from './end-question.tsx'
export { FullThread } from './full-thread.tsx'
export { keepFocus } from './keep-focus.ts'
export { LostBanner } from './lost-banner.tsx'
export { repliesNow } from './replies-now.ts'
export { statusText } from './status-text.ts'

export const css = conversation + begunStyles + question
