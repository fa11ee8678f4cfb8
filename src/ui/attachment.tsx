import type { AttachmentPart } from '../protocol/index.ts'
import { fileSize } from './file-size.ts'
import type { ReadFile } from './files/read-file.ts'
import { Icon } from './late-icons.tsx'
import { later } from './later.tsx'
import type { Strings } from './strings.ts'

export interface AttachmentProps {
  readonly part: AttachmentPart
  readonly strings: Strings
  readonly locale?: string | undefined
  /** Gets its bytes: with it a picture is drawn and a file can be saved. The same function at each render. */
  readonly read?: ReadFile | undefined
}

const Picture = later(() => import('./files/attachment-file.tsx'), (module) => module.Picture)
const Download = later(() => import('./files/attachment-file.tsx'), (module) => module.Download)

/** A file that was sent along: the picture, what it is called, of which kind, and how large. */
export function Attachment({ part, strings, locale, read }: AttachmentProps) {
  const picture = part.media.startsWith('image/')
  const drawn = read && picture
  const card = (
    <span class="cite" part="attachment">
      {!drawn && <Icon name={picture ? 'image' : 'file'} size={16} />}
      <span>
        <bdi>{part.name}</bdi>
        {part.alt && !drawn && <small class="host" dir="auto">{part.alt}</small>}
        <small class="host">{fileSize(part.size, locale)}</small>
      </span>
      {read && <Download part={part} strings={strings} read={read} />}
    </span>
  )
  return (
    <li>
      {/* the room is there before the picture is, so that nothing moves */}
      {drawn
        ? <figure><div class="shot"><Picture part={part} strings={strings} read={read} /></div><figcaption>{card}</figcaption></figure>
        : card}
    </li>
  )
}
