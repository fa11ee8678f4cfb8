import type { ComponentChildren } from 'preact'
import type { Person } from '../protocol/index.ts'
import { Avatar } from './avatar.tsx'
import { Icon } from './late-icons.tsx'
import { Meta } from './meta.tsx'
import type { MetaProps } from './meta.tsx'
import type { Strings } from './strings.ts'
import { nameOf } from './name-of.ts'
import type { ThreadActions } from './thread-actions.ts'

/** Who speaks, by kind: never from what they wrote. Whoever is not the assistant is a person. */
const Badge = ({ kind, strings }: { readonly kind: string; readonly strings: Strings }) => {
  const bot = kind === 'assistant'
  return (
    <span class={bot ? 'badge bot' : 'badge'} part="badge">
      <Icon name={bot ? 'spark' : 'person'} size={11} />{bot ? strings.badgeAi : strings.badgeHuman}
    </span>
  )
}

export interface BubbleProps extends Omit<MetaProps, 'message'>, Pick<ThreadActions, 'renderBeside'> {
  readonly author: Person
  readonly message?: MetaProps['message']
  readonly first: boolean
  /** The newest of the others' messages. */
  readonly newest?: boolean | undefined
  readonly children: ComponentChildren
}

/** Words of somebody, with who and when. */
export function Bubble({ author, message, first, newest, renderBeside, children, ...rest }: BubbleProps) {
  const { own, last, strings } = rest
  const bot = author.kind === 'assistant'
  const classes = ['row', own ? 'own' : bot && 'bot', first && 'first', last && 'last', newest && 'newest', message?.streaming && 'typing']
  return (
    <div class={classes.filter(Boolean).join(' ')} data-author={author.kind} part="row">
      {!own && <span class="side">{last && <Avatar person={author} />}</span>}
      <div class="stack">
        {own ? <span class="sr">{strings.you}</span> : first && (
          <div class="who"><bdi>{nameOf(strings, author)}</bdi> {author.kind !== 'visitor' && <Badge kind={author.kind} strings={strings} />}</div>
        )}
        <div class="bubble" part={`message message-${own ? 'own' : bot ? 'bot' : 'human'}`} aria-busy={message?.streaming ? 'true' : undefined}>
          {children}
        </div>
        <Meta {...rest} message={message} />
        {message && renderBeside?.(message, strings)}
      </div>
    </div>
  )
}
