import { check, same, take } from '../check.ts'
import { scribe, storeBatch } from '../store-fixtures.ts'
import type { StoreCheck } from '../event-store-suite.ts'

const ID = 'conversation-1'
const ALL = { after: { log: 1, seq: 0 }, limit: 100 }

// From text, because a literal `{ __proto__: … }` would set the prototype.
const odd: readonly (readonly [string, unknown])[] = [
  ['keys that objects inherit', JSON.parse('{"__proto__":{"polluted":true},"constructor":1,"toString":"x","hasOwnProperty":null}')],
  ['lone surrogates', { high: '\ud800', low: 'a\udc00b', pair: '😀' }],
  ['control characters', { text: '\u0000\u0001\r\n\u2028\u2029\u007f\ufeff' }],
  ['scripts of the world', { text: 'ἀρχή 漢字 العربية עברית हिन्दी 👩‍👩‍👧‍👦 e\u0301 \u202e' }],
  ['numbers at the edge', { values: [0, -1, 1.5, 1e21, 5e-324, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER] }],
  ['empty and nested values', { a: '', b: [], c: {}, d: null, e: [[[[[{ '': [''] }]]]]], f: false }],
  ['quotes and SQL', { text: `'; DROP TABLE events; -- " \` \\ $1 ?1 %_` }],
  ['256 kB of text', { text: 'é漢x🙂'.repeat(256 * 1024 / 10) }],
]

export const valueChecks: readonly StoreCheck[] = [
  ['values come back as they went in', async (store) => {
    const writer = scribe(store, ID)
    const previews = { preview: '\ud800 "\u0000 漢' }
    for (const [what, data] of odd) {
      await writer.write({ data, header: previews, entry: previews })
      same((await store.read(ID, { before: { log: 1, seq: 999 }, limit: 1 }))[0]?.data, data, `${what}, read`)
      same((await store.caused(ID, `command-${writer.head?.seq}`, null))[0]?.data, data, `${what}, caused`)
    }
    const watched = await take(store.watch(ID, { after: { log: 1, seq: 0 }, signal: new AbortController().signal }), odd.length, 'watching')
    same(watched.map((event) => event.data), odd.map(([, data]) => data), 'watched')
    same((await store.load(ID))?.preview, previews.preview, 'in the header')
    same((await store.list({ view: 'all' }, { limit: 1 })).items[0]?.preview, previews.preview, 'in the entry')
    check(!('polluted' in {}), 'no prototype was changed')
  }],

  ['changing a value after an append changes nothing in the store', async (store) => {
    const data = { text: 'before', list: [1] }
    const batch = storeBatch(ID, { expect: null, data })
    const before = JSON.parse(JSON.stringify(batch)) as typeof batch
    const written = store.append(ID, batch)
    // At once: a store that collects appends must have its copy already.
    const mutate = (): void => {
      data.text = 'after'
      data.list.push(2)
      Object.assign(batch.header, { preview: 'after', log: 7 })
      Object.assign(batch.entry, { preview: 'after', phase: 'closed' })
      Object.assign(batch.events[0] ?? {}, { seq: 9, cause: 'changed-1' })
    }
    mutate()
    await written
    same(await store.read(ID, ALL), before.events, 'the log')
    same(await store.load(ID), before.header, 'the header')
    same((await store.list({ view: 'open' }, { limit: 9 })).items, [before.entry], 'the entry')
    same(await store.caused(ID, 'command-1', null), before.events, 'the cause')
  }],

  ['changing a value that was read changes nothing in the store', async (store) => {
    const writer = scribe(store, ID)
    await writer.write({ data: { text: 'before' } })
    await store.lease('agent:1', { holder: 'holder-aaaa', ttl: 60_000, value: { capacity: 1 } })
    const ruin = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return
      Object.values(value).forEach(ruin)
      for (const key of Object.keys(value)) Object.assign(value, { [key]: 'ruined' })
    }
    const readAll = async () => [
      await store.read(ID, ALL), await store.load(ID), await store.caused(ID, 'command-1', null),
      (await store.list({ view: 'all' }, { limit: 9 })).items, await store.leases(''),
    ]
    const before = JSON.stringify(await readAll())
    ruin(await readAll())
    same(JSON.parse(before), await readAll(), 'what is read afterwards')
  }],
]
