/** What chooses how the gallery looks: each choice is in the address. */
export function controls(query: URLSearchParams, themes: readonly string[]): HTMLElement {
  const form = document.createElement('form')
  form.className = 'controls'
  const title = document.createElement('h1')
  title.textContent = 'handback: every state of the widget'
  form.append(title)
  const choices: Readonly<Record<string, readonly string[]>> = {
    theme: themes, scheme: ['auto', 'light', 'dark'], density: ['comfortable', 'compact'], dir: ['ltr', 'rtl'], width: ['380', '320', '760', '1200'],
  }
  for (const [name, values] of Object.entries(choices)) {
    const label = document.createElement('label')
    const select = document.createElement('select')
    for (const value of values) select.append(new Option(value, value, false, query.get(name) === value))
    select.addEventListener('change', () => {
      query.set(name, select.value)
      location.search = String(query)
    })
    label.append(name, select)
    form.append(label)
  }
  return form
}
