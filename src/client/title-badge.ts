import type { Chat } from './api.ts'

/**
 * Shows the number of unread messages in front of a page's title, such as "(2) Help". Minds titles that the page sets itself.
 *
 * @param page default `document`.
 * @returns its stop, which leaves the bare title.
 * @example const stop = titleBadge(chat)
 */
export function titleBadge({ $unread }: Pick<Chat, '$unread'>, page: { title: string } = document): () => void {
  const show = (count: number): void => {
    const title = (count > 0 ? `(${count}) ` : '') + page.title.replace(/^\(\d+\) /, '')
    if (title !== page.title) page.title = title
  }
  const stop = $unread.subscribe(show)
  return () => {
    stop()
    show(0)
  }
}
