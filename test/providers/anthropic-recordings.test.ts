import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anthropic } from '../../src/providers/anthropic.ts'
import { answer, chunkings, cuts, learned, part, recordings, wanted, type Learned, type Make } from './anthropic/replay.ts'
import { single } from './streams.ts'

const make: Make = (fetch) => anthropic({ model: 'm', fetch })
const all = recordings('anthropic')
const streams = all.filter(([, { expected }]) => expected)

/** Where our reading differs from the expectation on purpose, and why. */
const ours: Readonly<Record<string, Partial<Learned>>> = {
  // A proxy tried again inside one stream: the expectation merges both tries as if they were one; two answers are an error.
  'vercel-anthropic/spliced-message-start.sse': { tools: [], usage: undefined, finish: 'error' },
}

describe('recorded Anthropic messages', () => {
  it('leaves none of them out', () => {
    expect(all.filter(([, { expected, errorBody }]) => !expected && !errorBody).map(([file]) => file)).toEqual([])
  })

  for (const [file, expectation, data] of streams) {
    for (const [cut, pieces] of Object.entries(chunkings)) {
      it(`gives what ${file} says, ${cut}`, async () => {
        const outcome = await answer(make, pieces(data))
        expect(learned(outcome)).toEqual({ ...wanted(expectation), ...ours[file] })
        expect(part(outcome, 'tool-start').length).toBeGreaterThanOrEqual(part(outcome, 'tool-call').length)
        for (const { data: state } of part(outcome, 'state')) expect(JSON.stringify(state).length).toBeLessThanOrEqual(65_536)
      })
    }
    it(`reads ${file} the same at every split`, async () => {
      const whole = await answer(make, [data])
      await fc.assert(
        fc.asyncProperty(fc.nat(data.length), async (at) => {
          const split = await answer(make, [data.subarray(0, at), data.subarray(at)])
          expect([split.parts, String(split.error)]).toEqual([whole.parts, String(whole.error)])
        }),
        { seed: 5, numRuns: data.length > 50_000 ? 10 : 60 },
      )
    })
    it(`never takes a part of ${file} for a whole answer`, async () => {
      const whole = await answer(make, [data])
      for (const end of cuts(data)) {
        const { parts, error } = await answer(make, [data.subarray(0, end)])
        if (error !== undefined) expect(parts.some(({ type }) => type === 'tool-call' || type === 'finish'), `${file} cut at ${end}`).toBe(false)
        else expect(parts, `${file} cut at ${end}`).toEqual(whole.parts)
      }
    })
  }

  for (const [file, { httpStatus = 0, errorBody }, data] of all.filter(([, { errorBody }]) => errorBody)) {
    it(`raises what ${file} means`, async () => {
      const { error } = await answer(make, single(data), { status: httpStatus, type: 'application/json' })
      const codes: Record<number, string> = {
        400: 'provider/bad-request',
        401: 'provider/unauthorized',
        429: 'provider/rate-limited',
        529: 'provider/unavailable',
      }
      const code = codes[httpStatus] ?? expect.stringContaining('provider/')
      expect(error).toMatchObject({ code, cause: { message: errorBody?.error['message'] } })
      expect(String(error)).not.toContain(errorBody?.error['message'])
    })
  }
})
