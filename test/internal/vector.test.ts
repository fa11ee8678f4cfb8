import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Vector } from '../../src/internal/vector.ts'
import { vector } from '../../src/internal/vector.ts'

const runs = (numRuns: number, seed: number) => ({ numRuns: numRuns * Number(process.env['HANDBACK_RUNS'] ?? 1), seed })
const upTo = (length: number): number[] => Array.from({ length }, (_, index) => index)

/** Lengths around which the tail page fills, the trie gets a leaf, or grows by a level. */
const edges = [0, 1, 31, 32, 33, 63, 64, 65, 1_023, 1_024, 1_025, 1_055, 1_056, 1_057, 1_088, 1_089, 32_767, 32_768, 32_800, 32_801, 33_000]

function expectSame<T>(list: Vector<T>, model: readonly T[]): void {
  expect(list.length).toBe(model.length)
  expect([...list]).toEqual(model)
  for (let index = -1; index <= model.length; index += 1) {
    if (list.at(index) !== (index < 0 ? undefined : model[index])) throw new Error(`wrong at ${index} of ${model.length}`)
  }
}

describe('a vector', () => {
  it('is the list of what was pushed, at every length where its shape changes', () => {
    const model = upTo(33_100)
    let list = vector<number>()
    for (let length = 0; length <= 33_000; length += 1) {
      if (edges.includes(length)) expectSame(list, model.slice(0, length))
      list = list.push(length)
    }
  })

  it('reads any place after one more level has grown', () => {
    const length = 32 ** 3 + 32 * 2
    const list = vector(upTo(length))
    for (const index of [0, 31, 32, 1_023, 1_024, 32_767, 32_768, length - 1]) expect(list.at(index)).toBe(index)
    expect(list.at(length)).toBeUndefined()
  })

  type Edit = readonly ['push', number] | readonly ['with', number, number]
  const edits: fc.Arbitrary<Edit[]> = fc.array(
    fc.oneof(
      fc.tuple(fc.constant('push' as const), fc.nat(100)),
      fc.tuple(fc.constant('with' as const), fc.integer({ min: -3, max: 2_000 }), fc.nat()),
    ),
    { maxLength: 60, size: 'max' },
  )

  it('does what an array does, and leaves every earlier version as it was', () => {
    fc.assert(
      fc.property(fc.constantFrom(...edges.filter((length) => length < 2_000)), edits, (start, script) => {
        let model: readonly number[] = upTo(start)
        let list = vector(model)
        const versions: (readonly [Vector<number>, readonly number[]])[] = [[list, model]]
        for (const edit of script) {
          if (edit[0] === 'push') {
            const added = upTo(edit[1])
            model = [...model, ...added]
            list = added.reduce((grown, value) => grown.push(value), list)
          } else {
            const [, index, value] = edit
            const inside = index >= 0 && index < model.length
            const next = list.with(index, value)
            if (!inside) expect(next).toBe(list)
            model = inside ? model.with(index, value) : model
            list = next
          }
          versions.push([list, model])
        }
        const step = Math.max(1, Math.floor(versions.length / 4))
        for (let at = 0; at < versions.length; at += step) expectSame(...(versions[at] ?? [list, model]))
        expectSame(list, model)
      }),
      runs(60, 401),
    )
  })

  it('branches: two lists made from one share nothing that either writes', () => {
    for (const length of edges.filter((each) => each > 0 && each < 2_000)) {
      const base = vector(upTo(length))
      const left = base.push(-1).with(0, -2).push(-3)
      const right = base.push(-4).with(length - 1, -5)
      expectSame(base, upTo(length))
      expectSame(left, [-2, ...upTo(length).slice(1), -1, -3])
      expectSame(right, [...upTo(length).slice(0, -1), -5, -4])
    }
  })

  it('has nothing outside, whatever is asked', () => {
    for (const length of [0, 1, 40, 1_100]) {
      const list = vector(upTo(length))
      for (const index of [-1, length, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 2 ** 32, 2 ** 31]) {
        expect(list.at(index)).toBeUndefined()
        expect(list.with(index, 7)).toBe(list)
      }
    }
  })

  it('is iterated as often as one likes, and may be left in the middle', () => {
    const list = vector(upTo(100))
    for (const value of list) if (value === 50) break
    expect([...list]).toEqual([...list])
    expect([...vector(list)]).toEqual(upTo(100))
  })

  it('keeps holes and undefined values as values', () => {
    const list = vector<undefined | number>([undefined, 1, undefined])
    expect(list.length).toBe(3)
    expect([...list]).toEqual([undefined, 1, undefined])
  })
})
