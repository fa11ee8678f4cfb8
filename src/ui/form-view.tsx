import type { FormPart } from '../protocol/index.ts'
import type { FormRow } from '../conversation/rows.ts'
import { Icon } from './icons.tsx'
import type { Strings } from './strings.ts'

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

/** What was filled in, with the questions where they are known. */
export function FormAnswers({ row, form, strings }: { readonly row: FormRow; readonly form: FormPart | undefined; readonly strings: Strings }) {
  const label = (name: string): string => form?.fields.find((field) => field.name === name)?.label ?? name
  return (
    <div class="card answers">
      <strong><Icon name="check" size={16} /> <span dir="auto">{form?.title || strings.formFilled}</span></strong>
      <dl>
        {Object.entries(row.values).map(([name, value]) => <div key={name}><dt dir="auto">{label(name)}</dt><dd dir="auto">{value}</dd></div>)}
      </dl>
    </div>
  )
}
