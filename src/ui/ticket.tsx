import type { TicketRow } from '../conversation/rows.ts'
import { Icon } from './late-icons.tsx'
import type { Strings } from './strings.ts'
import { card } from './styles/late/card.ts'

export const css = card

/** A message that was left for the team. */
export const Ticket = ({ row, strings }: { readonly row: TicketRow; readonly strings: Strings }) => (
  <div class="card ticket" part="card ticket">
    <strong><Icon name="check" size={16} /> {strings.ticketLeft}</strong>
    {row.text && <p class="plain" dir="auto">{row.text}</p>}
    {row.contact && <small dir="auto">{row.contact}</small>}
  </div>
)
