import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AIProvider, ReplyPart } from '../src/contracts/index.ts'
import { agUi } from '../src/providers/ag-ui.ts'
import { aiSdk } from '../src/providers/ai-sdk.ts'
import { anthropic } from '../src/providers/anthropic.ts'
import { gemini } from '../src/providers/gemini.ts'
import { openaiResponses } from '../src/providers/openai-responses.ts'
import { openai } from '../src/providers/openai.ts'

/**
 * Reads every recorded stream as a whole, byte by byte and cut in two at every byte (of those above 16 kB at some 2,000 places, spread
 * evenly, because all of them would be billions of bytes), and prints for each kind of service how many were
 * read and how often the parts or the error differed. The tests compare the same recordings with what they must give; here only the
 * cutting is tried, all of it. The last line is the number of differences.
 */

type Fetch = (url: string, init: RequestInit) => Promise<Response>

const providers: Readonly<Record<string, (fetch: Fetch) => AIProvider>> = {
  'openai-chat': (fetch) => openai({ model: 'm', fetch }),
  'openai-responses': (fetch) => openaiResponses({ model: 'm', fetch }),
  anthropic: (fetch) => anthropic({ model: 'm', fetch }),
  gemini: (fetch) => gemini({ model: 'm', fetch }),
  'ai-sdk-ui-message-stream': (fetch) => aiSdk({ api: '/api/chat', fetch }),
  'ag-ui': (fetch) => agUi({ url: 'http://agent.test/', fetch }),
}

const folder = process.env['HANDBACK_RECORDINGS'] ?? join(import.meta.dirname, '../../shared/recordings')
if (!existsSync(join(folder, 'expected.json'))) {
  console.log(`There are no recorded streams in ${folder}. Say where by HANDBACK_RECORDINGS.`)
  process.exit(1)
}

const request = { conversation: 'conversation-1', turn: 'turn-0001', system: '', messages: [{ role: 'visitor', text: 'Hi' }], articles: [] } as const

/** A body of these pieces, without a promise for each. */
function bodyOf(pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  let next = 0
  return new ReadableStream({
    pull(controller) {
      const piece = pieces[next]
      next += 1
      if (piece) controller.enqueue(piece)
      else controller.close()
    },
  })
}

/** What a reading comes to, as one text; pieces of text are joined, because where a text is cut is nobody's business. */
async function outcome(make: (fetch: Fetch) => AIProvider, pieces: readonly Uint8Array[]): Promise<string> {
  const seen: ReplyPart[] = []
  let text = ''
  try {
    for await (const part of make(async () => new Response(bodyOf(pieces), { headers: { 'content-type': 'text/event-stream' } })).reply(request, {
      signal: new AbortController().signal,
    })) {
      if (part.type === 'text-delta') text += part.text
      else seen.push(part)
    }
  } catch (error) {
    return JSON.stringify([text, seen, String(error)])
  }
  return JSON.stringify([text, seen])
}

/** Bytes from which on not every place is tried, and how many are then. */
const LONG = 16_000
const PLACES = 2_000

interface Row {
  streams: number
  bytes: number
  readings: number
  differences: number
}

const rows = new Map<string, Row>()
const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<string, { protocol: string; httpStatus?: number; errorBody?: unknown }>
const unknown: string[] = []
for (const [file, { protocol, errorBody }] of Object.entries(expected)) {
  const kind = Object.keys(providers).find((name) => protocol === name || protocol.startsWith(`${name}-`))
  const make = kind === undefined ? undefined : providers[kind]
  if (kind === undefined || !make) {
    unknown.push(`${file} (${protocol})`)
    continue
  }
  if (errorBody) continue
  const data = new Uint8Array(readFileSync(join(folder, file)))
  const row = rows.get(kind) ?? { streams: 0, bytes: 0, readings: 0, differences: 0 }
  rows.set(kind, row)
  const whole = await outcome(make, [data])
  const cuts: Uint8Array[][] = [Array.from(data, (_, at) => data.subarray(at, at + 1))]
  const step = data.length > LONG ? data.length / PLACES : 1
  for (let at = 1; at < data.length; at = Math.ceil(at + step)) cuts.push([data.subarray(0, at), data.subarray(at)])
  row.streams += 1
  row.bytes += data.length
  for (const pieces of cuts) {
    row.readings += 1
    if ((await outcome(make, pieces)) !== whole) row.differences += 1
  }
}

console.log(`${'service'.padEnd(26)}${'streams'.padStart(9)}${'bytes'.padStart(10)}${'readings'.padStart(10)}${'differ'.padStart(8)}`)
for (const [kind, { streams, bytes, readings, differences }] of rows) {
  console.log(`${kind.padEnd(26)}${String(streams).padStart(9)}${String(bytes).padStart(10)}${String(readings).padStart(10)}${String(differences).padStart(8)}`)
}
if (unknown.length > 0) console.log(`not read, for no provider speaks it: ${unknown.join(', ')}`)
const differences = [...rows.values()].reduce((sum, row) => sum + row.differences, 0)
console.log(`differences: ${differences}`)
process.exitCode = differences === 0 ? 0 : 1
