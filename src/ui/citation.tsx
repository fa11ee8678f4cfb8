import type { CitationPart } from '../protocol/index.ts'
import { Icon } from './late-icons.tsx'
import { linkProps, safeLink } from './safe-link.ts'

export interface CitationProps {
  readonly part: CitationPart
  readonly base: string
  /** Shows it here. Absent: it is a link. */
  readonly onSource?: ((source: CitationPart) => void) | undefined
}

/** What an answer rests on. Where it can be shown here, its link still opens in another tab for who asks for that. */
export function Citation({ part, base, onSource }: CitationProps) {
  const link = part.url === undefined ? undefined : safeLink(part.url, base)
  const inner = [
    <Icon key="i" name="doc" size={16} />,
    <span key="t"><bdi>{part.title}</bdi>{link?.external && <small class="host">{link.host}</small>}</span>,
  ]
  const show = (event: MouseEvent) => {
    if (!onSource || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    onSource(part)
  }
  return (
    <li>
      {link
        ? <a class="cite" part="citation" {...linkProps(link)} href={link.href} onClick={show}>{inner}</a>
        : onSource
        ? <button type="button" class="cite" part="citation" onClick={show}>{inner}</button>
        : <span class="cite" part="citation">{inner}</span>}
    </li>
  )
}
