import type { Chat } from '../client/api.ts'
import { launcherEnglish } from '../ui/launcher-strings.ts'
import { adopt, applyTheme, tokens } from '../ui/theme.ts'
import { keepOpen, keptEntry } from './kept-open.ts'
import { createLauncher } from './launcher.ts'
import { launcherStyles } from './launcher-styles.ts'
import { load } from './load.ts'
import type { Loaded } from './load.ts'
import type { MountOptions, WidgetEvents, WidgetHandle } from './options.ts'
import { followViewport } from './viewport.ts'

const forwarded = ['message', 'alert', 'statechange', 'queue', 'unread', 'connection', 'error'] as const

/** Where the panel takes the whole page it would hide what a followed link was for; the width is that of the style sheet. */
const coversPage = (): boolean => matchMedia('(max-width: 480px)').matches

/**
 * Puts the widget on the page: a launcher, and behind it a panel that is loaded at the first opening, or at once where a
 * conversation is unfinished. Until then nothing is requested and nothing is stored; opening alone starts no conversation.
 * With `endpoint`, a panel that is open during a conversation is open again on the next page, unless it would cover it.
 *
 * @throws TypeError when neither `endpoint` nor `chat` is given
 * @example const widget = mount({ endpoint: '/handback', theme: { accent: '#0c5a4b' } })
 */
export function mount(options: MountOptions): WidgetHandle {
  const host = document.createElement('div')
  const widget = mountOn(host, options, { own: true, inline: options.target !== undefined })
  ;(options.target ?? document.body).append(host)
  return widget
}

export interface HostOptions {
  /** The host was made by us and leaves the page with us. */
  readonly own?: boolean
  /** The panel fills its place in the page; there is no launcher. */
  readonly inline?: boolean
  /** Opens at once. */
  readonly open?: boolean
}

/** The same on an element that is there already, such as `<handback-chat>`. */
export function mountOn(host: HTMLElement, options: MountOptions, { own = false, inline = false, open = false }: HostOptions = {}): WidgetHandle {
  const { endpoint, storageKey = 'handback' } = options
  if (endpoint === undefined && !options.chat) throw new TypeError('mount needs an endpoint or a chat')
  const document = host.ownerDocument
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const offs: (() => void)[] = [adopt(root, tokens, launcherStyles), followViewport(host)]
  const launcher = createLauncher(root, { ...launcherEnglish, ...options.strings }, () => void widget.open().catch(() => launcher.setFailed(true)))
  let isOpen = false
  let destroyed = false
  let loading: Promise<Loaded> | undefined
  let loaded: Loaded | undefined

  const emit = <T extends keyof WidgetEvents>(type: T, detail: WidgetEvents[T]): void => {
    host.dispatchEvent(new CustomEvent(`handback:${type}`, { detail, bubbles: true, composed: true }))
  }
  // A chat made elsewhere has its own storage.
  const remembers = !options.chat && !inline
  // Another tab may have been opened meanwhile: only closing forgets.
  const remember = () => {
    if (remembers && isOpen) keepOpen(storageKey, true)
  }
  /** The chat says whether the panel should be open, and whether any of this is on the page. */
  const follow = (chat: Chat): void => {
    offs.push(chat.$panel.listen((state, before) => {
      if (state === 'hidden' || before === 'hidden') host.hidden = state === 'hidden'
      if (state === 'open') widget.open().catch((error: unknown) => emit('error', error as WidgetEvents['error']))
      else widget.close()
    }))
  }
  const look = () => loaded?.chat.setVisible(isOpen && document.visibilityState === 'visible')

  async function start(): Promise<Loaded> {
    launcher.setBusy(true)
    try {
      const { locale = document.documentElement.lang || navigator.language } = options
      const onClose = inline ? undefined : () => widget.close()
      const onError = (error: unknown) => emit('error', error as WidgetEvents['error'])
      const result = await load({ ...options, root, locale, storageKey, onClose, onError })
      if (destroyed) {
        result.stop()
        return result
      }
      const { chat } = (loaded = result)
      if (!options.chat) follow(chat)
      offs.push(() => result.stop(), chat.$unread.subscribe(launcher.setUnread), chat.$state.listen(remember))
      for (const type of forwarded) offs.push(chat.on(type, (detail) => emit(type, detail)))
      return result
    } finally {
      launcher.setBusy(false)
    }
  }
  const ready = (): Promise<Loaded> => (loading ??= start().catch((error: unknown) => {
    loading = undefined
    throw error
  }))

  async function show(focus: boolean): Promise<void> {
    if (isOpen || destroyed) return
    launcher.setFailed(false)
    isOpen = true
    try {
      const { panel, chat } = await ready()
      // Closed or destroyed again while it was loading.
      if (!isOpen) return
      launcher.button.hidden = true
      panel.setOpen(true, focus)
      look()
      remember()
      chat.open()
      emit('open', null)
    } catch (error) {
      isOpen = false
      throw error
    }
  }

  const widget: WidgetHandle = {
    element: host,
    get isOpen() {
      return isOpen
    },
    open: () => show(true),
    close() {
      if (!isOpen || inline) return
      isOpen = false
      if (remembers) keepOpen(storageKey, false)
      ;(loaded?.chat ?? options.chat)?.close()
      if (!loaded) return
      const focused = root.activeElement !== null
      loaded.panel.setOpen(false)
      launcher.button.hidden = false
      if (focused) launcher.button.focus({ preventScroll: true })
      look()
      emit('close', null)
    },
    async toggle() {
      if (isOpen) widget.close()
      else await widget.open()
    },
    show() {
      host.hidden = false
    },
    hide() {
      host.hidden = true
    },
    sendMessage: async (text) => (await ready()).chat.sendMessage(text),
    requestHuman: async () => (await ready()).chat.requestHuman(),
    endConversation: async () => (await ready()).chat.endConversation(),
    setTheme: (theme) => applyTheme(host, theme),
    chat: async () => (await ready()).chat,
    on(type, listener) {
      const heard = (event: Event) => listener((event as CustomEvent).detail)
      host.addEventListener(`handback:${type}`, heard)
      return () => host.removeEventListener(`handback:${type}`, heard)
    },
    destroy() {
      if (destroyed) return
      destroyed = true
      isOpen = false
      for (const off of offs.splice(0)) off()
      root.replaceChildren()
      if (own) host.remove()
    },
  }

  applyTheme(host, options.theme ?? {})
  if (inline) {
    host.dataset.layout = 'inline'
    launcher.button.hidden = true
  }
  if (options.chat) follow(options.chat)
  // The chat may write its record after the last change of its state that was seen here.
  window.addEventListener('pagehide', remember)
  offs.push(() => window.removeEventListener('pagehide', remember))
  document.addEventListener('visibilitychange', look)
  offs.push(() => document.removeEventListener('visibilitychange', look))
  // Listeners are added after this returns, hence later.
  queueMicrotask(() => {
    if (destroyed) return
    emit('ready', null)
    const failed = (error: unknown) => emit('error', error as WidgetEvents['error'])
    if (inline || open || options.chat?.$panel.get() === 'open') return void widget.open().catch(failed)
    const kept = keptEntry(storageKey)
    if (remembers && kept.open && !coversPage()) show(false).catch(failed)
    else if (kept.found) ready().catch(failed)
  })
  return widget
}
