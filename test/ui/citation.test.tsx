// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { expect, onTestFinished, test } from 'vitest'
import { Citation } from '../../src/ui/citation.tsx'

test.each([
  [{}, true],
  [{ ctrlKey: true }, false],
  [{ metaKey: true }, false],
  [{ shiftKey: true }, false],
  [{ altKey: true }, false],
])('a source that is pressed with %j is shown here: %j', (keys, here) => {
  const place = document.body.appendChild(document.createElement('ul'))
  onTestFinished(() => {
    render(null, place)
    place.remove()
  })
  const part = { type: 'citation', id: 'source-1', title: 'Cards', url: 'https://bank.example/cards' } as const
  let shown = 0
  act(() => render(<Citation part={part} base="https://bank.example/" onSource={() => (shown += 1)} />, place))
  const press = new MouseEvent('click', { bubbles: true, cancelable: true, ...keys })
  act(() => void place.querySelector('a')?.dispatchEvent(press))
  expect([shown === 1, press.defaultPrevented]).toEqual([here, here])
})
