import { useId, useState } from 'preact/hooks'
import type { Strings } from './strings.ts'

const scores = [1, 2, 3, 4, 5, 6, 7]

/** A rating from 1 to 7 with an optional comment. */
export function Survey({ strings, onRate }: { readonly strings: Strings; readonly onRate: (score: number, comment?: string) => void }) {
  const id = useId()
  const [score, setScore] = useState<number>()
  const [comment, setComment] = useState('')
  return (
    <form
      class="card survey"
      onSubmit={(event) => {
        event.preventDefault()
        if (score !== undefined) onRate(score, comment.trim() || undefined)
      }}
    >
      <strong id={`${id}q`}>{strings.rateQuestion}</strong>
      <div class="scale" role="radiogroup" aria-labelledby={`${id}q`} aria-describedby={`${id}e`}>
        {scores.map((value) => (
          <label key={value}>
            <input type="radio" name={`${id}s`} value={value} checked={score === value} onChange={() => setScore(value)} />
            <span>{value}</span>
          </label>
        ))}
      </div>
      <small id={`${id}e`} class="ends"><span>1 – {strings.rateLow}</span> <span>7 – {strings.rateHigh}</span></small>
      <textarea
        rows={2}
        dir="auto"
        aria-label={strings.rateComment}
        placeholder={strings.rateComment}
        maxLength={2000}
        value={comment}
        onInput={(event) => setComment(event.currentTarget.value)}
      />
      <button class="primary" disabled={score === undefined}>{strings.rateSend}</button>
    </form>
  )
}
