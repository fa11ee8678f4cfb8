import { chatIcon } from '../ui/chat-icon.ts'
import { Drawn } from '../ui/icons.tsx'
import { useStore } from '../ui/use-store.ts'
import { useEnvironment } from './environment.ts'

/** What stands in the middle before anything was opened. */
export function NoConversation() {
  const { desk, say, place: Place } = useEnvironment()
  const quiet = useStore(desk.$queue).length === 0
  return (
    <Place class="place">
      <section class="nothing" aria-label={say('conversation')}>
        <Drawn path={chatIcon} size={36} />
        <p class="nothing-title">{say(quiet ? 'allQuiet' : 'noConversation')}</p>
        <p>{say(quiet ? 'allQuietHint' : 'noConversationHint')}</p>
      </section>
    </Place>
  )
}
