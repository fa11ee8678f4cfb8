import { rest } from '../connections/timing.ts'
import type { Format } from './formats.ts'
import type { Answer, Call } from './service.ts'
import { nowhere } from './service.ts'

/** With characters of two, three and four bytes. */
export const WORDS = ['Ja', ' – til', ' Tromsø', ' 🚚', ' på fredag', '.'] as const
export const TEXT = WORDS.join('')

/** What a visitor is left with. `part`: words that are marked as broken off. */
export type End = 'answer' | 'part' | 'person'

/** One thing that a service does instead of answering. */
export interface Fault {
  readonly name: string
  readonly serve: (call: Call, format: Format) => void | Promise<void>
  /** An address that leads nowhere, instead. */
  readonly address?: () => Promise<string>
  /** Where it can happen. Default everywhere. */
  readonly at?: (format: Format) => boolean
  /** What must come of it, when the service never does anything else. */
  readonly end: End
  /** Whether the service may be asked again. Only where nothing was shown. */
  readonly again?: true
  /** The service has answered, as far as it goes: another one is not asked. */
  readonly final?: true
  /** How often it is asked for one answer. Default once. */
  readonly rounds?: number
}

const remote = ({ local }: Format): boolean => !local
const never = async ({ over }: Call): Promise<void> => over

const some = async (call: Call, { open, word }: Format): Promise<void> => {
  await call.write(open)
  for (const each of WORDS.slice(0, 3)) await call.write(word(each))
  // the visitor sees them before anything goes wrong
  await rest(20)
}

export const healthy: (format: Format) => Answer = (format) => async (call) => {
  await call.write(format.open)
  for (const each of WORDS) await call.write(format.word(each))
  call.end(format.end(TEXT))
}

/** Each byte of a character that has several stands alone. */
function torn(text: string): Uint8Array[] {
  const bytes = Buffer.from(text)
  const cuts = [...bytes.keys()].filter((at) => at > 0 && ((bytes[at] ?? 0) > 127 || (bytes[at - 1] ?? 0) > 127))
  return [0, ...cuts].map((from, at) => bytes.subarray(from, cuts[at]))
}

const status = (name: string, code: number, headers: Readonly<Record<string, string>>, again: boolean): Fault => ({
  name,
  serve(call, { errorBody }) {
    call.head(code, { 'content-type': 'application/json', ...headers })
    call.end(errorBody)
  },
  at: remote,
  end: 'person',
  ...(again ? { again } : {}),
})

const every = async (ms: number, call: Call, bytes: string): Promise<void> => {
  while (await call.write(bytes)) await rest(ms)
}

export const faults: readonly Fault[] = [
  { name: 'connection refused', serve: never, address: nowhere, at: remote, end: 'person', again: true },
  { name: 'a name that does not exist', serve: never, address: async () => 'http://service.invalid', at: remote, end: 'person', again: true },
  status('401', 401, {}, false),
  status('429, come again in 1 s', 429, { 'retry-after': '1' }, true),
  status('429, come again in 60 s', 429, { 'retry-after': '60' }, false),
  status('500', 500, {}, true),
  status('529', 529, {}, true),
  { name: 'dropped before the head', serve: (call) => call.destroy(), end: 'person', again: true },
  { name: 'silent before the head', serve: never, end: 'person', again: true },
  {
    name: 'silent after the head',
    serve(call) {
      call.head()
      return never(call)
    },
    end: 'person',
    again: true,
  },
  { name: 'heartbeats, never a word', serve: (call, { heartbeat }) => every(30, call, heartbeat), end: 'person', again: true },
  {
    name: 'silent after some words',
    async serve(call, format) {
      await some(call, format)
      await never(call)
    },
    end: 'part',
  },
  {
    name: 'words without end',
    async serve(call, format) {
      await some(call, format)
      await every(30, call, format.word(' ja'))
    },
    end: 'part',
  },
  {
    name: 'ends before its first word',
    serve: (call, { open }) => call.end(open),
    at: ({ mark }) => mark !== undefined,
    end: 'person',
    again: true,
  },
  {
    name: 'ends without its mark',
    async serve(call, format) {
      await some(call, format)
      call.end()
    },
    at: ({ mark }) => mark !== undefined,
    end: 'part',
  },
  {
    name: 'ends in the middle of a call',
    serve: (call, { open, call: tool }) => call.end(`${open}${tool?.('look_up', { n: 1 })[0]}`),
    at: ({ call }) => call !== undefined,
    end: 'person',
    again: true,
  },
  {
    name: 'dropped after some words',
    async serve(call, format) {
      await some(call, format)
      call.destroy()
    },
    end: 'part',
  },
  {
    name: 'no JSON, first',
    async serve(call, { open, broken, mark }) {
      await call.write(open + broken)
      call.end(mark)
    },
    end: 'person',
    again: true,
  },
  {
    name: 'no JSON, after some words',
    async serve(call, format) {
      await some(call, format)
      await call.write(format.broken)
      call.end(format.mark)
    },
    end: 'part',
  },
  {
    name: 'an error in the stream, first',
    serve: (call, { error }) => call.end(error),
    end: 'person',
    again: true,
  },
  {
    name: 'an error in the stream, after words',
    async serve(call, format) {
      await some(call, format)
      call.end(format.error)
    },
    end: 'part',
  },
  {
    name: 'characters cut in the middle',
    async serve(call, { open, word, end }) {
      await call.write(open)
      for (const piece of torn(WORDS.map(word).join(''))) {
        await call.write(piece)
        // writes that come together are read as one
        await rest(2)
      }
      call.end(end(TEXT))
    },
    end: 'answer',
  },
  {
    name: 'an empty answer',
    serve: (call, { open, end }) => call.end(open + end('')),
    end: 'person',
    again: true,
  },
  {
    name: '1 MB of words',
    async serve(call, { open, word, end }) {
      const piece = 'Tromsø '.repeat(512)
      await call.write(open)
      for (let sent = 0; sent < 1_048_576; sent += piece.length) if (!(await call.write(word(piece)))) return
      call.end(end(''))
    },
    end: 'part',
    final: true,
  },
  {
    name: 'one event of 2 MB',
    async serve(call, { open, word, end }) {
      await call.write(open + word('x'.repeat(2_097_152)))
      call.end(end(''))
    },
    // the others are read by somebody else's code
    at: ({ name }) => !/model|prompt/.test(name),
    end: 'person',
    again: true,
  },
  {
    name: 'a page of HTML',
    serve(call) {
      call.head(200, { 'content-type': 'text/html; charset=utf-8' })
      call.end('<!doctype html><title>Sign in</title>')
    },
    at: remote,
    end: 'person',
    again: true,
  },
  status('200 with an error', 200, {}, true),
  {
    name: 'calls without end',
    serve: (call, { open, call: tool }) => call.end(`${open}${tool?.('look_up', { n: call.index }).join('')}`),
    at: ({ call }) => call !== undefined,
    end: 'person',
    final: true,
    rounds: 6,
  },
  {
    name: 'filtered, first',
    serve: (call, { open, filtered }) => call.end(`${open}${filtered}`),
    at: ({ filtered }) => filtered !== undefined,
    end: 'person',
    final: true,
  },
  {
    name: 'filtered, after some words',
    async serve(call, format) {
      await some(call, format)
      call.end(format.filtered)
    },
    at: ({ filtered }) => filtered !== undefined,
    end: 'person',
    final: true,
  },
]
