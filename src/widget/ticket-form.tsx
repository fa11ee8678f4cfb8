import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Strings } from '../ui/strings.ts'

export interface TicketFormProps {
  readonly strings: Strings
  readonly onLeave: (text: string, contact: string | undefined) => void
  readonly onCancel: () => void
}

/** A message for later, when nobody is there now. Opened by the visitor, so it takes the focus. */
export function TicketForm({ strings, onLeave, onCancel }: TicketFormProps) {
  const [text, setText] = useState('')
  const [contact, setContact] = useState('')
  const hint = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => box.current?.focus(), [])
  return (
    <form class="card" onSubmit={(event) => { event.preventDefault(); onLeave(text.trim(), contact.trim() || undefined) }}>
      <label>{strings.ticketMessage}
        <textarea ref={box} rows={3} dir="auto" maxLength={4000} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <label>{strings.ticketContact}
        <input
          type="email"
          aria-describedby={hint}
          dir="auto"
          autocomplete="email"
          maxLength={200}
          value={contact}
          onInput={(event) => setContact(event.currentTarget.value)}
        />
      </label>
      <small id={hint}>{strings.ticketHint}</small>
      <div class="buttons">
        <button class="primary" disabled={!text.trim()}>{strings.ticketSend}</button>
        <button type="button" class="text" onClick={onCancel}>{strings.ticketCancel}</button>
      </div>
    </form>
  )
}
