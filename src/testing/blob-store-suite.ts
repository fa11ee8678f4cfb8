import type { BlobInfo, BlobStore, MaybePromise } from '../contracts/index.ts'
import { check, same, within } from './check.ts'
import type { RegisterTest } from './check.ts'

export interface BlobStoreSuiteOptions {
  /** Makes a fresh and empty store. Called once per check. */
  readonly create: () => MaybePromise<BlobStore>
  /** Opens again what a store has kept, as another process would. Default: nothing outlives the process, and nothing is checked of that. */
  readonly reopen?: (store: BlobStore) => MaybePromise<BlobStore>
}

const conversation = 'conversation-1'
const blob = 'blob-number-1'

const infoOf = (more: Partial<BlobInfo> = {}): BlobInfo => ({
  blob,
  conversation,
  by: 'visitor-maria',
  name: 'card.png',
  media: 'image/png',
  size: 3,
  at: 1_800_000_000_000,
  ...more,
})

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values)

/** Every byte there is, line ends and zeros among them, so many times over. */
const everything = (times: number): Uint8Array => Uint8Array.from({ length: 256 * times }, (_, at) => at % 256)

async function holds(store: BlobStore, info: BlobInfo, wanted: Uint8Array, what: string): Promise<void> {
  const found = await within(store.get(info.conversation, info.blob), what)
  check(found, `${what}: it is not there`)
  same(found.info, info, `${what}, what is known of it`)
  check(found.bytes.length === wanted.length && found.bytes.every((byte, at) => byte === wanted[at]), `${what}: other bytes came back`)
}

const placeOf = ({ conversation, blob }: BlobInfo): string => `${conversation} ${blob}`
const sorted = (infos: readonly BlobInfo[]): readonly BlobInfo[] => infos.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1))

type BlobCheck = readonly [name: string, run: (store: BlobStore) => Promise<void>]

