import type { Chat } from '../../src/client/index.ts'
import { deliveryOf } from '../../src/client/index.ts'
import { textOf } from '../../src/protocol/index.ts'
import type { Book } from './laws.ts'

const order = ['failed', 'sending', 'sent', 'delivered', 'read']

/** What somebody who looks at the page the whole time sees of their own messages. */
export interface Bubbles {
  /** A message was written here: from now on it is there. */
  wrote(text: string): void
  stop(): void
}

/** Holds D3 and D4 against every change of a page. */
export function watchBubbles(book: Book, chat: Chat, known: readonly string[]): Bubbles {
  const mine = new Set(known)
  const reached = new Map<string, number>()
  const look = (): void => {
    const receipts = chat.$receipts.get()
    const rows = [...chat.$messages.get()].flatMap((row) => (row.type === 'message' && row.author.kind === 'visitor' ? [row] : []))
    const texts = rows.map(({ parts }) => textOf(parts))
    for (const row of rows) {
      const text = textOf(row.parts)
      book.check('D3', texts.filter((other) => other === text).length === 1, () => `${texts.join(' | ')}`)
      const at = order.indexOf(deliveryOf(row, receipts) ?? '')
      book.check('D4', at >= (reached.get(text) ?? 0), () => `${text} went from ${order[reached.get(text) ?? 0]} back to ${order[at]}`)
      reached.set(text, at)
    }
    // before the first snapshot a page shows what it has stored; what was acknowledged comes with the log
    if (!chat.$messages.get().length || chat.$connection.get() !== 'live') return
    const gone = [...mine].find((text) => !texts.includes(text))
    book.check('D3', gone === undefined, () => `${gone} is not there: ${texts.join(' | ')}`)
  }
  const stops = [chat.$messages.subscribe(look), chat.$receipts.subscribe(look), chat.$connection.subscribe(look)]
  return {
    wrote(text) {
      mine.add(text)
      look()
    },
    stop: () => stops.forEach((stop) => stop()),
  }
}
