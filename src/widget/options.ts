import type { Chat, ChatEvents, ChatOptions, ChatStatus, OutgoingMessage } from '../client/api.ts'
import type { Credentials, Transports } from '../contracts/index.ts'
import type { MessageRow } from '../conversation/rows.ts'
import type { AskedForm, Id } from '../protocol/index.ts'
import type { Strings } from '../ui/strings.ts'
import type { Theme } from '../ui/theme.ts'

/** A language that the visitor may change to. */
export interface LanguageChoice {
  /** BCP 47. */
  readonly language: string
  /** What it calls itself, such as `Deutsch`. */
  readonly label: string
  /** Its dictionary, such as `german` of `handback/widget/locales/de`; or how to get it, asked for when it is chosen. */
  readonly strings: Strings | (() => Promise<Strings>)
}

/** A form before the first message. */
export interface PreChatForm extends AskedForm {
  /** Names it among the answers that the team sees. Default `pre-chat-form`. */
  readonly form?: Id
}

/** A single factor of a rating, 1..7. */
export interface SurveyFactor {
  /** As it stands in the log, such as `information-quality`. */
  readonly name: string
  readonly label: string
}

/** What takes the place of a part of the widget; `undefined` or nothing returned: the widget's own. */
export interface Renderers {
  /** A row of the thread: an element of the page that stands in the bubble, called again when the row changes. */
  readonly renderMessage?: (row: MessageRow, strings: Strings) => Node | undefined
  /** The line that says who the visitor is talking to. It is still announced by the widget. */
  readonly renderStatus?: (status: ChatStatus, strings: Strings) => Node | undefined
  /** What stands in the launcher button. If it throws, that is told once by `error`, and the usual button stands from then on. */
  readonly renderLauncher?: (unread: number) => Node | undefined
}

/** What a widget can be told, wherever it may learn of its hub: `MountOptions` without the need to say where that is. */
export interface WidgetOptions extends Renderers {
  /** Address of the hub, such as `/handback`. One of `endpoint`, `transport` and `chat` is needed. */
  readonly endpoint?: string
  /** Another way to the hub than by HTTP. `endpoint`, if given too, is only where a visitor's session comes from. */
  readonly transport?: Transports
  /**
   * Who the visitor is: gives their token. What it throws, and a text that is no token, is told by `error` as `client/credentials`, and it is asked
   * again after a wait. Default: an anonymous session of the hub at `endpoint`; without `endpoint` no token.
   */
  readonly credentials?: Credentials
  /** A chat made elsewhere; whoever made it destroys it. */
  readonly chat?: Chat
  /** Where the widget stands in the page. Default: in its body, also when that is exchanged. */
  readonly target?: Element
  /** `floating`: a launcher in the corner. `inline`: fills `target`. `page`: fills the page. Default `inline` with `target`, else `floating`. */
  readonly layout?: Layout
  /** The corner of a floating launcher, by the direction of the page around it, whatever the widget's own language. Default `end`. */
  readonly position?: 'start' | 'end'
  /** Whether a floating widget has its button. Without it, the page opens it: `button.onclick = () => widget.open()`. Default true. */
  readonly launcher?: boolean
  /** Texts that differ from the English ones, or a whole dictionary such as `german` of `handback/widget/locales/de`. */
  readonly strings?: Partial<Strings>
  /** What the visitor may choose from. Default none: there is nothing to choose. */
  readonly languages?: readonly LanguageChoice[]
  /**
   * BCP 47: where the visitor is, by which times are written. Without `strings`, the nearest of `languages` is the first that is spoken. Default:
   * the page's `lang`, then the browser's language.
   */
  readonly locale?: string
  readonly theme?: Theme
  /** Key of the one storage entry. Default `handback`. */
  readonly storageKey?: string
  /** Stands before the first message of a new conversation. Default none. */
  readonly preChat?: PreChatForm
  /** What a rating asks beside its one number, all optional. Default five factors; `[]` asks for none. */
  readonly surveyFactors?: readonly SurveyFactor[]
  /** Whether files can be attached. Default true; a hub without a place for files says so when it is reached, and the button goes. */
  readonly files?: boolean
  /** Whether what is said can be written, where the browser can listen. Default true. */
  readonly voice?: boolean
  /** Whether new messages make a sound until the visitor says otherwise. Default false. */
  readonly sound?: boolean
  /** Whether the number of unread messages stands in front of the page's title, such as "(2) Help". Default false. */
  readonly titleBadge?: boolean
  /** Origins of pictures that may be requested: avatars, and pictures in Markdown. Default none: initials, and the picture's words. */
  readonly images?: readonly string[]
  /**
   * Changes or drops a message before it is sent. `null`: it is not sent, and nothing of it is kept or shown in the thread; what the visitor wrote
   * stays in the box, and a call of `sendMessage` resolves with null. Not with `chat`.
   */
  readonly beforeSend?: NonNullable<ChatOptions['beforeSend']>
}

