import { createContext, createElement, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { Chat } from '../client/api.ts'

interface Place {
  readonly chat: Chat | null
  /** Whether a chat of its own is there or to come. */
  readonly own: boolean
  /** A widget below has loaded its chat, or has gone. */
  offer(chat: Chat | null): void
}

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
  const [found, offer] = useState<Chat | null>(null)
  const maker = useRef(create)
  useEffect(() => {
    const made = maker.current?.()
    if (!made) return undefined
    offer(made)
    void made.resume()
    return () => {
      offer(null)
      made.destroy()
    }
  }, [])
  const own = chat !== undefined || create !== undefined
  const value = useMemo(() => ({ chat: chat ?? found, own, offer }), [chat, found, own])
  return createElement(Context.Provider, { value }, children)
}

export const usePlace = (): Place | null => useContext(Context)

/**
 * The chat of the nearest provider, for its verbs; null where there is none yet: on a server, and in a page until it is made or loaded.
 *
 * @example const chat = useChat(); <button onClick={() => chat?.requestHuman()}>Talk to a human</button>
 */
export const useChat = (): Chat | null => usePlace()?.chat ?? null
