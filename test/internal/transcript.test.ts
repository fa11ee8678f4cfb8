import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rows, Transcript } from '../../src/internal/transcript.ts'
import { transcript } from '../../src/internal/transcript.ts'

const runs = (numRuns: number, seed: number) => ({ numRuns: numRuns * Number(process.env['HANDBACK_RUNS'] ?? 1), seed })
const upTo = (length: number): number[] => Array.from({ length }, (_, index) => index)

/** Every way of reading a list says what the array says. */
function expectSame<T>(list: Transcript<T>, model: readonly T[]): void {
  expect(list.length).toBe(model.length)
  expect([...list]).toEqual(model)
  for (let index = -model.length - 2; index <= model.length + 1; index += 1) expect(list.at(index)).toBe(model.at(index))
}

describe('a transcript', () => {
  type Edit =
    | readonly ['push', version: number, count: number]
    | readonly ['prepend', version: number, count: number]
    | readonly ['and', version: number, count: number]
  const what = fc.constantFrom('push' as const, 'prepend' as const, 'and' as const)
  const edits: fc.Arbitrary<Edit[]> = fc.array(fc.tuple(what, fc.nat(1_000), fc.nat(5)), { maxLength: 30, size: 'max' })

  it('does what an array does, whichever version is continued, and leaves every other version as it was', () => {
    fc.assert(
      fc.property(fc.nat(3), edits, (length, script) => {
        const versions: (readonly [Rows<number>, readonly number[]])[] = [[transcript(upTo(length)), upTo(length)]]
        const shown: (readonly [Transcript<number>, readonly number[]])[] = []
        let next = 1_000
        for (const [edit, version, count] of script) {
          // mostly the newest version goes on, as in a client; now and then an older one
          const [list, model] = versions[version % 3 ? versions.length - 1 : version % versions.length] ?? [transcript<number>(), []]
          const added = upTo(count).map(() => (next += 1))
          if (edit === 'push') versions.push([added.reduce((grown, value) => grown.push(value), list), [...model, ...added]])
          else if (edit === 'prepend') versions.push([list.prepend(added), [...added, ...model]])
          else shown.push([list.and(added), [...model, ...added]])
        }
        for (const [list, model] of [...versions, ...shown]) expectSame(list, model)
      }),
      runs(300, 401),
    )
  })

  it('is read as an array is', () => {
    const place = fc.option(fc.integer({ min: -12, max: 12 }), { nil: undefined })
    fc.assert(
      fc.property(fc.nat(4), fc.nat(4), fc.nat(3), place, place, (front, back, behind, start, end) => {
        const older = upTo(front)
        const newer = upTo(back).map((value) => value + 100)
        const model = [...older, ...newer, ...upTo(behind).map((value) => value + 200)]
        const list = transcript(newer).prepend(older).and(model.slice(front + back))
        expect(list.slice(start, end)).toEqual(model.slice(start, end))
        expect(list.map((value, index) => [value, index])).toEqual(model.map((value, index) => [value, index]))
        expect(list.flatMap((value) => (value % 2 ? [value, -value] : []))).toEqual(model.flatMap((value) => (value % 2 ? [value, -value] : [])))
        expect(list.filter((value) => value % 2)).toEqual(model.filter((value) => value % 2))
        expect(list.some((value) => value > 101)).toBe(model.some((value) => value > 101))
        expect(list.findLast((value) => value < 101)).toBe(model.findLast((value) => value < 101))
      }),
      runs(300, 402),
    )
  })

  it('has nothing outside', () => {
    const list = transcript(['b']).prepend(['a']).push('c')
    for (const index of [3, -4, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 2 ** 32, 2 ** 31]) expect(list.at(index)).toBeUndefined()
    expect([...transcript()]).toEqual([])
    expect(list.findLast(() => false)).toBeUndefined()
  })

  it('looks from the end, and no further than it must', () => {
    const looked: number[] = []
    const list = transcript(upTo(1_000))
    expect(list.findLast((value) => looked.push(value) === 3)).toBe(997)
    for (const value of list) if (looked.push(value) > 5) break
    expect(looked).toEqual([999, 998, 997, 0, 1, 2])
  })

  it('keeps holes and undefined values as values', () => {
    expect([...transcript<undefined | number>([undefined, 1]).push(undefined)]).toEqual([undefined, 1, undefined])
  })

  it('keeps the very objects', () => {
    const rows = upTo(50).map((id) => ({ id }))
    const before = transcript(rows)
    const after = before.push({ id: 50 }).prepend([{ id: -1 }])
    for (const [index, row] of rows.entries()) expect(after.at(index + 1)).toBe(row)
  })
})
