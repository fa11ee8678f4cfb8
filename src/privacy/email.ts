import type { Finding } from './finding.ts'

/** The sign, plain or written so that machines do not see it. Linear: bounded. */
const at = /[ \t]?[([{<][ \t]?(?:at|ät|arroba|@)[ \t]?[)\]}>][ \t]?|[@＠]/giu
const dot = '(?:\\.|[ \\t]?[(\\[{<][ \\t]?(?:dot|punkt|punto|point|ponto|\\.)[ \\t]?[)\\]}>][ \\t]?)'
const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}_-]{0,62})'

/**
 * A domain with a top level, or an address in brackets. Linear: at most eleven labels of at most 63 characters, and as a label holds no
 * dot there is one way only to read them.
 */
const domain = new RegExp(`(?:(?:${label}${dot}){1,10}(?:xn--[a-z0-9-]{2,59}|[\\p{L}\\p{M}]{2,24})|\\[(?:IPv6:)?[\\da-f:.]{2,45}\\])`, 'iuy')

/** `jane at example dot com`, all in words. Linear: bounded, and a beginning has no letter before it. */
const spelled = /(?<![\w.+-])[\w.+-]{2,64}[ \t]at[ \t](?:[a-z0-9-]{1,63}[ \t]dot[ \t]){1,4}[a-z]{2,10}(?![a-z])/giu

/** What may stand before the sign, and what it may not begin with. */
const local = /[\p{L}\p{N}\p{M}.!#$%&'*+^_~’-]/u
const lead = /[^\p{L}\p{N}_]/u
/** What an address of the web writes for a sign: the local part begins behind it. With the escape resolved the text is read as well. */
const escape = /^%[2-7][\da-f]$/i
/** The longest local part that is looked for; the standard allows 64. */
const longestLocal = 128

/** Names of files with a density, as `logo@2x.png`: no top level of the net is one of these. */
const file = /\.(?:png|jpe?g|gif|svg|webp|avif|ico|bmp|pdf|css|json|html?|txt|xml|ya?ml|csv|docx?|xlsx?|exe|dll|jsx|tsx)$/i
/** What a package's version looks like, as `react@18.0.0-rc.next`. */
const versioned = /^\d+\.\d+\.\d/

/**
 * Addresses of e-mail, also `name [at] example (dot) com` and with letters of every script.
 *
 * Linear: from each sign it looks back at most 128 characters, each once, and forward as far as a domain may reach.
 */
export function emails(text: string): Finding[] {
  const found: Finding[] = []
  let after = 0
  const add = (start: number, end: number): void => {
    found.push({ kind: 'EMAIL', start, end, key: text.slice(start, end).toLowerCase() })
    after = end
  }
  for (const sign of text.matchAll(at)) {
    if (sign.index < after) continue
    const host = sign.index + sign[0].length
    domain.lastIndex = host
    const reached = domain.exec(text)?.[0]
    if (reached === undefined || file.test(reached) || versioned.test(reached)) continue
    const start = localStart(text, sign.index, after)
    const end = host + reached.length
    // the user of a repository's address is nobody
    const repository = text.slice(start, sign.index) === 'git' && text.charAt(end) === ':'
    if (start < sign.index && !repository) add(start, end)
  }
  if (!/[ \t]dot[ \t]/i.test(text)) return found
  const words = Array.from(text.matchAll(spelled), ({ 0: written, index }): Finding => {
    return { kind: 'EMAIL', start: index, end: index + written.length, key: written.toLowerCase() }
  })
  return words.length === 0 ? found : merged(found, words)
}

/** Where the local part begins that ends there; the same place if there is none. */
function localStart(text: string, end: number, after: number): number {
  const floor = Math.max(after, end - longestLocal)
  if (text.charAt(end - 1) === '"') {
    const opening = text.lastIndexOf('"', end - 2)
    if (opening >= Math.max(after, end - 66) && opening < end - 2 && !text.slice(opening, end).includes('\n')) return opening
  }
  let start = end
  while (start > floor && local.test(text.charAt(start - 1)) && !escape.test(text.slice(start - 3, start))) start--
  while (start < end && lead.test(text.charAt(start))) start++
  return start
}

/** Both in the order of the text; of two that overlap the first one. */
const merged = (one: readonly Finding[], two: readonly Finding[]): Finding[] => {
  const all: Finding[] = []
  for (const each of [...one, ...two].sort((a, b) => a.start - b.start)) if (each.start >= (all.at(-1)?.end ?? 0)) all.push(each)
  return all
}
