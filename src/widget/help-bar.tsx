import type { Chat } from '../client/api.ts'
import { Icon } from '../ui/icons.tsx'
import type { Strings } from '../ui/strings.ts'
import { useStore } from '../ui/use-store.ts'
import { ThreadPart } from './visitor-thread.tsx'

export interface HelpBarProps {
  readonly chat: Chat
  readonly strings: Strings
  /** An answer offers a person: this is the button for it. */
  readonly wanted: boolean
  /** Goes on in the box, and tells if the work fails; resolves when it is over. */
  readonly help: (work: Promise<unknown>) => Promise<unknown>
}

/** The way to a person: always at the same place, except while one is there. Beside it the end of an answer that is being written. */
export function HelpBar(props: HelpBarProps) {
  const { chat, strings, wanted, help } = props
  const { phase, waiting, answering } = useStore(chat.$state)
  const later = ThreadPart.part()
  if (phase === 'human') return null
  return (
    <div class="help" part="help">
      {waiting && later ? <later.Waiting {...props} /> : (
        <button class={`pill${wanted ? ' wanted' : ''}`} part="help-button" onClick={() => help(chat.requestHuman())}>
          <Icon name="person" size={16} />{strings.talkToHuman}
        </button>
      )}
      {answering && later && <later.Stop {...props} />}
    </div>
  )
}
