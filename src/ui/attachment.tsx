import type { AttachmentPart } from '../protocol/index.ts'
import { fileSize } from './file-size.ts'
import { Icon } from './icons.tsx'

/** A file that was sent along: what it is called, of which kind, and how large. */
export const Attachment = ({ part, locale }: { readonly part: AttachmentPart; readonly locale?: string | undefined }) => (
  <li>
    <span class="cite" part="attachment">
      <Icon name={part.media.startsWith('image/') ? 'image' : 'file'} size={16} />
      <span>
        <bdi>{part.name}</bdi>
        {part.alt && <small class="host" dir="auto">{part.alt}</small>}
        <small class="host">{fileSize(part.size, locale)}</small>
      </span>
    </span>
  </li>
)
