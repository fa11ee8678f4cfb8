import { useId, useState } from 'preact/hooks'
import type { PermissionRow } from '../conversation/rows.ts'
import type { Strings } from './strings.ts'
import { permission } from './styles/late/permission.ts'

export const css = permission

export interface PermissionProps {
  readonly row: PermissionRow
  /** It waits for an answer of this reader. */
  readonly open: boolean | undefined
  /** The answer is on its way. */
  readonly answered: boolean | undefined
  readonly strings: Strings
  /** Resolves when it is on its way, or is known not to be. */
  readonly onPermit: ((permission: string, granted: boolean) => Promise<unknown>) | undefined
}

/** What the assistant wants to do, and the two answers while they can be given. */
export function Permission({ row, open, answered, strings, onPermit }: PermissionProps) {
  const id = useId()
  // an answer takes a moment to be kept: nobody gives two
  const [pressed, setPressed] = useState(false)
  const answer = (granted: boolean) => (
    <button
      type="button"
      class={granted ? 'primary' : 'other'}
      aria-describedby={id}
      disabled={answered || pressed}
      onClick={() => {
        setPressed(true)
        void onPermit?.(row.permission, granted).then(() => setPressed(false))
      }}
    >
      {granted ? strings.allow : strings.deny}
    </button>
  )
  return (
    <div class="form" part="permission" role="group" aria-labelledby={id}>
      <small>{strings.permission}</small>
      <strong id={id} dir="auto">{row.title}</strong>
      {row.details && <p class="plain" dir="auto">{row.details}</p>}
      {open && onPermit && <div class="answer">{answer(true)}{answer(false)}</div>}
    </div>
  )
}
