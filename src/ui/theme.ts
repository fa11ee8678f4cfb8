export interface Theme {
  /** Default `auto`: what the reader's system prefers. */
  readonly colorScheme?: 'light' | 'dark' | 'auto'
  /** Any CSS colour. The text on it is chosen for contrast when it is written as `#rrggbb`, otherwise set `--handback-on-accent`. */
  readonly accent?: string
  /** Corner radius of the panel in pixels; smaller parts follow. Default 20. */
  readonly radius?: number
  /** Default `comfortable`. */
  readonly density?: 'comfortable' | 'compact'
  readonly typography?: { /** A font-family list. */ readonly family?: string; /** Text size in pixels. Default 15. */ readonly size?: number }
}

const light = `
--handback-bg:#fff;--handback-sunken:#f4f6f3;--handback-text:#15201c;--handback-muted:#57635e;--handback-line:#dce2de;--handback-edge:#7d8a84;
--handback-accent:#0c5a4b;--handback-on-accent:#fff;--handback-soft:#e2efea;--handback-on-soft:#0a4639;
--handback-bubble:#fff;--handback-human:#fdf1df;--handback-on-human:#6d3c00;--handback-danger:#b3261e;--handback-note:#fff7cf;
--handback-shadow:0 1px 2px #0d1f1914,0 12px 40px -8px #0d1f193d;`

const dark = `
--handback-bg:#181d1b;--handback-sunken:#101412;--handback-text:#e7eeea;--handback-muted:#a2afa9;--handback-line:#2d3633;--handback-edge:#74817b;
--handback-accent:#5cc7a9;--handback-on-accent:#04231b;--handback-soft:#17362e;--handback-on-soft:#a3e4cf;
--handback-bubble:#1f2623;--handback-human:#35291a;--handback-on-human:#f7cd97;--handback-danger:#ff938a;--handback-note:#332d12;
--handback-shadow:0 1px 2px #0006,0 16px 48px -8px #000a;`

/**
 * Design tokens for a shadow host or a whole page. Light and dark follow the system; `data-color-scheme="light|dark"` on the host
 * (or on `<html>`) decides otherwise. Each may be set from outside: `handback-chat { --handback-accent: #7a1fa2 }`.
 */
export const tokens = `
:host,:root{color-scheme:light;${light}
--handback-radius:20px;--handback-space:4px;--handback-size:15px;
--handback-font:ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif}
@media (prefers-color-scheme:dark){:host(:not([data-color-scheme=light])),:root:not([data-color-scheme=light]){color-scheme:dark;${dark}}}
:host([data-color-scheme=dark]),:root[data-color-scheme=dark]{color-scheme:dark;${dark}}
:host([data-density=compact]),:root[data-density=compact]{--handback-space:3px}`

/**
 * Adds style sheets without a style element or attribute, so that a page with `style-src 'none'` is styled too. Returns its stop.
 *
 * @example const off = adopt(host.shadowRoot, tokens, uiStyles)
 */
export function adopt(root: ShadowRoot | Document, ...css: readonly string[]): () => void {
  const view = ('defaultView' in root ? root : root.ownerDocument).defaultView ?? window
  const sheets = css.map((text) => {
    const sheet = new view.CSSStyleSheet()
    sheet.replaceSync(text)
    return sheet
  })
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets]
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet))
  }
}

/** Black or white, whichever reads better on `#rrggbb`; `undefined` for other notations. */
export function readableOn(color: string): string | undefined {
  const match = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color)
  if (!match) return undefined
  const [r, g, b] = match.slice(1).map((part) => {
    const value = Number.parseInt(part, 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  // Where black and white have the same contrast (WCAG 2).
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? '#000' : '#fff'
}

/** Puts a theme on a host as custom properties and attributes; what it leaves out goes back to the default. */
export function applyTheme(host: HTMLElement, { colorScheme = 'auto', accent, radius, density, typography }: Theme): void {
  const set = (name: string, value: string | undefined) =>
    value === undefined ? host.style.removeProperty(`--handback-${name}`) : host.style.setProperty(`--handback-${name}`, value)
  if (colorScheme === 'auto') delete host.dataset.colorScheme
  else host.dataset.colorScheme = colorScheme
  if (density === 'compact') host.dataset.density = density
  else delete host.dataset.density
  set('accent', accent)
  set('on-accent', accent && readableOn(accent))
  set('radius', radius === undefined ? undefined : `${radius}px`)
  set('font', typography?.family)
  set('size', typography?.size === undefined ? undefined : `${typography.size}px`)
}
