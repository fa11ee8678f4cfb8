import type { Identity } from '../contracts/index.ts'
import type { Actor, Header, Person } from '../protocol/index.ts'

export const actorOf = (identity: Identity): Actor => ({ kind: identity.role, id: identity.sub })

/** A person as shown to others; a name is cut to what a header can hold. */
export function personOf(identity: Identity): Person {
  const name = (identity.name ?? (identity.role === 'visitor' ? 'Visitor' : 'Agent')).slice(0, 80)
  const avatar = identity.avatar !== undefined && identity.avatar.length <= 500 ? { avatar: identity.avatar } : {}
  return { id: identity.sub, kind: identity.role, name, ...avatar }
}

export const staffRole = (identity: Identity): boolean => identity.role === 'agent' || identity.role === 'supervisor'

/** What is not yours does not exist. */
export const maySee = (identity: Identity, header: Header | undefined): header is Header =>
  header !== undefined && (staffRole(identity) || header.visitor === identity.sub)

/** One and the same party, whatever token says so. */
export const sameParty = (a: Identity, b: Identity): boolean => a.sub === b.sub && a.role === b.role
