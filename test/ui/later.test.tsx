// @vitest-environment happy-dom
import { render } from 'preact'
import type { ComponentChildren } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { later, LateFailed, LateRoot } from '../../src/ui/later.tsx'

const css = '.late{color:red}'
const Late = ({ word }: { readonly word: string }) => <p class="late">{word}</p>

let root: ShadowRoot
let place: HTMLElement
const shown = () => [...root.querySelectorAll('.late')].map((element) => element.textContent)
const failures: unknown[] = []
/** Whether each that failed came after all. */
const ends: boolean[] = []
const noteFailure = (error: unknown) => {
  failures.push(error)
  return (came: boolean) => void ends.push(came)
}
const standing = (what: ComponentChildren) => (
  <LateRoot.Provider value={root}><LateFailed.Provider value={noteFailure}>{what}</LateFailed.Provider></LateRoot.Provider>
)
const show = (what: ComponentChildren) => act(() => render(standing(what), place))

interface Code {
  readonly Late: typeof Late
  readonly css: string
}

/** Code that is on its way. */
function coming() {
  let resolve = (_: Code): void => {}
  let reject = (_: unknown): void => {}
  const promise = new Promise<Code>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}

beforeEach(() => {
  failures.length = 0
  ends.length = 0
  const host = document.createElement('div')
  document.body.append(host)
  root = host.attachShadow({ mode: 'open' })
  place = document.createElement('div')
  root.append(place)
})
afterEach(() => {
  render(null, place)
  root.host.remove()
})

test('a late part is nothing until its code is there, and is fetched once for all of its kind', async () => {
  const { promise, resolve } = coming()
  let fetched = 0
  const Part = later(() => {
    fetched += 1
    return promise
  }, (module) => module.Late)
  show([<Part key="a" word="one" />, <Part key="b" word="two" />])
  expect(shown()).toEqual([])
  expect(root.adoptedStyleSheets).toHaveLength(0)
  await act(async () => {
    resolve({ Late, css })
    await Part.load()
  })
  expect(shown()).toEqual(['one', 'two'])
  show([<Part key="a" word="three" />, <Part key="b" word="two" />])
  expect(shown()).toEqual(['three', 'two'])
  expect(fetched).toBe(1)
})

test('its styles stand once in its root, as long as one of its kind does', async () => {
  const Part = later(async () => ({ Late, css }), (module) => module.Late)
  const Other = later(async () => ({ Late, css }), (module) => module.Late)
  await Promise.all([Part.load(), Other.load()])
  show([<Part key="a" word="one" />, <Other key="b" word="two" />])
  expect(shown()).toEqual(['one', 'two'])
  expect(root.adoptedStyleSheets).toHaveLength(1)
  show([<Part key="a" word="one" />])
  expect(root.adoptedStyleSheets).toHaveLength(1)
  show(null)
  expect(root.adoptedStyleSheets).toHaveLength(0)
  show([<Part key="a" word="again" />])
  expect(root.adoptedStyleSheets).toHaveLength(1)
})

test('code that cannot be fetched is told of, and asked for again by the next that needs it', async () => {
  const gone = new Error('gone')
  let works = false
  const Part = later(async () => {
    if (!works) throw gone
    return { Late, css }
  }, (module) => module.Late)
  await act(async () => {
    render(standing(<Part word="one" />), place)
    await vi.dynamicImportSettled()
  })
  expect([shown(), failures]).toEqual([[], [gone]])
  works = true
  show(null)
  await act(async () => {
    render(standing(<Part word="one" />), place)
    await Part.load()
  })
  expect([shown(), failures]).toEqual([['one'], [gone]])
})

test('one that has left meanwhile is not told', async () => {
  const { promise, reject } = coming()
  const Part = later(() => promise, (module) => module.Late)
  show(<Part word="one" />)
  show(null)
  reject(new Error('gone'))
  await expect(Part.load()).rejects.toThrow('gone')
  expect(failures).toEqual([])
})

