import type { Theme, WidgetHandle } from 'handback/widget'
import { mount } from 'handback/widget'
import { english } from 'handback/widget/locales/en'
import { arabic } from 'handback/widget/locales/ar'
import { type Picture, stillChat } from '../../examples/gallery/still-chat.ts'

/** What a test asks the page for: plain data, as it comes from another process. */
export interface Asked {
  readonly picture?: Picture
  readonly theme?: Theme
  /** Arabic, hence right to left. */
  readonly rtl?: boolean
  /** In a box of 380 × 640 pixels instead of the corner. */
  readonly inline?: boolean
  /** Only its launcher. */
  readonly closed?: boolean
  /** Words of the page in place of notices. */
  readonly notices?: Readonly<Record<string, string>>
}

const box = document.createElement('div')
box.style.cssText = 'width:380px;height:640px'
document.body.append(box)
let widget: WidgetHandle | undefined

/** One widget in place of the one before, open unless it is asked otherwise, with something of the page in its header and below its box. */
function put({ picture = {}, theme = {}, rtl, inline, closed, notices = {} }: Asked): void {
  widget?.destroy()
  widget = mount({
    chat: stillChat(picture),
    theme,
    strings: { ...(rtl ? arabic : english), ...Object.fromEntries(Object.entries(notices).map(([key, text]) => [key, () => text])) },
    ...(inline && { target: box }),
  })
  for (const [slot, text] of [['header', 'Acme'], ['footer', 'Privacy']] as const) {
    const own = document.createElement('a')
    own.slot = slot
    own.textContent = text
    widget.element.append(own)
  }
  if (!closed) void widget.open()
}
Object.assign(globalThis, { put })
