import type { ReadableAtom } from 'nanostores'
import type { Chat } from '../client/api.ts'
import type { Announcer } from '../ui/announcer.tsx'

/** How much each panel of a chat is there to be heard. */
const voices = new WeakMap<Chat, Set<() => number>>()

interface OneVoice extends Pick<Announcer, 'say'> {
  leave(): void
}

/** Several panels may show one chat, and one of them speaks: the first that is open, else the first that is on the page; of those that are hidden none is heard. */
export function oneVoice(chat: Chat, host: Element, $open: ReadableAtom<boolean>, say: Announcer['say']): OneVoice {
  const all = voices.get(chat) ?? new Set()
  voices.set(chat, all)
  const own = () => ((host as HTMLElement).hidden ? 0 : $open.get() ? 2 : 1)
  all.add(own)
  return {
    say(text) {
      if ([...all].sort((a, b) => b() - a())[0] === own) say(text)
    },
    leave: () => void all.delete(own),
  }
}
