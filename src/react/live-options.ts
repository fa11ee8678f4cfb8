import type { RefObject } from 'react'
import type { WidgetEvents, WidgetOptions } from '../widget/index.ts'

/** What the widget tells, each by a property of its own. */
export interface Callbacks {
  readonly onReady?: () => void
  /** There is a chat from here on. */
  readonly onLoad?: (chat: WidgetEvents['load']) => void
  readonly onOpen?: () => void
  readonly onClose?: () => void
  readonly onMessage?: (message: WidgetEvents['message']) => void
  /** A message of others that nobody looks at, told in one tab only. */
  readonly onAlert?: (message: WidgetEvents['alert']) => void
  readonly onStateChange?: (state: WidgetEvents['statechange']) => void
  readonly onQueue?: (queue: WidgetEvents['queue']) => void
  readonly onUnread?: (count: number) => void
  readonly onConnection?: (connection: WidgetEvents['connection']) => void
  /** Whoever was here has left: what the page shows of them goes too. */
  readonly onForget?: () => void
  readonly onError?: (error: WidgetEvents['error']) => void
}

export const events = [
  ['onReady', 'ready'], ['onLoad', 'load'], ['onOpen', 'open'], ['onClose', 'close'], ['onMessage', 'message'], ['onAlert', 'alert'], ['onStateChange', 'statechange'],
  ['onQueue', 'queue'], ['onUnread', 'unread'], ['onConnection', 'connection'], ['onForget', 'forget'], ['onError', 'error'],
] as const satisfies readonly (readonly [keyof Callbacks, keyof WidgetEvents])[]

type Options = Omit<WidgetOptions, 'target'> & Callbacks

const functions = ['credentials', 'beforeSend', 'renderMessage', 'renderStatus', 'renderLauncher'] as const

/** What the options say, so that objects written anew at each rendering are the same while they say the same. */
export function signatureOf(options: Options): string {
  const { endpoint, storageKey, layout, position, launcher, locale, files, voice, sound, titleBadge, images, preChat, surveyFactors, languages } = options
  const choices = languages?.map(({ language, label }) => [language, label])
  // which there are: a widget is made with them, and one that is taken away would be called for ever
  const there = functions.map((name) => Boolean(options[name]))
  return JSON.stringify([endpoint, storageKey, layout, position, launcher, locale, files, voice, sound, titleBadge, images, preChat, surveyFactors, choices, there])
}

/** The options of the last rendering; each function that is there calls the one of whatever rendering is the last then, while that has one. */
export function standing(latest: RefObject<Options>): Options {
  const now = latest.current
  const { credentials, beforeSend, renderMessage, renderStatus, renderLauncher } = now
  return {
    ...now,
    ...(credentials && { credentials: (why) => (latest.current.credentials ?? credentials)(why) }),
    ...(beforeSend && { beforeSend: (message) => (latest.current.beforeSend ?? beforeSend)(message) }),
    ...(renderMessage && { renderMessage: (row, strings) => (latest.current.renderMessage ?? renderMessage)(row, strings) }),
    ...(renderStatus && { renderStatus: (status, strings) => (latest.current.renderStatus ?? renderStatus)(status, strings) }),
    ...(renderLauncher && { renderLauncher: (unread) => (latest.current.renderLauncher ?? renderLauncher)(unread) }),
  }
}
