import { useId } from 'preact/hooks'

const scores = [1, 2, 3, 4, 5, 6, 7]

export interface ScaleProps {
  readonly score: number | undefined
  readonly onScore: (score: number) => void
  /** Ids of what names and describes it. */
  readonly labelledby: string
  readonly describedby?: string
}

/** One of the numbers from 1 to 7. */
export function Scale({ score, onScore, labelledby, describedby }: ScaleProps) {
  const id = useId()
  return (
    <div class="scale" role="radiogroup" aria-labelledby={labelledby} aria-describedby={describedby}>
      {scores.map((value) => (
        <label key={value}>
          <input type="radio" name={id} value={value} checked={score === value} onChange={() => onScore(value)} />
          <span>{value}</span>
        </label>
      ))}
    </div>
  )
}
