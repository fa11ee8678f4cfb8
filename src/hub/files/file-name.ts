/** Longest name that is kept, in UTF-16 units. */
const LONGEST = 200

/** Endings that go with each kind, the first where none of them is there: a page or a program is saved under no name that would run it. */
const endings: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
  'text/plain': ['txt', 'text', 'md', 'csv', 'tsv', 'log', 'json', 'yaml', 'yml'],
}

/** Half of a character that takes two. */
const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** What a file is called when it is shown and saved: without folders, without signs that hide or turn what stands there, and ending as its content says. */
export function fileName(name: string, media: string): string {
  const shown = name
    .replace(HALF, '')
    // controls, marks that are not seen, those that turn the direction, and line ends
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/^.*[/\\]/s, '')
    .replace(/\s+/g, ' ')
    // no hidden files, and nothing that Windows drops
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const [first, ...others] = endings[media] ?? ['bin']
  const ending = /\.([^.]*)$/.exec(shown)?.[1]?.toLowerCase()
  const fits = ending !== undefined && [first, ...others].includes(ending)
  const tail = `.${fits ? ending : first}`
  const stem = (fits ? shown.slice(0, -tail.length) : shown) || 'file'
  return stem.slice(0, LONGEST - tail.length).replace(HALF, '') + tail
}

/** The header by which a file is saved and never shown; RFC 6266. */
export function disposition(name: string): string {
  const plain = name.replace(/[^\w.\- ]/g, '_')
  const whole = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}
