import process from 'node:process'
import { describe, expect, test } from 'vitest'
import type { Transport } from '../../src/contracts/index.ts'
import { type TransportSuiteOptions, transportSuite } from '../../src/testing/index.ts'
import { inProcess } from '../../src/transports/in-process.ts'
import { serveKit } from '../transports/kit-servers.ts'
import { asksAgain, callsItARefusal, countsBackwards, goesOnRegardless, losesTheQuery, readsAsText } from './asking-faults.ts'
import type { Break } from './breaking.ts'
import {
  buffersWithoutBound,
  doublesOne,
  hidesLosses,
  ignoresAbort,
  ignoresTheCursor,
  losesOne,
  neverEnds,
  showsStaleCredentials,
  swapsTwo,
} from './faults.ts'
import {
  asksTwice,
  changesTexts,
  closesOnce,
  diesOfNews,
  dropsSignals,
  greetsTwice,
  keepsItsLink,
  leavesARejection,
  promisesMore,
  sendsBackwards,
  takesTooMuch,
} from './small-faults.ts'
import { cutsCharacters, fetchesAgain, losesForGood, resumesByItself } from './faults-on-the-line.ts'

type Check = readonly [name: string, run: () => Promise<void>]

function checksOf(serve: TransportSuiteOptions['serve']): readonly Check[] {
  const checks: Check[] = []
  transportSuite((name, run) => checks.push([name, run]), { mode: 'push', supports: { signals: true }, serve })
  return checks
}

const withoutLine = (make: Break): TransportSuiteOptions['serve'] => (hub) => ({ transport: make(hub), close: () => undefined })

/** Why a check fails. */
async function failure(serve: TransportSuiteOptions['serve'], name: string): Promise<string> {
  const found = checksOf(serve).find(([check]) => check === name)
  if (!found) return 'the kit has no such check'
  return found[1]().then(() => 'it passes', String)
}

const order = 'two thousand frames arrive whole, once and in order'

const lost = 'a hub that ends the link makes the frames throw transport/lost, after what was written'

const question = 'a question brings method, path, query, token and bytes to the hub, and its answer back'
const refusals = 'what the hub refuses is its own error, and a token that it does not know is transport/unauthorized'

const broken: readonly (readonly [what: string, make: Break, check: string, why: RegExp])[] = [
  ['loses one', losesOne, order, /frame 99 of 2003: got .*"number 97".*, wanted .*"number 96"/],
  ['doubles one', doublesOne, order, /frame 100 of 2003: got .*"number 96".*, wanted .*"number 97"/],
  ['swaps two', swapsTwo, order, /frame 99 of 2003: got .*"number 97".*, wanted .*"number 96"/],
  ['ignores the cursor', ignoresTheCursor, 'a follow with a cursor gives only what lies after it, then what happens', /event 37 .* nothing happened/],
  ['never ends', neverEnds, lost, /the end of the frames: nothing happened/],
  [
    'ignores abort',
    ignoresAbort,
    'aborting a connection ends the frames quietly, nothing can be sent, and the hub’s link is gone',
    /the end of the frames: nothing happened/,
  ],
  [
    'buffers without bound',
    buffersWithoutBound,
    'an owner who does not read loses the connection, not memory, and then comes back to everything',
    /link is still open/,
  ],
  [
    'shows stale credentials',
    showsStaleCredentials,
    'each attempt shows the token that it was given, and no older one',
    /got \["kit-token-1"\], wanted \[\]/,
  ],
  ['hides losses', hidesLosses, lost, /got "quietly", wanted "transport\/lost"/],
  ['greets twice', greetsTwice, 'hello comes first, and once', /got 2, wanted 1/],
  ['asks for credentials twice', asksTwice, 'credentials are asked for once by each attempt, as for the first time', /got \["first","first"\]/],
  [
    'keeps its link after the end',
    keepsItsLink,
    'closing ends the frames quietly, nothing can be sent, and the hub’s link is gone',
    /has 1 open links, wanted 0/,
  ],
  ['can be closed only once', closesOnce, 'close is idempotent, also at the same time', /Closed already/],
  [
    'takes what is too long',
    takesTooMuch,
    'a frame that is too long is request/too-large, and the connection lives',
    /too many bytes: wanted request\/too-large, but it resolved/,
  ],
  ['sends the last first', sendsBackwards, 'commands have their effects in the order in which they were sent', /the order in which they came/],
  ['drops signals', dropsSignals, 'signals get through in both directions', /nothing happened/],
  [
    'cannot bear what it does not know',
    diesOfNews,
    'frames that only a newer hub knows are passed over',
    /the frames ended before \(transport\/protocol, not retryable\)/,
  ],
  ['changes texts', changesTexts, 'texts arrive as they were written, whatever they hold', /unusual texts: frame/],
  ['loses the query of a question', losesTheQuery, question, /what the hub was asked/],
  ['reads an answer as text', readsAsText, question, /the bytes of the answer/],
  ['has words of its own for what the hub refuses', callsItARefusal, refusals, /got .*transport\/protocol/],
  ['asks again what was refused', asksAgain, refusals, /is not asked again/],
  [
    'goes on with a question that was given up',
    goesOnRegardless,
    'a question that is given up rejects with the reason, and one given up beforehand is never asked',
    /a question that is given up: nothing happened/,
  ],
  ['counts bytes backwards', countsBackwards, 'what is told of the bytes that have left only grows, and is never more than there are', /what was told: 2,1/],
  ['promises more than it was asked for', promisesMore, 'declares what it supports', /what it declares/],
]

