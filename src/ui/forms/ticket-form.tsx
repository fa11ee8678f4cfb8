import type { RefObject } from 'preact'
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Strings } from '../strings.ts'
import { formCss } from './form-css.ts'

/** A message for later that is half written. */
export interface TicketDraft {
  readonly text: string
  readonly contact: string
}

export interface TicketFormProps {
  readonly strings: Strings
  /** What it begins with: the visitor's words so far. */
  readonly text?: string | undefined
  /** Where it is kept when it is left half written. */
  readonly kept?: RefObject<TicketDraft | null>
  readonly onLeave: (text: string, contact: string | undefined) => void
  readonly onCancel: () => void
}

/** A message for later, when nobody is there now. Opened by the visitor, so it takes the focus. */
export function TicketForm({ strings, text = '', kept, onLeave, onCancel }: TicketFormProps) {
  const [draft, setDraft] = useState<TicketDraft>(() => kept?.current ?? { text, contact: '' })
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const { current } = box
    current?.focus()
    current?.setSelectionRange(current.value.length, current.value.length)
  }, [])
  const keep = (now: TicketDraft | null) => kept && (kept.current = now)
  const write = (change: Partial<TicketDraft>) => {
    const next = { ...draft, ...change }
    setDraft(next)
    keep(next)
  }
  return (
    <form
      class="card"
      part="card"
      onSubmit={(event) => {
        event.preventDefault()
        keep(null)
        onLeave(draft.text.trim(), draft.contact.trim() || undefined)
      }}
    >
      <label>{strings.ticketMessage}
        <textarea ref={box} rows={3} dir="auto" maxLength={4000} value={draft.text} onInput={(event) => write({ text: event.currentTarget.value })} />
      </label>
      <label>{strings.ticketContact}
        <input
          type="email"
          aria-describedby={id}
          dir="auto"
          autocomplete="email"
          maxLength={200}
          value={draft.contact}
          onInput={(event) => write({ contact: event.currentTarget.value })}
        />
      </label>
      <small id={id}>{strings.ticketHint}</small>
      <div class="buttons">
        <button class="primary" disabled={!draft.text.trim()}>{strings.ticketSend}</button>
        <button type="button" class="text" onClick={onCancel}>{strings.ticketCancel}</button>
      </div>
    </form>
  )
}

export const css = formCss
