// @vitest-environment happy-dom
import { createRef, render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { UploadOptions } from '../../../src/client/api.ts'
import type { AttachmentPart } from '../../../src/protocol/index.ts'
import { HandbackError } from '../../../src/protocol/index.ts'
import type { ComposerHandle, ComposerProps } from '../../../src/ui/composer/composer.tsx'
import { Composer } from '../../../src/ui/composer/composer.tsx'
import { english } from '../../../src/ui/english.ts'

let place: HTMLElement
let sent: { readonly text: string; readonly files: readonly AttachmentPart[] }[]
let keys: number

const show = (props: Partial<ComposerProps> = {}) => act(() => {
  render(
    <Composer label="Message" sendLabel="Send" onSend={(text, files) => void sent.push({ text, files })} onTyping={() => (keys += 1)} {...props} />,
    place,
  )
})

beforeEach(() => {
  place = document.createElement('div')
  document.body.append(place)
  sent = []
  keys = 0
})
afterEach(() => {
  render(null, place)
  place.remove()
  vi.useRealTimers()
})

const box = () => place.querySelector('textarea') as HTMLTextAreaElement
const part = (name: string) => place.querySelector(`[part=${name}]`) as HTMLButtonElement
const texts = () => sent.map(({ text }) => text)
const type = (text: string) => act(() => {
  box().value = text
  box().dispatchEvent(new InputEvent('input', { bubbles: true }))
})
const press = (init: KeyboardEventInit = {}) => act(() => {
  box().dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, key: 'Enter', ...init }))
})
/** Lets code that is fetched late, and what waits for it, come to its end. */
const until = (look: () => void) => vi.waitFor(look, { interval: 5, timeout: 4_000 })

describe('writing', () => {
  test('Enter sends what was written, without outer space, and empties the box', () => {
    show()
    type('  hello \n')
    press()
    expect(sent).toEqual([{ text: 'hello', files: [] }])
    expect(box().value).toBe('')
    expect(keys).toBe(1)
  })

  test('Shift+Enter and the Enter that ends a composition do not send', () => {
    show()
    type('hello')
    press({ shiftKey: true })
    press({ isComposing: true })
    press({ keyCode: 229 })
    expect(sent).toEqual([])
    expect(box().value).toBe('hello')
  })

  test('nothing and mere space cannot be sent', () => {
    show()
    expect(part('send').disabled).toBe(true)
    type('   \n ')
    expect(part('send').disabled).toBe(true)
    press()
    expect(sent).toEqual([])
    type('x')
    expect(part('send').disabled).toBe(false)
  })

  test('the button sends and leaves the focus in the box', () => {
    show()
    type('by button')
    act(() => part('send').click())
    expect(texts()).toEqual(['by button'])
    expect(document.activeElement).toBe(box())
  })

  test('what could not be taken is nothing for the box of whoever comes next', async () => {
    vi.useFakeTimers()
    let answer = (_: boolean): void => undefined
    const drafts: string[] = []
    const inputRef = createRef<HTMLTextAreaElement>()
    const next = { inputRef, onSend: () => new Promise<boolean>((resolve) => (answer = resolve)), onDraft: (text: string) => drafts.push(text) }
    show(next)
    type('My diagnosis is')
    press()
    act(() => render(null, place))
    show(next)
    answer(false)
    await act(async () => undefined)
    vi.advanceTimersByTime(1_000)
    expect(drafts.filter(Boolean)).toEqual([])
  })

  test('what could not be taken stands there again, unless something else was written meanwhile', async () => {
    let answer = (_: boolean): void => undefined
    const drafts: string[] = []
    show({ onSend: () => new Promise<boolean>((resolve) => (answer = resolve)), onDraft: (text) => drafts.push(text) })
    type('first')
    press()
    expect(box().value).toBe('')
    answer(false)
    await until(() => expect(box().value).toBe('first'))
    await until(() => expect(drafts.at(-1)).toBe('first'))
    press()
    type('second')
    answer(false)
    await act(async () => undefined)
    expect(box().value).toBe('second')
    press()
    answer(true)
    await act(async () => undefined)
    expect(box().value).toBe('')
  })

  test('without words for them there are no files and no dictation', () => {
    show({ upload: () => Promise.reject(new HandbackError('request/not-found', 'none')), voice: true })
    expect(part('attach')).toBeNull()
    expect(part('dictate')).toBeNull()
  })
})

