// @vitest-environment happy-dom
import { render } from 'preact'
import { useLayoutEffect, useMemo } from 'preact/hooks'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { english } from '../../src/ui/english.ts'
import { later, LateFailed } from '../../src/ui/later.tsx'
import { german } from '../../src/ui/locales/de.ts'
import type { Strings } from '../../src/ui/strings.ts'
import { useFailure } from '../../src/widget/use-failure.ts'
import type { Failure } from '../../src/widget/use-failure.ts'
import { createFakeChat } from './fake-chat.ts'

/** A part that can be fetched from when it is let. */
function part(name: string) {
  let away = true
  const Part = later(async () => {
    if (away) throw new Error(`${name} is gone`)
    return { Part: () => <i>{name}</i>, css: '' }
  }, (module) => module.Part)
  return { Part, let: () => (away = false) }
}

const fake = createFakeChat()
const place = document.createElement('div')
let errors: unknown[] = []
let run: Failure['run']
const onError = (error: unknown) => void errors.push(error)

/** As the panel does: what is told is over the box, and what shows parts hears of them until the words change. */
function Place({ strings, parts }: { readonly strings: Strings; readonly parts: readonly ReturnType<typeof part>[] }) {
  const failure = useFailure(fake.chat, strings, onError)
  useLayoutEffect(() => {
    run = failure.run
  })
  const late = useMemo(() => failure.late, [strings])
  return (
    <LateFailed.Provider value={late}>
      <p>{failure.failed}</p>
      {parts.map(({ Part }, index) => <Part key={index} />)}
    </LateFailed.Provider>
  )
}
const told = () => place.querySelector('p')?.textContent
const shown = () => [...place.querySelectorAll('i')].map(({ textContent }) => textContent)
const show = (strings: Strings, ...parts: readonly ReturnType<typeof part>[]) => act(async () => {
  render(<Place strings={strings} parts={parts} />, place)
  await vi.dynamicImportSettled()
})
/** Until what is missing is asked for again. */
const wait = (ms: number) => act(async () => {
  await vi.advanceTimersByTimeAsync(ms)
  await vi.dynamicImportSettled()
})

beforeEach(() => {
  vi.useFakeTimers()
  errors = []
})
afterEach(() => {
  render(null, place)
  vi.useRealTimers()
})

describe('that parts could not be fetched', () => {
  test('is told until all have come, also to who has chosen another language between them', async () => {
    const [first, second] = [part('first'), part('second')]
    await show(english, first)
    expect(told()).toBe(english.failed)
    await show(german, first)
    expect(told()).toBe(german.failed)
    await show(german, first, second)
    expect(errors).toMatchObject(errors.map(() => ({ code: 'client/unavailable', retryable: true })))
    expect(errors.map((error) => String((error as Error).cause))).toEqual(['Error: first is gone', 'Error: second is gone'])
    second.let()
    await wait(2000)
    expect([shown(), told()]).toEqual([['second'], german.failed])
    first.let()
    await wait(5000)
    expect([shown(), told()]).toEqual([['first', 'second'], ''])
  })

  test('stays where one has left without having come, whatever comes after it', async () => {
    const [asked, other] = [part('asked for'), part('other')]
    await show(english, other, asked)
    await show(english, other)
    expect(told()).toBe(english.failed)
    other.let()
    await wait(2000)
    expect([shown(), told()]).toEqual([['other'], english.failed])
    await act(async () => void (await run(Promise.resolve())))
    expect(told()).toBe('')
  })
})

test('what the visitor’s own step came to stays when a part comes or leaves, in the same words or in others', async () => {
  for (const words of [undefined, 'Too many files']) {
    for (const leaves of [true, false]) {
      const late = part('late')
      await show(english, late)
      await act(async () => void (await run(Promise.reject(new Error('no')), words)))
      late.let()
      await (leaves ? show(english) : wait(2000))
      expect([shown(), told()]).toEqual([leaves ? [] : ['late'], words ?? english.failed])
      render(null, place)
    }
  }
})
