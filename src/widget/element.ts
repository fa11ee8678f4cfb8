/** Defines `<handback-chat endpoint="/handback">` where there are elements; the only entry of the package with an effect. */

import { mountOn } from './mount.ts'
import type { WidgetHandle } from './options.ts'
import type { Theme } from '../ui/theme.ts'

/** The element's attributes: `endpoint`, `locale`, `color-scheme`, `accent`, `radius`, `density`, `storage-key`, `inline`, `open`. */
export interface HandbackChatElement extends HTMLElement {
  /** Present while the element is in a document and has an endpoint. */
  readonly widget: WidgetHandle | undefined
}

function define(): void {
  class HandbackChat extends HTMLElement implements HandbackChatElement {
    widget: WidgetHandle | undefined

    connectedCallback(): void {
      const read = (name: string) => this.getAttribute(name) ?? undefined
      const endpoint = read('endpoint')
      if (this.widget || endpoint === undefined) return
      const [locale, storageKey, accent, radius] = [read('locale'), read('storage-key'), read('accent'), read('radius')]
      const theme: Theme = {
        colorScheme: (read('color-scheme') ?? 'auto') as NonNullable<Theme['colorScheme']>,
        density: read('density') === 'compact' ? 'compact' : 'comfortable',
        ...(accent !== undefined && { accent }),
        ...(radius !== undefined && { radius: Number(radius) }),
      }
      this.widget = mountOn(
        this,
        { endpoint, theme, ...(locale !== undefined && { locale }), ...(storageKey !== undefined && { storageKey }) },
        { inline: this.hasAttribute('inline'), open: this.hasAttribute('open') },
      )
    }

    disconnectedCallback(): void {
      this.widget?.destroy()
      this.widget = undefined
    }
  }
  customElements.define('handback-chat', HandbackChat)
}

if (typeof customElements !== 'undefined' && !customElements.get('handback-chat')) define()
