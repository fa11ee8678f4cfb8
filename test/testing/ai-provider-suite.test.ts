import { describe, expect, test } from 'vitest'
import type { AIProvider } from '../../src/contracts/index.ts'
import { scripted } from '../../src/providers/scripted.ts'
import { type AIProviderSuiteOptions, aiProviderSuite } from '../../src/testing/index.ts'
import { acmeAnswers } from '../broken-providers/answers.ts'
import { type Break, good } from '../broken-providers/breaking.ts'
import * as faults from '../broken-providers/faults.ts'
import * as more from '../broken-providers/more-faults.ts'
import { splitsAtOneKindOfLine } from '../broken-providers/more-faults.ts'

function checksOf(options: AIProviderSuiteOptions): ReadonlyMap<string, () => Promise<void>> {
  const checks = new Map<string, () => Promise<void>>()
  aiProviderSuite((name, run) => checks.set(name, run), options)
  return checks
}

/** Why a check fails. */
async function failure(provider: Break, name: string, answers = acmeAnswers): Promise<string> {
  const run = checksOf({ provider, answers, heartbeat: '\n' }).get(name)
  return run ? run().then(() => 'it passes', String) : 'the kit has no such check'
}

const meant = 'gives each answer as it was meant'
const oneFinish = 'an answer has exactly one finish, which is its last part'
const calls = 'tool calls are the last things, each with an id of its own, and finish says tool-call'
const cut = 'an answer that broke off is an error that may be tried again, and never a shorter answer'
const midBody = 'aborting in the middle of a body ends it quietly, and lets go of it'

/** The check that must find it, and what it must say. */
const broken: Readonly<Record<keyof typeof faults, readonly [check: string, why: RegExp]>> = {
  losesTheLastPiece: [meant, /“words”: its text "Hej – ja, til Tromsø 🚚", wanted "Hej – ja, til Tromsø 🚚!"/],
  finishesTwice: [oneFinish, /“words”: finish came 2 times, wanted once/],
  neverFinishes: [oneFinish, /“words”: finish came 0 times, wanted once/],
  speaksAfterTheEnd: [oneFinish, /the last part is text-delta, wanted finish/],
  callsWhatHasBegun: [
    'no tool is called of an answer that broke off',
    /ended after \d+ of \d+ bytes: it threw provider\/truncated after this: .*"name":"stock"/,
  ],
  callsWhatWasCut: [calls, /“a call that is too long”: there are calls, and finish says length/],
  saysStopBesideCalls: [calls, /“two calls”: there are calls, and finish says stop/],
  signalsLate: ['signals come before the first text', /“words”: signals came after text/],
  keepsAllAsState: ['a state is JSON of at most 64 KiB, and comes only where tools are called', /the state has 70011 characters/],
  yieldsErrors: ['gives parts of the contract, and errors never as parts', /“overloaded”: “error” is no part of the contract/],
  throwsWhatItGets: [meant, /“overloaded”: it threw what is no HandbackError/],
  ignoresAbort: [midBody, /nothing happened/],
  throwsWhenAborted: [midBody, /it did not end quietly/],
  readsAhead: [
    'breaking out of the loop lets go of the body, and nothing more of it is read',
    /neither its body is cancelled nor its request aborted|went on reading/,
  ],
  decodesEachPiece: ['reads the same one byte at a time', /“words”, one byte at a time: its text .*\uFFFD/],
  takesPiecesForLines: ['reads the same wherever a body is cut in two', /“words”, cut after 1 of \d+ bytes: it reads .*provider/],
  takesCutsForEnds: [cut, /“words”, ended after 0 of \d+ bytes: it passed for a success, though its text/],
  givesUpAtCuts: [cut, /provider\/truncated is not retryable/],
  buffersWithoutBound: ['a piece without end is an error, before it fills the memory', /it took \d{8} bytes/],
  skipsWhatItCannotRead: [
    'an unreadable piece in the middle is an error, and never an answer without it',
    /with a brace lost of .*: it passed for a success, though its text/,
  ],
  readsWhatIsNoText: [
    'bytes that are no UTF-8 are an error, or marks in the text, and never change the answer otherwise',
    /with a wrong byte after \d+: it passed for a success/,
  ],
  triesAgain: ['what fails is not asked again: that is the hub’s', /status 500: the service was asked 2 times, wanted once/],
  leaksTheKey: [
    'no error’s message holds the service’s words, a key, a header or an address',
    /its message says “.*asked with Bearer key-of-the-kit/,
  ],
  quotesTheService: [
    'no error’s message holds the service’s words, a key, a header or an address',
    /no network: its message says “connect ECONNREFUSED/,
  ],
  readsErrorsToTheirEnd: ['the body of an error is not read without end', /it took 33554432 bytes/],
  triesBadRequestsAgain: [
    'a request that is refused is provider/bad-request, and not retryable',
    /status 400: provider\/bad-request, retryable, wanted/,
  ],
  neverWaits: [
    'how long to wait is understood, in seconds, as a date, and where it is nonsense',
    /retry-after: 7: its retryAfter is undefined, wanted 7000/,
  ],
  sharesWhatWasSaid: ['replies one after the other share nothing', /as reply \d+ of the same provider: its text/],
  mixesReplies: ['replies beside each other do not mix, piece by piece', /beside the others: its text/],
  pollutesPrototypes: ['keys that reach for prototypes change no prototype', /Object\.prototype was changed/],
  changesTheRequest: ['a request is left as it was, also one that cannot be changed', /the request was changed to .*Be brief/],
  promisesPictures: [
    'pictures reach the service where it supports them, and else it works without',
    /supports\.images is true, and the request says/,
  ],
  forgetsTools: ['tools reach the service where it supports them, and else it works without', /a tool: the request does not hold it/],
  forgetsResults: ['the results of calls are taken back, with and without a state', /the request does not hold what the tool gave/],
  asksBeforehand: ['the service is asked only when somebody reads', /a reply that nobody reads: the service was asked/],
  saysItHasBegun: [
    'signs of life, where they are given, come with each piece, and tell when the model has begun',
    /the model had begun, and only heartbeats had come/,
  ],
  worksInAPage: ['with a key it is provider/misuse in a page', /with a key in a page: an answer, wanted provider\/misuse/],
  hasNoName: ['says what it is', /a provider has a name/],
}

