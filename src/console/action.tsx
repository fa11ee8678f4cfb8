import type { RefObject } from 'preact'
import { useId, useState } from 'preact/hooks'
import type { Draft } from '../conversation/index.ts'
import { abilitiesOf, type DeskResult, type DeskThread } from '../desk/index.ts'
import { textOf, type Header } from '../protocol/index.ts'
import { Icon } from '../ui/icons.tsx'
import { useEnvironment } from './environment.ts'
import { Value } from './value.tsx'

/** Whether a draft is something to be done, not words: also when what it is lies further back than what is here. */
export const isAction = ({ actions = [] }: Header, { id, action }: Draft): boolean => action !== undefined || actions.includes(id)

export interface ActionProps {
  readonly draft: Draft
  readonly thread: DeskThread
  readonly header: Header
  /** Where the agent goes on when it is decided. */
  readonly inputRef: RefObject<HTMLTextAreaElement | null>
  readonly onResult: (result: DeskResult) => void
}

/** Something that the assistant does once it is approved: exactly what stands here. */
export function Action({ draft: { id, parts, action }, thread, header, inputRef, onResult }: ActionProps) {
  const { desk, say } = useEnvironment()
  const title = useId()
  const [busy, setBusy] = useState(false)
  const decide = async (work: Promise<DeskResult>): Promise<void> => {
    inputRef.current?.focus()
    setBusy(true)
    onResult(await work)
    setBusy(false)
  }
  return (
    <li class="draft action">
      <Icon name="spark" size={16} />
      <div class="action-text">
        <small>{say('actionTitle')}</small>
        <strong id={title} dir="auto">{action?.title ?? textOf(parts)}</strong>
        {action?.details && <p dir="auto">{action.details}</p>}
        {action ? (
          <dl class="values">
            <div><dt>{say('tool')}</dt><dd><bdi>{action.tool}</bdi></dd></div>
            <Value name={say('toolInput')} text={action.input} />
          </dl>
        ) : <p>{say('actionUnknown')}</p>}
        <div class="action-buttons">
          <button
            type="button"
            class="button primary"
            aria-describedby={title}
            disabled={busy || !action || !abilitiesOf(header, desk.me).approve}
            onClick={() => void decide(thread.approve(id))}
          >
            {say('approve')}
          </button>
          <button type="button" class="button" aria-describedby={title} disabled={busy} onClick={() => void decide(thread.dropDraft(id))}>
            {say('decline')}
          </button>
        </div>
      </div>
    </li>
  )
}
