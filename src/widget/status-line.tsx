import type { ChatStatus } from '../client/api.ts'
import type { Strings } from '../ui/strings.ts'
import { statusText } from './status-text.ts'

export interface StatusLineProps {
  readonly strings: Strings
  readonly status: ChatStatus
  /** The hub cannot be reached. */
  readonly lost: boolean
  readonly offline: boolean
}

/** Who is there, in words, and under it how long it will take. */
export function StatusLine({ strings, status, lost, offline }: StatusLineProps) {
  const { text, details } = statusText(strings, status, lost, offline)
  return (
    <>
      <span class="state" title={text}>{text}</span>
      {details.length > 0 && (
        <span class="detail" title={details.join(' · ')}>
          {details.map((part, index) => [index > 0 && ' · ', <span key={part}>{part}</span>])}
        </span>
      )}
    </>
  )
}