describe('text from elsewhere', () => {
  test('a draft takes the place of what is there, and the focus', () => {
    show()
    type('old')
    show({ draft: { text: 'new' } })
    expect(box().value).toBe('new')
    expect(document.activeElement).toBe(box())
  })

  test('a quiet draft fills an empty box only, and takes no focus', () => {
    show({ draft: { text: 'kept', quiet: true } })
    expect(box().value).toBe('kept')
    expect(document.activeElement).not.toBe(box())
    type('typed since')
    show({ draft: { text: 'kept too late', quiet: true } })
    expect(box().value).toBe('typed since')
  })

  test('the handle writes and focuses, and sends nothing', () => {
    const handle = createRef<ComposerHandle>()
    show({ handle })
    act(() => handle.current?.setText('from the page'))
    expect(box().value).toBe('from the page')
    handle.current?.focus()
    expect(document.activeElement).toBe(box())
    expect(sent).toEqual([])
    act(() => render(null, place))
    expect(handle.current).toBeNull()
  })
})

describe('a draft that is kept', () => {
  let drafts: string[]
  beforeEach(() => {
    vi.useFakeTimers()
    drafts = []
    show({ onDraft: (text) => drafts.push(text) })
  })

  test('is told once, a moment after the last key', () => {
    type('h')
    vi.advanceTimersByTime(200)
    type('hi')
    vi.advanceTimersByTime(299)
    expect(drafts).toEqual([])
    vi.advanceTimersByTime(1)
    expect(drafts).toEqual(['hi'])
  })

  test('is told at once when the page goes, and when the box does', () => {
    type('hi')
    dispatchEvent(new Event('pagehide'))
    expect(drafts).toEqual(['hi'])
    type('hi you')
    act(() => render(null, place))
    expect(drafts).toEqual(['hi', 'hi you'])
  })

  test('is over once it is sent', () => {
    type('hi')
    press()
    expect(drafts).toEqual([''])
    vi.advanceTimersByTime(1_000)
    expect(drafts).toEqual([''])
  })
})

