import type { Theme } from 'handback/widget'

/** The tokens as they are now, each with what it is and, for colours, how that looks. */
export function tokenTable(theme: Theme): HTMLElement {
  const table = document.createElement('table')
  table.createCaption().textContent = 'Design tokens'
  const host = [...document.querySelectorAll<HTMLElement>('.box > *')].at(-1)
  const rules = [...document.querySelectorAll('.box > *')].at(-1)?.shadowRoot?.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]) ?? []
  const names = new Set<string>()
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule) for (const name of rule.style) if (name.startsWith('--handback-')) names.add(name)
  }
  const set = new Set(Object.keys(theme.tokens ?? {}))
  const head = table.createTHead().insertRow()
  for (const title of ['', 'Property', 'Value', '']) head.append(Object.assign(document.createElement('th'), { scope: 'col', textContent: title }))
  const body = table.createTBody()
  for (const name of names) {
    const row = body.insertRow()
    const value = host ? getComputedStyle(host).getPropertyValue(name).trim() : ''
    const swatch = document.createElement('span')
    swatch.className = 'swatch'
    // the probe stands in the host, where light and dark are decided
    if (host && /color|#|light-dark|rgb/.test(value)) {
      const probe = document.createElement('i')
      probe.style.background = `var(${name})`
      host.append(probe)
      swatch.style.background = getComputedStyle(probe).background
      probe.remove()
      row.insertCell().append(swatch)
    } else row.insertCell()
    row.insertCell().textContent = name
    row.insertCell().textContent = value.length > 90 ? `${value.slice(0, 90)}…` : value
    row.insertCell().textContent = set.has(name.slice('--handback-'.length)) ? 'set by the theme' : ''
  }
  return table
}
