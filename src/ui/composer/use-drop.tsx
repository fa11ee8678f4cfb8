import { useState } from 'preact/hooks'
import { later } from '../later.tsx'
import type { Strings } from '../strings.ts'

const DropCover = later(() => import('./drop-cover.tsx'), (module) => module.DropCover)

/**
 * Takes files that are dropped on the element that gets `on`, which says so by the `cover` while they are dragged over it. Without `take` none
 * can be dropped there.
 */
export function useDrop(strings: Strings, take: ((files: readonly File[]) => void) | false) {
  const [over, setOver] = useState(false)
  const hear = (event: DragEvent & { readonly currentTarget: Element }) => {
    const { type, dataTransfer, relatedTarget, currentTarget } = event
    if (type === 'dragleave') {
      if (!currentTarget.contains(relatedTarget as Node | null)) setOver(false)
      // text that is dragged stays with whom it is for
    } else if (dataTransfer?.types.includes('Files')) {
      // else the browser would leave the page for the file
      event.preventDefault()
      setOver(type !== 'drop')
      if (type !== 'drop') dataTransfer.dropEffect = take ? 'copy' : 'none'
      else if (take) take([...dataTransfer.files])
    }
  }
  return {
    on: { onDragEnter: hear, onDragOver: hear, onDragLeave: hear, onDrop: hear },
    cover: over && take && <DropCover strings={strings} onEnd={() => setOver(false)} />,
  }
}
