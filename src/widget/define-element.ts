import type { HandbackChatElement } from './element.ts'
import { mountOn, tell, verbs } from './mount-on.ts'
import { moved } from './moved.ts'
import type { WidgetHandle, WidgetOptions } from './options.ts'
import type { Wishes } from './wishes.ts'
import type { Strings } from '../ui/strings.ts'
import type { Theme } from '../ui/theme.ts'

const themed = ['color-scheme', 'accent', 'radius', 'density', 'font']
const flags = ['launcher', 'files', 'voice', 'sound', 'titleBadge']
/** What a widget is made with; a change makes another, of all but the language. */
const made = ['endpoint', 'layout', 'position', 'storage-key', 'images', 'locale', 'title-badge', ...flags]

/** Defines `<handback-chat>`; see {@link HandbackChatElement}. */
export function defineElement(): void {
  class HandbackChat extends HTMLElement {
    static readonly observedAttributes = [...made, ...themed, 'strings', 'open']
    widget: WidgetHandle | undefined
    #options: HandbackChatElement['options'] = {}
    #theme: Theme = {}
    #strings: Partial<Strings> | string | undefined
    /** What is spoken without words, once there were some. */
    #english: Partial<Strings> | undefined
    /** What it is known to be wished for, whichever widget it has. */
    readonly #asked: Wishes = {}
    #arrive!: (widget: WidgetHandle | PromiseLike<never>) => void
    #arrival = this.#next()
    /** A change has still to make another widget. */
    #due = false

    constructor() {
      super()
      // What was set before the element was defined hides the accessors.
      const own = this as Record<string, unknown>
      for (const name of ['options', 'theme', 'strings']) {
        const value = own[name]
        delete own[name]
        own[name] = value
      }
      for (const name of ['open', 'close']) {
        this.addEventListener(`handback:${name}`, ({ target }) => {
          if (target === this && this.dataset.layout === 'floating') this.open = name === 'open'
        })
      }
    }

    get options() {
      return this.#options
    }
    set options(options) {
      this.#options = options ?? {}
      // Frameworks set a new object at each rendering: what a visitor has in hands is not taken away for that.
      if (!this.shadowRoot?.querySelector('.place')) this.#renew()
    }
    get theme() {
      return this.#theme
    }
    set theme(theme) {
      this.#theme = theme
      this.widget?.setTheme(this.#look())
    }
    get strings() {
      return this.#strings
    }
    set strings(strings) {
      this.#strings = strings
      this.#speak()
    }
    /** A method; frameworks that set a property where an attribute is meant set the attribute. */
    get open(): () => Promise<void> {
      return () => this.#when((widget) => widget.open())
    }
    set open(open: unknown) {
      this.toggleAttribute('open', (open ?? false) !== false)
    }

    connectedCallback(): void {
      moved(this)
      // A copy of one, as routers keep of pages that were left: whether it is open now is known elsewhere.
      if (!this.shadowRoot && this.dataset.layout) this.open = false
      this.#mount()
    }
    /** Being there is enough for `moveBefore` to keep everything. */
    connectedMoveCallback(): void {}
    disconnectedCallback(): void {
      moved(this)
      // A move takes it out and puts it in again, with some page changes only after a few promises: at the end of the task it is known.
      setTimeout(() => {
        if (!this.isConnected) this.#unmount()
      })
    }

    attributeChangedCallback(name: string, before: string | null, now: string | null): void {
      const { widget } = this
      if (!widget) this.#renew()
      else if (name === 'open') this.#report(now === null ? widget.close() : widget.open())
      else if (before === now) return
      else if (themed.includes(name)) widget.setTheme(this.#look())
      else if (name === 'strings') this.#speak()
      else if (name === 'locale') this.#report(now && widget.setLocale(now))
      else this.#renew()
    }

    #next(): Promise<WidgetHandle> {
      return new Promise((resolve) => {
        this.#arrive = resolve
      })
    }
    async #when<R>(call: (widget: WidgetHandle) => R): Promise<Awaited<R>> {
      this.#renewed()
      const widget = this.widget ?? (await this.#arrival)
      try {
        return await call(widget)
      } catch (error) {
        // a verb that rejects has done nothing, and one that was replaced could not
        if (this.widget === widget) throw error
        return this.#when(call)
      }
    }
    #report(work: unknown): void {
      (async () => work)().catch((error: unknown) => tell(this, 'error', error))
    }
    /** The attributes that are there, as the options are called. */
    #read(names: readonly string[]): Record<string, string> {
      const there: Record<string, string> = {}
      for (const name of names) if (this.hasAttribute(name)) there[name.replace('-k', 'K').replace('-s', 'S').replace('-b', 'B')] = this.getAttribute(name) as string
      return there
    }

    #look(): Theme {
      const { radius, font, ...theme } = this.#read(themed)
      return {
        ...this.#options.theme,
        ...theme,
        ...(radius && { radius: +radius }),
        ...(font && { typography: { family: font } }),
        ...this.#theme,
      }
    }
    #words() {
      return this.#strings || this.getAttribute('strings') || this.#english
    }
    #speak(): void {
      const words = this.#words()
      if (!this.widget || !words) return
      this.#english ??= {}
      const strings = typeof words === 'string' ? import('./strings-at.ts').then(({ stringsAt }) => stringsAt(words, this.baseURI)) : words
      this.#report(this.#when(async (widget) => {
        const found = await strings
        // others may have been asked for meanwhile
        if (words === this.#words()) await widget.setLocale(found)
      }))
    }

    #mount(open = this.hasAttribute('open')): void {
      const { images, ...texts } = this.#read(made)
      const attributes: Record<string, unknown> = { ...texts, ...(images && { images: images.trim().split(/\s+/) }) }
      for (const name of flags) if (name in texts) attributes[name] = !/^(off|false)$/.test(texts[name] as string)
      const options: WidgetOptions = { ...attributes, ...this.#options, theme: this.#look() }
      if (this.widget || !this.isConnected) return
      if (!(options.endpoint || options.transport || options.chat)) return this.#search()
      this.widget = mountOn(this, options, { open, asked: this.#asked })
      this.#due = false
      this.#arrive(this.widget)
      this.#speak()
    }
    /** Nobody has said within the task where the hub is: that is told, also to whoever waits for it. */
    #search(): void {
      setTimeout(() => {
        if (this.widget || !this.isConnected) return
        this.#report(import('./checks.ts').then(({ tellNoHub }) => this.widget || this.#arrive(tellNoHub(this, this.#arrival))))
      })
    }
    #unmount(): void {
      if (!this.widget) return
      this.widget.destroy()
      this.widget = undefined
      this.#arrival = this.#next()
    }
    /** Once for all that changes together, and where an element is defined after the page has it: after it was mounted. */
    #renew(): void {
      this.#due = true
      queueMicrotask(() => this.#renewed())
    }
    /** Whoever calls a verb means the widget that is about to be. */
    #renewed(): void {
      if (!this.#due) return
      this.#due = false
      // also what was about to open
      const open = this.widget?.isOpen
      this.#unmount()
      this.#mount(open)
    }

    static {
      for (const name of verbs) {
        Object.assign(this.prototype, {
          [name](this: HandbackChat, ...args: unknown[]) {
            return this.#when((widget) => (widget[name] as (...all: unknown[]) => unknown)(...args))
          },
        })
      }
    }
  }
  customElements.define('handback-chat', HandbackChat)
}