describe('files', () => {
  interface Asked {
    readonly name: string
    readonly options: UploadOptions
    done(): void
    fail(code: 'request/invalid' | 'transport/lost'): void
  }
  let asked: Asked[]
  const handle = createRef<ComposerHandle>()
  const upload: ComposerProps['upload'] = (file, options = {}) => new Promise((resolve, reject) => {
    const name = options.name ?? ''
    asked.push({
      name,
      options,
      done: () => resolve({ type: 'attachment', blob: `blob-${name}`, name, media: 'text/plain', size: file.size }),
      fail: (code) => reject(new HandbackError(code, 'in vain')),
    })
  })
  const rows = () => [...place.querySelectorAll('.upload')].map((row) => row.querySelector('bdi')?.textContent)
  const alert = () => place.querySelector('.refused')?.textContent
  const reason = () => place.querySelector(`[id="${part('send').getAttribute('aria-describedby')}"]`)?.textContent
  const add = async (...files: readonly File[]) => {
    const before = asked.length
    act(() => handle.current?.addFiles(files))
    await until(() => expect(asked.length).toBeGreaterThan(before))
  }
  const text = (name: string) => new File(['abc'], name, { type: 'text/plain' })

  beforeEach(() => {
    asked = []
    show({ strings: english, locale: 'en', upload, handle })
  })

  test('go with the message, which waits for them and says why', async () => {
    type('see this')
    await add(text('a.txt'))
    act(() => asked[0]?.options.onProgress?.(0.4))
    expect(rows()).toEqual(['a.txt'])
    expect(place.querySelector('progress')?.getAttribute('aria-valuetext')).toBe(english.uploading('a.txt', 40))
    expect(part('send').getAttribute('aria-disabled')).toBe('true')
    expect(reason()).toBe(english.uploading('a.txt', 40))
    press()
    expect(sent).toEqual([])
    expect(place.querySelector('[role=status]')?.textContent).toBe(english.uploading('a.txt', 40))
    asked[0]?.done()
    await until(() => expect(part('send').hasAttribute('aria-disabled')).toBe(false))
    await until(() => expect(place.querySelector('[role=status]')?.textContent).toBe(english.uploading('a.txt', 100)))
    press()
    expect(sent).toEqual([{ text: 'see this', files: [expect.objectContaining({ blob: 'blob-a.txt' })] }])
    expect(rows()).toEqual([])
  })

  test('that could not be taken with their message are there again', async () => {
    show({ strings: english, locale: 'en', upload, handle, onSend: () => Promise.resolve(false) })
    await add(text('a.txt'))
    asked[0]?.done()
    await until(() => expect(part('send').hasAttribute('aria-disabled')).toBe(false))
    act(() => part('send').click())
    expect(rows()).toEqual([])
    await until(() => expect(rows()).toEqual(['a.txt']))
    expect(part('send').disabled).toBe(false)
  })

  test('can be sent without words', async () => {
    await add(text('a.txt'))
    asked[0]?.done()
    await until(() => expect(part('send').hasAttribute('aria-disabled')).toBe(false))
    expect(part('send').disabled).toBe(false)
    act(() => part('send').click())
    expect(sent.map((message) => [message.text, message.files.length])).toEqual([['', 1]])
  })

  test('that fail leave the words where they are, and can be tried again or taken away', async () => {
    type('not lost')
    await add(text('a.txt'))
    asked[0]?.fail('transport/lost')
    await until(() => expect(place.querySelector('.upload [role=alert]')?.textContent).toBe(english.uploadFailed('a.txt')))
    press()
    expect(sent).toEqual([])
    expect(box().value).toBe('not lost')
    act(() => (place.querySelector('.upload .text') as HTMLButtonElement).click())
    expect(asked).toHaveLength(2)
    act(() => (place.querySelector(`[aria-label="${english.removeFile('a.txt')}"]`) as HTMLButtonElement).click())
    expect(asked[1]?.options.signal?.aborted).toBe(true)
    press()
    expect(sent).toEqual([{ text: 'not lost', files: [] }])
  })

  test('that cannot be sent are named, and stand in the way of nothing', async () => {
    const big = new File([''], 'big.pdf')
    Object.defineProperty(big, 'size', { value: 10_000_001 })
    await add(big, text('odd.svg'))
    expect(alert()).toBe(english.fileTooLarge('big.pdf', '10\u00a0MB'))
    asked[0]?.fail('request/invalid')
    await until(() => expect(rows()).toEqual([]))
    expect(alert()).toBe(english.fileTooLarge('big.pdf', '10\u00a0MB') + english.fileRefused('odd.svg'))
    type('still here')
    press()
    expect(texts()).toEqual(['still here'])
    expect(alert()).toBe('')
  })

  test('beyond five in a message are left out, and that is said', async () => {
    await add(...['1', '2', '3', '4', '5', '6'].map(text))
    await until(() => expect(asked).toHaveLength(5))
    expect(alert()).toBe(english.tooManyFiles(5))
  })

  test('are pasted, while pasted text stays text', async () => {
    const paste = (fill: (data: DataTransfer) => void) => {
      const clipboardData = new DataTransfer()
      fill(clipboardData)
      const event = new Event('paste', { bubbles: true, cancelable: true })
      Object.defineProperty(event, 'clipboardData', { value: clipboardData })
      act(() => void box().dispatchEvent(event))
      return event.defaultPrevented
    }
    expect(paste((data) => {
      data.setData('text/plain', 'a table')
      data.items.add(new File(['x'], 'image.png', { type: 'image/png' }))
    })).toBe(false)
    expect(paste((data) => void data.items.add(new File(['x'], 'image.png', { type: 'image/png' })))).toBe(true)
    await until(() => expect(asked.map(({ name }) => name)).toEqual(['image.png']))
  })

  test('are not taken while the box is closed', () => {
    show({ strings: english, upload, handle, disabled: true })
    act(() => handle.current?.addFiles([text('a.txt')]))
    expect(part('attach').disabled).toBe(true)
    expect(part('send').hasAttribute('aria-disabled')).toBe(false)
  })

  test('on their way stop when the box goes', async () => {
    await add(text('a.txt'))
    act(() => render(null, place))
    await until(() => expect(asked[0]?.options.signal?.aborted).toBe(true))
  })
})
