import { useLayoutEffect } from 'preact/hooks'
import { Icon } from '../icons.tsx'
import type { Strings } from '../strings.ts'
import { files } from '../styles/late/files.ts'

export interface DropCoverProps {
  readonly strings: Strings
  readonly onEnd: () => void
}

/** Says over the whole panel that files may be let go; not where the box has no button for them, as there is no place for any. */
export function DropCover({ strings, onEnd }: DropCoverProps) {
  useLayoutEffect(() => {
    const stop = new AbortController()
    const options = { capture: true, signal: stop.signal }
    addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return
      // it ends the drag, and nothing else
      event.stopPropagation()
      onEnd()
    }, options)
    // a pointer that moves drags nothing: so ends a drag that nobody told the end of
    addEventListener('pointermove', onEnd, options)
    return () => stop.abort()
  }, [])
  return <div class="drop" part="drop"><span><Icon name="attach" size={28} />{strings.dropFiles}</span></div>
}

export const css = `${files}
.drop span{display:grid;justify-items:center;gap:8px}
.panel:not(:has([part=attach]))>.drop{display:none}
`
