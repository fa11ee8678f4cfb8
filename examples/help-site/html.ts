/** Markup that is known to be safe. */
export interface Html {
  readonly html: string
}

type Value = Html | string | number | false | undefined | readonly Value[]

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export const escape = (text: string): string => text.replace(/[&<>"']/g, character => escapes[character] ?? '')

/** For markup that a library has made of our own texts. */
export const trusted = (markup: string): Html => ({ html: markup })

function render(value: Value): string {
  if (value === undefined || value === false) return ''
  if (typeof value === 'string' || typeof value === 'number') return escape(String(value))
  return 'html' in value ? value.html : value.map(render).join('')
}

/**
 * A template whose every value is escaped, unless it is such a template itself.
 *
 * @example html`<p title="${title}">${body}</p>`
 */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Html =>
  trusted(parts.map((part, at) => part + render(values[at])).join(''))
