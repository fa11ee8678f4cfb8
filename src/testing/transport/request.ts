import type { HubRequest, Transport } from '../../contracts/index.ts'
import { isHandbackError } from '../../protocol/index.ts'
import { check, eventually, same, within } from '../check.ts'
import type { TransportBench, TransportCheck } from './bench.ts'
import { watchedLife } from './watched-life.ts'

type Ask = (more: Partial<HubRequest> & Pick<HubRequest, 'path'>) => Promise<Response>

/** A check that has nothing to do where a transport cannot ask. */
const asking =
  (run: (ask: Ask, bench: TransportBench) => Promise<void>): TransportCheck[1] =>
  async (bench) => {
    const { served: { transport }, hub } = bench
    if (transport.request) await run(askBy(transport, () => hub.issue()), bench)
  }
const askBy =
  (transport: Transport, credentials: HubRequest['credentials']): Ask =>
  (more) =>
    (transport as Required<Transport>).request({ method: more.body ? 'POST' : 'GET', credentials, ...more })

const told = (error: unknown): unknown =>
  isHandbackError(error) ? { code: error.code, retryable: error.retryable, retryAfter: error.retryAfter } : String(error)
const reasonOf = (asked: Promise<unknown>): Promise<unknown> => asked.then(() => 'it was answered', (error: unknown) => error)
const failureOf = (asked: Promise<unknown>, what: string): Promise<unknown> => within(asked.then(() => 'it was answered', told), what)

/** What a hub says of a question, which the asker hears as it is. */
const refusals = [
  { code: 'request/not-found', retryable: false },
  { code: 'request/too-large', retryable: false },
  { code: 'request/invalid', retryable: false },
  { code: 'request/rate-limited', retryable: true, retryAfter: 2_000 },
  { code: 'store/full', retryable: false },
]

export const requestChecks: readonly TransportCheck[] = [
  ['a question brings method, path, query, token and bytes to the hub, and its answer back', asking(async (ask, { hub }) => {
    let asked: string[] = []
    const credentials = (why: string): string => ((asked = [...asked, why]), hub.issue())
    const got = await within(ask({ path: '/kit/bytes?name=a%20b', credentials }), 'a question')
    same([got.status, [...new Uint8Array(await got.arrayBuffer())]], [200, [...hub.questions.given]], 'the bytes of the answer')
    same(asked, ['first'], 'how credentials were asked')
    const body = new Blob([hub.questions.given])
    const took = await within(ask({ path: '/kit/take', body, credentials: () => 'kit-token-1' }), 'a question with bytes')
    same([took.status, await took.json()], [201, { took: 512 }], 'the answer to bytes')
    same(hub.questions.asked, [
      { method: 'GET', path: '/kit/bytes?name=a%20b', token: 'kit-token-1', bytes: [] },
      { method: 'POST', path: '/kit/take', token: 'kit-token-1', bytes: [...hub.questions.given] },
    ], 'what the hub was asked')
  })],

  ['what the hub refuses is its own error, and a token that it does not know is transport/unauthorized', asking(async (ask, { hub }) => {
    for (const refusal of refusals) {
      same(await failureOf(ask({ path: `/kit/fail?code=${refusal.code}` }), refusal.code), refusal, 'the error of a question')
    }
    check(hub.questions.asked.length === refusals.length, 'a question that is refused is not asked again')
    const before = hub.questions.asked.length
    for (const token of ['none-of-ours', undefined]) {
      const failure = await failureOf(ask({ path: '/kit/bytes', credentials: () => token }), 'without a good token')
      same(failure, { code: 'transport/unauthorized', retryable: false }, 'a question without a good token')
    }
    check(hub.questions.asked.length <= before + 2, 'a question that is refused is not asked again')
  })],

  ['a question that is given up rejects with the reason, and one given up beforehand is never asked', asking(async (ask, { hub }) => {
    const reason = new Error('No longer wanted.')
    const life = watchedLife()
    const held = reasonOf(ask({ path: '/kit/hold', signal: life.signal }))
    await eventually(async () => check(hub.questions.asked.length === 1, 'the hub is asked'))
    life.abort(reason)
    check((await within(held, 'a question that is given up')) === reason, 'it rejects with the reason')
    let credentials = 0
    const never = reasonOf(ask({ path: '/kit/bytes', signal: life.signal, credentials: () => ((credentials += 1), undefined) }))
    check((await within(never, 'one given up beforehand')) === reason, 'it rejects with the reason')
    same([credentials, hub.questions.asked.length], [0, 1], 'what one given up beforehand has cost')
    const done = watchedLife()
    await within(ask({ path: '/kit/bytes', signal: done.signal }), 'a question')
    await eventually(async () => check(life.listeners + done.listeners === 0, 'nothing listens to the asker’s signal after the end'))
  })],

  ['what is told of the bytes that have left only grows, and is never more than there are', asking(async (ask) => {
    const sent: number[] = []
    const body = new Blob([new Uint8Array(300_000)])
    await within(ask({ path: '/kit/take', body, onProgress: (bytes) => sent.push(bytes) }), 'a question with bytes')
    check(sent.every((bytes, at) => bytes >= (sent[at - 1] ?? 0) && bytes <= body.size), `what was told: ${sent.join()}`)
  })],
]