test('one that stays is asked for again when it is used in another way, and not by every rendering', async () => {
  let fetched = 0
  const Part = later(async () => {
    fetched += 1
    if (fetched === 1) throw new Error('gone')
    return { Late, css }
  }, (module) => module.Late)
  const shows = (word: string) => act(async () => {
    render(standing(<Part {...{ word, onClick: () => undefined }} />), place)
    await vi.dynamicImportSettled()
  })
  await shows('one')
  await shows('one')
  expect([fetched, failures.length, shown()]).toEqual([1, 1, []])
  await shows('two')
  expect([fetched, failures.length, shown()]).toEqual([2, 1, ['two']])
  expect(ends).toEqual([true])
})

test('one that stays is asked for again by itself, ever more seldom, and what was told of it is taken back when it comes', async () => {
  vi.useFakeTimers()
  try {
    const gone = new Error('gone')
    let works = false
    const asked: number[] = []
    const Part = later(async () => {
      asked.push(Date.now() - began)
      if (!works) throw gone
      return { Late, css }
    }, (module) => module.Late)
    // its own base is there already, so that only the part itself is waited for
    const began = Date.now()
    const pass = (ms: number) => act(async () => {
      await vi.advanceTimersByTimeAsync(ms)
      await vi.dynamicImportSettled()
    })
    await act(async () => {
      render(standing(<Part word="one" />), place)
      await vi.dynamicImportSettled()
    })
    for (let second = 0; second < 120; second += 1) await pass(1000)
    expect(asked).toEqual([0, 1000, 3000, 7000, 15_000, 31_000, 61_000, 91_000])
    expect([shown(), failures, ends]).toEqual([[], [gone], []])
    works = true
    await pass(1000)
    await pass(1000)
    expect([shown(), failures, ends]).toEqual([['one'], [gone], [true]])
    await pass(60_000)
    expect([asked.length, failures.length, ends.length]).toEqual([9, 1, 1])
  } finally {
    vi.useRealTimers()
  }
})

test('one that leaves without having come is not asked for any more, and that nobody waits for it is told', async () => {
  vi.useFakeTimers()
  try {
    const gone = new Error('gone')
    let fetched = 0
    const Part = later(async () => {
      fetched += 1
      throw gone
    }, (module: Code) => module.Late)
    await act(async () => {
      render(standing(<Part word="one" />), place)
      await vi.dynamicImportSettled()
    })
    show(null)
    await vi.advanceTimersByTimeAsync(120_000)
    expect([fetched, failures, ends]).toEqual([1, [gone], [false]])
  } finally {
    vi.useRealTimers()
  }
})

test('that one has come which another has fetched is told, too', async () => {
  let works = false
  const Part = later(async () => {
    if (!works) throw new Error('gone')
    return { Late, css }
  }, (module) => module.Late)
  const shows = (word: string) => act(async () => {
    render(standing(<Part word={word} />), place)
    // what could not be fetched is told in a task of its own
    await new Promise((resolve) => setTimeout(resolve, 1))
  })
  await shows('one')
  works = true
  await Part.load()
  await shows('two')
  expect([shown(), failures.length, ends]).toEqual([['two'], 1, [true]])
})

test('a module that Firefox would not ask for again is asked for by another address', async () => {
  const code = (name: string) => `data:text/javascript,export const ${name} = () => 'here'; export const css = ''`
  const refusal = (address: string) => new TypeError(`error loading dynamically imported module: ${address}`)
  const Part = later<Code, { readonly word: string }>(() => Promise.reject(refusal(code('Late'))), (module) => module.Late)
  await Part.load()
  expect(Part.part()?.Late({ word: '' })).toBe('here')
  // of what it stands on, which is another module
  const nested = refusal(code('Other'))
  await expect(later<Code, { readonly word: string }>(() => Promise.reject(nested), (module) => module.Late).load()).rejects.toBe(nested)
})
