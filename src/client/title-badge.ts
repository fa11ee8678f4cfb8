import type { Chat } from './api.ts'

/** A page, as far as its title goes. */
interface TitledPage {
  title: string
  /** Where the title stands, if it may be set by others. */
  readonly documentElement?: Node
  readonly head?: Node | null
}

/**
 * Shows the number of unread messages in front of a page's title, such as "(2) Help", also when the page sets another title, as one that
 * exchanges its contents does at each navigation.
 *
 * @param page default `document`.
 * @returns its stop, which leaves the bare title.
 * @example const stop = titleBadge(chat)
 */
export function titleBadge({ $unread }: Pick<Chat, '$unread'>, page: TitledPage = document): () => void {
  const show = (count: number): void => {
    const title = (count > 0 ? `(${count}) ` : '') + page.title.replace(/^\(\d+\) /, '')
    if (title !== page.title) page.title = title
  }
  const { documentElement } = page
  const watch = (): void => {
    if (documentElement) observer?.observe(documentElement, { childList: true })
    if (page.head) observer?.observe(page.head, { childList: true, characterData: true, subtree: true })
  }
  const observer = documentElement && new MutationObserver(() => {
    // another head may be in its place
    watch()
    show($unread.get())
  })
  watch()
  const stop = $unread.subscribe(show)
  return () => {
    observer?.disconnect()
    stop()
    show(0)
  }
}
