import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a page of this origin may open a socket: of the same host, or one that the hub's `origins` name. Who sends no
 * origin is no browser, and no page can make a browser leave it out.
 */
export function originAllowed({ origin, host }: IncomingHttpHeaders, origins: readonly string[]): boolean {
  if (origin === undefined || origins.includes(origin)) return true
  const from = URL.parse(origin)
  // the scheme of our own side is not known behind a proxy, the host is
  return from !== null && /^https?:$/.test(from.protocol) && from.host === host?.toLowerCase()
}
