import type { Chat } from '../client/api.ts'
import { isLocale } from './is-locale.ts'
import type { Launcher } from './launcher.ts'
import { load } from './load.ts'
import type { LoadOptions } from './load.ts'
import type { WidgetEvents, WidgetHandle, WidgetOptions } from './options.ts'
import { events, told } from './told.ts'
import { mergeStrings } from '../ui/strings.ts'
import type { Strings } from '../ui/strings.ts'
import type { Theme } from '../ui/theme.ts'
import { ThreadPart } from './visitor-thread.tsx'
import { followViewport } from './viewport.ts'
import type { AddWish, LeaveWishes, Wishes } from './wishes.ts'

/** Tells by the host. */
export interface Emit {
  (type: 'ready' | 'open' | 'close'): void
  /** The host is for whoever tells of errors in its place. */
  (type: 'error', error: unknown, host: HTMLElement): void
  <T extends keyof WidgetEvents>(type: T, detail: WidgetEvents[T]): void
}

type Verbs = Readonly<Record<string, (...args: unknown[]) => unknown>>

/** The part of a widget that needs what is behind the launcher. */
export interface Attached {
  readonly chat: Chat
  /** Tells what is wrong with a theme, and takes it out. */
  check(theme: Theme): Promise<void>
  /** Tells of events that there are not. */
  hear(): void
  /** Does what a verb of the handle asks for. */
  call(verb: string, args: readonly unknown[]): unknown
  focusComposer(): void
  /** `before`: what had the focus until then. */
  show(focus: boolean, before: Element | null): void
  /** Closes it, or forgets that it was to be open. */
  hide(): void
  stop(): void
}

type AttachOptions = Omit<LoadOptions, 'locale'> & WidgetOptions

/** Nothing where it cannot be fetched: the visitor gets the chat all the same. */
const checks = () => import('./checks.ts').catch(() => {})

/** Most pages say where the hub is, and how it should look; a theme is looked at when everything stands. */
const isPlain = ([name, value]: [string, unknown]): boolean =>
  value === undefined || /^(on[A-Z]|root$)/.test(name) ||
  (name === 'theme' ? Object(value) === value : /^(endpoint|storageKey)$/.test(name) && typeof value === 'string')

/**
 * Loads panel and chat, and brings them to their host. What is wrong with the options is told there, and left out.
 *
 * One after the other, as names would be paid for by every page. `types`: of events that somebody wants to hear. `asked`: of this widget's host, also
 * of earlier widgets of it. What works on wishes is handed over, too: a module of its own for both pieces would be larger than it is.
 *
 * @throws TypeError as `mount` does, for an element that knows no hub
 */
