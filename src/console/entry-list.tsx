import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

export interface EntryListProps {
  readonly title: string
  readonly count: number
  /** What stands here when there is nothing. */
  readonly empty?: string
  readonly children: ComponentChildren
}

/** A titled list; the list carries the title as its name. */
export function EntryList({ title, count, empty, children }: EntryListProps) {
  const heading = useId()
  return (
    <section class="list">
      <h2 class="list-title">
        <span id={heading}>{title}</span>
        {count > 0 && (
          <span class="count" aria-hidden="true">
            {count}
          </span>
        )}
      </h2>
      {count === 0 && empty && <p class="list-empty">{empty}</p>}
      <ul class="items" aria-labelledby={heading}>
        {children}
      </ul>
    </section>
  )
}
