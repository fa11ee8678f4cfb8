import { check } from '../check.ts'
import { difference } from './answers.ts'
import { type ServiceCase, type ServiceCheck, onlyCall, withBody } from './bench.ts'
import type { FakeAnswer } from './fake-fetch.ts'
import { bytesOf, joined, linesOf, placesIn, spread, textOf } from './pieces.ts'
import { answerOf, ask } from './reading.ts'

/** Bytes after which a provider must have given up on what does not end. */
export const BOUND = 16_777_216
const PIECE = new Uint8Array(65_536).fill(97)
const PAGE = '<!doctype html><html><body><h1>502 Bad Gateway</h1></body></html>'

/** Bytes that never end, of which so many are given at most that a check ends. */
export function* endless(): Generator<Uint8Array> {
  for (let given = 0; given < 2 * BOUND; given += PIECE.length) yield PIECE
}

/** What may come instead of an answer, with status 200. */
const nothings = ({ headers }: ServiceCase): Readonly<Record<string, FakeAnswer>> => ({
  'an HTML page': { headers: { 'content-type': 'text/html' }, body: [bytesOf(PAGE)] },
  'an HTML page under the right content type': { headers, body: [bytesOf(PAGE)] },
  'an empty body': { headers, body: [] },
  'no body': { headers, body: null },
  'a blank line': { headers, body: [bytesOf('\n')] },
  'another JSON': { headers, body: [bytesOf('{"hello":"world"}')] },
  null: { headers, body: [bytesOf('null')] },
})

/** Bodies in which one line that holds an object is no longer JSON. */
function* malformed(bytes: Uint8Array): Generator<readonly [line: string, body: Uint8Array]> {
  const lines = linesOf(bytes)
  const objects = [...lines.entries()].filter(([, line]) => line.includes(123) && line.includes(125))
  for (const [index, line] of spread(objects, 60)) {
    const cut = line.lastIndexOf(125)
    yield [textOf(line).trim(), joined(...lines.slice(0, index), line.subarray(0, cut), line.subarray(cut + 1), ...lines.slice(index + 1))]
  }
}

/** Bodies with keys that reach for prototypes: in objects, in JSON inside of strings, and as names. */
const hostile = (text: string): readonly string[] => [
  text.replaceAll('{"', '{"__proto__":{"polluted":"yes"},"'),
  text.replaceAll('{"', '{"constructor":{"prototype":{"polluted":"yes"}},"'),
  text.replaceAll('{\\"', '{\\"__proto__\\":{\\"polluted\\":\\"yes\\"},\\"'),
  text.replaceAll(/"(id|call_id|name|index|item_id|toolCallId)":\s*("(?:[^"\\]|\\.)*"|\d+)/g, '"$1":"__proto__"'),
]

export const damageChecks: readonly ServiceCheck[] = [
  ['what is no answer at all is an error, whatever its status says', async ({ line, spoken }) => {
    for (const [what, answer] of Object.entries(nothings(spoken))) {
      const { error, parts } = await ask(line(answer).provider, spoken.request(), what)
      check(error, `${what}: it gave ${JSON.stringify(parts)}, wanted an error`)
    }
  }],

  ['an unreadable piece in the middle is an error, and never an answer without it', async ({ line, good }) => {
    for (const each of good) {
      for (const [text, body] of malformed(each.bytes)) {
        const what = `${each.name}, with a brace lost of ${text.slice(0, 80)}`
        const outcome = await ask(line(withBody(each, [body])).provider, each.request(), what)
        const other = outcome.error ? undefined : difference(outcome, each.gives)
        check(other === undefined, `${what}: it passed for a success, though ${other}`)
        check(!outcome.error || !answerOf(outcome.parts).calls.length, `${what}: it called a tool, and then threw`)
      }
    }
  }],

  ['bytes that are no UTF-8 are an error, or marks in the text, and never change the answer otherwise', async ({ line, good }) => {
    for (const each of good) {
      for (const at of spread(placesIn(each.bytes), 200)) {
        const what = `${each.name}, with a wrong byte after ${at}`
        const body = joined(each.bytes.subarray(0, at), Uint8Array.of(0xff), each.bytes.subarray(at))
        const outcome = await ask(line(withBody(each, [body])).provider, each.request(), what)
        if (outcome.error) continue
        const parts = outcome.parts.map((part) => (part.type === 'text-delta' ? { ...part, text: part.text.replaceAll('\uFFFD', '') } : part))
        const other = difference({ parts }, each.gives)
        check(other === undefined, `${what}: it passed for a success, though ${other}`)
      }
    }
  }],

  ['a piece without end is an error, before it fills the memory', async ({ line, good }) => {
    for (const each of good) {
      const what = `${each.name}, with a piece without end`
      const start = linesOf(each.bytes).find((bytes) => bytes.includes(123)) ?? each.bytes
      const open = line(withBody(each, (function* () {
        yield start.subarray(0, -4)
        yield* endless()
      })()))
      const { error } = await ask(open.provider, each.request(), what)
      const call = onlyCall(open, what)
      check(call.given < BOUND, `${what}: it took ${call.given} bytes`)
      check(error, `${what}: wanted an error`)
      check(call.released, `${what}: the body is still held`)
    }
  }],

  ['keys that reach for prototypes change no prototype', async ({ line, cases }) => {
    const before = reachable()
    try {
      for (const each of cases) {
        for (const [index, text] of hostile(textOf(each.bytes)).entries()) {
          const what = `${each.name}, with hostile keys (${index + 1})`
          const { parts } = await ask(line(withBody(each, [bytesOf(text)])).provider, each.request(), what)
          check(reachable() === before && !('polluted' in {}), `${what}: Object.prototype was changed`)
          const call = parts.find(({ type, ...part }) => type === 'tool-call' && 'polluted' in Object(Reflect.get(part, 'input')))
          check(!call, `${what}: a call’s input has another prototype`)
        }
      }
    } finally {
      // what one check has found must not spoil the others
      for (const prototype of [Object.prototype, Array.prototype, Function.prototype]) Reflect.deleteProperty(prototype, 'polluted')
    }
  }],
]

const reachable = (): string => [Object.prototype, Array.prototype, Function.prototype].flatMap((each) => Reflect.ownKeys(each).map(String)).join()
