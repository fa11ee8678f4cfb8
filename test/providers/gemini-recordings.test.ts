import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gemini } from '../../src/providers/gemini.ts'
import { answer, chunkings, cuts, learned, part, recordings, wanted, type Learned, type Make } from './anthropic/replay.ts'
import { single } from './streams.ts'

const make: Make = (fetch) => gemini({ model: 'm', fetch })
const all = recordings('gemini')

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}
const streams = all.filter(([, { expected }]) => expected)

/**
 * Where our reading differs from the expectation on purpose, and why. In all of them `outputTokens` counts thoughts too, since they
 * are paid for, while the expectations name the two apart.
 */
const ours: Readonly<Record<string, Partial<Learned>>> = {}

describe('recorded Gemini streams', () => {
  it('leaves none of them out', () => {
    expect(all.filter(([, { expected, errorBody }]) => !expected && !errorBody).map(([file]) => file)).toEqual([])
  })

  for (const [file, expectation, data] of streams) {
    for (const [cut, pieces] of Object.entries(chunkings)) {
      it(`gives what ${file} says, ${cut}`, async () => {
        const outcome = await answer(make, pieces(data))
        expect(learned(outcome)).toEqual({ ...wanted(expectation), ...ours[file] })
        expect(part(outcome, 'tool-start').length).toBeGreaterThanOrEqual(part(outcome, 'tool-call').length)
      })
    }
    it(`reads ${file} the same at every split`, async () => {
      const whole = await answer(make, [data])
      await fc.assert(
        fc.asyncProperty(fc.nat(data.length), async (at) => {
          const split = await answer(make, [data.subarray(0, at), data.subarray(at)])
          expect([split.parts, String(split.error)]).toEqual([whole.parts, String(whole.error)])
        }),
        { seed: 5, numRuns: 60 },
      )
    })
    it(`never takes a part of ${file} for a whole answer`, async () => {
      const whole = await answer(make, [data])
      // older services say STOP on every chunk: between two of them nothing tells a part from the whole
      const text = Buffer.from(data).toString('latin1')
      const early = (text.match(/"finishReason"/g)?.length ?? 0) > 1
      for (const end of cuts(data)) {
        if (early && isJson(text.slice(0, end).split('data:').at(-1) ?? '')) continue
        const { parts, error } = await answer(make, [data.subarray(0, end)])
        if (error !== undefined) expect(parts.some(({ type }) => type === 'tool-call' || type === 'finish'), `${file} cut at ${end}`).toBe(false)
        else expect(parts, `${file} cut at ${end}`).toEqual(whole.parts)
      }
    })
  }

  for (const [file, { httpStatus = 0, errorBody }, data] of all.filter(([, { errorBody }]) => errorBody)) {
    it(`raises what ${file} means`, async () => {
      const { error } = await answer(make, single(data), { status: httpStatus, type: 'application/json' })
      expect(error).toMatchObject({ code: expect.stringContaining('provider/') })
      expect(String(error)).not.toContain(errorBody?.error['message'])
    })
  }
})
