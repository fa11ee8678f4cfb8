import type { Chat } from '../client/api.ts'
import { adopt } from '../ui/adopt.ts'
import type { WidgetOptions } from './options.ts'
import { unreadStyles } from './unread-styles.ts'

interface ShowUnread extends Pick<WidgetOptions, 'titleBadge'> {
  readonly onError: (error: unknown) => void
}

/** Where the count is seen: on the launcher, and in the title of the page where that is wanted. Returns its stop, which leaves the page's own title. */
export function showUnread(root: ShadowRoot, chat: Chat, { titleBadge: titled, onError }: ShowUnread): () => void {
  const offs = [adopt(root, unreadStyles)]
  // it may have ended meanwhile
  if (titled) import('../client/title-badge.ts').then(({ titleBadge }) => offs[0] && offs.push(titleBadge(chat, root.ownerDocument))).catch(onError)
  return () => {
    for (const off of offs.splice(0)) off()
  }
}
