import { createContext, createElement, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { Chat } from '../client/api.ts'

interface Place {
  readonly chat: Chat | null
  /** A widget below has loaded its chat. Returns what takes it back. */
  offer(chat: Chat): () => void
}

const none: readonly Chat[] = []

const Context = createContext<Place | null>(null)

export interface HandbackProviderProps {
  /** A chat made elsewhere; whoever made it destroys it. */
  readonly chat?: Chat
  /** Makes the chat, in the page only and once; it goes with the provider. */
  readonly create?: () => Chat
  readonly children?: ReactNode
}

/**
 * Gives the hooks below it their chat: one made elsewhere (`chat`), one of its own (`create`), or with neither that of the `<HandbackChat>`
 * below it as soon as that has loaded it, so that a page with a launcher stays as light as it was. Strict Mode makes, ends and makes a chat: one is left.
 *
 * @example <HandbackProvider><Header /><HandbackChat endpoint="/handback" /></HandbackProvider>
 */
export function HandbackProvider({ chat, create, children }: HandbackProviderProps) {
  /** The oldest is the one: another that comes or goes changes nothing. */
  const [lent, setLent] = useState(none)
  const maker = useRef(create)
  const offer = useCallback((one: Chat) => {
    setLent((all) => [...all, one])
    return () => setLent((all) => all.filter((other) => other !== one))
  }, [])
  useEffect(() => {
    const made = maker.current?.()
    if (!made) return undefined
    const takeBack = offer(made)
    void made.resume()
    return () => {
      takeBack()
      made.destroy()
    }
  }, [offer])
  const first = chat ?? lent[0] ?? null
  const value = useMemo(() => ({ chat: first, offer }), [first, offer])
  return createElement(Context.Provider, { value }, children)
}

export const usePlace = (): Place | null => useContext(Context)

/**
 * The chat of the nearest provider, for its verbs; null where there is none yet: on a server, and in a page until it is made or loaded.
 *
 * @example const chat = useChat(); <button onClick={() => chat?.requestHuman()}>Talk to a human</button>
 */
export const useChat = (): Chat | null => usePlace()?.chat ?? null
