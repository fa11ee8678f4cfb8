import { useId, useMemo, useState } from 'preact/hooks'
import type { Strings } from '../strings.ts'
import { times as timesCss } from '../styles/late/times.ts'
import { formatDay, formatTime } from '../time.ts'
import type { FollowUpTimes } from './follow-up-times.ts'
import { followUpTimes } from './follow-up-times.ts'
import { formCss } from './form-css.ts'
import { QuietBrackets } from './quiet-brackets.tsx'

/** The longest that a hub takes. */
const CONTACT = 200

export interface FollowUpProps {
  readonly strings: Strings
  readonly locale: string | undefined
  readonly onSchedule: (followUp: { readonly at: number; readonly contact?: string }) => void
  readonly onDecline: () => void
}

/** The answers to whether somebody should come back: a moment, a way to reach the visitor, or no. */
export function FollowUp({ strings, locale, onSchedule, onDecline }: FollowUpProps) {
  const id = useId()
  const asked = useMemo(() => Date.now(), [])
  const [choice, setChoice] = useState<keyof FollowUpTimes>()
  const [contact, setContact] = useState('')
  const times = followUpTimes(asked)
  const days: Readonly<Record<keyof FollowUpTimes, string>> = {
    hour: strings.followUpHour,
    tomorrow: strings.followUpTomorrow,
    monday: formatDay(times.monday, asked, locale),
  }
  return (
    <form
      class="card follow-up"
      part="follow-up"
      aria-label={strings['follow-up']({})}
      onSubmit={(event) => {
        event.preventDefault()
        if (!choice) return
        const reach = contact.trim()
        // an hour from when it is said, and a morning that has not begun meanwhile
        const { [choice]: at } = choice === 'hour' ? followUpTimes(Date.now()) : times
        onSchedule({ at, ...(reach && { contact: reach }) })
      }}
    >
      <strong id={id}>{strings.followUpWhen}</strong>
      <div class="times" role="radiogroup" aria-labelledby={id}>
        {(['hour', 'tomorrow', 'monday'] as const).map((key) => (
          <label key={key}>
            <input type="radio" name={`${id}w`} checked={choice === key} onChange={() => setChoice(key)} />
            <span>{days[key]} <small>{formatTime(times[key], locale)}</small></span>
          </label>
        ))}
      </div>
      <label><QuietBrackets text={strings.followUpContact} />
        <input
          type="text"
          dir="auto"
          autocomplete="email"
          maxLength={CONTACT}
          value={contact}
          onInput={(event) => setContact(event.currentTarget.value)}
        />
      </label>
      <div class="buttons">
        <button class="primary" disabled={!choice}>{strings.followUpSend}</button>
        <button type="button" class="text" onClick={onDecline}>{strings.followUpDecline}</button>
      </div>
    </form>
  )
}

export const css = formCss + timesCss
