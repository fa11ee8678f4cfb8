import type { Chat } from '../client/api.ts'
import { type Kept, keptUnder } from './kept.ts'
import { lateChat, unavailable } from './late-chat.ts'
import type { WidgetOptions } from './options.ts'
import { pageAddress } from './page-address.ts'
import { createPanel } from './panel.tsx'
import type { Panel, PanelOptions } from './panel-options.ts'
import { ThreadPart } from './visitor-thread.tsx'
import type { AddWish } from './wishes.ts'

export interface Loaded extends Pick<Kept, 'keepOpen'> {
  readonly chat: Chat
  readonly panel: Panel
  /** Ends the panel, and the chat if it was made here. */
  stop(): void
}

export interface LoadOptions
  extends Omit<PanelOptions, 'chat' | 'draft' | 'memory' | 'createWords'>, Pick<WidgetOptions, 'endpoint' | 'transport' | 'credentials' | 'chat' | 'beforeSend'> {
  readonly locale: string
  readonly storageKey: string
}

/** Fetches what is behind the launcher: the panel, and the chat too where a conversation is unfinished, which is then resumed. */
export async function load({ endpoint, transport, credentials, chat: given, beforeSend, storageKey, ...options }: LoadOptions, addWish: AddWish): Promise<Loaded> {
  const { locale } = options
  // there must be something that speaks them
  const several = options.languages && await import('./words.ts').catch((cause: unknown) => {
    throw unavailable(cause)
  })
  // one for both: what cannot be written stands in it
  const kept = keptUnder(storageKey)
  const compose = async (): Promise<Chat> => {
    const [{ composeChat }] = await Promise.all([import('./compose.ts'), ThreadPart.load()])
    return composeChat({
      endpoint,
      transport,
      credentials,
      // a dictionary of another language than the page's is the visitor's choice of language, by whoever mounted it
      locale: options.strings?.language ?? locale,
      page: pageAddress(location),
      storageKey,
      kept,
      ...(beforeSend && { beforeSend }),
    })
  }
  // a chat of somebody else's may show something at any time
  if (given) await ThreadPart.load()
  const chat = given ?? lateChat(compose, kept.found, addWish)
  // Another tab has begun the conversation that would be begun here.
  let resumed = !given && kept.found()
  const begun = ({ key }: StorageEvent): void => {
    if (resumed || key !== storageKey || !kept.found()) return
    resumed = true
    chat.resume().catch((error: unknown) => {
      // its next word is another chance
      resumed = false
      options.onError(error)
    })
  }
  await chat.resume()
  const panel = createPanel({ ...options, ...several, ...(!given && kept.panel), chat })
  if (!given) window.addEventListener('storage', begun)
  // it begins in that language
  await panel.begun
  return {
    chat,
    panel,
    keepOpen: kept.keepOpen,
    stop() {
      window.removeEventListener('storage', begun)
      panel.destroy()
      if (!given) chat.destroy()
    },
  }
}
