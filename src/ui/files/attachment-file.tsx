import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { AttachmentPart } from '../../protocol/index.ts'
import { Icon } from '../late-icons.tsx'
import type { Strings } from '../strings.ts'
import { files } from '../styles/late/files.ts'
import { keptPicture, loadPicture } from './pictures.ts'
import type { ReadFile } from './read-file.ts'
import { saveFile } from './save.ts'

export interface AttachmentFileProps {
  readonly part: AttachmentPart
  readonly strings: Strings
  readonly read: ReadFile
}

/** Whether an element has ever come into view; at once where nothing can tell. */
function useSeen(): readonly [seen: boolean, place: { current: HTMLElement | null }] {
  const place = useRef<HTMLElement>(null)
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    const element = place.current
    if (!element || typeof IntersectionObserver !== 'function') return setSeen(true)
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      observer.disconnect()
      setSeen(true)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [seen, place]
}

/** A picture that was sent along, drawn into the room that the message has kept for it. */
export function Picture({ part, strings, read }: AttachmentFileProps) {
  const [seen, frame] = useSeen()
  const place = useRef<HTMLSpanElement>(null)
  const [canvas, setCanvas] = useState(() => keptPicture(read, part))
  const [failed, setFailed] = useState(false)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    if (!seen || canvas) return undefined
    const stop = new AbortController()
    const { signal } = stop
    setFailed(false)
    loadPicture(read, part, signal).then(
      (drawn) => !signal.aborted && (drawn ? setCanvas(drawn) : setFailed(true)),
      () => !signal.aborted && setFailed(true),
    )
    return () => stop.abort()
  }, [seen, attempt])
  useLayoutEffect(() => {
    if (!canvas || !place.current) return
    // the kept one may stand in another row of this page
    const copy = canvas.cloneNode() as HTMLCanvasElement
    copy.getContext('2d')?.drawImage(canvas, 0, 0)
    copy.className = 'picture'
    copy.part.add('picture')
    copy.setAttribute('role', 'img')
    copy.setAttribute('aria-label', part.alt || strings.picture(part.name))
    place.current.replaceChildren(copy)
  }, [canvas, strings])
  return (
    <span class="frame" ref={(element) => void (frame.current = element)}>
      {failed
        ? (
          <span class="lost">
            <span role="alert">{strings.fileFailed}</span>{' '}
            <button type="button" class="text" onClick={() => setAttempt(attempt + 1)}>{strings.tryAgain}</button>
          </span>
        )
        : <span class="frame" ref={place} aria-busy={canvas ? undefined : 'true'} />}
    </span>
  )
}

/** Saves a file that was sent along. */
export function Download({ part, strings, read }: AttachmentFileProps) {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const get = async () => {
    if (state === 'busy') return
    setState('busy')
    try {
      saveFile(await read(part), part.name)
      setState('idle')
    } catch {
      // whatever the reason: the same words, and it may be pressed again
      setState('failed')
    }
  }
  return (
    <>
      <button
        type="button"
        class="get"
        part="download"
        aria-label={strings.downloadFile(part.name)}
        title={strings.downloadFile(part.name)}
        aria-disabled={state === 'busy' || undefined}
        onClick={() => void get()}
      >
        <Icon name="download" size={18} />
      </button>
      {state === 'failed' && <small class="lost" role="alert">{strings.fileFailed}</small>}
    </>
  )
}

export const css = `${files}
.frame{display:grid;place-items:center;grid-template:minmax(0,1fr)/minmax(0,1fr);block-size:100%;min-inline-size:0}
.bubble .picture{max-block-size:100%;max-inline-size:100%;border-radius:0}
.lost{padding:8px;text-align:center;font-size:.9em}
.cite .lost{flex-basis:100%;padding:0;text-align:start;color:inherit;font-weight:600}
.bubble .cite:has(.get){flex-wrap:wrap;align-items:center}
.cite:has(.get)>span{flex:1}
.get{display:grid;place-items:center;flex:none;inline-size:32px;block-size:32px;margin-block:-4px;margin-inline-end:-6px;color:inherit}
.get:hover{background:color-mix(in srgb,currentColor 12%,transparent)}
`
