import { useEffect, useState } from 'preact/hooks'
import { Markdown } from '../ui/markdown.tsx'
import type { Strings } from '../ui/strings.ts'

/** One of each that answers are made of. */
const everything = '# a\n**a** *a* `a` [a](a)\n- a\n\n```\na\n```\n|a|\n|-|\n|a|\n'

/**
 * Shows an answer to nobody, for one frame after the page was idle: a browser reads code, finds fonts and works out styles when they are used for the
 * first time, and does it now instead of between the first words that come. Where no browser says that it is idle, nothing; where no frames are drawn,
 * such as in a hidden tab, not before they are, so that nothing stays in the log.
 */
export function Rehearsal({ strings }: { readonly strings: Strings }) {
  const [shown, show] = useState(false)
  useEffect(() => {
    self.requestIdleCallback?.(() => requestAnimationFrame(() => {
      show(true)
      setTimeout(show, 0, false)
    }))
  }, [])
  return shown && <div class="sr" aria-hidden="true" inert><Markdown text={everything} base="http://a" copy={strings} /></div>
}
