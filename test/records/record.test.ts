import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyHeader } from '../../src/conversation/index.ts'
import type { ConversationRecord } from '../../src/protocol/index.ts'
import { RECORD_BYTES, isHandbackError, parseRecord } from '../../src/protocol/index.ts'
import { play, runs, steps } from '../conversation/world.ts'
import { ID, foldOf, recordOf, talk } from './samples.ts'

const { log } = talk()
const staff = recordOf(log)
const open = recordOf(log, 'everyone')

/** The code of what reading throws, or `read`. */
function outcome(input: unknown): string {
  try {
    parseRecord(input)
    return 'read'
  } catch (error) {
    return isHandbackError(error) ? error.code : String(error)
  }
}
const changed = (index: number, change: object, record = staff): ConversationRecord => ({
  ...record,
  events: record.events.map((event, at) => (at === index ? { ...event, ...change } : event)),
})

describe('a record', () => {
  it('reads back what was written, for staff and for everyone, as text and as a value', () => {
    fc.assert(
      fc.property(steps(40), fc.constantFrom('staff' as const, 'everyone' as const), (script, audience) => {
        const record = recordOf(play(script).log, audience)
        fc.pre(record.events.length > 0)
        expect(parseRecord(JSON.stringify(record, null, 2))).toEqual(record)
        expect(parseRecord(record)).toEqual(record)
      }),
      runs(60, 501),
    )
  })

  it('loses digests, keys that reach a prototype, and fields that are none of its own', () => {
    const first = JSON.stringify({ ...staff.events[0], digest: 'secret' }).replace('"data":{', '"data":{"__proto__":{"admin":true},')
    const text = JSON.stringify({ ...staff, extra: 1 }).replace(JSON.stringify(staff.events[0]), first)
    expect(text).toContain('secret')
    const read = parseRecord(text)
    expect(read).toEqual(staff)
    expect(JSON.stringify(read)).not.toMatch(/secret|admin|extra/)
  })

  it('leaves the value that it was read from as it was', () => {
    const value = changed(0, { digest: 'kept' })
    parseRecord(value)
    expect(value.events[0]?.digest).toBe('kept')
  })
})

describe('what is no record is refused as such:', () => {
  const cyclic: Record<string, unknown> = { ...staff }
  cyclic['events'] = [cyclic]
  const deep = JSON.stringify(staff).replace('"data":{', `"data":{"deep":${'['.repeat(40)}${']'.repeat(40)},`)
  const cases: Readonly<Record<string, unknown>> = {
    'no JSON': '{',
    nothing: undefined,
    'a function': () => staff,
    null: null,
    'a list': [staff],
    'another format': { ...staff, format: 'other/conversation' },
    'a later version': { ...staff, version: 2 },
    'an id that is none': { ...staff, conversation: 'a b' },
    'a visitor that is none': { ...staff, visitor: '' },
    'a log without a number': { ...staff, log: '1' },
    'an audience that is none': { ...staff, audience: 'all' },
    'no time of export': { ...staff, exported: undefined },
    'no events': { ...staff, events: [] },
    'events that are no list': { ...staff, events: {} },
    'an event without an author': changed(1, { by: undefined }),
    'a hole': { ...staff, events: staff.events.toSpliced(3, 1) },
    'an event twice': { ...staff, events: [...staff.events, staff.events.at(-1)] },
    'a wrong prev': changed(4, { prev: 1 }),
    'a time that goes back': changed(staff.events.length - 1, { at: 0 }),
    'a log that begins late': { ...staff, events: staff.events.slice(1) },
    'a chain with a hole': { ...open, events: open.events.toSpliced(3, 1) },
    'a seq twice': { ...open, events: [...open.events.slice(0, 3), { ...open.events[3], seq: open.events[2]?.seq, prev: open.events[2]?.seq }] },
    'a hidden event for everyone': { ...staff, audience: 'everyone' },
    'a public record for staff': { ...open, audience: 'staff' },
    'a value that holds itself': cyclic,
    'data too deep': deep,
    'too many levels to parse': '['.repeat(1_000_000),
  }
  for (const [name, input] of Object.entries(cases)) it(name, () => expect(outcome(input)).toBe('record/invalid'))

  it('more than 64 MiB, which is not even parsed', () => {
    expect(outcome(JSON.stringify(staff) + ' '.repeat(RECORD_BYTES))).toBe('record/invalid')
    expect(outcome(JSON.stringify(staff) + ' '.repeat(1_000))).toBe('read')
  })

  it('whatever else there is, and nothing but that error is ever thrown', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.string(), fc.json(), fc.jsonValue().map((data) => changed(0, { data: { data } }))), (input) => {
        expect(['read', 'record/invalid']).toContain(outcome(input))
      }),
      runs(300, 502),
    )
  })
})

it('names its conversation', () => expect(parseRecord(staff).conversation).toBe(ID))

it('of the example reads, and folds to its end', async () => {
  const sample = parseRecord(await readFile(new URL('../../examples/replay/sample.json', import.meta.url), 'utf8'))
  const header = foldOf(sample.events, emptyHeader(sample.visitor))
  expect(header).toMatchObject({ phase: 'closed', seq: sample.events.length, deadlines: [], survey: { state: 'answered' } })
})
