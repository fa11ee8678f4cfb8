import { describe, expect, it } from 'vitest'
import { watchedLife } from '../../src/testing/transport/watched-life.ts'

const nothing = (): void => undefined
const another = (): void => undefined

describe('a watched life', () => {
  it('counts each listener once, until it is removed as it was added', () => {
    const life = watchedLife()
    life.signal.addEventListener('abort', nothing)
    life.signal.addEventListener('abort', nothing, { once: true })
    life.signal.addEventListener('abort', nothing, true)
    expect(life.listeners).toBe(2)
    life.signal.removeEventListener('abort', nothing, { capture: true })
    life.signal.removeEventListener('abort', another)
    expect(life.listeners).toBe(1)
    life.signal.removeEventListener('abort', nothing)
    expect(life.listeners).toBe(0)
  })

  it('forgets what was added for one time once that has been, and what was added until a signal', () => {
    const life = watchedLife()
    const until = new AbortController()
    let heard = 0
    life.signal.addEventListener('abort', () => (heard += 1), { once: true })
    life.signal.addEventListener('abort', () => (heard += 1), { signal: until.signal })
    expect(life.listeners).toBe(2)
    until.abort()
    expect(life.listeners).toBe(1)
    const reason = new Error('Over.')
    life.abort(reason)
    expect([life.listeners, heard, life.signal.reason]).toEqual([0, 1, reason])
  })

  it('counts what stays though it was heard, but not signals made of it', () => {
    const life = watchedLife()
    const derived = AbortSignal.any([life.signal])
    expect(life.listeners).toBe(0)
    life.signal.addEventListener('abort', nothing)
    life.abort(new Error('Over.'))
    expect([life.listeners, derived.aborted]).toEqual([1, true])
  })
})
