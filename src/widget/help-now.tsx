import { useRef } from 'preact/hooks'
import { Icon } from '../ui/icons.tsx'
import type { HelpBarProps } from './help-bar.tsx'

/** In place of the way to a person: that one was asked for, once the hub knows of it, and how to take that back. */
export function Waiting({ chat, strings, help }: HelpBarProps) {
  // a second one would find nothing to take back, and say so
  const busy = useRef<unknown>(null)
  const cancel = () => {
    busy.current ??= help(chat.cancelHumanRequest()).then(() => (busy.current = null))
  }
  return (
    <>
      <button class="pill waiting" part="help-button" disabled>
        <Icon name="person" size={16} />{chat.$state.get().phase === 'queued' ? strings.waitingForPerson : strings.sending}
      </button>
      <button class="text" onClick={cancel}>{strings.cancelRequest}</button>
    </>
  )
}

/** Ends the answer that is being written. */
export const Stop = ({ chat, strings, help }: HelpBarProps) => (
  <button class="pill stop" onClick={() => help(chat.stop())}><Icon name="stop" size={14} />{strings.stop}</button>
)
