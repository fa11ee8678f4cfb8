import type { InputHTMLAttributes } from 'preact'
import { useId } from 'preact/hooks'
import type { FormField } from '../../protocol/index.ts'
import { Icon } from '../late-icons.tsx'
import type { Strings } from '../strings.ts'

export interface FieldProps {
  readonly field: FormField
  readonly value: string
  /** What is wrong with it, in words. */
  readonly problem: string | undefined
  readonly strings: Strings
  readonly onValue: (value: string) => void
}

/** The longest answer that a hub takes, and the longest that is asked for in one line. */
const LONG = 4_000
const LINE = 200

/** How a browser helps with an answer of a kind. An unknown kind is text. */
const inputs: Readonly<Partial<Record<FormField['kind'], InputHTMLAttributes>>> = {
  email: { type: 'email', inputMode: 'email', autocomplete: 'email' },
  phone: { type: 'tel', autocomplete: 'tel' },
  // a field of type "number" takes only one way to write a fraction
  number: { type: 'text', inputMode: 'decimal' },
  date: { type: 'date' },
}

/** What browsers know of people, by what a question calls it. */
const known = [
  [/^(your|full)?name$/, 'name'],
  [/^(first|given|fore)name$/, 'given-name'],
  [/^(last|family|sur)name$/, 'family-name'],
  [/^(company|organi[sz]ation)(name)?$/, 'organization'],
  [/^(street|address)$/, 'street-address'],
  [/^(city|town)$/, 'address-level2'],
  [/^(zip|postal|post)(code)?$/, 'postal-code'],
  [/^country$/, 'country-name'],
  [/^(birthday|birthdate|dateofbirth)$/, 'bday'],
] as const

function autocompleteOf(name: string) {
  const plain = name.toLowerCase().replace(/[^a-z]/g, '')
  return known.find(([pattern]) => pattern.test(plain))?.[1]
}

/** One question with its answer, and under it what is wrong with that. */
export function Field({ field: { name, label, kind, required, options }, value, problem, strings, onValue }: FieldProps) {
  const id = useId()
  const common = {
    id,
    name,
    value,
    dir: 'auto' as const,
    'aria-required': required || undefined,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': problem ? `${id}e` : undefined,
  }
  return (
    <div class="field" part="field">
      <label for={id} dir="auto">{label}{required && <small> ({strings.required})</small>}</label>
      {kind === 'choice'
        ? (
          <select {...common} onChange={(event) => onValue(event.currentTarget.value)}>
            <option value="">{strings.formChoose}</option>
            {options?.map((option) => <option key={option} value={option}>{option}</option>)}
          </select>
        )
        : kind === 'long-text'
        ? <textarea {...common} rows={3} maxLength={LONG} onInput={(event) => onValue(event.currentTarget.value)} />
        : (
          <input
            {...common}
            type="text"
            autocomplete={autocompleteOf(name)}
            {...(Object.hasOwn(inputs, kind) ? inputs[kind] : undefined)}
            maxLength={LINE}
            onInput={(event) => onValue(event.currentTarget.value)}
          />
        )}
      {problem && <small class="error" id={`${id}e`}><Icon name="alert" size={14} /><span>{problem}</span></small>}
    </div>
  )
}