/** A widget of a chat made elsewhere, which has its own way to its hub and its own `beforeSend`. */
interface MountWithChat extends WidgetOptions {
  readonly chat: Chat
  readonly endpoint?: never
  readonly transport?: never
  readonly beforeSend?: never
}

/** A widget that reaches its hub in another way; an address beside it is only where a visitor's session comes from. */
interface MountWithTransport extends WidgetOptions {
  readonly transport: Transports
  readonly chat?: never
}

/** A widget whose hub is at an address. The last of them: it is what a compiler asks for where there is none. */
interface MountWithEndpoint extends WidgetOptions {
  readonly endpoint: string
  readonly transport?: never
  readonly chat?: never
}

/**
 * What `mount` takes: where the hub is, by one of `endpoint`, `transport` and `chat`, and what else a widget can be told.
 *
 * @example const options: MountOptions = { endpoint: '/handback', layout: 'inline', target }
 */
export type MountOptions = MountWithChat | MountWithTransport | MountWithEndpoint

export type Layout = 'floating' | 'inline' | 'page'

/** What the widget tells: by `on`, and on its element as composed, bubbling `handback:<type>` events with this `detail`. */
export interface WidgetEvents extends ChatEvents {
  ready: null
  /** There is a chat from here on: somebody wants to chat, or a conversation is unfinished. */
  load: Chat
  open: null
  close: null
}

/**
 * A mounted widget. Everything may be called at once: what needs the chat loads it first. `identify`, `setAttributes`, `setLocale` and
 * `setComposerValue` alone load nothing: until there is a chat they are kept.
 *
 * @example
 * const widget = mount({ endpoint: '/handback' })
 * await widget.setAttributes({ plan: 'gold' })
 * await widget.open()
 */
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
  sendMessage(message: string | OutgoingMessage): Promise<Id | null>
  /** Sends a failed message again. */
  retry(message: Id): Promise<void>
  requestHuman(): Promise<void>
  cancelHumanRequest(): Promise<void>
  rate: Chat['rate']
  endConversation(): Promise<void>
  /** Forgets everything in this browser profile. */
  reset(): Promise<void>
  /** Says who the visitor is from here on; see `Chat.identify`. */
  identify: Chat['identify']
  /** Tells agents facts about the visitor; see `Chat.setAttributes`. */
  setAttributes: Chat['setAttributes']
  setTheme(theme: Theme): void
  /**
   * Changes texts (what is left out, or of the wrong kind, is English) and direction, and tells the hub the visitor's language. A BCP 47 tag brings
   * the texts of the nearest of `languages`, of the same language and script (`de` for `de-CH`), and the times of its region; if there is none, it
   * changes times only.
   */
  setLocale(strings: Partial<Strings> | string): Promise<void>
  /** Puts the focus into the message box of an open panel; nothing while it is closed. */
  focusComposer(): void
  /** Writes into the message box, without sending; it stands there when the panel opens. */
  setComposerValue(text: string): Promise<void>
  /** The headless chat behind the widget, loaded if need be. */
  chat(): Promise<Chat>
  /** Returns its stop. An event that there is not is told by `error`, when the panel is loaded. */
  on<T extends keyof WidgetEvents>(type: T, listener: (detail: WidgetEvents[T]) => void): () => void
  /** Takes everything off the page; what listens by `on` hears nothing more. The stored conversation stays. Idempotent. */
  destroy(): void
}
