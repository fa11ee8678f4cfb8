import { atom } from 'nanostores'
import type { ReadableAtom } from 'nanostores'
import type { PanelOptions } from './panel-options.ts'

export interface Sounds {
  readonly $on: ReadableAtom<boolean>
  /** The visitor's choice; on is heard at once. */
  set(on: boolean): void
  stop(): void
}

export interface SoundsOptions extends Pick<PanelOptions, 'chat' | 'memory' | 'sound' | 'onError'> {
  /** Default: a soft tone, whose code comes with the first one. */
  readonly play?: () => Promise<void>
}

/** Messages that were heard: several widgets may show one chat. */
const rung = new WeakSet()

const tone = async () => (await import('./tone.ts')).playTone()

/** A tone at what somebody should look at, once the visitor (or the page) wants it. */
export function createSounds({ chat, memory, sound = false, onError, play = tone }: SoundsOptions): Sounds {
  const known = memory?.get('sound')
  const $on = atom(known === undefined ? sound : known === 'on')
  const sing = () => void play().catch(onError)
  return {
    $on,
    set(on) {
      $on.set(on)
      memory?.set('sound', on ? 'on' : 'off')
      if (on) sing()
    },
    stop: chat.on('alert', (message) => {
      if (!$on.get() || rung.has(message)) return
      rung.add(message)
      sing()
    }),
  }
}
