// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { expect, onTestFinished, test, vi } from 'vitest'
import { Composer } from '../../../src/ui/composer/composer.tsx'
import { english } from '../../../src/ui/english.ts'
import { LateFailed } from '../../../src/ui/later.tsx'

vi.mock('../../../src/ui/composer/dictation.tsx', () => {
  throw new Error('offline')
})

const failures: unknown[] = []
const note = (error: unknown): void => void failures.push(error)

test('a button whose code cannot be fetched does not stay pressed, and each press asks and tells anew', async () => {
  vi.stubGlobal('webkitSpeechRecognition', vi.fn())
  const place = document.createElement('div')
  onTestFinished(() => {
    render(null, place)
    vi.unstubAllGlobals()
  })
  act(() =>
    render(
      <LateFailed.Provider value={note}>
        <Composer label="Message" sendLabel="Send" strings={english} voice onSend={() => undefined} />
      </LateFailed.Provider>,
      place,
    )
  )
  const button = place.querySelector('[part=dictate]') as HTMLButtonElement
  for (const count of [1, 2]) {
    act(() => button.click())
    expect(button.getAttribute('aria-pressed')).toBe('true')
    await vi.waitFor(() => expect(failures).toHaveLength(count))
    await vi.waitFor(() => expect(button.getAttribute('aria-pressed')).toBe('false'))
  }
})
