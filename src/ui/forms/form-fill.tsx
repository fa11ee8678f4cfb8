import type { FormPart } from '../../protocol/index.ts'
import type { Strings } from '../strings.ts'
import type { Values } from './check-field.ts'
import { Fields } from './fields.tsx'
import { formCss } from './form-css.ts'

export interface FormFillProps {
  /** The same object at each render: what is half filled is kept by it. */
  readonly form: FormPart
  readonly strings: Strings
  /** Resolves when the answers are on their way, or are known not to be. */
  readonly onSubmit: (values: Values) => Promise<void> | void
}

/** A form in a message, to be filled in there. */
export const FormFill = ({ form, strings, onSubmit }: FormFillProps) => (
  <Fields form={form} strings={strings} look="form" onSubmit={onSubmit}>
    {form.title && <strong dir="auto">{form.title}</strong>}
  </Fields>
)

export const css = formCss
