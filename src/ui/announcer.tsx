import { atom } from 'nanostores'
import type { VNode } from 'preact'
import { useStore } from './use-store.ts'

/** How long an announcement stays, in milliseconds. */
const stay = 2000

export interface Announcer {
  /** Has a text read out once, politely. */
  say(text: string): void
  /** The one live region. Belongs outside of the log. */
  Region(): VNode
  stop(): void
}

/**
 * One polite live region for everything worth hearing. Each text is a line of its own, so that several at once are all read.
 *
 * @example announcer.say('Sarah: Hello')
 */
export function createAnnouncer(): Announcer {
  const $lines = atom<readonly { readonly key: number; readonly text: string }[]>([])
  let key = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    say(text) {
      if (!text) return
      $lines.set([...$lines.get().slice(-9), { key: key++, text }])
      clearTimeout(timer)
      timer = setTimeout(() => $lines.set([]), stay)
    },
    Region: () => (
      <div class="sr" aria-live="polite">
        {useStore($lines).map((line) => <p key={line.key}>{line.text}</p>)}
      </div>
    ),
    stop: () => clearTimeout(timer),
  }
}
