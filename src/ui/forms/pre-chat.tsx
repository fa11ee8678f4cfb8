import type { AskedForm } from '../../protocol/index.ts'
import type { Strings } from '../strings.ts'
import type { Values } from './check-field.ts'
import { Fields } from './fields.tsx'
import { formCss } from './form-css.ts'

export interface PreChatProps {
  /** The same object at each render: what is half filled is kept by it. */
  readonly form: AskedForm
  readonly strings: Strings
  /** Resolves when the answers are on their way, or are known not to be. */
  readonly onSubmit: (values: Values) => Promise<void> | void
}

/** What is asked before the first message, under the greeting. */
export const PreChat = ({ form, strings, onSubmit }: PreChatProps) => (
  <Fields form={form} strings={strings} look="card pre-chat" first onSubmit={onSubmit}>
    {form.title && <strong dir="auto">{form.title}</strong>}
  </Fields>
)

export const css = `${formCss}
.pre-chat{inline-size:100%;max-inline-size:420px;margin-inline:auto;text-align:start}
`
