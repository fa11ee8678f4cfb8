import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { IndexEntry } from '../protocol/index.ts'
import { useEnvironment } from './environment.ts'

export interface EntryListProps {
  readonly title: string
  readonly entries: readonly IndexEntry[]
  /** So many are shown at first, and so many more each time that they are asked for. Default all. */
  readonly step?: number
  /** What stands here when there is nothing. */
  readonly empty?: string
  /** Draws one of them. */
  readonly children: (entry: IndexEntry) => ComponentChildren
}

/** A titled list; the list carries the title as its name. */
export function EntryList({ title, entries, step = Infinity, empty, children }: EntryListProps) {
  const { say } = useEnvironment()
  const heading = useId()
  const list = useRef<HTMLUListElement>(null)
  const [shown, setShown] = useState(step)
  const count = entries.length
  useLayoutEffect(() => {
    // the reader goes on with the first that is new; the button may have gone
    if (shown > step) list.current?.children[shown - step]?.querySelector<HTMLElement>('.item-open')?.focus()
  }, [shown])
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
      <ul class="items" aria-labelledby={heading} ref={list}>
        {entries.slice(0, shown).map(children)}
      </ul>
      {count > shown && (
        <button type="button" class="button quiet" aria-describedby={heading} onClick={() => setShown(shown + step)}>
          {say('showMore')}
        </button>
      )}
    </section>
  )
}
