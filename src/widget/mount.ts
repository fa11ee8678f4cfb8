import { checkOptions } from './check-options.ts'
import { mountOn } from './mount-on.ts'
import type { MountOptions, WidgetHandle } from './options.ts'
import { stayInBody } from './stay-in-body.ts'

/**
 * Puts the widget on the page: a launcher, and behind it a panel that is loaded at the first opening, or at once where a
 * conversation is unfinished. Until then nothing is requested and nothing is stored; opening alone starts no conversation.
 * A floating panel that is open during a conversation is open again on the next page, unless it would cover it.
 * Without `target` it stays in the body of the page, also when that is exchanged (Turbo, Astro), until `destroy`.
 *
 * @throws TypeError that names the option when one is not what it must be, or none of `endpoint`, `transport` and `chat` is given
 * @example const widget = mount({ endpoint: '/handback', theme: { accent: '#0c5a4b' } })
 */
export function mount(options: MountOptions): WidgetHandle {
  checkOptions(options)
  const { target } = options
  const host = (target?.ownerDocument ?? document).createElement('div')
  let leave = () => {}
  const widget = mountOn(host, options, {
    left() {
      leave()
      host.remove()
    },
  })
  if (target) target.append(host)
  else leave = stayInBody(host)
  return widget
}
