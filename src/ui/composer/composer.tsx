import type { ButtonHTMLAttributes, ComponentChildren, RefObject } from 'preact'
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Chat } from '../../client/api.ts'
import type { AttachmentPart } from '../../protocol/index.ts'
import type { IconName } from '../icons.tsx'
import { Icon } from '../icons.tsx'
import { later } from '../later.tsx'
import type { Strings } from '../strings.ts'
import { canListen } from './can-listen.ts'
import { pastedFiles } from './pasted-files.ts'
import { useDraft } from './use-draft.ts'
import { Tray, useTray } from './use-tray.ts'

/** What others may do with the box. */
export interface ComposerHandle {
  focus(): void
  /** Replaces what is there, with the caret at its end; sends nothing. */
  setText(text: string): void
  /** As if they were chosen with the button; nothing where files cannot be attached. */
  addFiles(files: Iterable<File>): void
}

/** Text to begin with or to insert. */
export interface ComposerDraft {
  readonly text: string
  /** Only into an empty box, and the focus stays where it is: for the text of an earlier visit. */
  readonly quiet?: boolean
}

export interface ComposerProps {
  /** Accessible name of the box. */
  readonly label: string
  readonly placeholder?: string
  readonly sendLabel: string
  /** Gets the text without outer space: empty only when there are files. Resolves false when it could not be taken: then it stands there again. */
  readonly onSend: (text: string, files: readonly AttachmentPart[]) => void | Promise<boolean>
  /** At each keystroke. */
  readonly onTyping?: () => void
  /** For focusing the box from outside. */
  readonly inputRef?: RefObject<HTMLTextAreaElement | null>
  readonly handle?: RefObject<ComposerHandle | null>
  readonly disabled?: boolean
  /** A new object replaces what is there. */
  readonly draft?: ComposerDraft | undefined
  /** What is not sent yet, a moment after its last change; empty once it is sent. */
  readonly onDraft?: ((text: string) => void) | undefined
  /** The words of files and dictation; without them neither is offered. */
  readonly strings?: Strings
  /** What is dictated is in this language. Default: that of the strings. */
  readonly locale?: string | undefined
  /** Absent: no files. */
  readonly upload?: Chat['uploadFile'] | undefined
  /** No button for files: there is no place for them. Whoever drops or pastes one is told so; the first to be told takes the button off too. */
  readonly filesOff?: boolean
  /** Whether what is said can be written, where the browser can listen. */
  readonly voice?: boolean
  /** Beside the send button. */
  readonly children?: ComponentChildren
}

/** Longest message, in UTF-16 units (the protocol's limit of a text). */
const longest = 16_384

/** What a hub takes, for the dialogue that chooses; the hub looks at the contents. */
const kinds = 'image/png,image/jpeg,image/webp,image/gif,application/pdf,text/plain'

const none: readonly never[] = []

const Dictation = later(() => import('./dictation.tsx'), (module) => module.Dictation)

/**
 * The box to write in: grows with its text, Enter sends, Shift+Enter makes a line, and an Enter that ends an input method's
 * composition stays with the input method. Files wait above the text until it is sent.
 */
