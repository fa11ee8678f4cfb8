import { useLayoutEffect, useState } from 'preact/hooks'
import type { MessageRating } from '../protocol/index.ts'
import { Icon } from './late-icons.tsx'
import type { Strings } from './strings.ts'
import { thumbs } from './styles/late/thumbs.ts'

export interface ThumbsProps {
  /** What the log says. */
  readonly rating: MessageRating
  readonly strings: Strings
  /** Resolves with whether it is on its way. */
  readonly onRate: (rating: MessageRating) => Promise<boolean>
}

/** Whether a message was of use: two buttons, and pressing one again takes it back. */
export function Thumbs({ rating, strings, onRate }: ThumbsProps) {
  // what was pressed counts until the log has it
  const [chosen, setChosen] = useState<MessageRating>()
  useLayoutEffect(() => setChosen((before) => (before === rating ? undefined : before)), [rating])
  const now = chosen ?? rating
  const thumb = (value: 'up' | 'down', label: string) => (
    <button
      type="button"
      class="thumb"
      part="thumb"
      aria-label={label}
      title={label}
      aria-pressed={now === value}
      onClick={async () => {
        const next = now === value ? 'none' : value
        setChosen(next)
        if (!(await onRate(next))) setChosen(undefined)
      }}
    >
      <Icon name={value === 'up' ? 'thumb-up' : 'thumb-down'} size={15} />
    </button>
  )
  return <span class="thumbs">{thumb('up', strings.helpful)}{thumb('down', strings.notHelpful)}</span>
}

/**
 * Always there at the newest answer when it ends its group; elsewhere for who points or tabs at it, but what is pressed stays. They take no
 * room: in the line of the time they are no higher than that, and its words leave them their place in it; inside a group they lie on the
 * bubble's edge.
 */
export const css = `${thumbs}
.meta>span:has(+.thumbs){max-width:calc(100% - 64px);text-wrap:balance}
.thumb{transition:opacity .12s}
.thumb:focus-visible{outline-offset:-2px}
.row:not(.newest.last,:hover,:focus-within) .thumb:not([aria-pressed=true]){opacity:0}
.stack>.thumbs{position:absolute;z-index:1;inset-block-end:-8px;inset-inline-end:8px}
.stack>.thumbs .thumb{box-shadow:0 0 0 var(--handback-stroke) var(--handback-line)}
.stack>.thumbs .thumb:not(:hover,[aria-pressed=true]){background:var(--handback-bg)}
@media (forced-colors:active){.thumb[aria-pressed=true]{outline:2px solid Highlight;outline-offset:-2px}}
`
