import type { Chat, ChatEvents, ChatOptions } from '../client/api.ts'
import type { Id } from '../protocol/index.ts'
import type { Strings } from '../ui/strings.ts'
import type { Theme } from '../ui/theme.ts'

export interface MountOptions {
  /** Address of the hub, such as `/handback`. One of `endpoint` and `chat` is needed. */
  readonly endpoint?: string
  /** A chat made elsewhere; whoever made it destroys it. */
  readonly chat?: Chat
  /** Shows the panel inside this element, filling it, without a launcher. Default: a launcher in the corner of the page. */
  readonly target?: Element
  /** Texts that differ from the English ones. */
  readonly strings?: Partial<Strings>
  /** BCP 47. Default: the page's `lang`, then the browser's language. */
  readonly locale?: string
  readonly theme?: Theme
  /** Key of the one storage entry. Default `handback`. */
  readonly storageKey?: string
  /** Changes or drops a message before it is sent. Only with `endpoint`. */
  readonly beforeSend?: NonNullable<ChatOptions['beforeSend']>
}

/** What the widget tells: by `on`, and on its element as composed, bubbling `handback:<type>` events with this `detail`. */
export interface WidgetEvents extends ChatEvents {
  ready: null
  open: null
  close: null
}

/** A mounted widget. What needs the chat loads it first. */
export interface WidgetHandle {
  /** The host element; the widget lives in its open shadow root. */
  readonly element: HTMLElement
  readonly isOpen: boolean
  /** Resolves when the panel is there. Rejects when its code cannot be loaded; then it may be tried again. */
  open(): Promise<void>
  close(): void
  toggle(): Promise<void>
  /** Shows the whole widget again after `hide`. */
  show(): void
  /** Takes the whole widget, launcher included, off the page; the conversation goes on. */
  hide(): void
  sendMessage(text: string): Promise<Id | null>
  requestHuman(): Promise<void>
  endConversation(): Promise<void>
  setTheme(theme: Theme): void
  /** The headless chat behind the widget, loaded if need be. */
  chat(): Promise<Chat>
  /** Returns its stop. */
  on<T extends keyof WidgetEvents>(type: T, listener: (detail: WidgetEvents[T]) => void): () => void
  /** Takes everything off the page. The stored conversation stays. Idempotent. */
  destroy(): void
}
