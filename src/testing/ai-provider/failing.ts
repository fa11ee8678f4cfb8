import type { ErrorCode } from '../../protocol/index.ts'
import { check } from '../check.ts'
import { type Line, type ServiceBench, type ServiceCheck, onlyCall, withBody } from './bench.ts'
import { BOUND, endless } from './damage.ts'
import type { FakeAnswer } from './fake-fetch.ts'
import { bytesOf } from './pieces.ts'
import { type Outcome, ask } from './reading.ts'

/** What nobody but the operator may read: stands wherever a service says something in words. */
const WORDS = 'words-of-the-service-4711'
const BODY = JSON.stringify({ error: { message: WORDS, type: WORDS, code: null } })
const JSON_TYPE = { 'content-type': 'application/json', 'x-request-id': WORDS }

const refusal = (status: number, body: FakeAnswer['body'] = [bytesOf(BODY)], headers: FakeAnswer['headers'] = {}): FakeAnswer => ({
  status,
  statusText: WORDS,
  headers: { ...JSON_TYPE, ...headers },
  body,
})

/** What came of it, in words, such as `provider/unavailable, retryable`. */
const told = ({ error, parts }: Outcome): string =>
  error ? `${error.code}, ${error.retryable ? 'retryable' : 'not retryable'}` : `no error but ${JSON.stringify(parts).slice(0, 200)}`

async function answered({ line, spoken }: ServiceBench, answer: FakeAnswer, what: string): Promise<Outcome & { readonly open: Line }> {
  const open = line(answer)
  return { ...(await ask(open.provider, spoken.request(), what)), open }
}

/** One check for statuses that mean the same: the first of the codes is the best, and the others will do. */
function statusCheck(name: string, statuses: readonly number[], codes: readonly ErrorCode[], retryable: boolean): ServiceCheck {
  return [name, async (bench) => {
    for (const status of statuses) {
      const outcome = await answered(bench, refusal(status), `status ${status}`)
      const fits = codes.some((code) => told(outcome) === `${code}, ${retryable ? 'retryable' : 'not retryable'}`)
      check(fits, `status ${status}: ${told(outcome)}, wanted ${codes.join(' or ')}, ${retryable ? 'retryable' : 'not retryable'}`)
    }
  }]
}

/** Ways to ask to come back later, and how many milliseconds they may mean at least and at most. */
const waits = (now: number): readonly (readonly [headers: Readonly<Record<string, string>>, low: number, high: number])[] => [
  [{ 'retry-after': '7' }, 7_000, 7_000],
  [{ 'retry-after': new Date(now + 60_000).toUTCString() }, 50_000, 61_000],
  // the exact one is not in every service’s language, the other one is
  [{ 'retry-after': '2', 'retry-after-ms': '1500' }, 1_500, 2_000],
]

/** Each failure of a service that says something in words. */
const wordy = ({ spoken: { headers } }: ServiceBench): readonly (readonly [what: string, answer: FakeAnswer])[] => [
  ...[400, 401, 403, 404, 408, 422, 429, 500, 503, 529].map((status) => [`status ${status}`, refusal(status)] as const),
  ...[400, 500].map((status) => [`status ${status} without JSON`, refusal(status, [bytesOf(WORDS)], { 'content-type': 'text/plain' })] as const),
  ['no network', { fails: new TypeError(`connect ECONNREFUSED ${WORDS}`) }],
  ['an unreadable event', { headers, body: [bytesOf(`data: {"text":"${WORDS}\n\n{"text":"${WORDS}\n`)] }],
  ['an error in the stream', { headers, body: [bytesOf(`data: ${BODY}\n\n`)] }],
  ['an error as a whole body', { headers: JSON_TYPE, body: [bytesOf(BODY)] }],
  ['words of another kind', { headers: { 'content-type': `text/html; ${WORDS}` }, body: [bytesOf(`<p>${WORDS}`)] }],
]

/** What a request shows that is secret: values of its headers and of its address, in pieces. */
const secretsOf = ({ calls }: Line): readonly string[] =>
  calls.flatMap(({ url, init }) => {
    const headers = [...new Headers(init.headers)].filter(([name]) => !['content-type', 'accept'].includes(name))
    const values = headers.flatMap(([, value]) => value.split(/\s+/))
    return [...values, ...url.split(/[?&=/]/)].filter(({ length }) => length >= 8)
  })