describe('the kit finds a transport that', () => {
  for (const [what, make, check, why] of broken) {
    // together: most of the time goes by waiting for what does not come
    test.concurrent(what, async ({ expect }) => {
      expect(await failure(withoutLine(make), check)).toMatch(why)
    })
  }
})

/** What only a bad network shows. */
const brokenOnTheLine: readonly (readonly [what: string, make: (endpoint: string) => Transport, check: string, why: RegExp])[] = [
  [
    'comes back by itself to where it began',
    resumesByItself,
    'nothing is lost, doubled or swapped by connections that are reset at any byte',
    /seed \d: event \d+ came twice or late/,
  ],
  [
    'fetches again what was refused',
    fetchesAgain,
    'connect is one attempt: what is refused or fails is not tried again',
    /a line that is refused was tried 2 times/,
  ],
  [
    'calls a loss final',
    losesForGood,
    'nothing is lost, doubled or swapped by connections that are reset at any byte',
    /seed 1: not retryable: .*Gone/,
  ],
  ['cuts characters', cutsCharacters, 'nothing is lost, doubled or swapped by pieces that split characters', /seed 1: event \d+ came damaged/],
]

describe('the kit finds, by its bad network, a transport that', () => {
  test.each(brokenOnTheLine)('%s', async (_what, make, check, why) => {
    expect(await failure((hub) => serveKit(hub, make), check)).toMatch(why)
  })
})

describe('the kit', () => {
  test('finds a rejection that is left to nobody', async () => {
    // the runner has ears of its own, and would take what happens here for a fault of this file
    const ears = process.listeners('unhandledRejection')
    const deaf = (): void => undefined
    process.removeAllListeners('unhandledRejection')
    process.on('unhandledRejection', deaf)
    try {
      const check = 'nothing is rejected behind the owner’s back'
      expect(await failure(withoutLine(leavesARejection), check)).toMatch(/got \["Error: Left alone\."\], wanted \[\]/)
      await new Promise((resolve) => setImmediate(resolve))
    } finally {
      process.off('unhandledRejection', deaf)
      for (const ear of ears) process.on('unhandledRejection', ear)
    }
  })

  test('finds nothing in a good transport', async () => {
    const checks = checksOf(withoutLine(inProcess))
    const failures = await Promise.all(checks.map(async ([name, run]) => run().then(() => [], (error: unknown) => [[name, String(error)]])))
    expect(failures.flat()).toEqual([])
    expect(checks.length).toBeGreaterThan(40)
  })
})
