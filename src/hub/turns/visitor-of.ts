import type { Header, Person } from '../../protocol/index.ts'

const UNNAMED = 'Visitor'

/** The visitor as the conversation knows them. */
export const visitorOf = ({ people, visitor }: Header): Person => people.find(({ id }) => id === visitor) ?? { id: visitor, kind: 'visitor', name: UNNAMED }

/** Their name, if they have told one. */
export function visitorName(header: Header): string | undefined {
  const { name } = visitorOf(header)
  return name === UNNAMED ? undefined : name
}