export const failingChecks: readonly ServiceCheck[] = [
  statusCheck('a request that is refused is provider/bad-request, and not retryable', [400, 422], ['provider/bad-request'], false),
  statusCheck('a key that is refused is provider/unauthorized, and not retryable', [401, 403], ['provider/unauthorized'], false),
  statusCheck('too many requests are provider/rate-limited, and retryable', [429], ['provider/rate-limited'], true),
  statusCheck('a service that is slow is provider/time-out, and retryable', [408], ['provider/time-out', 'provider/unavailable'], true),
  statusCheck('a service that fails is provider/unavailable, and retryable', [500, 502, 503, 529], ['provider/unavailable'], true),

  ['no network is provider/unavailable, and retryable', async (bench) => {
    const outcome = await answered(bench, { fails: new TypeError('fetch failed') }, 'no network')
    check(told(outcome) === 'provider/unavailable, retryable', `no network: ${told(outcome)}, wanted provider/unavailable, retryable`)
  }],

  ['how long to wait is understood, in seconds, as a date, and where it is nonsense', async (bench) => {
    for (const [headers, low, high] of waits(Date.now())) {
      const what = Object.entries(headers).map((pair) => pair.join(': ')).join(', ')
      const { error } = await answered(bench, refusal(429, [bytesOf(BODY)], headers), what)
      const wait = error?.retryAfter
      check(wait !== undefined && wait >= low && wait <= high, `${what}: its retryAfter is ${wait}, wanted ${low} to ${high}`)
    }
    for (const nonsense of ['soon', '', 'NaN']) {
      const { error } = await answered(bench, refusal(429, [bytesOf(BODY)], { 'retry-after': nonsense }), `retry-after: ${nonsense}`)
      check(error && !error.retryAfter, `retry-after: ${nonsense}: its retryAfter is ${error?.retryAfter}, wanted none`)
    }
  }],

  ['an error tells by its status, whatever its body is', async (bench) => {
    const bodies: readonly (readonly [what: string, body: () => FakeAnswer['body']])[] = [
      ['without a body', () => null],
      ['with an empty body', () => []],
      ['with a body that is no JSON', () => [bytesOf('<html>Bad gateway</html>')]],
      ['with half a JSON', () => [bytesOf('{"error":{"mess')]],
      ['with an array', () => [bytesOf('[null]')]],
      ['with no object', () => [bytesOf('"no"')]],
      ['with a body that breaks', () => [bytesOf('{"error":'), 'break']],
      ['with bytes that are no text', () => [Uint8Array.of(0xff, 0xfe, 0)]],
      ['with a huge body', () => [bytesOf(`{"error":{"message":"${'x'.repeat(3_000_000)}"}}`)]],
    ]
    for (const [what, body] of bodies) {
      const outcome = await answered(bench, refusal(503, body()), `status 503 ${what}`)
      check(told(outcome) === 'provider/unavailable, retryable', `status 503 ${what}: ${told(outcome)}, wanted provider/unavailable, retryable`)
    }
  }],

  ['the body of an error is not read without end', async (bench) => {
    const what = 'status 500 with a body without end'
    const { open, ...outcome } = await answered(bench, refusal(500, endless()), what)
    const call = onlyCall(open, what)
    check(call.given < BOUND, `${what}: it took ${call.given} bytes`)
    check(call.released, `${what}: the body is still held`)
    check(told(outcome) === 'provider/unavailable, retryable', `${what}: ${told(outcome)}, wanted provider/unavailable, retryable`)
  }],

  ['what fails is not asked again: that is the hub’s', async (bench) => {
    for (const [what, answer] of wordy(bench)) onlyCall((await answered(bench, answer, what)).open, what)
  }],

  ['no error’s message holds the service’s words, a key, a header or an address', async (bench) => {
    for (const [what, answer] of wordy(bench)) {
      const { error, open } = await answered(bench, answer, what)
      const secret = [WORDS, ...secretsOf(open)].find((each) => error?.message.includes(each))
      check(secret === undefined, `${what}: its message says “${error?.message}”`)
    }
    for (const each of bench.cases.filter(({ gives }) => gives.error)) {
      const { error } = await ask(bench.line(withBody(each, [each.bytes])).provider, each.request(), each.name)
      const words = [...new TextDecoder().decode(each.bytes).matchAll(/"((?:[^"\\]|\\.){12,})"/g)].map(([, one = '']) => one)
      const said = words.find((one) => error?.message.includes(one))
      check(!said, `${each.name}: its message says “${error?.message}”, which are the service’s words`)
    }
  }],
]
