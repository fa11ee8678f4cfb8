import { createChat } from '../../src/client/index.ts'
import { textOf } from '../../src/protocol/index.ts'
import { http, visitorSession } from '../../src/transports/http.ts'

/** A page with a chat and no widget, which the test drives; its counter tells other tabs whether its scripts run. */

const values = new Map<string, string>()
/** Where storage is denied, the session lives in memory. */
const session = {
  get: () => {
    try {
      return localStorage.getItem('session')
    } catch {
      return values.get('session')
    }
  },
  set: (value: string) => {
    try {
      localStorage.setItem('session', value)
    } catch {
      values.set('session', value)
    }
  },
}

const endpoint = new URL('/handback', import.meta.url).href
const chat = createChat({ transport: http({ endpoint }), credentials: visitorSession({ endpoint, storage: session }) })
const errors: string[] = []
/** Bubbles that were there twice, at any moment. */
const doubled: string[] = []
const bubbles = (): string[] =>
  chat.$messages.get().flatMap((row) => (row.type === 'message' ? [`${row.delivery ?? row.author.kind} ${textOf(row.parts)}`] : []))
chat.on('error', ({ code }) => errors.push(code))
chat.$messages.listen(() => {
  const shown = bubbles().map((bubble) => bubble.slice(bubble.indexOf(' ')))
  doubled.push(...shown.filter((text, index) => shown.indexOf(text) !== index))
})

const tab = {
  chat,
  errors,
  doubled,
  bubbles,
  /** Counts under a name, in a place that other tabs can read. */
  count(name: string) {
    let ticks = 0
    setInterval(() => localStorage.setItem(name, String((ticks += 1))), 20)
  },
}
export type TabUnderTest = typeof tab
Object.assign(globalThis, { tab })
