import { useRef, useState } from 'preact/hooks'
import type { HandbackError, Id } from '../protocol/index.ts'
import { useStore } from '../ui/use-store.ts'
import { Alert } from './alert.tsx'
import { useEscalationAnnouncements, useQueueAnnouncements } from './announcements.ts'
import { Conversation } from './conversation.tsx'
import { EntryLists } from './entry-lists.tsx'
import { useEnvironment } from './environment.ts'
import { Header } from './header.tsx'
import { NoConversation } from './no-conversation.tsx'
import { useOpenThreads } from './open-threads.ts'
import { refusalText } from './refusals.ts'
import { signInError } from './sign-in-error.ts'

/** The whole console. */
export function App({ onSignOut, first }: { readonly onSignOut?: (() => void) | undefined; readonly first: Id | null }) {
  const { desk, say } = useEnvironment()
  const [selected, setSelected] = useState<Id | null>(first)
  const [alert, setAlert] = useState<string | null>(null)
  const [focus, setFocus] = useState<'title' | 'message'>('title')
  const drafts = useRef(new Map<Id, string>())
  const error = useStore(desk.$error)
  const wrong = signInError(error?.code)
  const [dismissed, setDismissed] = useState<HandbackError | null>(null)
  useOpenThreads(selected)
  useQueueAnnouncements()
  useEscalationAnnouncements()

  async function claim(conversation: Id): Promise<void> {
    open(conversation, 'message')
    const result = await desk.open(conversation).claim()
    if (!result.ok) setAlert(refusalText(say, result.refusal))
  }

  function open(conversation: Id | null, next: 'title' | 'message' = 'title'): void {
    setAlert(null)
    setFocus(next)
    setSelected(conversation)
  }

  return (
    <div class="console" data-view={selected ? 'thread' : 'lists'}>
      <Header onSignOut={onSignOut} />
      {alert !== null && <Alert text={alert} onDismiss={() => setAlert(null)} />}
      {wrong && error !== dismissed && <Alert text={say(wrong)} onDismiss={() => setDismissed(error)} />}
      <div class="columns">
        <EntryLists selected={selected} onOpen={(conversation) => open(conversation)} onClaim={(conversation) => void claim(conversation)} />
        {selected ? (
          <Conversation
            key={selected}
            thread={desk.open(selected)}
            drafts={drafts.current}
            focus={focus}
            onClaim={() => void claim(selected)}
            onRefused={(refusal) => setAlert(refusalText(say, refusal))}
            onBack={() => open(null)}
          />
        ) : (
          <NoConversation />
        )}
      </div>
    </div>
  )
}
