import { atom } from 'nanostores'
import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useStore } from './use-store.ts'

/** How long an announcement stays, in milliseconds. */
const stay = 2000

/** What is read out. What takes long to put into words is asked for once, when it is due. */
export type Spoken = string | (() => string)

export interface Announcer {
  /** Has a text read out once, politely, after the frame that shows what it tells of: a long answer in words would make that one late. */
  say(text: Spoken): void
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
  const $lines = atom<readonly { readonly key: number; readonly words: () => string }[]>([])
  let key = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    say(text) {
      if (!text) return
      let said: string | undefined
      const words = () => (said ??= typeof text === 'string' ? text : text())
      $lines.set([...$lines.get().slice(-9), { key: key++, words }])
      clearTimeout(timer)
      timer = setTimeout(() => $lines.set([]), stay)
    },
    Region() {
      const lines = useStore($lines)
      const [due, setDue] = useState(lines)
      useEffect(() => setDue(lines), [lines])
      return <div class="sr" aria-live="polite">{due.map(({ key, words }) => <p key={key}>{words()}</p>)}</div>
    },
    stop: () => clearTimeout(timer),
  }
}
