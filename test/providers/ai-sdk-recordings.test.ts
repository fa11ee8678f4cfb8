import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isHandbackError } from '../../src/protocol/index.ts'
import { aiSdk } from '../../src/providers/ai-sdk.ts'
import { collect, question, random, server, single, whole, type Outcome } from './streams.ts'

interface Expectation {
  readonly protocol: string
  readonly expected: {
    readonly text: string
    readonly toolCalls: readonly { readonly id: string; readonly name: string; readonly state: string; readonly input: unknown }[]
    readonly finishRaw: string
    readonly errors: readonly string[]
  }
}

const chunkings: Readonly<Record<string, (data: Uint8Array) => Uint8Array[]>> = {
  'in one piece': whole,
  'byte by byte': single,
  'cut at random': (data) => random(data, data.length),
}

const folder = process.env['HANDBACK_RECORDINGS'] ?? join(import.meta.dirname, '../../../shared/recordings')
const present = existsSync(join(folder, 'expected.json'))
const recordings = present ? (JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<string, Expectation>) : {}
const routes = Object.entries(recordings).filter(([, { protocol }]) => protocol === 'ai-sdk-ui-message-stream')
console.log(
  present ? `${routes.length} recorded routes of the AI SDK in ${folder}` : `No recorded streams in ${folder}: routes are read by hand-made streams only.`,
)

const read = (pieces: readonly Uint8Array[]): Promise<Outcome> =>
  collect(aiSdk({ api: '/api/chat', fetch: server(pieces).fetch }).reply(question('Hi'), { signal: new AbortController().signal }))

/** What a consumer learns, in the words of the expectations. */
function learned({ parts, text, error }: Outcome): object {
  const finish = parts.find((part) => part.type === 'finish')
  return {
    text,
    calls: parts.flatMap((part) => (part.type === 'tool-call' ? [{ id: part.id, name: part.name, input: part.input }] : [])),
    finish: isHandbackError(error) ? error.code : finish?.reason,
  }
}

const finishes: Readonly<Record<string, string>> = { 'tool-calls': 'tool-call', 'content-filter': 'filtered', other: 'stop' }

/**
 * Ours differ in two things, on purpose: an error part is thrown, whatever finish comes after it or none; and calls are those that the
 * route left open, for what it ran itself needs nothing of us.
 */
function wanted({ expected: { text, toolCalls, finishRaw, errors } }: Expectation): object {
  const failed = errors.length > 0 || finishRaw === 'error'
  const open = failed || ['length', 'content-filter'].includes(finishRaw) ? [] : toolCalls.filter(({ state }) => state === 'input-available')
  const ended = open.length > 0 ? 'tool-call' : finishRaw === 'tool-calls' ? 'stop' : (finishes[finishRaw] ?? finishRaw)
  return { text, calls: open.map(({ id, name, input }) => ({ id, name, input })), finish: failed ? 'provider/failed' : ended }
}

describe('recorded routes of ai 5, 6 and 7', () => {
  it('are there where any recordings are', () => {
    expect(routes.length > 0).toBe(present)
  })

  for (const [file, expectation] of routes) {
    const data = readFileSync(join(folder, file))
    for (const [cut, pieces] of Object.entries(chunkings)) {
      it(`gives what ${file} says, ${cut}`, async () => {
        expect(learned(await read(pieces(data)))).toEqual(wanted(expectation))
      })
    }

    it(`never takes ${file} for whole when it is cut before its end`, async () => {
      const stream = data.toString('latin1')
      const last = stream.search(/\{"type":"(finish|error)"/)
      const whole = stream.indexOf('}', last) + 1
      for (let end = 0; end < data.length; end++) {
        const outcome = await read([data.subarray(0, end)])
        if (end < whole) expect(outcome.error, `cut at ${end}`).toMatchObject({ code: 'provider/truncated', retryable: true })
        else expect(learned(outcome), `cut at ${end}`).toEqual(wanted(expectation))
      }
    })
  }
})
