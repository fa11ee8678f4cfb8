import { machinePage } from './machine-page.ts'
import { protocolPage } from './protocol-page.ts'
import { readSources } from './sources.ts'

/** The generated pages by their names in `docs`, and what the sources do not say about themselves. */
export function pages(): { readonly texts: Readonly<Record<string, string>>; readonly undocumented: readonly string[] } {
  const sources = readSources()
  const texts = { 'protocol.md': protocolPage(sources), 'machine.md': machinePage(sources) }
  return { texts, undocumented: sources.undocumented }
}
