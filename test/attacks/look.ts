/** What a shadow tree may be made of, whatever anybody has written. Runs in the page. */

const SVG = 'http://www.w3.org/2000/svg'
const elements = new Set(
  ('a abbr article aside b bdi blockquote br button canvas caption circle code dd details dialog div dl dt em fieldset figcaption figure footer form g h1 h2 h3 h4 h5 h6 header hr i ' +
    'input label legend li line main nav ol optgroup option output p path polyline pre progress q rect s section select slot small span strong sub summary sup svg ' +
    'table tbody td textarea tfoot th thead time tr u ul').split(' '),
)
/** What words that somebody has formatted may be made of. */
const formatted = new Set('a blockquote br button code div em hr li ol p pre s small span strong table tbody td th tr ul'.split(' '))
const attributes = new Set('class dir href part rel start tabindex target title type'.split(' '))
const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** Everything in a tree that should not be there, in words. */
export function foundIn(root: ParentNode): string[] {
  const found: string[] = []
  for (const element of root.querySelectorAll('.md *')) {
    if (!formatted.has(element.localName)) found.push(`<${element.localName}> among words`)
    for (const { name } of element.attributes) if (!attributes.has(name)) found.push(`${element.localName}[${name}] among words`)
  }
  for (const element of root.querySelectorAll('*')) {
    const name = element.localName
    if (!elements.has(name)) found.push(`<${name}>`)
    if (element.namespaceURI === SVG && element.closest('[dir=auto],.md')) found.push('an <svg> among words')
    for (const { name: attribute, value } of element.attributes) {
      if (/^on/i.test(attribute) || attribute === 'srcdoc' || attribute === 'formaction' || attribute === 'background') found.push(`${name}[${attribute}]`)
      if (attribute === 'style' && /url\s*\(/i.test(value)) found.push(`${name}[style=${value}]`)
      if (attribute === 'src' || attribute === 'srcset' || attribute === 'poster') found.push(`${name}[${attribute}=${value}]`)
    }
    if (!(element instanceof HTMLAnchorElement)) continue
    if (element.hasAttribute('href') && !schemes.has(element.protocol)) found.push(`a[href=${element.getAttribute('href')}]`)
    const away = element.hasAttribute('href') && element.origin !== location.origin && !element.protocol.startsWith('mailto') && !element.protocol.startsWith('tel')
    if (away && (element.target !== '_blank' || !element.rel.includes('noopener') || !element.rel.includes('noreferrer'))) found.push(`a without rel: ${element.href}`)
    if (away && element.search.length + element.hash.length > 200) found.push(`a that carries much away: ${element.href}`)
    if (away && element.username !== '') found.push(`a with a name before its host: ${element.href}`)
  }
  return found
}
