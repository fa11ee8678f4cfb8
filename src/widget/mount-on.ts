import type { Chat } from '../client/api.ts'
import { launcherEnglish } from '../ui/launcher-strings.ts'
import { adopt } from '../ui/adopt.ts'
import { coreTokens } from '../ui/styles/core-tokens.ts'
import { applyTheme } from '../ui/theme.ts'
import type { Attached, Emit } from './attach.ts'
import { keptEntry } from './kept-open.ts'
import { createLauncher } from './launcher.ts'
import { launcherStyles } from '../ui/styles/launcher.ts'
import type { WidgetHandle, WidgetOptions } from './options.ts'
import { type Wishes, addWish, leaveWishes } from './wishes.ts'

/** What loads the chat if need be. */
const calls = ['sendMessage', 'retry', 'requestHuman', 'cancelHumanRequest', 'rate', 'endConversation', 'reset', 'chat'] as const
/** What is no reason to load one: it is kept, and done when somebody wants to chat. */
const wishes = ['identify', 'setAttributes', 'setLocale', 'setComposerValue'] as const
export const verbs = [...calls, ...wishes, 'close', 'toggle', 'show', 'hide', 'setTheme', 'focusComposer'] as const

/** Where the panel takes the whole page it would hide what a followed link was for; the width is that of the style sheet. */
const coversPage = (): boolean => matchMedia('(max-width: 480px)').matches

/** An event of a widget, by its host. */
export const tell = (host: HTMLElement, type: string, detail?: unknown): void =>
  void host.dispatchEvent(new CustomEvent(`handback:${type}`, { detail, bubbles: true, composed: true }))

type Own = Record<string, (...args: unknown[]) => unknown>

interface HostOptions {
  /** Opens at once. */
  readonly open?: boolean
  /**
   * What was wished of an earlier widget of this host, and is of this one: it adds what it is told, and takes out what is done, or is nobody's
   * any more, so that the next finds what still counts.
   */
  readonly asked?: Wishes
  /** The widget has left its host. */
  readonly left?: () => void
}

/**
 * A widget in the shadow root of an element, such as `<handback-chat>` or a host made by `mount`. Whether the options are good is looked at
 * when what is behind the launcher is loaded.
 */
