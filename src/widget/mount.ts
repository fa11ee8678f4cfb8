import { launcherEnglish } from '../ui/launcher-strings.ts'
import { adopt, applyTheme, tokens } from '../ui/theme.ts'
import { createLauncher } from './launcher.ts'
import { launcherStyles } from './launcher-styles.ts'
import { load } from './load.ts'
import type { Loaded } from './load.ts'
import type { MountOptions, WidgetEvents, WidgetHandle } from './options.ts'
import { followViewport } from './viewport.ts'

const forwarded = ['message', 'statechange', 'unread', 'connection', 'error'] as const

/** Whether this browser profile may have an unfinished conversation: one look at one key. */
function hasConversation(key: string): boolean {
  try {
    return localStorage.getItem(key) !== null
  } catch {
    // Storage is forbidden here (a sandboxed frame, a strict browser): then nothing was kept, and the launcher waits.
    return false
  }
}

/**
 * Puts the widget on the page: a launcher, and behind it a panel that is loaded at the first opening, or at once where a
 * conversation is unfinished. Until then nothing is requested and nothing is stored; opening alone starts no conversation.
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
      offs.push(() => result.stop(), chat.$unread.subscribe(launcher.setUnread))
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

  const widget: WidgetHandle = {
    element: host,
    get isOpen() {
      return isOpen
    },
    async open() {
      if (isOpen || destroyed) return
      launcher.setFailed(false)
      isOpen = true
      try {
        const { panel } = await ready()
        // Closed or destroyed again while it was loading.
        if (!isOpen) return
        launcher.button.hidden = true
        panel.setOpen(true)
        look()
        emit('open', null)
      } catch (error) {
        isOpen = false
        throw error
      }
    },
    close() {
      if (!isOpen || inline) return
      isOpen = false
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
  document.addEventListener('visibilitychange', look)
  offs.push(() => document.removeEventListener('visibilitychange', look))
  // Listeners are added after this returns, hence later.
  queueMicrotask(() => {
    if (destroyed) return
    emit('ready', null)
    const failed = (error: unknown) => emit('error', error as WidgetEvents['error'])
    if (inline || open) widget.open().catch(failed)
    else if (hasConversation(storageKey)) ready().catch(failed)
  })
  return widget
}
