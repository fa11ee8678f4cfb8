/** Whether nothing in a text is more than a plain letter, digit or sign: most texts, and there is less to do for them. */
export const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text)

/** Lower-case without accents; apostrophes of English endings fall away, others part words: `don't` → `dont`, `l'agent` → `l agent`. */
export const plain = (text: string): string =>
  isAscii(text)
    ? text
        .toLowerCase()
        .replace(/['`](?=(?:s|t|d|m|ll|re|ve)(?![a-z\d]))/g, '')
        .replace(/([a-z])\1{2,}/g, '$1')
    : text
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replaceAll('ß', 'ss')
        .replace(/['’‘`](?=(?:s|t|d|m|ll|re|ve)(?![\p{L}\p{N}]))/gu, '')
        // "pleeease", "humannn"
        .replace(/(\p{L})\1{2,}/gu, '$1')

export const tokensOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

/** The words of each clause of a text; a comma between two words like `real, live` parts nothing. */
export const clausesOf = (text: string): string[][] =>
  plain(text)
    .replace(/\b(real|live|living|actual|genuine),/g, '$1')
    .split(/[.!?,;:\n\r()[\]{}"“”„«»…–—|/\\]|\s-\s/u)
    .map(tokensOf)
    .filter((tokens) => tokens.length > 0)

/** Words of several tokens by their first. */
export type Joins = ReadonlyMap<string, readonly (readonly string[])[]>

/** Tokens of which those that make one word together are one, the longest first. */
export function joined(tokens: readonly string[], joins: Joins): string[] {
  const words: string[] = []
  for (let at = 0; at < tokens.length; ) {
    const first = tokens[at] ?? ''
    const join = joins.get(first)?.find((parts) => parts.every((part, index) => tokens[at + index] === part))
    words.push(join ? join.join(' ') : first)
    at += join?.length ?? 1
  }
  return words
}