export function Composer(props: ComposerProps) {
  const { label, placeholder, sendLabel, onSend, onTyping, inputRef, handle, disabled = false, draft, onDraft, children } = props
  const { strings, locale, upload, filesOff, voice } = props
  const own = useRef<HTMLTextAreaElement>(null)
  const box = inputRef ?? own
  const chooser = useRef<HTMLInputElement>(null)
  const id = useId()
  const tray = useTray()
  const [text, setText] = useState('')
  /** What stood there when dictation began; absent when it never did. */
  const [dictated, setDictated] = useState<{ readonly after: string; readonly on: boolean }>()
  const keep = useDraft(onDraft)
  const latest = useRef(text)
  latest.current = text

  const write = (value: string) => {
    setText(value)
    keep(value)
  }
  const hush = () => dictated?.on && setDictated({ ...dictated, on: false })

  useLayoutEffect(() => {
    if (!draft) return
    setText((now) => (draft.quiet ? now || draft.text : draft.text))
    if (!draft.quiet) box.current?.focus()
  }, [draft])

  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    element.style.height = 'auto'
    // The style sheet has the upper limit.
    if (element.scrollHeight) element.style.height = `${element.scrollHeight}px`
  }, [text])

  const { parts, waits, shown } = tray
  const ready = text.trim() !== '' || parts.length > 0

  const add = (list: Iterable<File>) => {
    const files = [...list]
    if (strings && upload && !disabled && files.length > 0) tray.add(files)
  }

  useLayoutEffect(() => {
    if (!handle) return undefined
    handle.current = {
      focus: () => box.current?.focus({ preventScroll: true }),
      setText(value) {
        hush()
        write(value)
      },
      addFiles: add,
    }
    return () => void (handle.current = null)
  })

  const send = async () => {
    if (waits) tray.tell()
    if (waits || !ready || disabled) return
    hush()
    const input = box.current
    const sending = onSend(text.trim(), parts)
    setText((latest.current = ''))
    keep('', true)
    const restore = tray.clear()
    input?.focus()
    // another box is another person's
    if ((await sending) !== false || box.current !== input) return
    restore?.()
    // what was written meanwhile is not overwritten
    if (!latest.current) write(text)
  }

  const tool = (part: string, icon: IconName, name: string, more: ButtonHTMLAttributes) => (
    <button type="button" class="tool" part={part} aria-label={name} title={name} disabled={disabled} {...more}><Icon name={icon} /></button>
  )

  return (
    // no form: a sandboxed frame may have none that is sent
    <div class="composer" part="composer">
      {shown && strings && upload && <Tray {...shown} upload={upload} reasonId={id} strings={strings} locale={locale} />}
      {dictated && strings && (
        <Dictation
          {...dictated}
          strings={strings}
          locale={locale}
          onText={(value) => {
            write(value)
            onTyping?.()
          }}
          onEnd={hush}
        />
      )}
      <textarea
        ref={box}
        part="input"
        rows={1}
        dir="auto"
        value={text}
        aria-label={label}
        placeholder={placeholder}
        maxLength={longest}
        disabled={disabled}
        enterkeyhint="send"
        onInput={(event) => {
          // whoever types has gone on by hand
          hush()
          write(event.currentTarget.value)
          onTyping?.()
        }}
        onPaste={(event) => {
          const found = strings && upload ? pastedFiles(event.clipboardData) : none
          if (found.length === 0) return
          event.preventDefault()
          add(found)
        }}
        onKeyDown={(event) => {
          // Safari ends a composition before its Enter and marks that one by the old key code 229.
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
          event.preventDefault()
          void send()
        }}
      />
      {strings && upload && !filesOff && !tray.off && (
        <>
          <input
            ref={chooser}
            type="file"
            hidden
            multiple
            accept={kinds}
            onChange={({ currentTarget }) => {
              add(currentTarget.files ?? none)
              // the same file can be chosen again
              currentTarget.value = ''
              box.current?.focus()
            }}
          />
          {tool('attach', 'attach', strings.attach, { onClick: () => chooser.current?.click() })}
        </>
      )}
      {strings && voice && canListen() && tool('dictate', dictated?.on ? 'stop' : 'mic', strings.dictate, {
        'aria-pressed': dictated?.on === true,
        title: dictated?.on ? strings.stopDictating : strings.dictate,
        onClick() {
          setDictated({ after: text, on: !dictated?.on })
          // who shows it tells why
          Dictation.load().catch(() => setDictated(undefined))
        },
      })}
      {children}
      <button
        type="button"
        class="send"
        part="send"
        aria-label={sendLabel}
        disabled={disabled || !(ready || waits)}
        onClick={send}
        // still found and pressed, to hear why
        aria-disabled={waits || undefined}
        aria-describedby={waits ? id : undefined}
      >
        <Icon name="send" />
      </button>
    </div>
  )
}
