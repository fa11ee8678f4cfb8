import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  CLIENT_FRAME_BYTES,
  SERVER_FRAME_BYTES,
  decodeClientBody,
  decodeClientFrame,
  decodeServerFrame,
  decodeServerFrames,
  encodeFrame,
  fitsBytes,
} from '../../src/protocol/index.ts'
import { clientFrame, serverFrame } from './frames.ts'

const seed = 4711
const decoders = [decodeServerFrame, decodeClientFrame, decodeServerFrames, decodeClientBody]

test('what was encoded is decoded again, whatever the frame', () => {
  fc.assert(
    fc.property(serverFrame, clientFrame, (server, client) => {
      expect(decodeServerFrame(encodeFrame(server))).toEqual(server)
      expect(decodeClientFrame(encodeFrame(client))).toEqual(client)
      expect(decodeServerFrames(JSON.stringify({ frames: [server, server] }))).toEqual([server, server])
      expect(decodeClientBody(JSON.stringify({ frames: [client, client] }))).toEqual({ frames: [client, client], refused: [] })
    }),
    { seed, numRuns: 300 },
  )
})

test('an encoded frame is one line and survives UTF-8, lone surrogates too', () => {
  const frame = { t: 'bye', code: '\ud800 \n\r\u2028 ä😀 \udfff' } as const
  const json = encodeFrame(frame)
  expect(json).not.toMatch(/[\n\r]/)
  expect(decodeServerFrame(new TextDecoder().decode(new TextEncoder().encode(json)))).toEqual(frame)
})

test('no string and no JSON makes a decoder throw', () => {
  const check = (json: string): void => {
    for (const decode of decoders) expect(() => decode(json)).not.toThrow()
  }
  fc.assert(fc.property(fc.string({ unit: 'binary' }), check), { seed })
  fc.assert(fc.property(fc.json({ stringUnit: 'binary' }), check), { seed })
  for (const word of ['null', '0', '""', '[]', '{}', '{"t":null}', '{"t":"toString"}', '{"t":"__proto__"}', '{"t":"hasOwnProperty"}']) check(word)
})

test('a frame with any one field changed to anything else never makes a decoder throw', () => {
  const paths = (value: unknown, path: string[] = []): string[][] =>
    typeof value === 'object' && value !== null ? [path, ...Object.entries(value).flatMap(([key, item]) => paths(item, [...path, key]))] : [path]
  fc.assert(
    fc.property(fc.oneof(serverFrame, clientFrame), fc.nat(), fc.jsonValue(), (frame, choice, value) => {
      const all = paths(frame).slice(1)
      const path = all[choice % all.length] as string[]
      const copy = structuredClone(frame) as never
      const parent = path.slice(0, -1).reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, copy)
      parent[path.at(-1) as string] = value
      for (const decode of decoders) expect(() => decode(JSON.stringify(copy))).not.toThrow()
    }),
    { seed, numRuns: 300 },
  )
})

const by = { kind: 'visitor', id: 'visitor-1' }
const signal = { key: 'k', by, audience: 'everyone', ttl: 1 }
const event = { seq: 1, at: 2, by, type: 'message-sent', audience: 'everyone', data: {}, prev: 0, cause: 'command-1' }
const commandWith = (data: string, more = ''): string =>
  `{"t":"command","conversation":"conversation-1","seen":null,"command":{"id":"command-1","type":"x","data":${data}}${more}}`
const events = (change: object): string => JSON.stringify({ t: 'events', conversation: 'conversation-1', log: 1, events: [{ ...event, ...change }] })

