/** Defines `<handback-chat endpoint="/handback">` where there are elements; the only entry of the package with an effect. */

import type { WidgetEvents, WidgetHandle, WidgetOptions } from './options.ts'
import type { Strings } from '../ui/strings.ts'
import type { Theme } from '../ui/theme.ts'
import { defineElement } from './define-element.ts'

/** The verbs of a widget, each as a promise. */
type Verbs = {
  readonly [K in Exclude<keyof WidgetHandle, 'element' | 'isOpen' | 'on' | 'destroy' | 'open'>]: (
    ...args: Parameters<WidgetHandle[K]>
  ) => Promise<Awaited<ReturnType<WidgetHandle[K]>>>
}

/**
 * `<handback-chat>`. Attributes: `endpoint`, `layout`, `position`, `launcher`, `locale`, `strings` (address of a dictionary), `storage-key`,
 * `images` (origins, with spaces between them), `files`, `voice`, `sound`, `title-badge` (`off` switches off), `open`, and of the theme
 * `color-scheme`, `accent`, `radius`, `density`, `font`.
 * Those of the theme, `strings` and `open` are followed while it stands. What is no text is a property.
 *
 * It is a widget while it is in a document and knows a hub. Its methods may be called at any time: they wait for that. Moving it
 * within a document keeps the widget as it is.
 *
 * @example
 * const chat = document.querySelector('handback-chat')
 * chat.options = { preChat: { title: 'Before we begin', fields: [{ name: 'email', label: 'E-mail', kind: 'email', required: true }] } }
 * await chat.open()
 */
export interface HandbackChatElement extends HTMLElement, Verbs {
  /** Present while the element is in a document and knows a hub. */
  readonly widget: WidgetHandle | undefined
  /**
   * Options that are no texts; they win over attributes. Set again after the first opening they count when the element is next put into a
   * page; use `theme` and `strings` for changes.
   */
  get options(): Omit<WidgetOptions, 'target'>
  /** None, as React 19 says when the property goes, are `{}`. */
  set options(options: Omit<WidgetOptions, 'target'> | null | undefined)
  /** Wins over the attributes of the theme; followed. */
  theme: Theme
  /** A dictionary, some of its texts, or the address of one; followed. */
  strings: Partial<Strings> | string | undefined
  get open(): () => Promise<void>
  /** What frameworks do that set a property where an attribute is meant. */
  set open(open: boolean | string | null | undefined)
}

/** What the widget tells, as events of the element that bubble up to the document. */
type HandbackChatEvents = { readonly [T in keyof WidgetEvents as `handback:${T}`]: CustomEvent<WidgetEvents[T]> }

declare global {
  interface HTMLElementTagNameMap {
    'handback-chat': HandbackChatElement
  }
  interface HTMLElementEventMap extends HandbackChatEvents {}
  interface DocumentEventMap extends HandbackChatEvents {}
}

if (typeof customElements !== 'undefined' && !customElements.get('handback-chat')) defineElement()
