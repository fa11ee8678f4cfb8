import type { Chat } from '../../src/client/api.ts'
import { HandbackError } from '../../src/protocol/index.ts'
import type { FakeChat } from '../widget/fake-chat.ts'
import { foundIn } from './look.ts'
import { drawn, until } from './pace.ts'
import { noticesOf, partsOf, person, recordOf } from './samples.ts'

/** What of a text has to stand in a place, to the letter. `null`: it is formatted there, and its letters are not looked for. */
type Expected = readonly [place: string, selector: string, words: string | null]

/** Everything in a tree that should not be there, once each place is there and holds its words. Rejects when one does not come. */
export async function lookAt(root: ParentNode, places: readonly Expected[]): Promise<string[]> {
  for (const [place, selector, words] of places) {
    await until(`${place} of ${JSON.stringify(words?.slice(0, 120))}`, () =>
      [...root.querySelectorAll(selector)].find(({ textContent }) => textContent.includes(words ?? '')))
  }
  return foundIn(root)
}

/** What becomes of files, in their order: one is on its way for ever, one fails, one is refused, and one arrives. */
const fates = [
  () => new Promise<never>(() => {}),
  () => Promise.reject(new HandbackError('transport/unreachable', 'No way there.', { retryable: true })),
  () => Promise.reject(new HandbackError('request/invalid', 'Not of a kind that is taken.')),
  (name: string) => Promise.resolve({ type: 'attachment', blob: 'blob-0003', name, media: 'text/plain', size: 1 } as const),
] as const

/** A chat whose hub gives back one text wherever it gives anything. */
export function echoing(fake: FakeChat): { readonly chat: Chat; say(text: string): void } {
  let words = ''
  let files = 0
  const chat: Chat = {
    ...fake.chat,
    article: async (id) => ({ id, title: words.slice(0, 400), url: words, text: words }),
    conversations: async () => [{ conversation: 'conversation-2', phase: 'closed', updated: 1, preview: words.slice(0, 120) }],
    transcript: async () => new Blob([JSON.stringify(recordOf(words))]),
    uploadFile(_file, { name = '', onProgress } = {}) {
      onProgress?.(0.5)
      files += 1
      return (fates[(files - 1) % fates.length] ?? fates[0])(name)
    },
  }
  return { chat, say: (text) => void (words = text) }
}

let number = 1_000

/** Takes one text through the pages, files, offers and announcements of an open widget whose thread has begun. Returns all that was wrong. */
export async function everywhere(root: ShadowRoot, fake: FakeChat, text: string): Promise<string[]> {
  const wrong: string[] = []
  const note = async (where: string, places: readonly Expected[]): Promise<void> => {
    wrong.push(...(await lookAt(root, places)).map((what) => `${where}: ${what}`))
  }
  const press = async (what: string, selector: string): Promise<void> => (await until(what, () => root.querySelector<HTMLElement>(selector))).click()
  const [name, line] = [text.slice(0, 80), text.slice(0, 200)]
  const author = person('agent', text)
  number += 100

  fake.state({ conversation: 'conversation-1', phase: 'bot', survey: 3 })
  fake.$status.set({ type: 'agent', agent: author, away: true })
  const notices = noticesOf(text, number)
  fake.load(notices)
  await drawn()
  // more than a few at once would be announced by their number
  fake.load([
    ...notices,
    { type: 'survey', id: 'row-survey', seq: number + 50, at: Date.now(), episode: 3 },
    { type: 'message', id: 'message-0009', seq: number + 51, at: Date.now(), author, parts: [{ type: 'text', text }, ...partsOf(text)] },
  ])
  await note('offered', [
    ['announcement', '[aria-live=polite] p', name.trim()],
    ['survey', '.survey textarea', null],
    ['quick reply', '[part~=quick-reply]', line],
    ['notice', '[part~=notice]', name],
    ['notice in a bubble', '.row.bot [dir=auto]', name],
    ['status', '[part=status]', name.trim()],
    ['author', '.who bdi', name.trim()],
    ['source', '[part~=citation] bdi', text.slice(0, 400)],
  ])

  await press('a source', '[part~=citation]')
  await note('article', [['title', '.sheet-head strong', text.slice(0, 400)], ['words', '.article .md', null]])
  await press('the way back', '.sheet:not([hidden]) .sheet-head button')

  await press('the menu', '[part~=header-button][aria-haspopup=menu]')
  await press('earlier conversations', '[part~=menu-item]')
  await note('earlier conversations', [['preview', '.entry-text', text.slice(0, 120)]])
  await press('a conversation', '[part~=conversation]')
  await note('read again', [
    ['own words', '.past .own .plain', text],
    ['words', '.past .row.bot .md', null],
    ['author', '.past .who bdi', name.trim()],
    ['file', '.past [part~=attachment] bdi', line],
    ['question', '.past [part=form] li', line],
    ['title of a form', '.past [part=form] strong', line],
    ['answer', '.past .answers dd', text.slice(0, 2_000)],
    ['permission', '.past [part=permission] strong', line],
    ['comment', '.past q', text.slice(0, 2_000)],
    ['left for later', '.past .card', text.slice(0, 2_000)],
  ])
  await press('the way back', '.sheet:not([hidden]) .sheet-head button')
  await press('the way back', '.sheet:not([hidden]) .sheet-head button')

  const chooser = await until('files', () => root.querySelector<HTMLInputElement>('input[type=file]'))
  const data = new DataTransfer()
  for (const index of fates.keys()) data.items.add(new File([String(index)], line, { type: 'text/plain' }))
  const file = data.files[0]?.name ?? ''
  chooser.files = data.files
  chooser.dispatchEvent(new Event('change', { bubbles: true }))
  await note('files', [['name', '.upload bdi', file], ['refused', '.refused p', file], ['failed', '.upload.failed small', file]])
  while (root.querySelector('.upload')) {
    await press('a file', '.upload .round')
    await drawn()
  }
  return wrong
}
