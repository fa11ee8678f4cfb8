import type { Person } from '../protocol/index.ts'
import type { Strings } from './dictionary.ts'

/** The name that is shown: the assistant's from the dictionary, people's own. */
export function nameOf(strings: Strings, { kind, name }: Pick<Person, 'kind' | 'name'>): string {
  if (kind === 'assistant') return strings.assistantName
  return name.trim() || (kind === 'visitor' ? strings.visitorName : strings.agentName)
}