test.each([
  ['a negative seq', { seq: -1 }],
  ['a broken seq', { seq: 1.5 }],
  ['an unsafe seq', { seq: 2 ** 53 }],
  ['a seq as text', { seq: '1' }],
  ['no prev', { prev: undefined }],
  ['a type that is not text', { type: 7 }],
  ['another audience', { audience: 'nobody' }],
  ['an author without id', { by: { kind: 'visitor' } }],
  ['an author as text', { by: 'visitor-1' }],
  ['a cause that is no id', { cause: 'short' }],
  ['a cause with a bad character', { cause: 'command/1' }],
])('an event with %s is not read', (_name, change) => {
  expect(decodeServerFrame(events({}))).toBeDefined()
  expect(decodeServerFrame(events(change))).toBeUndefined()
})

test.each([
  ['a topic of another kind', '{"t":"gone","topic":"everything"}'],
  ['a topic with a bad name', '{"t":"gone","topic":"conversation:x"}'],
  ['a topic on two lines', '{"t":"gone","topic":"me\\n"}'],
  ['a head of something that is no id', '{"t":"beat","heads":{"x":{"log":1,"seq":1}}}'],
  ['a list instead of heads', '{"t":"beat","heads":[]}'],
  ['an object instead of a list', '{"t":"desk","entries":{"length":0}}'],
  ['a field that must not be null', '{"t":"bye","code":"x","after":null}'],
  ['a delta without text', `{"t":"signal","topic":"me","signal":${JSON.stringify({ ...signal, data: { type: 'text-delta' } })}}`],
  ['a number that is infinite', '{"t":"bye","code":"x","after":1e999}'],
])('a frame with %s is not read', (_name, json) => {
  expect(decodeServerFrame(json)).toBeUndefined()
})

test('unknown frames are not read, unknown fields stay, and words that may grow pass', () => {
  expect(decodeServerFrame('{"t":"party","x":1}')).toBeUndefined()
  expect(decodeServerFrame('{"t":"command"}')).toBeUndefined()
  expect(decodeServerFrame('{"t":"bye","code":"new/reason","extra":[1]}')).toEqual({ t: 'bye', code: 'new/reason', extra: [1] })
  expect(decodeServerFrame(events({ type: 'of-tomorrow', data: [null, 'anything'] }))).toBeDefined()
  expect(decodeClientFrame('{"t":"signal","topic":"me","signal":{"ttl":1,"data":{"type":"of-tomorrow"}}}')).toBeDefined()
  expect(decodeClientFrame('{"t":"signal","topic":"me","signal":{"ttl":1,"data":{}}}')).toBeUndefined()
})

test('keys that could reach a prototype are dropped at every depth, and no prototype changes', () => {
  const bad = '{"polluted":1}'
  const evil = `{"__proto__":${bad},"constructor":{"prototype":${bad}},"prototype":${bad},"\\u005f_proto__":${bad},"fine":1}`
  const json = commandWith(`[${evil}]`, ',"__proto__":{"t":"page"}')
  const before = Reflect.ownKeys(Object.prototype)
  const frame = decodeClientFrame(json)
  expect(frame).toEqual({ t: 'command', conversation: 'conversation-1', seen: null, command: { id: 'command-1', type: 'x', data: [{ fine: 1 }] } })
  const data = frame?.t === 'command' && (frame.command.data as object[])[0]
  expect(Reflect.ownKeys(data as object)).toEqual(['fine'])
  expect(Object.getPrototypeOf(data)).toBe(Object.prototype)
  expect(JSON.stringify(Object.assign({}, data))).toBe('{"fine":1}')
  expect(Reflect.ownKeys(Object.prototype)).toEqual(before)
  expect('polluted' in {}).toBe(false)
})

test('a required field that only a polluted prototype has does not count', () => {
  Object.defineProperty(Object.prototype, 'code', { value: 'x', configurable: true })
  try {
    expect(decodeServerFrame('{"t":"bye"}')).toBeUndefined()
  } finally {
    delete (Object.prototype as { code?: string }).code
  }
})

