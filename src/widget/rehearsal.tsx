import { useEffect, useState } from 'preact/hooks'
import { Markdown } from '../ui/markdown.tsx'
import type { Strings } from '../ui/strings.ts'

/** One of each that answers are made of. */
const everything = '# a\n**a** *a* `a` [a](a)\n- a\n\n```\na\n```\n|a|\n|-|\n|a|\n'

/**
 * Shows an answer to nobody, for one frame of an idle moment while the visitor waits for the first: a browser reads code, finds fonts and works out
 * styles when they are used for the first time, and does it now instead of between the first words. Where no browser says that it is idle, nothing.
 */
export function Rehearsal({ strings }: { readonly strings: Strings }) {
  const [shown, show] = useState(false)
  useEffect(() => {
    self.requestIdleCallback?.(() => {
      show(true)
      requestAnimationFrame(() => setTimeout(show, 0, false))
    })
  }, [])
  return shown && <div class="sr" aria-hidden="true" inert><Markdown text={everything} base="http://a" copy={strings} /></div>
}
