/** A label whose last brackets, such as “(optional)”, are as quiet as what other forms say beside theirs. */
export function QuietBrackets({ text }: { readonly text: string }) {
  const [, label = text, aside] = /^(.*?)(\s*[(（][^)）]*[)）])$/.exec(text) ?? []
  return <span>{label}{aside && <small>{aside}</small>}</span>
}
