import type { MessageRatingRow, MessageRow } from '../conversation/rows.ts'
import { Icon } from '../ui/late-icons.tsx'
import { StaffIcon } from './staff-icon.tsx'
import type { Strings } from '../ui/strings.ts'

/** What the visitor thinks of a message. */
export const rated = (rating: MessageRatingRow, strings: Strings) => (
  <span class="chip">
    <Icon name={rating.rating === 'up' ? 'thumb-up' : 'thumb-down'} size={12} />
    {rating.rating === 'up' ? strings.ratedUp : strings.ratedDown}
    {rating.comment && <q><bdi>{rating.comment}</bdi></q>}
  </span>
)

/** A button beside each message that the log has, which takes it out for good, by its place there. Tells also which button it was. */
export const removable = (onRemove: (seq: number, button: HTMLElement) => void) => ({ seq }: MessageRow, strings: Strings) =>
  seq > 0 && (
    <button type="button" class="remove" aria-label={strings.removeMessage} title={strings.removeMessage} onClick={({ currentTarget }) => onRemove(seq, currentTarget)}>
      <StaffIcon name="trash" size={16} />
    </button>
  )