const checks: readonly BlobCheck[] = [
  ['has a name, and nothing in it', async (store) => {
    check(store.name !== '', 'a store has a name')
    check((await store.get(conversation, blob)) === undefined, 'an empty store has nothing')
  }],
  ['gives back every byte, and what is known of a file', async (store) => {
    const whole = everything(8)
    const info = infoOf({ size: whole.length, name: 'Größe \u202e "a\\b\n.png' })
    await store.put(info, whole)
    await holds(store, info, whole, 'a file')
  }],
  ['keeps a file without bytes, and one of ten million', async (store) => {
    const large = new Uint8Array(10_000_000).fill(7)
    await store.put(infoOf({ size: 0 }), bytes())
    await store.put(infoOf({ blob: 'blob-number-2', size: large.length }), large)
    await holds(store, infoOf({ size: 0 }), bytes(), 'nothing')
    await holds(store, infoOf({ blob: 'blob-number-2', size: large.length }), large, 'a large file')
  }],
  ['is not changed by who gave the bytes, nor by who got them', async (store) => {
    const given = bytes(1, 2, 3)
    const put = store.put(infoOf(), given)
    given[0] = 9
    await put
    given[1] = 9
    const got = await store.get(conversation, blob)
    got?.bytes.fill(9)
    await holds(store, infoOf(), bytes(1, 2, 3), 'a file')
  }],
  ['keeps the first of one id, also when both come at once', async (store) => {
    await Promise.all([store.put(infoOf(), bytes(1, 2, 3)), store.put(infoOf(), bytes(1, 2, 3))])
    await store.put(infoOf({ name: 'other.png', by: 'visitor-boris' }), bytes(4, 5, 6))
    await holds(store, infoOf(), bytes(1, 2, 3), 'the first')
  }],
  ['tells conversations and files apart, also by the case of a letter alone', async (store) => {
    const all = ['blob-number-1', 'BLOB-NUMBER-1', 'blob-number-11'].flatMap((id) =>
      ['conversation-1', 'Conversation-1', 'conversation-11'].map((of) => infoOf({ blob: id, conversation: of })),
    )
    for (const [at, info] of all.entries()) await store.put(info, bytes(at))
    for (const [at, info] of all.entries()) await holds(store, info, bytes(at), `${info.blob} of ${info.conversation}`)
    check((await store.get('conversation-2', blob)) === undefined, 'a file of one conversation is in no other')
  }],
  ['removes one file, and leaves the others', async (store) => {
    const other = infoOf({ blob: 'blob-number-2' })
    await store.put(infoOf(), bytes(1))
    await store.put(other, bytes(2))
    await store.delete(conversation, blob)
    check((await store.get(conversation, blob)) === undefined, 'what is removed is gone')
    await holds(store, other, bytes(2), 'the other file')
  }],
  ['removes all files of a conversation, and no other', async (store) => {
    const others = [infoOf({ conversation: 'conversation-11' }), infoOf({ conversation: 'Conversation-1' })]
    for (const info of [infoOf(), infoOf({ blob: 'blob-number-2' }), ...others]) await store.put(info, bytes(1))
    await store.delete(conversation)
    check((await store.get(conversation, blob)) === undefined, 'the first is gone')
    check((await store.get(conversation, 'blob-number-2')) === undefined, 'the second is gone')
    for (const info of others) await holds(store, info, bytes(1), info.conversation)
    await store.put(infoOf(), bytes(3))
    await holds(store, infoOf(), bytes(3), 'a file that comes afterwards')
  }],
  ['removes twice, and what was never there', async (store) => {
    await store.put(infoOf(), bytes(1))
    for (let times = 0; times < 2; times += 1) {
      await store.delete(conversation, blob)
      await store.delete(conversation)
      await store.delete('conversation-2', blob)
    }
    check((await store.get(conversation, blob)) === undefined, 'it stays gone')
  }],
  ['tells what is known of each file of a conversation, if it does', async (store) => {
    if (!store.kept) return
    same(await store.kept(conversation), [], 'a conversation without files')
    const infos = ['blob-number-1', 'BLOB-NUMBER-1', 'blob-number-2', 'blob-number-3'].map((id) => infoOf({ blob: id, name: `${id} \n.png` }))
    for (const info of infos) await store.put(info, bytes(1, 2, 3))
    await store.put(infoOf({ name: 'other.png' }), bytes(4))
    for (const other of ['conversation-11', 'Conversation-1']) await store.put(infoOf({ conversation: other }), bytes(1))
    await store.delete(conversation, 'blob-number-3')
    const found = await within(store.kept(conversation), 'the files of a conversation')
    same(sorted(found), sorted(infos.slice(0, 3)), 'the files that are there')
    await store.delete(conversation)
    same(await store.kept(conversation), [], 'a conversation whose files are removed')
  }],
  ['lists every file from before a time once, in pages, if it lists files', async (store) => {
    if (!store.list) return
    const old = ['conversation-1', 'Conversation-1', 'conversation-11'].flatMap((of) => ['blob-number-1', 'BLOB-NUMBER-1'].map((id) => infoOf({ blob: id, conversation: of, at: 1_000 })))
    for (const info of [...old, infoOf({ blob: 'blob-number-2', at: 2_000 }), infoOf({ blob: 'blob-number-3', at: 1_000 })]) await store.put(info, bytes(1, 2, 3))
    await store.delete(conversation, 'blob-number-3')
    const found: BlobInfo[] = []
    let page: string | undefined
    do {
      const { items, next } = await within(store.list({ before: 2_000, limit: 2, ...(page === undefined ? {} : { page }) }), 'a page of files')
      check(items.length <= 2, 'a page holds at most what was asked for')
      found.push(...items)
      check(found.length <= old.length, 'no file is listed twice, and none that is newer or removed')
      page = next
    } while (page !== undefined)
    same(sorted(found), sorted(old), 'all files from before that time')
  }],
]

/**
 * The laws of `BlobStore` as checks for any test runner.
 *
 * @example
 * import { test } from 'vitest'
 * blobStoreSuite(test, { create: () => memoryBlobs() })
 */
export function blobStoreSuite(test: RegisterTest, { create, reopen }: BlobStoreSuiteOptions): void {
  for (const [name, run] of checks) test(name, async () => run(await create()))
  if (!reopen) return
  test('has everything again when it is opened again', async () => {
    const store = await create()
    await store.put(infoOf(), everything(2))
    await store.put(infoOf({ blob: 'blob-number-2' }), bytes(1))
    await store.delete(conversation, 'blob-number-2')
    const again = await reopen(store)
    await holds(again, infoOf(), everything(2), 'a file')
    check((await again.get(conversation, 'blob-number-2')) === undefined, 'what was removed stays gone')
  })
}
