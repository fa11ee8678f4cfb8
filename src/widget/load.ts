import { pageAddress } from './page-address.ts'
import type { Chat } from '../client/api.ts'
import type { MountOptions } from './options.ts'
import type { Panel, PanelOptions } from './panel.tsx'

export interface Loaded {
  readonly chat: Chat
  readonly panel: Panel
  /** Ends the panel, and the chat if it was made here. */
  stop(): void
}

export interface LoadOptions extends Pick<MountOptions, 'endpoint' | 'chat' | 'beforeSend' | 'strings'>, Pick<PanelOptions, 'onClose' | 'onError'> {
  readonly root: ShadowRoot
  readonly locale: string
  readonly storageKey: string
}

/** Fetches everything behind the launcher, and resumes an unfinished conversation. */
export async function load({ endpoint = '', chat: given, beforeSend, storageKey, ...options }: LoadOptions): Promise<Loaded> {
  const { locale } = options
  const [{ createPanel }, chat] = await Promise.all([
    import('./panel.tsx'),
    given ?? import('./compose.ts').then(({ composeChat }) =>
      composeChat({ endpoint, locale, page: pageAddress(location), storageKey, ...(beforeSend && { beforeSend }) })),
  ])
  await chat.resume()
  const panel = createPanel({ ...options, chat })
  return {
    chat,
    panel,
    stop() {
      panel.destroy()
      if (!given) chat.destroy()
    },
  }
}
