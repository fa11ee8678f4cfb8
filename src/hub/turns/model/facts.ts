import { standing } from '../../../conversation/index.ts'
import type { AttributeValue, Header, StoredEvent } from '../../../protocol/index.ts'
import { known } from '../known-event.ts'
import { isGrave } from '../visitor-words.ts'

/** What is known of the visitor, for the model: facts of the log, their name and the page. What speaks of danger is left out. */
export function factsOf(header: Header, events: readonly StoredEvent[]): Readonly<Record<string, string | number | boolean>> {
  const told = new Map<string, AttributeValue>()
  const { name } = header.people.find(({ id }) => id === header.visitor) ?? {}
  if (name && name !== 'Visitor') told.set('name', name)
  for (const stored of events) {
    const event = known(stored)
    if (event?.type === 'conversation-started' && event.data.page) told.set('page', event.data.page)
    if (event?.type === 'attributes-updated') for (const [key, value] of Object.entries(event.data.values)) told.set(key, value)
  }
  const facts = Object.entries(standing(Object.fromEntries(told)))
  return Object.fromEntries(facts.filter(([key, value]) => !isGrave(`${key}: ${value}`)))
}