export function mountOn(host: HTMLElement, options: WidgetOptions, { open, asked = {}, left }: HostOptions = {}): WidgetHandle {
  const { storageKey = 'handback', layout = options.target && 'inline', chat: given } = options
  const floating = layout !== 'inline' && layout !== 'page'
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const offs = [adopt(root, coreTokens, launcherStyles)]
  /** Of events that somebody wants to hear. */
  const types = new Set<string>()
  let theme = options.theme ?? {}
  let opening: Promise<void> | undefined
  let isOpen = false
  let destroyed = false
  let loading: Promise<Attached> | undefined
  let attached: Attached | undefined

  const emit: Emit = tell.bind(undefined, host)
  const onError: (error: unknown) => void = tell.bind(undefined, host, 'error')
  const press = () => void widget.open().catch((error: unknown) => {
    launcher.setFailed(true)
    onError(error)
  })
  const launcher = createLauncher(root, { ...launcherEnglish, ...options.strings }, press, onError, options.renderLauncher)
  /** The chat says whether the panel should be open, whether any of this is on the page, and that there is something to tell of. */
  const follow = (chat: Chat): void => {
    offs.push(chat.$state.subscribe(({ conversation }) => void (conversation && ready().catch(onError))), chat.$panel.listen((state, last) => {
      if (state === 'hidden' || last === 'hidden') host.hidden = state === 'hidden'
      if (!floating) return
      if (state === 'open') widget.open().catch(onError)
      else widget.close()
    }))
  }
  async function start(): Promise<Attached> {
    launcher.setBusy(true)
    try {
      const look = import('./first-look.ts').catch((cause: unknown) => {
        // an error of ours as `isHandbackError` knows it: its class stands in what could not be fetched
        throw Object.assign(Error(cause as string), { code: 'client/unavailable', retryable: true, cause, [Symbol.for('handback.error')]: true })
      })
      // What is loaded next anyway, at the same time; whoever needs it says when it fails.
      if (!given && keptEntry(storageKey).found) import('./compose.ts').catch(() => {})
      const { attach } = await look
      const it = await attach(
        { ...options, theme, root, storageKey, onError },
        launcher, floating, types, asked, addWish, leaveWishes, widget, emit,
      )
      if (destroyed) it.stop()
      else {
        attached = it
        offs.push(it.stop)
        if (!given) follow(it.chat)
        emit('load', it.chat)
      }
      return it
    } finally {
      launcher.setBusy(false)
    }
  }
  const ready = (): Promise<Attached> => (loading ??= start().catch((error: unknown) => {
    loading = undefined
    throw error
  }))

  // whoever asks once more waits for the same
  const show = async (focus: boolean): Promise<void> => (isOpen || destroyed ? opening : (opening = bring(focus)))
  async function bring(focus: boolean): Promise<void> {
    launcher.setFailed(false)
    isOpen = true
    const before = (host.getRootNode() as Document | ShadowRoot).activeElement
    try {
      const it = await ready()
      if (!destroyed) {
        if (isOpen) it.show(focus, before)
        // Closed again while it was loading.
        else it.hide()
      }
    } catch (error) {
      isOpen = false
      throw error
    }
  }

  const widget = {
    element: host,
    get isOpen() {
      return isOpen
    },
    open: () => show(true),
    close() {
      if (!isOpen || !floating) return
      isOpen = false
      given?.close()
      attached?.hide()
    },
    toggle: async () => (isOpen ? widget.close() : widget.open()),
    show() {
      host.hidden = false
    },
    hide() {
      host.hidden = true
    },
    setTheme(next) {
      theme = next
      void attached?.check(next)
      if (Object(next) === next) applyTheme(host, next)
    },
    focusComposer: () => attached?.focusComposer(),
    on(type, listener) {
      types.add(type)
      attached?.hear()
      const heard = (event: Event) => destroyed || listener((event as CustomEvent).detail)
      host.addEventListener(`handback:${type}`, heard)
      return () => host.removeEventListener(`handback:${type}`, heard)
    },
    destroy() {
      if (destroyed) return
      destroyed = true
      isOpen = false
      for (const off of offs) off()
      root.replaceChildren()
      left?.()
    },
  } as WidgetHandle
  for (const name of calls) {
    (widget as unknown as Own)[name] = async (...args) => {
      if (name === 'reset') leaveWishes(asked)
      return (await ready()).call(name, args)
    }
  }
  for (const name of wishes) {
    (widget as unknown as Own)[name] = async (...args) => {
      if (name === 'setLocale' && typeof args[0] === 'object') launcher.setStrings({ ...launcherEnglish, ...args[0] })
      let it: Attached | undefined
      try {
        // once, as calls do, so that their order stands
        if (loading || given) it = await ready()
      } finally {
        // also where it could not be loaded
        addWish(asked, name, args)
      }
      return it?.call(name, args)
    }
  }

  applyTheme(host, theme)
  Object.assign(host.dataset, { layout: floating ? 'floating' : layout, position: options.position ?? 'end' })
  launcher.button.hidden = !floating || options.launcher === false
  if (given) follow(given)
  // Listeners are added after this returns, hence later.
  queueMicrotask(() => {
    if (destroyed) return
    emit('ready')
    if (!floating || open || given?.$panel.get() === 'open') return void widget.open().catch(onError)
    // A chat made elsewhere has its own storage. A task of its own: the first look into a page's takes a browser as long as all the rest of this.
    if (!given) setTimeout(() => {
      const kept = keptEntry(storageKey)
      if (kept.open && !coversPage()) show(false).catch(onError)
      else if (kept.found && !destroyed) ready().catch(onError)
    })
  })
  return widget
}
