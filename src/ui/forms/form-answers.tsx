import type { FormRow } from '../../conversation/rows.ts'
import type { FormPart } from '../../protocol/index.ts'
import { Icon } from '../late-icons.tsx'
import type { Strings } from '../strings.ts'
import { card } from '../styles/late/card.ts'

export interface FormAnswersProps {
  readonly row: FormRow
  /** The form in a message, where there is one. */
  readonly form: FormPart | undefined
  readonly strings: Strings
}

/** What was filled in, with the questions where they are known. */
export function FormAnswers({ row, form, strings }: FormAnswersProps) {
  const asked = form ?? row.asked
  const label = (name: string): string => asked?.fields.find((field) => field.name === name)?.label ?? name
  return (
    <div class="card answers" part="card">
      <strong><Icon name="check" size={16} /> <span dir="auto">{asked?.title || strings.formFilled}</span></strong>
      <dl>
        {Object.entries(row.values).map(([name, value]) => <div key={name}><dt dir="auto">{label(name)}</dt><dd dir="auto">{value}</dd></div>)}
      </dl>
    </div>
  )
}

export const css = card
