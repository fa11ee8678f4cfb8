import { useMemo } from 'preact/hooks'
import type { StaffRow } from '../conversation/index.ts'
import type { DeskThread } from '../desk/index.ts'
import type { Header } from '../protocol/index.ts'
import { nameOf } from '../ui/name-of.ts'
import { formatTime } from '../ui/time.ts'
import { useStore } from '../ui/use-store.ts'
import { useEnvironment } from './environment.ts'
import { Section } from './section.tsx'
import { visitorName } from './state-text.ts'
import type { Say } from './strings.ts'

export interface VisitorProps {
  readonly thread: DeskThread
  readonly header: Header
  /** The very first row, once it is there. */
  readonly first: StaffRow | undefined
}

/** Numbers as they are: a year or an account has no thousands. */
const factText = (say: Say, value: string | number | boolean): string => (typeof value === 'boolean' ? say(value ? 'yes' : 'no') : String(value))

/** Who the visitor is, as far as anybody told. */
export function Visitor({ thread, header, first }: VisitorProps) {
  const { desk, say, strings, locale } = useEnvironment()
  const moment = useMemo(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }), [locale])
  const attributes = Object.entries(useStore(thread.$attributes))
  const agents = header.people.filter(({ kind }) => kind === 'agent' || kind === 'supervisor')
  return (
    <Section title={say('visitor')}>
      <dl class="fields">
        <div>
          <dt>{say('name')}</dt>
          <dd><bdi>{visitorName(say, header)}</bdi></dd>
        </div>
        {attributes.map(([name, value]) => (
          <div key={`fact ${name}`}>
            <dt><bdi>{name}</bdi></dt>
            <dd><bdi>{factText(say, value)}</bdi></dd>
          </div>
        ))}
        {first && (
          <div>
            <dt>{say('visitorSince')}</dt>
            <dd>
              <time dateTime={new Date(first.at).toISOString()}>{moment.format(first.at)}</time>
            </dd>
          </div>
        )}
        {header.handoff && (
          <div>
            <dt>{say('waitingSince')}</dt>
            <dd>
              <time dateTime={new Date(header.handoff.since).toISOString()}>{formatTime(header.handoff.since, locale)}</time>
            </dd>
          </div>
        )}
        {agents.length > 0 && (
          <div>
            <dt>{say('people')}</dt>
            <dd>
              {agents.map((agent, index) => [
                index > 0 && ', ',
                <bdi key={agent.id}>{agent.id === desk.me.id ? say('you', { name: nameOf(strings, agent) }) : nameOf(strings, agent)}</bdi>,
              ])}
            </dd>
          </div>
        )}
      </dl>
    </Section>
  )
}
