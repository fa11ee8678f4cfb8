/**
 * An origin as browsers send it: in small letters, without a slash at its end or a port that goes without saying. `undefined` for what is none,
 * such as an address with a path. `null` is what pages in a sandbox send.
 */
export function originOf(text: unknown): string | undefined {
  if (text === 'null') return text
  if (typeof text !== 'string' || !/^[a-z][a-z\d+.-]*:\/\/[^\s/?#@*\\]+\/?$/i.test(text)) return undefined
  const url = URL.parse(text)
  if (!url) return undefined
  // of a scheme of an app there is no origin by the standard
  return url.origin === 'null' ? text.toLowerCase().replace(/\/$/, '') : url.origin
}
