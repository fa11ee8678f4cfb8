import fc from 'fast-check'
import type { StoredEvent } from '../../src/protocol/index.ts'
import { publicTypes } from './names.ts'

const word = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'hasOwnProperty', 'toString', ''))
const id = fc.oneof(fc.constantFrom('agent-ann', 'agent-bob', 'visitor-1', 'assistant', '__proto__', 'constructor'), word)
const person = fc.record({ id, kind: fc.constantFrom('visitor', 'agent', 'supervisor', 'assistant', 'nobody'), name: fc.string() })

/** Data that is nearly right: known fields with right and wrong values. */
const nearly = fc.record(
  {
    visitor: person,
    agent: person,
    person,
    message: id,
    parts: fc.array(fc.oneof(fc.constant({ type: 'text', text: 'Hello.' }), fc.jsonValue()), { maxLength: 3 }),
    key: word,
    params: fc.oneof(fc.dictionary(word, fc.oneof(fc.string(), fc.nat())), fc.jsonValue()),
    reason: word,
    until: fc.oneof(fc.nat(), fc.constantFrom(-1, 0.5, null)),
    tasks: fc.array(word, { maxLength: 2 }),
    episode: fc.nat(6),
    score: fc.integer({ min: -1, max: 9 }),
    turn: id,
    attempt: fc.nat(3),
    retryAt: fc.nat(),
    seq: fc.nat(90),
    upTo: fc.nat(90),
    note: id,
    text: fc.string(),
    ticket: id,
    to: word,
    outcome: fc.constantFrom('bot', 'ticket', 'x'),
    fields: fc.dictionary(word, fc.string()),
    articles: fc.array(fc.record({ id: word, title: word }), { maxLength: 2 }),
  },
  { requiredKeys: [] },
)

const by = fc.oneof(
  fc.record({ kind: fc.constantFrom('visitor', 'agent', 'supervisor', 'assistant', 'machine', 'ghost', '__proto__'), id }),
  fc.jsonValue(),
)

/** An event as no hub writes it: any type, any author, any data. Its place in the log is right by itself. */
export const junk: fc.Arbitrary<StoredEvent> = fc
  .record({
    seq: fc.nat(500),
    at: fc.nat(2_000_000_000),
    by,
    type: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...publicTypes) }, { weight: 1, arbitrary: word }),
    audience: fc.constantFrom('everyone', 'staff'),
    data: fc.oneof({ weight: 4, arbitrary: nearly }, { weight: 1, arbitrary: fc.jsonValue() }),
    prev: fc.nat(500),
    cause: fc.constant('command-junk'),
  })
  // as it comes from the wire: objects with the usual prototype
  .map((event) => JSON.parse(JSON.stringify(event)) as StoredEvent)

export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) deepFreeze(inner)
  }
  return value
}
