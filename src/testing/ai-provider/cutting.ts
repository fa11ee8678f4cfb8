import { check } from '../check.ts'
import { came, canonical, difference } from './answers.ts'
import { type ServiceBench, type ServiceCase, type ServiceCheck, withBody } from './bench.ts'
import type { Step } from './fake-fetch.ts'
import { bytesOf, crumbs, placesIn, spread, textOf } from './pieces.ts'
import { type Outcome, answerOf, ask, shapeOf } from './reading.ts'

interface Asked extends Outcome {
  /** How often the service was asked. */
  readonly requests: number
}

/** One answer whose body comes in this way. */
async function asked({ line }: ServiceBench, each: ServiceCase, body: Iterable<Step>, what: string): Promise<Asked> {
  const { provider, calls } = line(withBody(each, body))
  return { ...(await ask(provider, each.request(), what)), requests: calls.length }
}

/** Throws unless both are the same reading. */
function sameReading(outcome: Outcome, whole: Outcome, what: string): void {
  const [got, wanted] = [outcome, whole].map(({ parts, error }) => canonical([shapeOf(parts), error?.code]))
  check(got === wanted, `${what}: it reads ${got}, and of the whole body ${wanted}`)
}

/** Each way in which a body can end too early, for some places. */
async function* brokenOff(bench: ServiceBench): AsyncGenerator<readonly [what: string, each: ServiceCase, whole: Outcome, outcome: Asked]> {
  for (const each of bench.cases) {
    const { bytes, name } = each
    const whole = await asked(bench, each, [bytes], name)
    const places = [0, ...placesIn(bytes)]
    for (const at of places) {
      const what = `${name}, ended after ${at} of ${bytes.length} bytes`
      yield [what, each, whole, await asked(bench, each, [bytes.subarray(0, at)].filter(({ length }) => length > 0), what)]
    }
    for (const at of spread([...places, bytes.length], 100)) {
      const what = `${name}, lost after ${at} of ${bytes.length} bytes`
      yield [what, each, whole, await asked(bench, each, [bytes.subarray(0, at), 'break'], what)]
    }
  }
}

export const cuttingChecks: readonly ServiceCheck[] = [
  ['reads the same one byte at a time', async (bench) => {
    for (const each of bench.cases) {
      const what = `${each.name}, one byte at a time`
      const outcome = await asked(bench, each, crumbs(each.bytes), what)
      came(outcome, each.gives, what)
      sameReading(outcome, await asked(bench, each, [each.bytes], each.name), what)
    }
  }],

  ['reads the same wherever a body is cut in two', async (bench) => {
    for (const each of bench.cases) {
      const { bytes, name } = each
      const whole = await asked(bench, each, [bytes], name)
      for (const at of placesIn(bytes)) {
        const what = `${name}, cut after ${at} of ${bytes.length} bytes`
        sameReading(await asked(bench, each, [bytes.subarray(0, at), bytes.subarray(at)], what), whole, what)
      }
    }
  }],

  ['server-sent events read the same with other line ends, comments, fields that nobody knows, and a mark at the start', async (bench) => {
    for (const each of bench.good.filter(({ headers }) => headers['content-type']?.includes('event-stream'))) {
      const whole = await asked(bench, each, [each.bytes], each.name)
      const text = textOf(each.bytes).replaceAll('\r\n', '\n')
      const ways: Readonly<Record<string, string>> = {
        LF: text,
        CRLF: text.replaceAll('\n', '\r\n'),
        CR: text.replaceAll('\n', '\r'),
        'comments between events': `: hello\n\n${text.replaceAll('\n\n', '\n\n: still here\n\n')}`,
        'fields that nobody knows': text.replaceAll('\n\n', '\nretry: 10\nid: 7\nkit: yes\n\n'),
        'a byte order mark': `\uFEFF${text}`,
      }
      for (const [way, body] of Object.entries(ways)) {
        const what = `${each.name}, with ${way}`
        for (const pieces of [[bytesOf(body)], crumbs(bytesOf(body))]) sameReading(await asked(bench, each, pieces, what), whole, what)
      }
    }
  }],

  ['an answer that broke off is an error that may be tried again, and never a shorter answer', async (bench) => {
    for await (const [what, { gives, status }, whole, outcome] of brokenOff(bench)) {
      const { error, parts } = outcome
      const shown = answerOf(parts).text
      check(answerOf(whole.parts).text.startsWith(shown), `${what}: it says “${shown}”, which the whole answer does not`)
      // what an error says can be lost with its end
      if (gives.error !== undefined || status >= 300) continue
      if (error) check(error.retryable, `${what}: ${error.code} is not retryable`)
      else check(difference(outcome, gives) === undefined, `${what}: it passed for a success, though ${difference(outcome, gives)}`)
    }
  }],

  ['no tool is called of an answer that broke off', async (bench) => {
    for await (const [what, , , { error, parts }] of brokenOff(bench)) {
      const call = parts.find(({ type }) => type === 'tool-call')
      check(!error || !call, `${what}: it threw ${error?.code} after this: ${JSON.stringify(call)}`)
    }
  }],

  ['asks once, also when the answer breaks off: trying again is the hub’s', async (bench) => {
    for await (const [what, , , { requests }] of brokenOff(bench)) {
      check(requests === 1, `${what}: the service was asked ${requests} times, wanted once`)
    }
  }],

  ['replies beside each other do not mix, piece by piece', async ({ good, line }) => {
    const { provider } = line(...good.map((each) => withBody(each, crumbs(each.bytes))))
    const outcomes = await Promise.all(good.map((each) => ask(provider, each.request(), `${each.name}, beside the others`)))
    for (const [index, each] of good.entries()) came(outcomes[index] ?? { parts: [] }, each.gives, `${each.name}, beside the others`)
  }],
]
