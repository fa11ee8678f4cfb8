import { atom } from 'nanostores'
import type { Chat, ChatEvents, PanelState } from './api.ts'
import type { Emitter } from './emitter.ts'

/** Whether the panel should be open; whoever draws one follows it. */
export function createPanelState({ emit }: Emitter<ChatEvents>): Pick<Chat, '$panel' | 'open' | 'close' | 'toggle' | 'show' | 'hide'> {
  const $panel = atom<PanelState>('closed')
  const go = (next: PanelState): void => {
    const before = $panel.get()
    if (before === next) return
    $panel.set(next)
    if (next === 'open') emit('open', null)
    else if (before === 'open') emit('close', null)
  }
  const close = (): void => {
    if ($panel.get() === 'open') go('closed')
  }
  return {
    $panel,
    open: () => go('open'),
    close,
    toggle: () => go($panel.get() === 'open' ? 'closed' : 'open'),
    show: () => go($panel.get() === 'open' ? 'open' : 'closed'),
    hide: () => go('hidden'),
  }
}