test('32 levels are read and 33 are not, nor 100,000', () => {
  const nested = (levels: number): string => {
    const lists = levels - 2
    return commandWith('['.repeat(lists) + ']'.repeat(lists))
  }
  expect(decodeClientFrame(nested(32))).toBeDefined()
  expect(decodeClientFrame(nested(33))).toBeUndefined()
  expect(decodeServerFrame(`{"t":"bye","code":"x","y":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)).toBeUndefined()
})

test('a frame of exactly the longest size is read, one byte more is not, counted in UTF-8', () => {
  const of = (bytes: number, filler: string): string => {
    const left = bytes - '{"t":"bye","code":""}'.length
    const size = new TextEncoder().encode(filler).length
    return `{"t":"bye","code":"${filler.repeat(Math.floor(left / size))}${'x'.repeat(left % size)}"}`
  }
  for (const filler of ['x', 'é', '€', '😀']) {
    expect(decodeServerFrame(of(SERVER_FRAME_BYTES, filler))).toBeDefined()
    expect(decodeServerFrame(of(SERVER_FRAME_BYTES + 1, filler))).toBeUndefined()
  }
  const unfollow = (bytes: number): string => {
    const [head, tail] = ['{"t":"unfollow","topic":"me","x":"', '"}']
    return head + 'y'.repeat(bytes - head.length - tail.length) + tail
  }
  expect(decodeClientFrame(unfollow(CLIENT_FRAME_BYTES))).toBeDefined()
  expect(decodeClientFrame(unfollow(CLIENT_FRAME_BYTES + 1))).toBeUndefined()
})

test('fitsBytes counts the bytes of UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', size: 'medium' }), fc.nat({ max: 300 }), (text, bytes) => {
      expect(fitsBytes(text, bytes)).toBe(new TextEncoder().encode(text).length <= bytes)
    }),
    { seed },
  )
})

test('a body of frames is read without the frames that cannot be read, and only in its envelope', () => {
  const body = '{"frames":[{"t":"unfollow","topic":"me"},{"t":"party"},7,{"t":"unfollow","topic":"desk"}]}'
  expect(decodeClientBody(body)?.frames).toEqual([{ t: 'unfollow', topic: 'me' }, { t: 'unfollow', topic: 'desk' }])
  expect(decodeServerFrames('{"frames":[{"t":"bye","code":"x"}]}')).toEqual([{ t: 'bye', code: 'x' }])
  for (const other of ['[]', 'null', '{}', '{"frames":{}}', '{"frames":"x"}', '']) expect(decodeClientBody(other)).toBeUndefined()
})

const refusedFrame = (command: string) => ({ t: 'refused', command, refusal: { code: 'command/invalid', message: 'This command cannot be read.' } })

test.each([
  ['without its cursor', { seen: undefined }],
  ['for no conversation', { conversation: 'x' }],
  ['without a type', { command: { id: 'command-2', data: {} } }],
  ['nested too deeply', { command: { id: 'command-2', type: 'x', data: Array.from({ length: 40 }).reduce<object>((inner) => ({ inner }), {}) } }],
])('a command %s in a body is refused under its id, and takes no other frame with it', (_name, change) => {
  const good = JSON.parse(commandWith('{}')) as object
  const bad = { ...good, command: { id: 'command-2', type: 'x', data: {} }, ...change }
  expect(decodeClientBody(JSON.stringify({ frames: [bad, good] }))).toEqual({ frames: [good], refused: [refusedFrame('command-2')] })
  expect(decodeClientBody(JSON.stringify({ frames: [bad] }))).toEqual({ frames: [], refused: [refusedFrame('command-2')] })
})

test('a body of which nothing can be read is none, one without frames is empty', () => {
  const bad = [7, null, { t: 'party' }, { t: 'command' }, { t: 'command', command: { id: 'x' } }, { t: 'signal', command: { id: 'command-1' } }]
  expect(decodeClientBody(JSON.stringify({ frames: bad }))).toBeUndefined()
  expect(decodeClientBody('{"frames":[]}')).toEqual({ frames: [], refused: [] })
})
