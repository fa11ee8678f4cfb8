import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { AskedForm } from '../../protocol/index.ts'
import type { Strings } from '../strings.ts'
import type { Values } from './check-field.ts'
import { fieldProblem } from './check-field.ts'
import { Field } from './field.tsx'

export interface FieldsProps {
  readonly form: AskedForm
  readonly strings: Strings
  /** Gets the answers without outer space and without empty ones; pressing again waits until it resolves. */
  readonly onSubmit: (values: Values) => Promise<void> | void
  /** Class of the form. */
  readonly look: string
  /** Takes the focus that its panel has kept until it was there. */
  readonly first?: boolean
  /** Above the questions. */
  readonly children?: ComponentChildren
}

/** What is half filled, by its form: it outlives a thread that shows only what is near. */
const written = new WeakMap<AskedForm, Values>()

/** The questions of a form, to be answered; what is wrong is said at its question once it was to be sent. */
export function Fields({ form, strings, onSubmit, look, first, children }: FieldsProps) {
  const [values, setValues] = useState<Values>(() => written.get(form) ?? {})
  const [tried, setTried] = useState(0)
  const [busy, setBusy] = useState(false)
  const place = useRef<HTMLFormElement>(null)
  const here = useRef(true)
  useLayoutEffect(() => {
    const { current } = place
    const root = current?.getRootNode() as Document | ShadowRoot | undefined
    if (first && root?.activeElement?.matches('.panel')) current?.querySelector<HTMLElement>('[name]')?.focus({ preventScroll: true })
    return () => void (here.current = false)
  }, [])

  const valueOf = (name: string): string => (Object.hasOwn(values, name) ? values[name] ?? '' : '')
  const problems = form.fields.map((field) => (tried ? fieldProblem(field, valueOf(field.name), strings) : undefined))
  const wrong = problems.filter(Boolean).length

  // after the render that marks them
  useLayoutEffect(() => {
    if (tried) place.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [tried])

  const submit = async () => {
    if (busy) return
    if (form.fields.some((field) => fieldProblem(field, valueOf(field.name), strings))) return setTried(tried + 1)
    setBusy(true)
    const answers = form.fields.map(({ name }) => [name, valueOf(name).trim()] as const).filter(([, value]) => value)
    try {
      await onSubmit(Object.fromEntries(answers))
    } finally {
      if (here.current) setBusy(false)
    }
  }

  return (
    <form
      ref={place}
      class={look}
      part="form"
      noValidate
      aria-label={form.title || strings.form}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      {children}
      {form.fields.map((field, index) => (
        <Field
          key={field.name}
          field={field}
          value={valueOf(field.name)}
          problem={problems[index]}
          strings={strings}
          onValue={(value) => {
            const next = { ...values, [field.name]: value }
            written.set(form, next)
            setValues(next)
          }}
        />
      ))}
      <div class="buttons">
        <button class="primary" aria-disabled={busy || undefined}>{strings.formSend}</button>
      </div>
      {/* stands there before it says something, and says the same again when it is tried again */}
      <div role="alert">{wrong > 0 && <small class="error" key={tried}>{strings.formErrors(wrong)}</small>}</div>
    </form>
  )
}
