import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { Icon } from '../../ui/late-icons.tsx'
import type { Strings } from '../../ui/strings.ts'

export interface SheetProps {
  readonly title: string
  readonly strings: Strings
  /** Another page stands over it. */
  readonly hidden?: boolean
  readonly onBack: () => void
  readonly children: ComponentChildren
}

/** A page in place of the thread, which can be neither seen nor used as long as one stands. It begins at its way back, and Escape takes that. */
export function Sheet({ title, strings, hidden, onBack, children }: SheetProps) {
  const id = useId()
  const back = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    back.current?.focus({ preventScroll: true })
    const stage = back.current?.closest('.stage')
    const under = stage?.querySelector<HTMLElement>('.main')
    if (!stage || !under) return
    under.inert = true
    // of those that lie on each other, one may stay
    return () => void (under.inert = stage.querySelectorAll('.sheet').length > 1)
  }, [])
  return (
    <div
      class="sheet"
      part="page"
      role="dialog"
      aria-labelledby={id}
      hidden={hidden}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return
        event.stopPropagation()
        onBack()
      }}
    >
      <div class="sheet-head">
        <button ref={back} class="round" aria-label={strings.back} title={strings.back} onClick={onBack}><Icon name="back" /></button>
        <strong id={id} dir="auto">{title}</strong>
      </div>
      {children}
    </div>
  )
}
