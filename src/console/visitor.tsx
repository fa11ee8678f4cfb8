import type { StaffRow } from '../conversation/index.ts'
import type { DeskThread } from '../desk/index.ts'
import type { Header } from '../protocol/index.ts'
import { formatTime } from '../ui/time.ts'
import { useStore } from '../ui/use-store.ts'
import { useEnvironment } from './environment.ts'
import { Section } from './section.tsx'
import { visitorName } from './state-text.ts'
import type { Say } from './strings.ts'

const dateFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

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
  const { desk, say } = useEnvironment()
  const attributes = Object.entries(useStore(thread.$attributes))
  const agents = header.people.filter(({ kind }) => kind === 'agent' || kind === 'supervisor')
  return (
    <Section title={say('visitor')}>
      <dl class="fields">
        <div>
          <dt>{say('name')}</dt>
          <dd>{visitorName(say, header)}</dd>
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
              <time dateTime={new Date(first.at).toISOString()}>{dateFormat.format(first.at)}</time>
            </dd>
          </div>
        )}
        {header.handoff && (
          <div>
            <dt>{say('waitingSince')}</dt>
            <dd>
              <time dateTime={new Date(header.handoff.since).toISOString()}>{formatTime(header.handoff.since)}</time>
            </dd>
          </div>
        )}
        {agents.length > 0 && (
          <div>
            <dt>{say('people')}</dt>
            <dd>{agents.map((agent) => (agent.id === desk.me.id ? say('you', { name: agent.name }) : agent.name)).join(', ')}</dd>
          </div>
        )}
      </dl>
    </Section>
  )
}
