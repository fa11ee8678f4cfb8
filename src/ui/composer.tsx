import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ComponentChildren, RefObject } from 'preact'
import { Icon } from './icons.tsx'

export interface ComposerProps {
  /** Accessible name of the box. */
  readonly label: string
  readonly placeholder?: string
  readonly sendLabel: string
  /** Gets the text without outer space; never empty. */
  readonly onSend: (text: string) => void
  /** At each keystroke. */
  readonly onTyping?: () => void
  /** For focusing the box from outside. */
  readonly inputRef?: RefObject<HTMLTextAreaElement | null>
  readonly disabled?: boolean
  /** Text to begin with or to insert; a new object replaces what is there. */
  readonly draft?: { readonly text: string }
  /** Beside the send button. */
  readonly children?: ComponentChildren
}

/** Longest message, in UTF-16 units (the protocol's limit of a text). */
const longest = 16_384

/**
 * The box to write in: grows with its text, Enter sends, Shift+Enter makes a line, and an Enter that ends an input method's
 * composition stays with the input method.
 */
export function Composer({ label, placeholder, sendLabel, onSend, onTyping, inputRef, disabled = false, draft, children }: ComposerProps) {
  const own = useRef<HTMLTextAreaElement>(null)
  const box = inputRef ?? own
  const [text, setText] = useState('')

  useLayoutEffect(() => {
    if (!draft) return
    setText(draft.text)
    box.current?.focus()
  }, [draft])

  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    element.style.height = 'auto'
    // The style sheet has the upper limit.
    if (element.scrollHeight) element.style.height = `${element.scrollHeight}px`
  }, [text])

  const send = () => {
    const trimmed = text.trim()
    if (!trimmed || disabled) return
    onSend(trimmed)
    setText('')
    box.current?.focus()
  }

  return (
    <form class="composer" part="composer" onSubmit={(event) => { event.preventDefault(); send() }}>
      <textarea
        ref={box}
        rows={1}
        dir="auto"
        value={text}
        aria-label={label}
        placeholder={placeholder}
        maxLength={longest}
        disabled={disabled}
        enterkeyhint="send"
        onInput={(event) => {
          setText(event.currentTarget.value)
          onTyping?.()
        }}
        onKeyDown={(event) => {
          // Safari ends a composition before its Enter and marks that one by the old key code 229.
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
          event.preventDefault()
          send()
        }}
      />
      {children}
      <button type="submit" class="send" part="send" aria-label={sendLabel} disabled={disabled || !text.trim()}>
        <Icon name="send" />
      </button>
    </form>
  )
}
