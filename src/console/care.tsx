import { abilitiesOf, type DeskResult, type DeskThread } from '../desk/index.ts'
import type { Header } from '../protocol/index.ts'
import { formatMoment } from '../ui/time.ts'
import { useStore } from '../ui/use-store.ts'
import { useEnvironment } from './environment.ts'
import { Section } from './section.tsx'

export interface CareProps {
  readonly thread: DeskThread
  readonly header: Header
  readonly onResult: (result: DeskResult) => void
}

/** What is still to be done for the visitor, and by whom else: a call back, a supervisor. */
export function Care({ thread, header, onResult }: CareProps) {
  const { desk, say, locale } = useEnvironment()
  const { followUp, escalated, shadows = [] } = header
  const agreed = useStore(thread.$followUp)
  const { requestSupervisor } = abilitiesOf(header, desk.me)
  return (
    <>
      {followUp && followUp.state !== 'asked' && (
        <Section title={say('followUp')}>
          {followUp.state === 'due' && <p class="reason">{say('followUpDue')}</p>}
          {followUp.at !== undefined && <p>{formatMoment(followUp.at, locale)}</p>}
          {agreed?.contact && <p dir="auto">{agreed.contact}</p>}
          {agreed?.note && <p dir="auto">{agreed.note}</p>}
        </Section>
      )}
      {(requestSupervisor || escalated || shadows.length > 0) && (
        <Section title={say('help')}>
          {escalated && <p class="reason">{say('escalated')}</p>}
          {shadows.length > 0 && <p>{say(shadows.length === 1 ? 'shadow' : 'shadows', { count: shadows.length })}</p>}
          {requestSupervisor && (
            <button type="button" class="button" title={say('requestSupervisorHint')} onClick={() => void thread.requestSupervisor().then(onResult)}>
              {say('requestSupervisor')}
            </button>
          )}
        </Section>
      )}
    </>
  )
}
