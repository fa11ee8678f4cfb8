/**
 * Adds style sheets without a style element or attribute, so that a page with `style-src 'none'` is styled too. Returns its stop.
 *
 * @example const off = adopt(host.shadowRoot, tokens, uiStyles)
 */
export function adopt(root: ShadowRoot | Document, ...css: readonly string[]): () => void {
  const view = ((root.ownerDocument ?? root) as Document).defaultView ?? window
  const sheets = css.map((text) => {
    const sheet = new view.CSSStyleSheet()
    sheet.replaceSync(text)
    return sheet
  })
  root.adoptedStyleSheets.push(...sheets)
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet))
  }
}
