import { useLayoutEffect, useState } from 'preact/hooks'
import type { MessageRating } from '../protocol/index.ts'
import { Icon } from './icons.tsx'
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

/** Always there at the newest answer and where one is pressed; elsewhere for who points or tabs at it. Inside a group they stand beside the bubble. */
export const css = `${thumbs}
.thumbs{transition:opacity .12s}
.thumb{height:24px;border-radius:6px}
.row:not(.newest,:hover,:focus-within) .thumbs:not(:has([aria-pressed=true])){opacity:0}
.row:not(.newest) .stack>.thumbs{position:absolute;inset-block-end:0;inset-inline-start:100%;flex-direction:column;gap:0}
@media (forced-colors:active){.thumb[aria-pressed=true]{outline:2px solid Highlight;outline-offset:-2px}}
`