export async function attach(
  given: AttachOptions,
  launcher: Launcher,
  floating: boolean,
  types: ReadonlySet<string>,
  asked: Wishes,
  addWish: AddWish,
  leaveWishes: LeaveWishes,
  widget: Pick<WidgetHandle, 'element' | 'isOpen' | 'setTheme' | 'close'>,
  emit: Emit,
): Promise<Attached> {
  const { element: host } = widget
  // what passes needs no second look: nothing is fetched for a network that is gone
  const onError = async (error: unknown) => (((error as Partial<WidgetEvents['error']> | undefined)?.retryable ? undefined : await checks())?.tellError ?? emit)('error', error, host)
  const [options] = await Promise.all([
    Object.entries(given).every(isPlain) ? given : checks().then((look) => look?.checkHost(host, given) ?? given),
    given.chat && ThreadPart.load(),
  ])
  // a chat made elsewhere has its own storage
  const remembers = floating && !given.chat
  /** There is no launcher to be seen. */
  const { hidden: bare } = launcher.button
  let newest: Theme | undefined
  const check = async (theme: Theme): Promise<void> => {
    newest = theme
    const good = (await checks())?.checkTheme(host, theme)
    if (good && newest === theme) widget.setTheme(good)
  }
  const document = host.ownerDocument
  const { root, locale = [document.documentElement.lang, navigator.language].find(isLocale) ?? 'en' } = options
  let strings = mergeStrings(options.strings)
  let count: (() => void) | undefined
  const onStrings = (next: Strings): void => {
    strings = next
    launcher.setStrings(next)
    // a language of an earlier visit is there before the chat
    count?.()
  }
  const { chat, panel, keepOpen, stop } = await load({ ...options, onError, ...(floating && { onClose: widget.close }), locale, onStrings }, addWish)
  count = () => {
    const unread = chat.$unread.get()
    launcher.setUnread(unread, unread ? strings.unread(Math.min(unread, 99)).replace('99', unread > 99 ? '99+' : '99') : '')
  }
  const hear = () => {
    if ([...types].some((type) => !events.includes(type))) void checks().then((look) => look?.checkEvents(host, types, events))
  }
  let shown = false
  let before: Element | null = null
  /** So many calls are about to say that whoever was here has left: what they leave of the wishes counts. */
  let parting = 0
  let looking: ReturnType<typeof checks> | undefined
  // Another tab may have been opened meanwhile: only closing forgets.
  const remember = () => {
    if (remembers && widget.isOpen) keepOpen(true)
  }
  // The chat may write its record after the last change of its state that was seen here.
  window.addEventListener('pagehide', remember)
  const offs = [
    followViewport(host),
    chat.$unread.subscribe(count),
    chat.$state.listen(remember),
    // who was here has left by the page's own chat, or elsewhere: what it says of itself counts on
    chat.on('forget', () => parting || leaveWishes(asked, /^setL/)),
    chat.on('error', onError),
    ...told.map((type) => chat.on(type, (detail) => emit(type, detail))),
    () => window.removeEventListener('pagehide', remember),
  ]
  // stopped meanwhile, there are none
  void ThreadPart.ready.then(({ showUnread }) => offs[0] && offs.push(showUnread(root, chat, options)))
  const call = async (verb: string, args: readonly unknown[]): Promise<unknown> => {
    // goes on counting, also for a later widget of the host; what stands in the box is the visitor's from here on
    leaveWishes(asked, verb === 'reset' ? undefined : /^(i|set[AL])/)
    // without what looks at it the chat itself will, when it is there
    if (/^(identify|set(Attributes|Locale))$/.test(verb)) looking = checks()
    // once one has waited all wait, so that their order stands
    const look = await looking
    const good = look ? await look.checkCall(host, verb, args) : args
    if (verb === 'identify') parting += 1
    try {
      return await ({ ...chat, ...panel, setLocale: panel.setStrings, chat: () => chat } as unknown as Verbs)[verb]?.(...good)
    } finally {
      if (verb === 'identify') parting -= 1
    }
  }
  // what fails of it is told, and the chat comes all the same
  for (const [verb, args] of Object.values(asked)) await call(verb, args).catch(onError)
  hear()
  if (Object.keys(options.theme ?? {})[0]) void check(options.theme as Theme)
  return {
    chat,
    check,
    hear,
    call,
    focusComposer: panel.focusComposer,
    show(focus, focused) {
      // closed and opened again while it was loading
      if (shown) return
      shown = true
      before = focused === host || focused === document.body ? null : focused
      launcher.button.hidden = true
      panel.setOpen(true, focus)
      remember()
      if (floating) chat.open()
      emit('open')
    },
    hide() {
      if (remembers) keepOpen(false)
      chat.close()
      if (!shown) return
      shown = false
      const focused = root.activeElement !== null
      panel.setOpen(false)
      launcher.button.hidden = bare
      if (focused) ((before?.isConnected ? before : launcher.button) as HTMLElement).focus({ preventScroll: true })
      emit('close')
    },
    stop() {
      for (const off of offs.splice(0)) off()
      shown = false
      stop()
    },
  }
}
