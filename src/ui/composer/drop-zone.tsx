import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { later } from '../later.tsx'
import type { Strings } from '../strings.ts'

export interface DropZoneProps {
  readonly strings: Strings
  readonly onFiles: (files: readonly File[]) => void
}

const DropCover = later(() => import('./drop-cover.tsx'), (module) => module.DropCover)

/** Takes files that are dropped on the element that it stands in, and says so while they are dragged over it. */
export function DropZone({ strings, onFiles }: DropZoneProps) {
  const place = useRef<HTMLSpanElement>(null)
  const take = useRef(onFiles)
  take.current = onFiles
  const [over, setOver] = useState(false)
  const end = () => setOver(false)
  useLayoutEffect(() => {
    const area = place.current?.parentElement
    const stop = new AbortController()
    const hear = (event: DragEvent) => {
      const { type, dataTransfer, relatedTarget } = event
      if (type === 'dragleave') return area?.contains(relatedTarget as Node | null) || end()
      // text that is dragged stays with whom it is for
      if (!dataTransfer?.types.includes('Files')) return
      // else the browser would leave the page for the file
      event.preventDefault()
      setOver(type !== 'drop')
      if (type === 'drop') take.current([...dataTransfer.files])
      else dataTransfer.dropEffect = 'copy'
    }
    for (const type of ['dragenter', 'dragover', 'dragleave', 'drop'] as const) area?.addEventListener(type, hear, { signal: stop.signal })
    return () => stop.abort()
  }, [])
  return <span ref={place}>{over && <DropCover strings={strings} onEnd={end} />}</span>
}
