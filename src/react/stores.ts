import type { ReadableAtom } from 'nanostores'
import { useCallback, useSyncExternalStore } from 'react'
import { defaults } from './defaults.ts'
import type { StoreName, ValueOf } from './defaults.ts'
import { useChat } from './provider.ts'

/**
 * The value of a store, rendered again at each change. `first` is what a server renders and a page hydrates; default: what the store holds.
 *
 * @example const unread = useStore(chat.$unread)
 */
export function useStore<T>(store: ReadableAtom<T>, first?: T): T {
  const subscribe = useCallback((changed: () => void) => store.listen(changed), [store])
  return useSyncExternalStore(subscribe, () => store.get(), () => first ?? store.get())
}

/** A store of the provider's chat, and its default until there is one. */
function useChatStore<N extends StoreName>(name: N): ValueOf<N> {
  const chat = useChat()
  const store = chat?.[name] as ReadableAtom<ValueOf<N>> | undefined
  const subscribe = useCallback((changed: () => void) => store?.listen(changed) ?? (() => {}), [store])
  return useSyncExternalStore(subscribe, () => store?.get() ?? defaults[name], () => defaults[name])
}

/** Phase, survey and what else is open; see `ChatState`. */
export const useChatState = (): ValueOf<'$state'> => useChatStore('$state')
/** The rows of the thread, to be read as an array; the answer that is being written is in `useStreaming`. */
export const useMessages = (): ValueOf<'$messages'> => useChatStore('$messages')
/** The answer that is being written, or null. */
export const useStreaming = (): ValueOf<'$streaming'> => useChatStore('$streaming')
/** Who the visitor is talking to. */
export const useStatus = (): ValueOf<'$status'> => useChatStore('$status')
/** Everybody in the conversation. */
export const useParticipants = (): ValueOf<'$participants'> => useChatStore('$participants')
/** Place in line and estimated wait in ms, or null. */
export const useQueue = (): ValueOf<'$queue'> => useChatStore('$queue')
/** How many messages of others the visitor has not seen. */
export const useUnread = (): ValueOf<'$unread'> => useChatStore('$unread')
/** How the chat reaches its hub. */
export const useConnection = (): ValueOf<'$connection'> => useChatStore('$connection')
/** Whether the panel should be open; `chat.open()` and `chat.close()` change it. */
export const usePanel = (): ValueOf<'$panel'> => useChatStore('$panel')
