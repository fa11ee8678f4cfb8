import type { Header, Id } from '../protocol/index.ts'
import { useEnvironment } from './environment.ts'
import { StaffIcon } from './staff-icon.tsx'
import { holderName } from './state-text.ts'

/** Who is in a conversation besides its holder, or is wanted there. */
export function Banner({ header }: { readonly header: Header }) {
  const { desk, say, locale } = useEnvironment()
  const nameOf = (id: Id): string => header.people.find((person) => person.id === id)?.name || say('colleague')
  const helpers = header.helpers ?? []
  const others = helpers.filter((id) => id !== desk.me.id)
  const holder = holderName(header) || say('colleague')
  const names = new Intl.ListFormat(locale, { type: 'conjunction' }).format(others.map(nameOf))
  const lines = [
    header.escalated && desk.me.kind === 'supervisor' && say('bannerEscalated', { name: holder }),
    helpers.includes(desk.me.id) && say('bannerHelping', { name: holder }),
    others.length > 0 && (header.floor.holder?.id === desk.me.id ? say('bannerBesideYou', { names }) : say('bannerBeside', { names, name: holder })),
  ].filter((line) => typeof line === 'string')
  if (lines.length === 0) return null
  return <div class="banner"><StaffIcon name="people" size={16} /><div>{lines.map((line) => <p key={line}>{line}</p>)}</div></div>
}
