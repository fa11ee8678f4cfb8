import { background, check, within } from '../check.ts'
import { type Line, type ServiceBench, type ServiceCase, type ServiceCheck, onlyCall, readingOf, withBody } from './bench.ts'
import type { FakeAnswer, Step } from './fake-fetch.ts'
import { bytesOf, crumbs, joined, placesIn, spread } from './pieces.ts'
import { ask } from './reading.ts'

/** Reads until the service gives nothing more, aborts, and sees that it ends quietly and lets go. */
async function abortWhereStuck({ line }: ServiceBench, each: ServiceCase, answer: FakeAnswer, what: string): Promise<void> {
  const open = line(answer)
  const reading = readingOf(open.provider, each.request(), what)
  let aborted = false
  const end = background((async () => {
    for (let part = await reading.next(); part; part = await reading.next()) check(!aborted, `${what}: ${part.type} came`)
  })())
  await within(waitFor(open), `${what}: the request`)
  await within(Promise.race([onlyCall(open, what).stuck, end]), `${what}: reading what has come`)
  aborted = true
  reading.life.abort()
  await end
  check(onlyCall(open, what).released, `${what}: neither its body is cancelled nor its request aborted`)
}

/** Resolves when the service was asked. */
async function waitFor({ calls }: Line): Promise<void> {
  while (calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 0))
}

const stuckAt = (each: ServiceCase, at: number): readonly Step[] => [...crumbs(each.bytes.subarray(0, at)), 'wait']

export const holdingChecks: readonly ServiceCheck[] = [
  ['already aborted: the service is not asked', async ({ line, spoken }) => {
    const open = line(withBody(spoken, [spoken.bytes]))
    await ask(open.provider, spoken.request(), 'aborted before', { signal: AbortSignal.abort() })
    check(open.calls.length === 0, `aborted before: the service was asked ${open.calls.length} times`)
  }],

  ['the service is asked only when somebody reads', async ({ line, spoken }) => {
    const open = line(withBody(spoken, [spoken.bytes]))
    open.provider.reply(spoken.request(), { signal: new AbortController().signal })
    await new Promise((resolve) => setTimeout(resolve, 0))
    check(open.calls.length === 0, 'a reply that nobody reads: the service was asked')
  }],

  ['aborting while the service is silent ends it quietly, and takes the request back', async (bench) => {
    await abortWhereStuck(bench, bench.spoken, { silent: true }, 'aborted before the headers')
  }],

  ['aborting in the middle of a body ends it quietly, and lets go of it', async (bench) => {
    for (const each of bench.good) {
      for (const at of [0, ...spread(placesIn(each.bytes), 12)]) {
        await abortWhereStuck(bench, each, withBody(each, stuckAt(each, at)), `${each.name}, aborted after ${at} bytes`)
      }
    }
  }],

  ['aborting while the body of an error comes ends it quietly, or it ended by the status alone', async ({ line, spoken }) => {
    const what = 'aborted in the body of an error'
    const open = line({ status: 503, headers: { 'content-type': 'application/json' }, body: [bytesOf('{"error":'), 'wait'] })
    const reading = readingOf(open.provider, spoken.request(), what)
    const end = background(reading.next())
    await within(waitFor(open), `${what}: the request`)
    const call = onlyCall(open, what)
    // whoever reads the body is stuck now, and whoever needs no more than the status throws
    const stuck = await Promise.race([call.stuck.then(() => true), end.then(() => false, () => false)])
    reading.life.abort()
    if (stuck) check(!(await end), `${what}: it goes on`)
    check(call.released, `${what}: neither its body is cancelled nor its request aborted`)
  }],

  ['breaking out of the loop lets go of the body, and nothing more of it is read', async ({ good, line }) => {
    for (const each of good) {
      const what = `${each.name}, left after its first part`
      const open = line(withBody(each, stuckAt(each, each.bytes.length)))
      const reading = readingOf(open.provider, each.request(), what)
      const first = background(reading.next())
      await within(waitFor(open), `${what}: the request`)
      // what speaks only when all has come has nothing to leave
      if (!(await Promise.race([first, onlyCall(open, what).stuck.then(() => undefined)]))) {
        reading.life.abort()
        continue
      }
      await reading.leave()
      // a cancellation may take a turn of the loop
      await new Promise((resolve) => setTimeout(resolve, 0))
      const call = onlyCall(open, what)
      check(call.released, `${what}: neither its body is cancelled nor its request aborted`)
      const { given } = call
      await new Promise((resolve) => setTimeout(resolve, 5))
      check(call.given === given, `${what}: it went on reading, ${call.given - given} bytes`)
    }
  }],

  ['a reader who takes his time is not overtaken: what nobody asks for is not read', async ({ line, spoken }) => {
    // the answer again and again behind its own end, so that there is always more to read
    const piece = joined(...Array.from({ length: Math.ceil(4096 / spoken.bytes.length) }, () => spoken.bytes))
    const open = line(withBody(spoken, Array.from({ length: 512 }, () => piece)))
    const reading = readingOf(open.provider, spoken.request(), 'a slow reader')
    await reading.next()
    await new Promise((resolve) => setTimeout(resolve, 20))
    const { given } = onlyCall(open, 'a slow reader')
    await reading.leave()
    check(given <= 32 * piece.length, `a slow reader: ${given} bytes were read before the second part was asked for`)
  }],

  ['signs of life, where they are given, come with each piece, and tell when the model has begun', async ({ good, line, heartbeat }) => {
    for (const each of good) {
      const beat = heartbeat ?? (each.headers['content-type']?.includes('event-stream') ? ': heartbeat\n\n' : undefined)
      if (beat === undefined) continue
      const heard: boolean[] = []
      const beats: boolean[] = []
      function* body(): Generator<Uint8Array> {
        yield bytesOf(beat as string)
        yield bytesOf(beat as string)
        // the piece before was taken in
        beats.push(...heard)
        yield* crumbs(each.bytes)
      }
      const { parts } = await ask(line(withBody(each, body())).provider, each.request(), each.name, { onActivity: (begun) => heard.push(begun) })
      if (heard.length === 0) continue
      check(beats.length > 0, `${each.name}: a heartbeat was no sign of life`)
      check(!beats.includes(true), `${each.name}: the model had begun, and only heartbeats had come`)
      check(heard.lastIndexOf(false) < heard.indexOf(true) || !heard.includes(true), `${each.name}: the model had begun, and then it had not`)
      const spoken = parts.some(({ type }) => type === 'text-delta' || type === 'tool-start' || type === 'tool-call')
      check(!spoken || heard.includes(true), `${each.name}: nothing said that the model has begun`)
    }
  }],
]
