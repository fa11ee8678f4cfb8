export interface SafeLink {
  readonly href: string
  /** Another origin than `base`: opens in a new tab, its host is shown. */
  readonly external: boolean
  readonly host: string
}

const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/**
 * A link that may be followed, or `undefined`: then its text is shown and nothing else. Allowed are http, https, mailto and
 * tel after the browser's own parser has had its say; refused are user names in addresses (`http://bank@evil`), addresses
 * above 2,048 characters, and other hosts with a query or fragment above 200 characters (text that carries data away).
 *
 * @example safeLink('/help', 'https://bank.example/')?.href // "https://bank.example/help"
 */
export function safeLink(raw: string, base: string): SafeLink | undefined {
  if (raw.length > 2048) return undefined
  let url: URL
  try {
    url = new URL(raw.trim(), base)
  } catch {
    // The constructor is the parser and has no other way to say "not an address".
    return undefined
  }
  if (!schemes.has(url.protocol) || url.username || url.password) return undefined
  const external = url.protocol.startsWith('http') && !base.startsWith(`${url.origin}/`) && base !== url.origin
  if (external && url.search.length + url.hash.length > 200) return undefined
  return { href: url.href, external, host: url.host }
}

/** What every anchor made from text of others carries. */
export const linkProps = (link: SafeLink) => ({
  href: link.href,
  rel: 'noopener noreferrer nofollow ugc',
  ...(link.external ? { target: '_blank', title: link.href } : {}),
})
