import type { FormPart } from '../../protocol/index.ts'
import type { Strings } from '../strings.ts'
import { formCss } from './form-css.ts'

/** What a form asks, to be read. */
export const FormQuestions = ({ form, filled, strings }: { readonly form: FormPart; readonly filled: boolean; readonly strings: Strings }) => (
  <div class="form" part="form">
    <strong dir="auto">{form.title || strings.form}</strong>
    <ul>
      {form.fields.map(({ name, label, required, options }) => (
        <li key={name} dir="auto">
          {label}{required && <small> ({strings.required})</small>}
          {options && options.length > 0 && <small class="host">{options.join(' · ')}</small>}
        </li>
      ))}
    </ul>
    {!filled && <small>{strings.formHint}</small>}
  </div>
)

export const css = formCss
