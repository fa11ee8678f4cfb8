import { useLayoutEffect, useRef } from 'preact/hooks'
import { useEnvironment } from './environment.ts'

/** Asked before a message is taken out, which nothing undoes; the focus is on the answer that changes nothing. Another message is another question. */
export function RemoveQuestion({ onRemove, onKeep }: { readonly onRemove: () => void; readonly onKeep: () => void }) {
  const { say } = useEnvironment()
  const keep = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => keep.current?.focus(), [])
  return (
    <div class="remove-question" role="alertdialog" aria-label={say('removeQuestion')} onKeyDown={(event) => event.key === 'Escape' && onKeep()}>
      <p>{say('removeQuestion')}</p>
      <button type="button" class="button danger" onClick={onRemove}>{say('remove')}</button>
      <button type="button" class="button" ref={keep} onClick={onKeep}>{say('keep')}</button>
    </div>
  )
}
