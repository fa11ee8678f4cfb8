import type { Chat } from './api.ts'

type Counted = Pick<Chat, '$unread'>

/** A page, as far as its title goes. */
interface TitledPage {
  title: string
  /** Where the title stands, if it may be set by others. */
  readonly documentElement?: Node
  readonly head?: Node | null
}

/** What each title tells of: those of several chats would take each other's number away, for ever. */
const titles = new WeakMap<TitledPage, Set<Counted>>()
/** Those that were given a number here; one that a page has in its title itself stays. */
const bare = new Set<string>()

/**
 * Shows the number of unread messages in front of a page's title, such as "(2) Help", also when the page sets another title, as one that
 * exchanges its contents does at each navigation. Of several chats it is the sum; one that is named twice counts once.
 *
 * @param page default `document`.
 * @returns its stop, which leaves the bare title.
 * @example const stop = titleBadge(chat)
 */
export function titleBadge({ $unread }: Counted, page: TitledPage = document): () => void {
  const all = titles.get(page) ?? new Set()
  const own = { $unread }
  titles.set(page, all.add(own))
  const show = (): void => {
    let count = 0
    for (const store of new Set([...all].map((one) => one.$unread))) count += store.get()
    // a page may bring back a title as it was a while ago
    const without = page.title.replace(/^\(\d+\) /, '')
    const words = bare.has(without) ? without : page.title
    if (count > 0) bare.add(words)
    const title = (count > 0 ? `(${count}) ` : '') + words
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
    show()
  })
  watch()
  const stop = $unread.subscribe(show)
  return () => {
    observer?.disconnect()
    stop()
    all.delete(own)
    show()
  }
}
