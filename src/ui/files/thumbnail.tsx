import { useEffect, useRef, useState } from 'preact/hooks'
import { Icon } from '../late-icons.tsx'
import { drawPicture } from './draw.ts'
import { isPicture } from './picture-size.ts'

const room = { width: 144, height: 144 }

/** A small look at a file that is not sent yet; its name stands beside it. */
export function Thumbnail({ file }: { readonly file: File }) {
  const place = useRef<HTMLSpanElement>(null)
  const [drawn, setDrawn] = useState(false)
  useEffect(() => {
    let here = true
    const draw = async () => {
      const canvas = await drawPicture(file, room)
      if (!here || !canvas) return
      place.current?.append(canvas)
      setDrawn(true)
    }
    if (isPicture(file.type)) void draw()
    return () => void (here = false)
  }, [file])
  return (
    <span class="thumb-box" ref={place} aria-hidden="true">
      {!drawn && <Icon name={file.type.startsWith('image/') ? 'image' : 'file'} size={18} />}
    </span>
  )
}
