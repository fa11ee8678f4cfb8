import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Scale } from './scale.tsx'
import type { Strings } from './strings.ts'
import { card as cardCss } from './styles/late/card.ts'
import { scale } from './styles/late/scale.ts'
import type { Factor, ThreadActions } from './thread-actions.ts'

export const css = `${cardCss}${scale}
.survey>.text{align-self:flex-start;margin-inline-start:-4px}`

/** What was found to carry satisfaction with such a conversation. */
const usual = (strings: Strings): readonly Factor[] => [
  { name: 'information-quality', label: strings.factorInformation },
  { name: 'entertainment', label: strings.factorEntertainment },
  { name: 'social-presence', label: strings.factorPresence },
  { name: 'privacy-risk', label: strings.factorPrivacy },
  { name: 'enjoyment', label: strings.factorEnjoyment },
]

export interface SurveyProps {
  readonly strings: Strings
  /** What is asked beside its number. Default: five that are usual. */
  readonly factors?: readonly Factor[] | undefined
  readonly onRate: NonNullable<ThreadActions['onRate']>
  /** Absent: a rating is given, or the question stands. */
  readonly onDeclineRating?: ThreadActions['onDeclineRating']
}

/** A rating from 1 to 7 with an optional comment; once there is one, what it rests on may be told too. Who wants to give none puts it away. */
export function Survey({ strings, factors = usual(strings), onRate, onDeclineRating }: SurveyProps) {
  const id = useId()
  const [score, setScore] = useState<number>()
  const [comment, setComment] = useState('')
  const [more, setMore] = useState(false)
  const [single, setSingle] = useState<Readonly<Record<string, number>>>({})
  const card = useRef<HTMLFormElement>(null)
  const busy = useRef(false)
  useLayoutEffect(() => {
    const { current } = card
    const log = current?.closest('.log')
    if (!more || !current || !log) return
    // after the thread, which follows its end as it grows: the question and what was opened under it are in view
    const watch = new ResizeObserver(() => {
      watch.disconnect()
      log.scrollTop += current.getBoundingClientRect().top - log.getBoundingClientRect().top - 8
    })
    watch.observe(current)
    return () => watch.disconnect()
  }, [more])
  // what is said takes a moment to be kept: nobody says it twice
  const once = async (say: () => Promise<unknown> | undefined) => {
    if (busy.current) return
    busy.current = true
    await say()
    busy.current = false
  }
  return (
    <form
      ref={card}
      class="card survey"
      part="card survey"
      onSubmit={(event) => {
        event.preventDefault()
        if (score !== undefined) void once(() => onRate(score, comment.trim() || undefined, Object.keys(single).length > 0 ? single : undefined))
      }}
    >
      <strong id={`${id}q`}>{strings.rateQuestion}</strong>
      <Scale score={score} onScore={setScore} labelledby={`${id}q`} describedby={`${id}e`} />
      <small id={`${id}e`} class="ends"><span>1 – {strings.rateLow}</span> <span>7 – {strings.rateHigh}</span></small>
      {score !== undefined && factors.length > 0 && (
        <button type="button" class="text" aria-expanded={more} aria-controls={`${id}f`} onClick={() => setMore(!more)}>{strings.rateMore}</button>
      )}
      {more && (
        <div class="factors" id={`${id}f`}>
          {factors.map(({ name, label }) => (
            <div key={name} class="factor">
              <span class="factor-label" id={`${id}${name}`} dir="auto">{label}</span>
              <Scale score={single[name]} onScore={(value) => setSingle({ ...single, [name]: value })} labelledby={`${id}${name}`} describedby={`${id}e`} />
            </div>
          ))}
        </div>
      )}
      <textarea
        rows={2}
        dir="auto"
        aria-label={strings.rateComment}
        placeholder={strings.rateComment}
        maxLength={2000}
        value={comment}
        onInput={(event) => setComment(event.currentTarget.value)}
      />
      <div class="buttons">
        <button class="primary" disabled={score === undefined}>{strings.rateSend}</button>
        {onDeclineRating && <button type="button" class="text" onClick={() => void once(onDeclineRating)}>{strings.rateSkip}</button>}
      </div>
    </form>
  )
}