const notAsWanted = (status: number, code: string): RegExp => new RegExp(`status ${status}: provider/failed, not retryable, wanted provider/${code}`)

const brokenOtherwise: readonly (readonly [name: Exclude<keyof typeof more, 'splitsAtOneKindOfLine'>, check: string, why: RegExp])[] = [
  [
    'beginsEachToolTwice',
    'a tool that is begun is called, once for each time, unless the answer does not end well',
    /it began \[stock,stock,price,price\] and called \[stock,price\]/,
  ],
  ['failsInOneWay', 'a request that is refused is provider/bad-request, and not retryable', notAsWanted(400, 'bad-request')],
  ['failsInOneWay', 'a key that is refused is provider/unauthorized, and not retryable', notAsWanted(401, 'unauthorized')],
  ['failsInOneWay', 'too many requests are provider/rate-limited, and retryable', notAsWanted(429, 'rate-limited')],
  ['failsInOneWay', 'a service that is slow is provider/time-out, and retryable', notAsWanted(408, 'time-out')],
  ['failsInOneWay', 'a service that fails is provider/unavailable, and retryable', notAsWanted(500, 'unavailable')],
  ['failsInOneWay', 'no network is provider/unavailable, and retryable', /no network: provider\/failed, not retryable/],
  ['failsInOneWay', cut, /provider\/failed is not retryable/],
  ['resumesByItself', 'asks once, also when the answer breaks off: trying again is the hub’s', /the service was asked 2 times, wanted once/],
  ['asksThoughAborted', 'already aborted: the service is not asked', /the service was asked 1 times/],
  ['keepsTheSignal', 'aborting while the service is silent ends it quietly, and takes the request back', /nothing happened/],
  ['forgetsTheQuestion', 'asks with what the visitor wrote', /a question: the request does not hold it/],
  ['forgetsItsRules', 'asks with all that a model must be told', /does not hold `system`/],
  ['hearsOnlyVisitors', 'takes a conversation of all roles, and an empty one', /does not hold the agent’s words/],
  ['needsAMessage', 'takes a conversation of all roles, and an empty one', /There is nothing to answer/],
  ['needsItsErrors', 'an error tells by its status, whatever its body is', /status 503 without a body: provider\/truncated/],
  ['waitsForErrors', 'aborting while the body of an error comes ends it quietly, or it ended by the status alone', /nothing happened/],
  [
    'drainsTheBody',
    'a reader who takes his time is not overtaken: what nobody asks for is not read',
    /bytes were read before the second part was asked for/,
  ],
]

