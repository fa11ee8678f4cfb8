import type { RefObject } from 'preact'
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Icon } from '../late-icons.tsx'
import type { Strings } from '../strings.ts'
import { fieldProblem } from './check-field.ts'
import { formCss } from './form-css.ts'
import { QuietBrackets } from './quiet-brackets.tsx'

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
  /** Whether it takes the focus when it comes. Default: yes. */
  readonly takesFocus?: () => boolean
  /** Resolves with whether it was taken: if not, it stands there as it was. */
  readonly onLeave: (text: string, contact: string | undefined) => Promise<boolean>
  readonly onCancel: () => void
}

/** A message for later, when nobody is there now. Opened by the visitor, so it takes the focus, but from nobody who has gone on writing meanwhile. */
export function TicketForm({ strings, text = '', kept, takesFocus, onLeave, onCancel }: TicketFormProps) {
  const [draft, setDraft] = useState<TicketDraft>(() => kept?.current ?? { text, contact: '' })
  const [tried, setTried] = useState(0)
  const id = useId()
  const contact = useRef<HTMLInputElement>(null)
  const wrong = fieldProblem({ name: 'contact', label: '', kind: 'email' }, draft.contact, strings)
  const problem = tried ? wrong : undefined
  const box = useRef<HTMLTextAreaElement>(null)
  const busy = useRef(false)
  useLayoutEffect(() => {
    const { current } = box
    if (takesFocus?.() === false) return
    current?.focus()
    current?.setSelectionRange(current.value.length, current.value.length)
  }, [])
  // after the render that marks it
  useLayoutEffect(() => {
    if (tried) contact.current?.focus()
  }, [tried])
  const keep = (now: TicketDraft | null) => kept && (kept.current = now)
  const write = (change: Partial<TicketDraft>) => {
    const next = { ...draft, ...change }
    setDraft(next)
    keep(next)
  }
  const leave = async () => {
    if (busy.current) return
    busy.current = true
    if (await onLeave(draft.text.trim(), draft.contact.trim() || undefined)) keep(null)
    busy.current = false
  }
  return (
    <form
      class="card"
      part="card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (wrong) return setTried(tried + 1)
        void leave()
      }}
    >
      <label>{strings.ticketMessage}
        <textarea ref={box} rows={3} dir="auto" maxLength={4000} value={draft.text} onInput={(event) => write({ text: event.currentTarget.value })} />
      </label>
      <label><QuietBrackets text={strings.ticketContact} />
        <input
          ref={contact}
          type="email"
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}e ${id}` : id}
          dir="auto"
          autocomplete="email"
          maxLength={200}
          value={draft.contact}
          onInput={(event) => write({ contact: event.currentTarget.value })}
        />
      </label>
      {problem && <small class="error" id={`${id}e`} role="alert" key={tried}><Icon name="alert" size={14} /><span>{problem}</span></small>}
      <small id={id}>{strings.ticketHint}</small>
      <div class="buttons">
        <button class="primary" disabled={!draft.text.trim()}>{strings.ticketSend}</button>
        <button type="button" class="text" onClick={() => busy.current || onCancel()}>{strings.ticketCancel}</button>
      </div>
    </form>
  )
}

export const css = formCss
