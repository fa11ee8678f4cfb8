import type { Chat } from '../client/api.ts'
import { isLocale } from './is-locale.ts'
import { keepOpen } from './kept-open.ts'
import type { Launcher } from './launcher.ts'
import { load } from './load.ts'
import type { LoadOptions } from './load.ts'
import type { MountOptions, WidgetEvents, WidgetHandle } from './options.ts'
import { told } from './told.ts'
import { setViewing } from './viewers.ts'
import { followViewport } from './viewport.ts'

interface Place {
  readonly host: HTMLElement
  readonly launcher: Launcher
  readonly floating: boolean
  /** There is no launcher to be seen. */
  readonly bare: boolean
  /** Where it is kept that the panel stands open, if it is. */
  readonly remembers: string | undefined
  readonly widget: Pick<WidgetHandle, 'isOpen'>
  emit<T extends keyof WidgetEvents>(type: T, detail: WidgetEvents[T]): void
}

type Verbs = Readonly<Record<string, (...args: unknown[]) => unknown>>

/** The part of a widget that needs what is behind the launcher. */
export interface Attached {
  readonly chat: Chat
  /** Does what a verb of the handle asks for. */
  call(verb: string, args: readonly unknown[]): unknown
  focusComposer(): void
  /** `before`: what had the focus until then. */
  show(focus: boolean, before: Element | null): void
  /** Closes it, or forgets that it was to be open. */
  hide(): void
  stop(): void
}

type AttachOptions = Omit<LoadOptions, 'locale'> & MountOptions

/**
 * Loads panel and chat, and brings them to their host.
 *
 * @throws TypeError as `mount` does, for an element, which has only been looked at from outside until now
 */
export async function attach(options: AttachOptions, { host, launcher, floating, bare, remembers, widget, emit }: Place): Promise<Attached> {
  // a look at the options comes along with what they are about, and ends it before anything is shown
  const checks = import('./check-options-inside.ts')
  // whoever waits for it hears of a failure
  checks.catch(() => {})
  const check = async (): Promise<void> => (await checks).checkAll(options, ['root'])
  const document = host.ownerDocument
  const { root, locale = [document.documentElement.lang, navigator.language].find(isLocale) ?? 'en' } = options
  const { chat, panel, stop } = await load({ ...options, locale }).catch(async (error: unknown) => {
    await check()
    throw error
  })
  await check().catch((error: unknown) => {
    stop()
    throw error
  })
  let shown = false
  let before: Element | null = null
  // Another tab may have been opened meanwhile: only closing forgets.
  const remember = () => {
    if (remembers !== undefined && widget.isOpen) keepOpen(remembers, true)
  }
  const look = () => setViewing(chat, host, shown && document.visibilityState === 'visible')
  // The chat may write its record after the last change of its state that was seen here.
  window.addEventListener('pagehide', remember)
  document.addEventListener('visibilitychange', look)
  const offs = [
    followViewport(host),
    chat.$unread.subscribe(launcher.setUnread),
    chat.$state.listen(remember),
    ...told.map((type) => chat.on(type, (detail) => emit(type, detail))),
    () => window.removeEventListener('pagehide', remember),
    () => document.removeEventListener('visibilitychange', look),
  ]
  const own = {
    chat: () => chat,
    setLocale: (words: Parameters<WidgetHandle['setLocale']>[0]) => panel.setStrings(words),
    setComposerValue: panel.setComposerValue,
  }
  return {
    chat,
    call: (verb, args) => ({ ...chat, ...own } as unknown as Verbs)[verb]?.(...args),
    focusComposer: panel.focusComposer,
    show(focus, focused) {
      shown = true
      before = focused === host || focused === document.body ? null : focused
      launcher.button.hidden = true
      panel.setOpen(true, focus)
      look()
      remember()
      if (floating) chat.open()
      emit('open', null)
    },
    hide() {
      if (remembers !== undefined) keepOpen(remembers, false)
      chat.close()
      if (!shown) return
      shown = false
      const focused = root.activeElement !== null
      panel.setOpen(false)
      launcher.button.hidden = bare
      if (focused) ((before?.isConnected ? before : launcher.button) as HTMLElement).focus({ preventScroll: true })
      look()
      emit('close', null)
    },
    stop() {
      for (const off of offs) off()
      shown = false
      look()
      stop()
    },
  }
}
