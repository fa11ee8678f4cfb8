import type { ComponentChildren } from 'preact'
import type { DeliveryState } from '../client/index.ts'
import type { MessageRatingRow, StaffRow } from '../conversation/rows.ts'
import type { FormPart } from '../protocol/index.ts'
import { ASSISTANT } from '../protocol/values.ts'
import { Bubble } from './bubble.tsx'
import { Icon } from './late-icons.tsx'
import { later } from './later.tsx'
import { memo } from './memo.ts'
import { MessageBody } from './message-body.tsx'
import { noticeText } from './notice-text.ts'
import type { Strings } from './strings.ts'
import type { ThreadActions } from './thread-actions.ts'
import { isSaid } from './thread-items.ts'
import { formatDay } from './time.ts'

export type { ThreadActions } from './thread-actions.ts'

const Survey = later(() => import('./survey.tsx'), (module) => module.Survey)
const Permission = later(() => import('./permission.tsx'), (module) => module.Permission)
const FormAnswers = later(() => import('./forms/form-answers.tsx'), (module) => module.FormAnswers)
const Ticket = later(() => import('./ticket.tsx'), (module) => module.Ticket)

export interface RowProps extends ThreadActions {
  readonly row: StaffRow
  readonly first: boolean
  readonly last: boolean
  readonly newDay: boolean
  /** Own messages stand at the end side. */
  readonly own: boolean
  /** The newest message that is not the reader's own. */
  readonly newest?: boolean | undefined
  /** Say what has become of it: that it was sent, delivered, or read. */
  readonly state?: DeliveryState
  /** What the visitor thinks of it. */
  readonly rating?: MessageRatingRow | undefined
  /** Its survey or question waits for an answer. */
  readonly open?: boolean
  /** The answer is on its way. */
  readonly answered?: boolean
  /** Ids of its forms that have answers, with a space between. */
  readonly filled?: string | undefined
  /** What its answers are answers to. */
  readonly form?: FormPart | undefined
  readonly strings: Strings
  readonly locale?: string | undefined
}

const Line = ({ icon, children }: { readonly icon?: 'check' | 'close' | 'person'; readonly children: ComponentChildren }) =>
  <div class="line" part="notice">{icon && <Icon name={icon} size={14} />}<span dir="auto">{children}</span></div>

function Content(props: RowProps) {
  const { row, strings, open, onRate } = props
  switch (row.type) {
    case 'message':
      return <Bubble {...props} author={row.author} at={row.at} message={row}><MessageBody {...props} row={row} /></Bubble>
    case 'notice': {
      const text = noticeText(strings, row.key, row.params, props.locale)
      if (!isSaid(row)) return <Line {...(row.key === 'agent-joined' || row.key === 'participant-joined' ? { icon: 'person' } : {})}>{text}</Line>
      return <Bubble {...props} author={{ ...row.by, name: '' }} at={row.at}><p dir="auto">{text}</p></Bubble>
    }
    case 'survey':
      return open && onRate ? <Survey {...props} onRate={onRate} /> : null
    case 'permission':
      return (
        <Bubble {...props} author={{ ...ASSISTANT, name: '' }} at={row.at}>
          <Permission row={row} open={open} answered={props.answered} strings={strings} onPermit={props.onPermit} />
        </Bubble>
      )
    case 'permission-answer':
      return <Line icon={row.granted ? 'check' : 'close'}>{row.granted ? strings.allowed : strings.denied}</Line>
    case 'rating':
      return <Line icon="check">{strings.rated(row.score)}{row.comment && <q><bdi>{row.comment}</bdi></q>}</Line>
    case 'ticket':
      return <Ticket row={row} strings={strings} />
    case 'form':
      return <FormAnswers row={row} form={props.form} strings={strings} />
    default:
      return props.renderOther?.(row)
  }
}

/** One row of a thread, with the line of its day when a new one begins. */
export const Row = memo((props: RowProps) => (
  <>
    {props.newDay && <div class="day" part="day"><span>{formatDay(props.row.at, Date.now(), props.locale)}</span></div>}
    <Content {...props} />
  </>
))
