import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Strings } from '../ui/strings.ts'

export interface EndQuestionProps {
  readonly strings: Strings
  readonly onEnd: () => void
  readonly onKeep: () => void
}

/** Asked before a conversation is ended, where it was asked for; the focus is on the answer that changes nothing. */
export function EndQuestion({ strings, onEnd, onKeep }: EndQuestionProps) {
  const keep = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => keep.current?.focus({ preventScroll: true }), [])
  return (
    <div
      class="question"
      part="question"
      role="alertdialog"
      aria-label={strings.endQuestion}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        // Escape answers the question; the next one closes the panel.
        event.stopPropagation()
        onKeep()
      }}
    >
      <strong>{strings.endQuestion}</strong>
      <div class="buttons">
        <button class="primary" onClick={onEnd}>{strings.endConversation}</button>
        <button class="text" ref={keep} onClick={onKeep}>{strings.keepChatting}</button>
      </div>
    </div>
  )
}
