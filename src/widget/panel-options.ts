import type { Chat } from '../client/api.ts'
import type { Strings } from '../ui/strings.ts'
import type { WidgetOptions } from './options.ts'
import type { Words, createWords } from './words.ts'

/** What the browser keeps of the panel beside the conversation. Written only by what the visitor chose. */
export interface PanelMemory {
  get(name: 'language' | 'sound'): string | undefined
  set(name: 'language' | 'sound', value: string): void
}

export interface PanelOptions
  extends Pick<WidgetOptions, 'strings' | 'languages' | 'preChat' | 'surveyFactors' | 'files' | 'voice' | 'sound' | 'images' | 'renderMessage' | 'renderStatus'> {
  readonly root: ShadowRoot
  readonly chat: Chat
  readonly locale: string | undefined
  /** What speaks one of several `languages`. Absent: there is nothing to choose. */
  readonly createWords?: typeof createWords | undefined
  /** What is written and not sent yet. Absent: it lives as long as the panel. */
  readonly draft?: { get(): string; set(text: string): void } | undefined
  /** Absent: choices live as long as the panel. */
  readonly memory?: PanelMemory | undefined
  /** Absent where the panel cannot be closed. */
  readonly onClose?: (() => void) | undefined
  /** The language is another now. */
  readonly onStrings?: ((strings: Strings) => void) | undefined
  /** Something that was pressed did not work, or something of the integrator's threw. */
  readonly onError: (error: unknown) => void
}

export interface Panel extends Pick<Words, 'begun'> {
  /** Shows it and puts the focus into the message box (unless it is a part of the page, or `focus` is false), or hides it. */
  setOpen(open: boolean, focus?: boolean): void
  /** Changes words, times and direction, and tells the hub the visitor's language; by a tag, words and direction only if `languages` has them. */
  setStrings(strings: Partial<Strings> | string): Promise<void>
  /** Nothing while it is closed. */
  focusComposer(): void
  /** Also before the first opening. Sends nothing. */
  setComposerValue(text: string): void
  destroy(): void
}
