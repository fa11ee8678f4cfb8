import { useState } from 'preact/hooks'
import type { Id } from '../protocol/index.ts'
import { Alert } from './alert.tsx'
import { useEscalationAnnouncements, useQueueAnnouncements } from './announcements.ts'
import { Conversation } from './conversation.tsx'
import { EntryLists } from './entry-lists.tsx'
import { useEnvironment } from './environment.ts'
import { Header } from './header.tsx'
import type { Work } from './left.ts'
import { NoConversation } from './no-conversation.tsx'
import { useOpenThreads } from './open-threads.ts'
import { refusalText } from './refusals.ts'
import { useSignInError } from './sign-in-error.ts'
import { SignedOut } from './signed-out.tsx'
import { useFocusKept } from './use-focus-kept.ts'

/** The whole console. */
export function App({ onSignOut, work }: { readonly onSignOut?: (() => void) | undefined; readonly work: Work }) {
  const { desk, say } = useEnvironment()
  const [selected, setSelected] = useState(work.open)
  const [alert, setAlert] = useState<string | null>(null)
  const [focus, setFocus] = useState<'title' | 'message'>('title')
  const error = useSignInError()
  const out = error !== undefined
  const columns = useFocusKept(out)
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
    work.open = conversation
  }

  return (
    <div class="console" data-view={out ? 'out' : selected ? 'thread' : 'lists'}>
      <Header error={error} onSignOut={onSignOut} />
      {alert !== null && !out && <Alert text={alert} onDismiss={() => setAlert(null)} />}
      {error && <SignedOut error={error} onSignIn={onSignOut} />}
      {/* what is being written and looked at stays as it is */}
      <div class="columns" hidden={out} ref={columns}>
        <EntryLists selected={selected} onOpen={(conversation) => open(conversation)} onClaim={(conversation) => void claim(conversation)} />
        {selected ? (
          <Conversation
            key={selected}
            thread={desk.open(selected)}
            drafts={work.drafts}
            focus={focus}
            onClaim={() => void claim(selected)}
            onRefused={(refusal) => setAlert(refusalText(say, refusal))}
            onBack={() => open(null)}
          />
        ) : (
          !out && <NoConversation />
        )}
      </div>
    </div>
  )
}