const all: Readonly<Record<string, Break>> = { ...faults }
/** Together: the time goes by waiting for what does not come. The others one by one, since one of them makes a page. */
const waiting: ReadonlySet<string> = new Set(['ignoresAbort', 'keepsTheSignal', 'waitsForErrors'])
const moreFaults: Readonly<Record<string, Break>> = { ...more }

describe('the kit finds a provider that', () => {
  for (const [name, [check, why]] of Object.entries(broken)) {
    const register = waiting.has(name) ? test.concurrent : test
    register(name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`), async ({ expect }) => {
      expect(await failure(all[name] as Break, check)).toMatch(why)
    })
  }

  for (const [name, check, why] of brokenOtherwise) {
    const register = waiting.has(name) ? test.concurrent : test
    register(`${name}: “${check}”`, async ({ expect }) => {
      expect(await failure(moreFaults[name] as Break, check)).toMatch(why)
    })
  }

  test('splits events at one kind of line', async () => {
    const events = acmeAnswers.map((answer) => ({
      ...answer,
      headers: { 'content-type': 'text/event-stream' },
      body: String(answer.body).trim().split(/\n+/).map((line) => `data: ${line}\n\n`).join(''),
    }))
    expect(await failure(splitsAtOneKindOfLine, meant, events)).toBe('it passes')
    const check = 'server-sent events read the same with other line ends, comments, fields that nobody knows, and a mark at the start'
    expect(await failure(splitsAtOneKindOfLine, check, events)).toMatch(/“words”, with CRLF: it reads .*provider\/truncated/)
  })

  test('is good, by finding nothing', async () => {
    const failures: string[] = []
    for (const [name, run] of checksOf({ provider: good, answers: acmeAnswers, heartbeat: '\n' })) {
      await run().catch((error: unknown) => failures.push(`${name}: ${String(error)}`))
    }
    expect(failures).toEqual([])
  })
})

describe('without a service, the kit', () => {
  const hello = { request: { messages: [{ role: 'visitor', text: 'Hi' }] }, gives: { text: 'Hello', finish: 'stop' } } as const
  const failures = async (provider: () => AIProvider): Promise<string[]> => {
    const found: string[] = []
    for (const [name, run] of checksOf({ provider, asks: [hello] })) await run().catch(() => found.push(name))
    return found
  }

  test('finds nothing in a good provider', async () => {
    expect(await failures(() => scripted(() => ['Hel', 'lo']))).toEqual([])
  })

  test('finds one that answers once', async () => {
    expect(await failures(() => scripted([['Hello']]))).toEqual([
      'a reply that is left early does not spoil the next one',
      'replies one after the other share nothing',
      'replies beside each other do not mix',
    ])
  })

  test('finds one that says more after an abort', async () => {
    const deaf = scripted(() => ['Hel', 'lo'])
    const provider = (): AIProvider => ({ ...deaf, reply: (request) => deaf.reply(request, { signal: new AbortController().signal }) })
    expect(await failures(provider)).toEqual([
      'already aborted: it ends quietly, and gives nothing',
      'aborting at once ends it quietly',
      'aborting between two parts ends it quietly, and no further part comes',
    ])
  })
})

test('the kit refuses to run on nothing that says something', () => {
  const run = (): void => aiProviderSuite(() => undefined, { provider: good, answers: acmeAnswers.filter(({ gives }) => gives.calls) })
  expect(run).toThrow('The kit needs an answer that is text, and no call.')
})
