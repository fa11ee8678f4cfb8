import { plainJson } from './plain-json.ts'

/** A value of a tool with its name, as text however it looks. */
export const Value = ({ name, text }: { readonly name: string; readonly text: string }) => (
  <div>
    <dt>{name}</dt>
    <dd><pre dir="auto">{plainJson(text)}</pre></dd>
  </div>
)
